"""Which aids have to be looked at again, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from engine.library import Library
from engine.model import Aid, Conversation
from engine.terms import Age

_STAGES = {
    Age.FRESH: "op tijd",
    Age.DUE: "bijna",
    Age.STALE: "te laat",
    Age.LONG_STALE: "veel te laat",
}


@dataclass(frozen=True)
class Due:
    """An aid or conversation and the day before which it has to be looked at again."""

    slug: str
    title: str
    owner: str
    by: date
    when: str
    age: Age


def due(library: Library, today: date) -> tuple[Due, ...]:
    """Every aid and conversation, the one that is due first at the top."""
    found = {
        Due(slug, text.title, text.owner, text.review_by, text.review_when, text.age(today))
        for slug, text in _texts(library)
    }
    return tuple(sorted(found, key=lambda one: (one.by, one.slug)))


def _texts(library: Library) -> Iterator[tuple[str, Aid | Conversation]]:
    yield from ((entry.slug, entry.aid) for entry in library.entries.values())
    yield from ((talk.slug, talk.conversation) for talk in library.talks.values())


def as_text(found: Iterable[Due]) -> str:
    """A line per aid: the day, how late it is, and who looks after it."""
    return "".join(f"{one.by}  {_STAGES[one.age]:<12}  {one.slug}  ({one.owner})\n" for one in found)
