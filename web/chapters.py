"""Where a reader is: the chapters of an aid in a few words each, the present one marked, and two short ways."""

from collections.abc import Callable
from dataclasses import dataclass

from engine import journey
from engine.language import N_, Translate
from engine.model import Aid

# One or two words each: they stand side by side on a wide screen.
_NAMES = {
    "start": N_("Begin"),
    "situatie": N_("Uitleg"),
    "opties": N_("Mogelijkheden"),
    "vergelijken": N_("Verschillen"),
    "belangrijk": N_("Wat telt"),
    "begrepen": N_("Duidelijk?"),
    "besluit": N_("Keuze"),
    "vragen": N_("Vragen"),
    "samenvatting": N_("Samenvatting"),
}
# The whole aid on one page holds nothing to unfold.
WHOLE = "alles"
# One tap away on every page of an aid, without unfolding anything.
SHORT_WAYS = ("opties", "samenvatting")


@dataclass(frozen=True)
class Chapter:
    """A chapter with the address of its first page. `here`: the page is in it; `passed`: it comes before this one."""

    name: str
    href: str
    here: bool
    passed: bool


@dataclass(frozen=True)
class Whereabouts:
    """`chapters` is the whole walk; `ways` are those one can always take, without the one where the reader is."""

    chapters: tuple[Chapter, ...]
    ways: tuple[Chapter, ...]


def whereabouts(aid: Aid, page: str, href: Callable[[str], str], _: Translate) -> Whereabouts:
    """The chapters of the aid as seen from one of its pages, which need not be in the walk."""
    names = journey.chapters(aid)
    current = page.partition("/")[0]
    number = names.index(current) if current in names else -1
    found = tuple(
        Chapter(_(_NAMES[name]), href(name), place == number, place < number) for place, name in enumerate(names)
    )
    ways = tuple(one for name, one in zip(names, found, strict=True) if name in SHORT_WAYS and name != page)
    return Whereabouts(() if page == WHOLE else found, ways)


def name(chapter: str, _: Translate) -> str:
    """What a chapter is called where there is little room."""
    return _(_NAMES[chapter])
