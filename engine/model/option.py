"""The possibilities a reader can choose from."""

from dataclasses import dataclass

from engine.terms import OptionKind


@dataclass(frozen=True)
class Waiting:
    """What waiting takes: how long, what to watch for, when to call, and that one can still choose later."""

    how_long: str
    watch_for: tuple[str, ...]
    call: tuple[str, ...]
    choose_later: str


@dataclass(frozen=True)
class Pictogram:
    """A simple picture; `alt` says what it means here, not what it draws."""

    icon: str
    alt: str
    licence: str
    source: str


@dataclass(frozen=True)
class Option:
    """One possibility. `explanation` and `more` are deeper layers, shown on demand."""

    nr: int
    id: str
    kind: OptionKind
    name: str
    what: str
    experience: str
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    when_and_how_long: str
    afterwards: str
    where: str
    costs: str
    explanation: str | None = None
    more: str | None = None
    waiting: Waiting | None = None
    pictogram: Pictogram | None = None
