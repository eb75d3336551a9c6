"""The background stays short: only what is needed to choose (NICE; field.md KH21).

GOED
    situatie: a text of at most 120 words
FOUT
    situatie: a text of 121 words or more
"""

from collections.abc import Iterator
from datetime import date

from engine import prose
from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.thresholds import SITUATION_WORDS

ID = "situatie-lang"
SOFT_UNTIL_PUBLISHED = True


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """`situatie` has no more words than a reader needs."""
    words = len(prose.plain(aid.situation).split())
    if words > SITUATION_WORDS:
        message = f"De uitleg bij 'situatie' heeft {words} woorden. Het doel is hoogstens {SITUATION_WORDS}."
        yield Finding(("situation",), message, "Laat weg wat iemand niet nodig heeft om te kiezen.", at_key=True)
