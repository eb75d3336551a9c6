"""Which aids have to be looked at again, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.library import Library
from engine.terms import Age

_STAGES = {
    Age.FRESH: "op tijd",
    Age.DUE: "bijna",
    Age.STALE: "te laat",
    Age.LONG_STALE: "veel te laat",
}


@dataclass(frozen=True)
class Due:
    """An aid and the day before which it has to be looked at again."""

    slug: str
    title: str
    owner: str
    by: date
    when: str
    age: Age


def due(library: Library, today: date) -> tuple[Due, ...]:
    """Every aid, the one that is due first at the top."""
    found = (
        Due(entry.slug, entry.aid.title, entry.aid.owner, entry.aid.review_by, entry.aid.review_when, age)
        for entry in library.entries.values()
        for age in [entry.aid.age(today)]
    )
    return tuple(sorted(found, key=lambda one: (one.by, one.slug)))


def as_text(found: Iterable[Due]) -> str:
    """A line per aid: the day, how late it is, and who looks after it."""
    return "".join(f"{one.by}  {_STAGES[one.age]:<12}  {one.slug}  ({one.owner})\n" for one in found)
