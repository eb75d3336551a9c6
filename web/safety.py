"""What keeps a reader safe on a page: whose sheet it is, whom a child can talk to, and the way out at once.

None of it depends on what anyone fills in.
"""

from dataclasses import dataclass, replace

from engine import language
from engine.language import Translate
from engine.library import Entry
from engine.terms import Address
from web.fixed_terms import ABOUT_A_CHILD, VOICES
from web.help_lines import LINES, HelpLine
from web.links import Choices, link
from web.site import site

# Pages whose sheet is of everyone together, whoever opens them.
SHARED_SHEET = frozenset({"afspraken", "terugkijken", "samen", "groep"})


@dataclass(frozen=True)
class Safety:
    """`whose` is the voice of the sheet, empty for the shared one; `name` is what readers call it.

    `done` leads to where the device is handed on. `leave` is a neutral page, empty where nobody has to be quick.
    `sensitive`: nothing outside the site names the aid. `checked` is the oldest day on which a number was read.
    """

    whose: str
    name: str
    done: str
    leave: str
    sensitive: bool
    lines: tuple[HelpLine, ...]
    checked: str


def of_aid(entry: Entry, choices: Choices, page: str, _: Translate) -> Safety:
    """On a page of an aid; for children where it speaks to them, or as it speaks to children."""
    return of_page(
        "" if page in SHARED_SHEET else choices.whose,
        link(entry.slug, "samen", replace(choices, speaker="")),
        _,
        child=entry.aid.address is Address.INFORMAL or choices.whose == "kind",
        sensitive=entry.aid.sensitive,
    )


def of_page(whose: str, done: str, _: Translate, *, child: bool, sensitive: bool) -> Safety:
    """`child`: the page speaks to children. `sensitive`: its subject may have to stay a secret at home."""
    return Safety(
        whose=whose,
        name=_({**VOICES, **ABOUT_A_CHILD}[whose]) if whose else "",
        done=done,
        sensitive=sensitive,
        leave=site().leave if child or sensitive else "",
        lines=tuple(HelpLine(_(one.name), _(one.about), one.number, one.source, one.read_on) for one in LINES)
        if child
        else (),
        checked=language.day(min(one.read_on for one in LINES), language.FORMAL),
    )
