"""The pages on which a reader finds an aid: home, A to Z, and the results of a search."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from engine import language
from engine.language import N_
from engine.library import Entry
from engine.terms import Age
from engine.thresholds import QUERY_CHARACTERS
from web import frame
from web.frame import Frame, Link
from web.links import Choices, link
from web.site import site, translator

# Example searches on the home page, each the first search word of an aid.
_EXAMPLES = 3


@dataclass(frozen=True)
class AidCard:
    """An aid in a list: what it is about, the decision, and whether it is still a trial or has grown old."""

    title: str
    question: str
    href: str
    trial: bool
    old: bool


@dataclass(frozen=True)
class Group:
    """Aids under one letter or theme; `anchor` is the name of its place on the page."""

    title: str
    anchor: str
    aids: tuple[AidCard, ...]


@dataclass(frozen=True)
class HomePage:
    frame: Frame
    examples: tuple[Link, ...]
    themes: tuple[Link, ...]
    count: int


@dataclass(frozen=True)
class CataloguePage:
    frame: Frame
    letters: tuple[Group, ...]
    themes: tuple[Group, ...]


@dataclass(frozen=True)
class ResultsPage:
    frame: Frame
    query: str
    aids: tuple[AidCard, ...]


def home_page() -> HomePage:
    """Search box, three examples, themes, and the way to the whole list."""
    entries = site().library.entries.values()
    words = [entry.aid.search_words[0] for entry in entries][:_EXAMPLES]
    return HomePage(
        frame.plain(_text(N_("Keuzehulp: samen beslissen over uw zorg")), language.FORMAL),
        tuple(Link(word, f"/zoeken?{urlencode({'q': word})}") for word in words),
        tuple(Link(group.title, f"/keuzehulpen#{group.anchor}") for group in _themes(entries)),
        len(entries),
    )


def catalogue_page() -> CataloguePage:
    """Every aid, once under its letter and once under each of its themes."""
    entries = by_title()
    letters: dict[str, list[Entry]] = {}
    for entry in entries:
        letters.setdefault(entry.aid.title[0].upper(), []).append(entry)
    groups = tuple(Group(letter, f"letter-{letter.lower()}", cards(found)) for letter, found in letters.items())
    return CataloguePage(frame.plain(_text(N_("Alle keuzehulpen")), language.FORMAL), groups, _themes(entries))


def results_page(query: str) -> ResultsPage:
    """The aids that answer a query; an empty query has none."""
    entries = site().library.entries
    hits = [entries[hit.slug] for hit in site().index.find(query)]
    # Long past its review date: still to be found, but behind what is looked after.
    found = sorted(hits, key=lambda entry: entry.aid.age(site().today()) is Age.LONG_STALE)
    shown = " ".join(query[:QUERY_CHARACTERS].split())
    return ResultsPage(frame.plain(_text(N_("Zoeken")), language.FORMAL, index=False), shown, cards(found))


def _themes(entries: Iterable[Entry]) -> tuple[Group, ...]:
    themes: dict[str, list[Entry]] = {}
    for entry in entries:
        for theme in entry.aid.themes:
            themes.setdefault(theme, []).append(entry)
    return tuple(
        Group(theme, "thema-" + "-".join(theme.lower().replace(",", "").split()), cards(themes[theme]))
        for theme in sorted(themes)
    )


def by_title() -> list[Entry]:
    """Every aid of the site, from A to Z."""
    return sorted(site().library.entries.values(), key=lambda entry: entry.aid.title.casefold())


def cards(entries: Iterable[Entry]) -> tuple[AidCard, ...]:
    """A card per aid that leads to its start."""
    return tuple(
        AidCard(
            entry.aid.title,
            entry.aid.question,
            link(entry.slug, "start", Choices()),
            frame.is_trial(entry.aid),
            entry.aid.age(site().today()).overdue,
        )
        for entry in entries
    )


def _text(text: str) -> str:
    return translator(language.FORMAL)(text)
