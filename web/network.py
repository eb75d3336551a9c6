"""The pages of a sheet of `soort: begrijpen` under `/k/<slug>/`: first understand, then goals and agreements."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from flask import Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from engine import language
from engine.language import N_, Translate
from engine.library import Talk
from engine.model import Area, NetworkSheet
from web import frame, phases, wording
from web.fixed_terms import ABOUT_A_CHILD, TERMS
from web.frame import Frame, Link
from web.headers import cached
from web.page_objects import AnswersView, Choice
from web.phases import PhasesView, Speaker
from web.safety import of_page
from web.site import site, translator
from web.steps import Steps
from web.talk import aid_frame

# The pages in order, with the h1 of each. The first five are steps; a child can skip any.
_STEPS = ("plaatje", "doelen", "proberen", "afspraken", "terugkijken")
_HEADINGS = {
    "start": "",
    "plaatje": TERMS["picture"],
    "doelen": frame.HEADINGS["doelen"],
    "proberen": N_("Wat kunnen we proberen?"),
    "afspraken": frame.HEADINGS["afspraken"],
    "terugkijken": frame.HEADINGS["terugkijken"],
    "samen": N_("Ieder een eigen plaatje"),
    "vertellen": TERMS["told"],
    "afdrukken": N_("Mijn plaatje op papier"),
    "wissen": frame.HEADINGS["wissen"],
    "alles": N_("Een leeg plaatje op papier"),
}
_SHORTCUTS = {
    "plaatje": TERMS["picture"],
    "doelen": TERMS["goals"],
    "proberen": TERMS["try"],
    "afspraken": TERMS["agreements"],
    "terugkijken": TERMS["look_back"],
    "vertellen": TERMS["told"],
    "afdrukken": N_("Afdrukken"),
    "samen": N_("Ieder een eigen plaatje"),
    "alles": N_("Een leeg plaatje op papier"),
    "wissen": N_("Bewaren of wissen"),
}
_WALK = Steps(_STEPS, _SHORTCUTS, begin="start")
# Pages of nobody in particular.
_OF_ALL = frozenset({"start", "samen", "alles"})
_ROOMY = frozenset({"plaatje", "samen", "terugkijken"})
_HOW = (
    *(N_("Heel goed"), N_("Goed"), N_("Gaat wel")),
    *(N_("Niet zo goed"), N_("Slecht"), N_("Ik weet het nog niet")),
)
_SIGNS = ("++", "+", "+−", "−", "−−", "")
_CAN = (N_("Ja"), N_("Misschien"), N_("Nee"), N_("Ik weet het nog niet"))
_CLOSE = (N_("Heel dichtbij"), N_("Dichtbij"), N_("Verder weg"))
# What is read to someone who does not see the drawing; the list says the rest.
_IN_WORDS = N_(
    "Een tekening. In het midden: {name}. Daaromheen de thema’s: {themes}. In kringen de mensen: {people}. "
    "In de lijst staat alles."
)
_NO_NAME = N_("een lege plek")
_LEGEND = (("star", N_("Dit wil ik anders")), ("heart", N_("Helpt mij")), ("bubble", N_("Mag dit weten")))


@dataclass(frozen=True)
class How:
    """How a theme is: its number, sign and words."""

    value: int
    sign: str
    label: str


@dataclass(frozen=True)
class AreaView:
    """A theme in words for who fills in."""

    nr: int
    id: str
    name: str
    prompts: tuple[str, ...]
    changes: tuple[str, ...]
    helps: tuple[str, ...]


@dataclass(frozen=True)
class OtherAid:
    """An aid where something can be chosen, with its options to try."""

    link: Link
    options: tuple[str, ...]


@dataclass(frozen=True)
class NetworkView:
    """A sheet as its pages show it. `words` is what the drawing needs, for its script."""

    slug: str
    title: str
    question: str
    for_whom: str
    core: tuple[str, ...]
    adult: bool
    areas: tuple[AreaView, ...]
    roles: tuple[str, ...]
    tries: tuple[str, ...]
    others: tuple[OtherAid, ...]
    hows: tuple[How, ...]
    can: tuple[Choice, ...]
    close: tuple[Choice, ...]
    legend: tuple[tuple[str, str], ...]
    words: dict[str, object]
    answers: AnswersView
    pages: dict[str, str]
    steps: tuple[Link, ...]
    preferences: tuple[()] = ()


def begin(slug: str) -> BaseResponse:
    """Where the address of the sheet itself leads."""
    return redirect(_link(slug, "start", request.args.get("stem", "")))


def page_of(slug: str, page: str) -> Response:
    """A page of the sheet in this folder."""
    if page not in _HEADINGS:
        abort(404)
    talk = site().library.networks[slug]
    asked = request.args.get("stem", "")
    speaker = asked if asked in ABOUT_A_CHILD else ""
    old = talk.conversation.age(site().today())
    return cached(
        site().listing_etag(f"{request.full_path} {old}"),
        lambda: _render(talk, page, speaker, odd=asked != speaker or bool(set(request.args) - {"stem"})),
    )


def _render(talk: Talk, page: str, speaker: str, *, odd: bool) -> str:
    _ = translator(language.INFORMAL)
    heading = _(_HEADINGS[page]) if _HEADINGS[page] else talk.conversation.question
    around = _frame(talk, page, heading, speaker, _)
    assert around.aid is not None
    return render_template(
        f"pages/{page}.html" if page in ("doelen", "wissen") else f"pages/plaatje_{page}.html",
        page=replace(around, aid=replace(around.aid, unknown_choice=odd)),
        aid=view(talk, speaker, _),
        item=_help(talk, _),
        heading=heading,
        _=_,
    )


def _link(slug: str, page: str, speaker: str = "") -> str:
    # The sheet is the child's, so that needs no word in the address.
    stem = speaker if speaker in ABOUT_A_CHILD and speaker != "kind" else ""
    return f"/k/{quote(slug)}/{page}{f'?stem={stem}' if stem else ''}"


def _help(talk: Talk, _: Translate) -> PhasesView:
    found = phases.of_talk(talk, lambda name: _link(talk.slug, "plaatje", name), _)
    speakers = tuple(
        Speaker(name, _(text), _link(talk.slug, "plaatje", name)) for name, text in ABOUT_A_CHILD.items()
    )
    return replace(found, speakers=speakers)


def view(talk: Talk, speaker: str, _: Translate) -> NetworkView:
    """The sheet in words for one speaker."""
    found = talk.conversation
    assert isinstance(found, NetworkSheet)
    adult = speaker in ("ouder", "school")
    hows = tuple(How(value, sign, _(text)) for value, (sign, text) in enumerate(zip(_SIGNS, _HOW, strict=True), 1))
    entries = [site().library.entries[slug] for slug in found.aids if slug in site().library.entries]
    return NetworkView(
        slug=talk.slug,
        title=found.title,
        question=found.question,
        for_whom=found.for_whom,
        core=found.core,
        adult=adult,
        areas=tuple(_area(area, adult=adult) for area in found.areas),
        roles=tuple(role.name for role in found.roles),
        tries=found.tries,
        others=tuple(
            OtherAid(Link(entry.aid.title, f"/k/{quote(entry.slug)}/start"), tuple(o.name for o in entry.aid.options))
            for entry in entries
        ),
        hows=hows,
        can=tuple(Choice(value, _(text)) for value, text in enumerate(_CAN, 1)),
        close=tuple(Choice(value, _(text)) for value, text in enumerate(_CLOSE, 1)),
        legend=tuple((name, _(text)) for name, text in _LEGEND),
        words={
            "how": [how.label for how in hows],
            "rings": [_(text) for text in _CLOSE],
            "alt": _(_IN_WORDS),
            "nobody": _(_NO_NAME),
        },
        answers=wording.answers((), lambda page: _link(talk.slug, page), _),
        pages={page: _link(talk.slug, page, speaker) for page in _HEADINGS},
        steps=tuple(Link(_(_SHORTCUTS[page]), _link(talk.slug, page, speaker)) for page in _STEPS),
    )


def _area(area: Area, *, adult: bool) -> AreaView:
    own = area.adult if adult else area
    return AreaView(area.nr, area.id, own.name, own.prompts, area.changes, area.helps)


def _frame(talk: Talk, page: str, heading: str, speaker: str, _: Translate) -> Frame:
    title = talk.conversation.title
    shortcuts = tuple(
        Link(_(text), _link(talk.slug, name, speaker)) for name, text in _SHORTCUTS.items() if name != page
    )
    around = aid_frame(
        talk,
        Link(title, _link(talk.slug, "start", speaker)),
        shortcuts,
        of_page(
            "" if page in _OF_ALL else speaker or "kind", _link(talk.slug, "samen"), _, child=True, sensitive=False
        ),
        _,
    )
    name = _WALK.titled(heading, page, title, _)
    plain = frame.plain(name, language.INFORMAL, index=False, wide=page in _ROOMY)
    if page != "start":
        around = replace(around, back=Link(_(N_("Terug")), _link(talk.slug, "start", speaker)))
    return replace(
        plain, sheet="plaatje", aid=_WALK.around(around, page, lambda name: _link(talk.slug, name, speaker), _)
    )
