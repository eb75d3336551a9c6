"""Which texts have to be looked at again, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from engine.library import Library
from engine.library.conversations import GENERAL
from engine.library.practices import FOLDER as PRACTICE
from engine.model import Aid, Conversation, PracticeSheet
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
    """Every aid, conversation and sheet, the one that is due first at the top."""
    found = {
        Due(slug, text.title, text.owner, text.review_by, text.review_when, text.age(today))
        for slug, text in _texts(library)
    }
    return tuple(sorted(found, key=lambda one: (one.by, one.slug)))


def _texts(library: Library) -> Iterator[tuple[str, Aid | Conversation | PracticeSheet]]:
    yield from ((entry.slug, entry.aid) for entry in library.entries.values())
    yield from ((talk.slug, talk.conversation) for talk in (*library.talks.values(), *library.networks.values()))
    # Without a folder of their own: each is one form of address of the same text.
    yield from ((f"{GENERAL}-{address}", talk.conversation) for address, talk in library.general.items())
    yield from ((f"{PRACTICE}-{kind}", sheet.content) for kind, sheet in library.practice.items())


def as_text(found: Iterable[Due]) -> str:
    """A line per text: the day, how late it is, and who looks after it."""
    return "".join(f"{one.by}  {_STAGES[one.age]:<12}  {one.slug}  ({one.owner})\n" for one in found)
