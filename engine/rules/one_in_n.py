"""No '1 op de 5': with another number behind 'op' every time, chances cannot be compared (field.md R1, KH10).

GOED
    tekst: Bij 20 van de 100 mensen komt de klacht terug.
FOUT
    tekst: Bij 1 op de 5 mensen komt de klacht terug.
"""

import re
from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.wordlists import MONTHS, NUMBERS

ID = "een-op-de"

_WORDS = "|".join(NUMBERS)
# The last part keeps out 'een op een', 'de nacht van 1 op 2 januari' and '1 op 1'.
_ONE_IN_N = re.compile(
    rf"(?<![\w.,])(?:\d[\d.]*|een|één|{_WORDS})\s+op\s+(?:de\s+|elke\s+|iedere\s+)?"
    rf"(?:(?!1\b(?!\.\d))\d[\d.]*|(?:{_WORDS})\b)(?!\s+(?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
_FINDER = texts.Finder(_ONE_IN_N, ("op ", "op\n"))


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No text for patients holds a chance as '1 op de N'."""
    for path, text in texts.for_patients(aid):
        for match in _FINDER.all(text):
            message = f"Hier staat '{texts.said(match).rstrip('.')}'. Zo zijn kansen moeilijk te vergelijken."
            remedy = "Tel mensen van de 100 of de 1000, zoals '20 van de 100 mensen'."
            yield Finding(path, message, remedy, match.start())
