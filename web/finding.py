"""The pages on which a reader finds an aid without typing: home, and A to Z."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from engine import language
from engine.language import N_
from engine.library import Entry
from engine.model import Conversation
from web import frame
from web.frame import Frame, Link
from web.links import Choices, link
from web.site import pictogram_svg, site, translator

# Example searches on the home page, each the first search word of an aid.
_EXAMPLES = 3
NO_PICTURE = Markup("")
# The picture of each theme that the format knows: decoration beside its name.
THEME_PICTURES = {
    "Botten, spieren en gewrichten": "joints",
    "Buik, maag en darmen": "stomach",
    "Gevoel en gedrag": "mental-health",
    "Hart en bloedvaten": "heart-organ",
    "Hoofd en zenuwen": "neurology",
    "Huid": "allergies",
    "Kanker": "ribbon",
    "Keel, neus en oren": "ear",
    "Kinderen": "young-people",
    "Longen": "lungs",
    "Mannen": "man",
    "Plassen en nieren": "kidneys",
    "Suikerziekte en hormonen": "diabetes",
    "Vrouwen en zwangerschap": "woman",
}


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
    """Aids under one letter or theme; `anchor` is the name of its place on the page. A letter has no picture."""

    title: str
    anchor: str
    aids: tuple[AidCard, ...]
    picture: Markup = NO_PICTURE


@dataclass(frozen=True)
class ThemeLink:
    text: str
    href: str
    picture: Markup


@dataclass(frozen=True)
class HomePage:
    frame: Frame
    examples: tuple[Link, ...]
    themes: tuple[ThemeLink, ...]
    networks: tuple[Link, ...]
    count: int


@dataclass(frozen=True)
class CataloguePage:
    frame: Frame
    letters: tuple[Group, ...]
    themes: tuple[Group, ...]


def home_page() -> HomePage:
    """Search box, three examples, themes, and the way to the whole list."""
    entries = site().library.entries.values()
    words = [entry.aid.search_words[0] for entry in entries][:_EXAMPLES]
    return HomePage(
        frame.plain(_text(N_("Samen beslissen over uw zorg")), language.FORMAL),
        tuple(Link(word, f"/zoeken?{urlencode({'q': word})}") for word in words),
        theme_links(entries),
        tuple(Link(one.conversation.title, f"/k/{slug}/start") for slug, one in site().library.networks.items()),
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


def theme_links(entries: Iterable[Entry]) -> tuple[ThemeLink, ...]:
    """Every theme that has an aid, with its place in the list of all."""
    return tuple(ThemeLink(group.title, f"/keuzehulpen#{group.anchor}", group.picture) for group in _themes(entries))


def _themes(entries: Iterable[Entry]) -> tuple[Group, ...]:
    themes: dict[str, list[Entry]] = {}
    for entry in entries:
        for theme in entry.aid.themes:
            themes.setdefault(theme, []).append(entry)
    return tuple(
        Group(theme, f"thema-{theme_name(theme)}", cards(themes[theme]), _picture(theme)) for theme in sorted(themes)
    )


def _picture(theme: str) -> Markup:
    return Markup(pictogram_svg(f"thema/{THEME_PICTURES[theme]}"))


def theme_name(theme: str) -> str:
    """A theme as it stands in an address."""
    return "-".join(theme.lower().replace(",", "").split())


def by_title() -> list[Entry]:
    """Every aid of the site, from A to Z."""
    return sorted(site().library.entries.values(), key=lambda entry: entry.aid.title.casefold())


def conversations() -> Iterator[tuple[Conversation, str]]:
    """What is no choice, with where it begins: conversations about one disease, and sheets about one child."""
    library = site().library
    yield from ((talk.conversation, f"/gesprek/{slug}/") for slug, talk in library.talks.items())
    yield from ((sheet.conversation, f"/k/{slug}/start") for slug, sheet in library.networks.items())


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
