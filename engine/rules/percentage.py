"""No percentages: many readers cannot use them, counts of people they can (Pharos 14; field.md R1, KH10).

GOED
    vraag: "a row with the counts, which the page shows as: Bij 20 van de 100 mensen …"
FOUT
    wat: Bij 20% van de mensen komt de klacht terug.
"""

import re
from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

ID = "procent"

_PERCENTAGE = re.compile(
    r"(?:(?<![\w.,])\d[\d.,]*\s*)?(?:[%‰]|(?<![^\W\d_])procent(?:en|punt|punten)?(?![^\W_]))", re.IGNORECASE
)
_FINDER = texts.Finder(_PERCENTAGE, ("%", "‰", "procent"))


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No text for patients holds a percentage."""
    for path, text in texts.for_patients(aid):
        for match in _FINDER.all(text):
            message = f"Hier staat '{texts.said(match)}'. Procenten zijn voor veel lezers lastig."
            remedy = "Tel mensen, zoals '20 van de 100 mensen', en zet het getal bij 'rijen'."
            yield Finding(path, message, remedy, match.start())
