"""The steps of a conversation or a sheet, shown as the pages of an aid show their chapters. Each can be skipped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from engine.language import N_, Translate
from web.chapters import WHOLE, Chapter, Whereabouts
from web.frame import AidFrame, Link, Progress


@dataclass(frozen=True)
class Steps:
    """Pages in order with what each is called, and `begin`, the page before the first.

    `between` are pages on the way that are no step themselves, each with the step it comes after and belongs to.
    """

    pages: tuple[str, ...]
    names: Mapping[str, str]
    begin: str
    between: Mapping[str, str] = field(default_factory=dict)

    def around(self, frame: AidFrame, page: str, href: Callable[[str], str], _: Translate) -> AidFrame:
        """The frame of a page with where it stands among the steps, and the way back and on where it is one."""
        step = self.between.get(page, page)
        number = self.pages.index(step) if step in self.pages else -1
        chapters = tuple(
            Chapter(_(self.names[name]), href(name), place == number, place < number)
            for place, name in enumerate(self.pages)
        )
        found = replace(frame, where=Whereabouts(() if page == WHOLE else chapters, ()))
        return found if number < 0 else self._walking(found, page, number, href, _)

    def titled(self, heading: str, page: str, title: str, _: Translate) -> str:
        """What a page is called: its heading, the step it belongs to, and what all these pages are about."""
        step = self.between.get(page, page)
        if step not in self.pages:
            return " – ".join(dict.fromkeys([heading, title]))
        place = self._counted(self.pages.index(step), _)
        return " – ".join(dict.fromkeys([heading, f"{place}: {_(self.names[step])}", title]))

    def _counted(self, number: int, _: Translate) -> str:
        return _(N_("Stap {number} van {count}")).format(number=number + 1, count=len(self.pages))

    def _walking(self, frame: AidFrame, page: str, number: int, href: Callable[[str], str], _: Translate) -> AidFrame:
        count = len(self.pages)
        way = [self.begin]
        for step in self.pages:
            way += [step, *(name for name, before in self.between.items() if before == step)]
        place = way.index(page)
        return replace(
            frame,
            progress=Progress(self._counted(number, _), number + 1, count, ""),
            back=Link(_(N_("Terug")), href(way[place - 1])),
            onward=Link(_(N_("Verder")), href(way[place + 1])) if place + 1 < len(way) else None,
        )
