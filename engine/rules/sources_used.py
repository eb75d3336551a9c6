"""Every source is used by a row, a fact or a test: a list of unread titles says nothing (IPDAS C2; field.md KH13).

GOED
    bronnen: [{id: districts, …}]      # and a row has onderzoek: districts
FOUT
    bronnen: [{id: districts, …}, {id: nergens-gebruikt, …}]
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

ID = "bron-ongebruikt"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No source stands in the list for show."""
    used = {row.study for row in aid.studies}
    used |= {cell.source for fact in aid.facts for cell in fact.cells.values() if cell.source}
    used |= {aid.test.accuracy.study} if aid.test else set()
    for number, source in enumerate(aid.sources):
        if source.id not in used:
            message = f"De bron '{source.id}' wordt nergens gebruikt."
            remedy = "Verwijs ernaar in een rij of een feit, of haal de bron weg."
            yield Finding(("sources", number, "id"), message, remedy)
