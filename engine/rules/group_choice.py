"""Where readers open the numbers of their own group, each row says whose it is, and there are groups to choose from.

Every group shows what one study says of people like the reader; nothing is computed for anyone (ADR 2).

GOED
    kies_groep: {rijen: [risico-5, risico-10], …}      # and both rows have their own voor_wie
FOUT
    kies_groep: {rijen: [risico-5, spierklachten], …}  # and spierklachten has no voor_wie
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

ID = "kies-groep"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """The rows of `kies_groep` have a `voor_wie`, of two kinds at least."""
    if aid.group_choice is None:
        return
    readers = {row.id: row.for_readers for row in aid.studies}
    for number, row in enumerate(aid.group_choice.rows):
        if row in readers and not readers[row]:
            message = f"De rij '{row}' zegt niet over wie het gaat."
            yield Finding(
                ("group_choice", "rows", number), message, "Geef die rij voor_wie, of haal de rij hier weg."
            )
    groups = {readers.get(row) for row in aid.group_choice.rows}
    if len(groups) == 1 and groups != {None}:
        message = "Alle rijen gaan over dezelfde groep. Er is niets te kiezen."
        yield Finding(("group_choice", "rows"), message, "Noem rijen van meer groepen, of haal kies_groep weg.")
