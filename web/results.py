"""The page of search results: what was found and why, ways to narrow it, and an honest answer where nothing was."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import urlencode

from engine import language, search
from engine.language import N_
from engine.library import Entry
from engine.search import Hit
from engine.search.analysis import term
from engine.terms import Address, Audience
from engine.thresholds import QUERY_CHARACTERS
from engine.voice import Voice
from web import frame
from web.finding import AidCard, ThemeLink, cards, conversations, theme_links, theme_name
from web.frame import Frame, Link
from web.site import site, translator
from web.urgent import Urgent, urgent

# How much two words must be alike, from 0 to 1: one wrong letter in eight is, one in five is not.
_NEARLY = 0.85


@dataclass(frozen=True)
class Piece:
    """A piece of a text, and whether it is what someone typed."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Result:
    """An aid that was found: its card, the text by which, for whom it is, and until when it holds."""

    card: AidCard
    why: tuple[Piece, ...]
    audience: str
    date: str


@dataclass(frozen=True)
class ResultsPage:
    """`narrower` are the themes among the results, `theme` the chosen one; `meant` asks the better-spelled query.

    `besides` is what is no keuzehulp: conversations to prepare, and sheets to understand. `urgent` stands above all.
    """

    frame: Frame
    heading: str
    query: str
    results: tuple[Result, ...]
    narrower: tuple[Link, ...]
    theme: str
    everything: str
    meant: Link | None
    themes: tuple[ThemeLink, ...]
    besides: tuple[Link, ...]
    urgent: tuple[Urgent, ...]


def results_page(query: str, theme: str) -> ResultsPage:
    """The aids that answer a query, within a theme where one is asked for; an empty query has none."""
    library, shown = site().library, as_shown(query)
    answer = site().index.answer(query)
    hits = search.stale_last(answer.hits, library, site().today())
    asked = {term(word) for word in search.words(query[:QUERY_CHARACTERS])}
    names = dict.fromkeys(name for hit in hits for name in library.entries[hit.slug].aid.themes)
    chosen = next((name for name in names if theme_name(name) == theme), "")
    kept = [hit for hit in hits if not chosen or chosen in library.entries[hit.slug].aid.themes]
    narrower = [name for name in names if 0 < _with(hits, name) < len(hits)]
    besides = _besides(asked)
    heading = _heading(shown, found=bool(kept or besides))
    return ResultsPage(
        frame.plain(heading, language.FORMAL, index=False),
        heading,
        shown,
        tuple(_result(hit, library.entries[hit.slug]) for hit in kept),
        tuple(Link(name, _address(shown, theme_name(name))) for name in narrower if name != chosen),
        chosen,
        _address(shown),
        Link(answer.meant, _address(answer.meant)) if answer.meant else None,
        () if hits else theme_links(library.entries.values()),
        besides,
        urgent(asked),
    )


def as_shown(query: str) -> str:
    """A query on one line, as far as it is read."""
    return " ".join(query[:QUERY_CHARACTERS].split())


def _besides(asked: Set[str]) -> tuple[Link, ...]:
    """Conversations and sheets that have a word of the query in their title or question, or nearly."""
    return tuple(
        Link(one.title, href)
        for one, href in conversations()
        if any(
            get_close_matches(word, asked, 1, _NEARLY)
            for word in map(term, search.words(f"{one.title} {one.question}"))
        )
    )


def _heading(query: str, *, found: bool) -> str:
    """What came of the search, in the title too: it is the first thing that is read aloud."""
    asked = N_("Daar hebben wij geen keuzehulp over") if query else N_("Wat wilt u zoeken?")
    return translator(language.FORMAL)(N_("Dit hebben wij gevonden") if found else asked)


def _with(hits: Iterable[Hit], theme: str) -> int:
    return sum(theme in site().library.entries[hit.slug].aid.themes for hit in hits)


def _address(query: str, theme: str = "") -> str:
    return f"/zoeken?{urlencode({'q': query, 'thema': theme} if theme else {'q': query})}"


def _result(hit: Hit, entry: Entry) -> Result:
    _ = translator(language.FORMAL)
    day = language.day(entry.aid.review_by, language.FORMAL)
    return Result(
        cards([entry])[0],
        tuple(_pieces(hit)) if hit.why != entry.aid.title else (),
        _audience(entry, _),
        _(N_("Opnieuw bekijken vóór {date}")).format(date=day),
    )


def _audience(entry: Entry, _: language.Translate) -> str:
    if entry.aid.address is Address.INFORMAL:
        return _(N_("Voor kinderen en jongeren"))
    if Voice(audience=Audience.CHILD) in entry.voices:
        return _(N_("Voor kinderen en hun ouders"))
    return _(N_("Voor ouders van een kind")) if entry.aid.about_children else ""


def _pieces(hit: Hit) -> Iterator[Piece]:
    """The text by which an aid was found, cut where the words of the query begin and end. Plain text, never HTML."""
    place = 0
    for start, end in hit.marks:
        if start > place:
            yield Piece(hit.why[place:start], marked=False)
        yield Piece(hit.why[start:end], marked=True)
        place = end
    if place < len(hit.why):
        yield Piece(hit.why[place:], marked=False)
