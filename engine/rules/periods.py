"""A period says one thing: from less to more, and no number where the moment already says enough (field.md KH08).

GOED
    periode: {wanneer: na, aantal: 3, tot: 7, eenheid: dag}
FOUT
    periode: {wanneer: na, aantal: 7, tot: 3, eenheid: dag}
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid, Period
from engine.rules import Finding
from engine.source import Path, Source
from engine.terms import Moment

ID = "periode"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """The periods of all rows with numbers."""
    for where, row in aid.placed_studies():
        yield from _period(row.period, (*where, "period"))


def _period(period: Period, path: Path) -> Iterator[Finding]:
    counted = {"number": "aantal", "until": "tot", "unit": "eenheid"}
    given = [field for field in counted if getattr(period, field) is not None]
    when = period.when.value
    if period.when in (Moment.DURING_TREATMENT, Moment.VARYING):
        for field in given:
            remedy = f"Haal '{counted[field]}' weg, of kies een ander 'wanneer'."
            yield Finding((*path, field), f"Bij '{when}' hoort geen '{counted[field]}'.", remedy, at_key=True)
    elif not {"number", "unit"} <= set(given):
        remedy = "Voeg ze toe, zoals 'aantal: 6' en 'eenheid: week'."
        yield Finding(path, f"Bij '{when}' horen 'aantal' en 'eenheid'.", remedy, at_key=True)
    elif period.until is not None and period.until <= (period.number or 0):
        message = f"'tot' is {period.until}, en dat is niet meer dan 'aantal' ({period.number})."
        yield Finding((*path, "until"), message, "Zet het kleinste getal bij 'aantal'.")
