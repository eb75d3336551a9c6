"""The consult card lies open between two people: no row stands on it that opens only when asked for (field.md R20).

GOED
    kaart: [klachten-weg]
FOUT
    kaart: [overlijden]         # and that row says gevoelig: ja
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

ID = "kaart-gevoelig"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """The chosen rows of the card are open ones."""
    sensitive = {row.id for row in aid.studies if row.sensitive}
    for place, row_id in enumerate(aid.card_rows):
        if row_id in sensitive:
            message = f"De rij '{row_id}' is gevoelig. Op de keuzekaart staat zij meteen open."
            yield Finding(("card_rows", place), message, "Kies voor de kaart een andere rij.")
