"""A conversation without an aid: `/gesprek/` in general, `/gesprek/<slug>/` for goals in one disease."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from engine import language
from engine.language import N_, Translate
from engine.library import Talk
from engine.terms import Address, Status
from web import frame, phases, wording
from web.alarm import alarm_groups
from web.fixed_terms import TERMS, VOICES
from web.frame import AidFrame, Frame, Link
from web.headers import cached
from web.page_objects import AnswersView
from web.readers import NO_VOICES
from web.safety import SHARED_SHEET, Safety, of_page
from web.site import site, translator
from web.steps import Steps

blueprint = Blueprint("talk", __name__)

# The pages in order, with the h1 of each. The first four are the phases.
_PHASES = ("voorbereiden", "doelen", "afspraken", "terugkijken")
_HEADINGS = {
    "": N_("Een gesprek voorbereiden"),
    "voorbereiden": N_("Wat wilt u bespreken?"),
    "doelen": frame.HEADINGS["doelen"],
    "meenemen": N_("Neem dit mee naar het gesprek"),
    "afspraken": frame.HEADINGS["afspraken"],
    "terugkijken": frame.HEADINGS["terugkijken"],
    "controle": N_("Drie vragen voor uw controle"),
    "samen": frame.HEADINGS["samen"],
    "wissen": frame.HEADINGS["wissen"],
    "alles": N_("Het hele gesprek op papier"),
}
_SHORTCUTS = {
    "voorbereiden": TERMS["prepare"],
    "doelen": TERMS["goals"],
    "meenemen": N_("Meenemen naar het gesprek"),
    "afspraken": TERMS["agreements"],
    "terugkijken": TERMS["look_back"],
    "controle": N_("Drie vragen voor een controle"),
    "samen": N_("Met zijn tweeën"),
    "alles": N_("Alles op één bladzijde"),
    "wissen": N_("Bewaren of wissen"),
}
# Taking along what was written is no phase: it ends what is done at home.
_STEPS = Steps(_PHASES, _SHORTCUTS, begin="", between={"meenemen": "doelen"})


@dataclass(frozen=True)
class TalkView:
    """A conversation as its pages show it, with the parts that templates of aids also ask for.

    `others` are the conversations about one disease, on the general page only.
    """

    slug: str
    title: str
    question: str
    for_whom: str
    core: tuple[str, ...]
    answers: AnswersView
    pages: dict[str, str]
    others: tuple[Link, ...]
    phases: tuple[Link, ...]
    # A conversation has no options, so nothing to prefer.
    preferences: tuple[()] = ()


@blueprint.get("/gesprek")
def short() -> BaseResponse:
    return redirect("/gesprek/")


@blueprint.get("/gesprek/")
@blueprint.get("/gesprek/<page>")
def general_page(page: str = "") -> BaseResponse:
    if page in site().library.talks:
        return redirect(f"/gesprek/{quote(page)}/")
    speaker = _speaker()
    return _page(phases.general(Address.INFORMAL if speaker == "kind" else Address.FORMAL), page, speaker)


@blueprint.get("/gesprek/<slug>/")
@blueprint.get("/gesprek/<slug>/<page>")
def talk_page(slug: str, page: str = "") -> Response:
    return _page(site().library.talks.get(slug) or abort(404), page, _speaker())


def _speaker() -> str:
    asked = request.args.get("stem", "")
    return asked if asked in VOICES else ""


def _page(talk: Talk, page: str, speaker: str) -> Response:
    if page not in _HEADINGS:
        abort(404)
    old = talk.conversation.age(site().today()).overdue
    return cached(site().listing_etag(f"{request.full_path} {old}"), lambda: _render(talk, page, speaker))


def _render(talk: Talk, page: str, speaker: str) -> str:
    informal = talk.conversation.address is Address.INFORMAL
    _ = translator(language.INFORMAL if informal else language.FORMAL)
    heading = _(_HEADINGS[page])
    view = _view(talk, speaker, _)
    help_ = phases.of_talk(talk, lambda name: _link(talk.slug, "doelen", name), _)
    return render_template(
        f"pages/gesprek_{page or 'begin'}.html" if page not in phases.PAGES else f"pages/{page}.html",
        page=_frame(talk, page, heading, speaker, _),
        aid=view,
        item=help_,
        heading=heading,
        _=_,
    )


def _link(slug: str, page: str, speaker: str = "") -> str:
    folder = f"/gesprek/{quote(slug)}/" if slug else "/gesprek/"
    return f"{folder}{page}?stem={speaker}" if speaker else f"{folder}{page}"


def _view(talk: Talk, speaker: str, _: Translate) -> TalkView:
    found = talk.conversation
    return TalkView(
        slug=talk.slug or "gesprek",
        title=found.title,
        question=found.question,
        for_whom=found.for_whom,
        core=found.core,
        answers=wording.answers((), lambda page: _link(talk.slug, page), _),
        pages={page: _link(talk.slug, page, speaker) for page in _HEADINGS},
        others=tuple(
            Link(one.conversation.title, _link(one.slug, ""))
            for one in site().library.talks.values()
            if not talk.slug
        ),
        phases=tuple(Link(_(_SHORTCUTS[page]), _link(talk.slug, page, speaker)) for page in _PHASES),
    )


def _frame(talk: Talk, page: str, heading: str, speaker: str, _: Translate) -> Frame:
    found = talk.conversation
    catalogue = language.INFORMAL if found.address is Address.INFORMAL else language.FORMAL
    whose = "" if page in SHARED_SHEET else speaker
    shortcuts = tuple(
        Link(_(text), _link(talk.slug, name, whose)) for name, text in _SHORTCUTS.items() if name != page
    )
    around = aid_frame(
        talk,
        Link(found.title, _link(talk.slug, "", whose)),
        shortcuts,
        of_page(whose, _link(talk.slug, "samen"), _, child=found.address is Address.INFORMAL, sensitive=False),
        _,
    )
    odd = bool(set(request.args) - {"stem"}) or request.args.get("stem", "") not in {"", *VOICES}
    around = replace(around, unknown_choice=odd)
    plain = frame.plain(_STEPS.titled(heading, page, found.title, _), catalogue, index=False)
    return replace(plain, aid=_STEPS.around(around, page, lambda name: _link(talk.slug, name, whose), _))


def aid_frame(talk: Talk, start: Link, shortcuts: tuple[Link, ...], safety: Safety, _: Translate) -> AidFrame:
    """What stands around a page of a conversation."""
    found = talk.conversation
    catalogue = language.INFORMAL if found.address is Address.INFORMAL else language.FORMAL
    return AidFrame(
        name=found.title,
        nr=found.nr,
        version=found.version,
        questions="",
        options="",
        start=start,
        alarm=alarm_groups(found.alarm, _),
        trial=found.status is Status.TRIAL,
        unchecked=frame.unchecked((), _),
        stale=found.age(site().today()).overdue,
        unknown_choice=False,
        notice=None,
        shortcuts=shortcuts,
        colophon=frame.signed(_(N_("Versie {version}")).format(version=found.version), found, catalogue),
        voices=NO_VOICES,
        where=None,
        safety=safety,
    )
