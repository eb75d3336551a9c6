"""Every option has the same layers: a text that one option has alone makes it weigh more (IPDAS C1; field.md F18).

`meer` stands behind `uitleg`, so it never comes alone. Texts in a layer are about as long for every option.

GOED
    opties: [{uitleg: …, …}, {uitleg: …, …}]
FOUT
    opties: [{uitleg: …, …}, {…}]
"""

from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.rules import Finding
from engine.source import Path, Source
from engine.thresholds import OPTION_WORDS_FACTOR

ID = "lagen"
SOFT_UNTIL_PUBLISHED = True


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """All options have a layer or none has, and no layer stands without the one before it."""
    yield from _alone(aid.explanation, aid.more, ("more",))
    for number, option in enumerate(aid.options):
        yield from _alone(option.explanation, option.more, ("options", number, "more"))
    yield from _alike(aid, "explanation", "uitleg")
    yield from _alike(aid, "more", "meer")


def _alone(explanation: str | None, more: str | None, path: Path) -> Iterator[Finding]:
    if more and not explanation:
        yield Finding(
            path, "Hier staat 'meer' zonder 'uitleg'.", "Noem dit 'uitleg', of schrijf ook 'uitleg'.", at_key=True
        )


def _alike(aid: Aid, field: str, key: str) -> Iterator[Finding]:
    counts = [texts.count_words(getattr(option, field) or "") for option in aid.options]
    if not any(counts):
        return
    for number, (option, words) in enumerate(zip(aid.options, counts, strict=True)):
        if not words:
            message = f"De optie '{option.name}' heeft geen '{key}', en een andere optie wel."
            yield Finding(("options", number, "name"), message, f"Geef elke optie '{key}', of geen enkele.")
    shortest = min(words for words in counts if words)
    longest = max(counts)
    if longest > shortest * OPTION_WORDS_FACTOR:
        message = f"'{key}' heeft hier {longest} woorden, en bij een andere optie {shortest}."
        remedy = "Maak ze ongeveer even lang. Lengte lijkt op een voorkeur."
        yield Finding(("options", counts.index(longest), field), message, remedy, at_key=True)
