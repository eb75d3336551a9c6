"""No relative words: 'twee keer zo vaak' of almost nothing is still almost nothing (IPDAS K8; field.md R5, KH10).

GOED
    tekst: Bij 4 van de 100 mensen, en zonder zalf bij 2 van de 100 mensen.
FOUT
    tekst: Met zalf komt het twee keer zo vaak voor.
"""

import re
from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.wordlists import NUMBERS, RELATIVE

ID = "relatief"
SOFT_UNTIL_PUBLISHED = True

# 'Drie keer zo nodig' is how often to do something, so 'zo nodig' and 'zo mogelijk' are left alone.
_TIMES_AS = re.compile(
    rf"(?<![\w.,])(?:\d+(?:[.,]\d+)?|x|anderhalf|{'|'.join(NUMBERS)})\s*(?:keer|maal|×|x)\s+"
    r"(?:zo(?!\s+(?:nodig|mogelijk)\b)|groter|kleiner|hoger|lager)(?![^\W_])",
    re.IGNORECASE,
)
_FINDERS = (texts.phrases(RELATIVE), texts.Finder(_TIMES_AS, ("keer", "maal", "×", "x ", "x\n")))


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No text for patients tells a change of a chance without the counts."""
    for path, text in texts.for_patients(aid):
        for finder in _FINDERS:
            for match in finder.all(text):
                message = f"Hier staat '{texts.said(match)}'. De lezer weet dan niet om hoeveel mensen het gaat."
                remedy = "Noem allebei de aantallen, zoals '4 van de 100 en 2 van de 100', bij 'rijen'."
                yield Finding(path, message, remedy, match.start())
