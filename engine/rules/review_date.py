"""The day of review is near enough to matter (IPDAS C4, leidraad step 9; field.md KH14).

GOED
    herzien_voor: 2028-11-01           # two years ahead
FOUT
    herzien_voor: 2040-01-01
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.thresholds import REVIEW_MONTHS

ID = "herzien"
SOFT_UNTIL_PUBLISHED = True


def check(aid: Aid, _source: Source, today: date) -> Iterator[Finding]:
    """`herzien_voor` is not years away."""
    last = _months_after(today, REVIEW_MONTHS)
    if aid.review_by > last:
        message = f"Deze dag ligt meer dan {REVIEW_MONTHS} maanden vooruit."
        yield Finding(("review_by",), message, f"Kies {last} of eerder: nieuw onderzoek wacht niet.")


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last day of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
