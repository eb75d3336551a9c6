"""The walk: the fixed chapters of an aid, their pages, and what comes before and after. Knows only the model."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.model import Aid

CHAPTERS = (
    "start",
    "situatie",
    "opties",
    "vergelijken",
    "belangrijk",
    "begrepen",
    "besluit",
    "vragen",
    "samenvatting",
)
# Pages of `besluit` and the last page of `belangrijk`: one question each.
DECIDING = ("wie", "keuze", "zeker")
OWN_WORRY = "eigen"
# Pages of an aid that are not part of the walk.
EXTRA_PAGES = (
    *("alles", "bronnen", "wissen", "wijzigingen", "kwaliteit", "keuzekaart", "beeld", "blad"),
    *("doelen", "afspraken", "terugkijken", "samen", "groep"),
)


@dataclass(frozen=True)
class Step:
    """One page of the walk. `item` names the page inside its chapter; `position` of `size` counts those pages."""

    chapter: str
    item: str | None
    chapter_number: int
    chapter_count: int
    position: int = 0
    size: int = 0

    @property
    def page(self) -> str:
        """The end of the page's address: `opties/spalk`."""
        return f"{self.chapter}/{self.item}" if self.item else self.chapter


def chapters(aid: Aid) -> tuple[str, ...]:
    """The chapters this aid has; the same for every reader, so that "Stap 3 van 9" never changes."""
    return tuple(name for name in CHAPTERS if name != "begrepen" or aid.knowledge_questions)


def walk(aid: Aid, options: tuple[str, ...] = ()) -> tuple[Step, ...]:
    """Every page of the walk, in order; `options` are the ids it passes, all of them where there are none."""
    return tuple(_steps(aid, options))


def find(steps: tuple[Step, ...], page: str) -> int | None:
    """The place of a page in a walk, or None where it has no such page."""
    return next((number for number, step in enumerate(steps) if step.page == page), None)


def has(aid: Aid, page: str) -> bool:
    """Whether the aid has this page, in its walk or apart from it."""
    return page in EXTRA_PAGES or find(walk(aid), page) is not None


def fixed_pages() -> tuple[str, ...]:
    """The pages that stand apart from an aid's own options and questions."""
    deciding = tuple(f"besluit/{item}" for item in DECIDING)
    return (*CHAPTERS, *deciding, f"belangrijk/{OWN_WORRY}", *EXTRA_PAGES)


def _steps(aid: Aid, options: tuple[str, ...]) -> Iterator[Step]:
    names = chapters(aid)
    for number, chapter in enumerate(names, start=1):
        yield Step(chapter, None, number, len(names))
        items = _items(aid, chapter, options)
        for position, item in enumerate(items, start=1):
            yield Step(chapter, item, number, len(names), position, len(items))


def _items(aid: Aid, chapter: str, options: tuple[str, ...]) -> tuple[str, ...]:
    if chapter == "opties":
        return tuple(option.id for option in aid.options if not options or option.id in options)
    if chapter == "belangrijk":
        return (*(question.id for question in aid.preference_questions), OWN_WORRY)
    if chapter == "besluit":
        return DECIDING
    return ()
