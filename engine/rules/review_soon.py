"""The owner hears in time that the day of review is near, or past (IPDAS C4, leidraad step 9; field.md KH15).

GOED
    herzien_voor: 2028-11-01           # two years ahead
FOUT
    herzien_voor: 2026-12-24           # next month, or a day that is past
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.terms import Age, Status
from engine.thresholds import REVIEW_SOON_DAYS

ID = "herzien-nodig"
# Never an error: an old page stays, and says so to its readers; it must not vanish overnight.
SOFT_WHILE = tuple(Status)


def check(aid: Aid, _source: Source, today: date) -> Iterator[Finding]:
    """`herzien_voor` is not past, and not within the next months."""
    age = aid.age(today)
    if age is Age.FRESH:
        return
    soon = f"Binnen {REVIEW_SOON_DAYS} dagen moet deze tekst opnieuw bekeken zijn."
    past = f"Deze tekst had vóór {aid.review_by} opnieuw bekeken moeten zijn."
    yield Finding(("review_by",), past if age.overdue else soon, "Kijk de inhoud na. Kies daarna een nieuwe dag.")
