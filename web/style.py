"""The style guide: every part of the site in every state, made from the parts themselves (ADR 19)."""

import re
from dataclasses import dataclass, replace

from flask import Blueprint, Response, render_template

from engine import language
from engine.language import N_
from engine.library import Entry
from engine.model import Aid, OutcomeRow, ScaleRow
from engine.terms import Audience
from web import cards, finding, frame, network, phases, practice, results, theme
from web.frame import Frame, Link, VersionNotice
from web.links import Choices
from web.page_objects import AidView, RowView
from web.present import present
from web.readers import Other, Voices
from web.site import STATIC, STYLESHEET, site, translator
from web.who_decides import who_decides

blueprint = Blueprint("style", __name__)
_HIDDEN = re.compile(r" hidden(?=[ >])")
_NAMES = re.compile(r'\b((?:id|for|name|aria-labelledby|aria-describedby|href)="#?)([^"/][^"]*)"')
_CONTROL = re.compile(r'<input type="(?:radio|checkbox)"')


@dataclass(frozen=True)
class StylePage:
    """`aid` is the aid with most to show, `rows` one study of each kind, `tested` an aid about a test.

    `grouped` is an aid whose readers choose their group. A site may have neither of these two.
    """

    frame: Frame
    aid: AidView
    rows: tuple[RowView, ...]
    tested: AidView | None
    grouped: AidView | None
    themes: tuple[finding.ThemeLink, ...]
    aids: tuple[finding.AidCard, ...]
    found: tuple[results.Piece, ...]
    pictures: tuple[cards.PictureCard, ...]
    phases: phases.PhasesView
    drawn: network.NetworkView | None
    team: practice.PracticePage | None
    sheets: tuple[practice.SheetLink, ...]
    tokens: tuple[str, ...]


@blueprint.get("/stijl")
def style_guide() -> Response:
    page = _page(list(site().library.entries.values()))
    body = render_template("pages/style.html", page=page, _=translator(language.FORMAL))
    return Response(body, headers={"Cache-Control": "no-store"})


@blueprint.get("/stijl.css")
def swatches() -> Response:
    """A ground per token: the policy of the site allows no style in the page itself."""
    rules = (f".kh-token-{name} {{ background: var(--kh-{name}); }}" for name in _tokens())
    box = "[class^=kh-token] { display: block; height: 48px; border: 2px solid var(--kh-line); }"
    return Response("\n".join((box, *rules)), mimetype="text/css", headers={"Cache-Control": "no-store"})


def shown(html: str, name: str) -> str:
    """A part in its other state: what a script brings into view is in view, and the first control is ticked.

    `name` sets it apart from the same part elsewhere on the page.
    """
    apart = _NAMES.sub(rf'\g<1>\g<2>-{name}"', _HIDDEN.sub("", html))
    return _CONTROL.sub(lambda found: f"{found[0]} checked", apart, count=1)


def _page(entries: list[Entry]) -> StylePage:
    entry = max(entries, key=lambda one: _kinds(one.aid))
    aid = present(entry, Choices())
    views = [present(one, Choices()) for one in entries]
    sheets, team = site().library.networks, site().library.practice.values()
    return StylePage(
        _frame(entry),
        aid,
        _rows(entries),
        next((view for view in views if view.test), None),
        next((view for view in views if view.by_group), None),
        finding.theme_links(entries),
        tuple(replace(card, trial=True, old=True) for card in finding.cards([entry])),
        (results.Piece("hand", marked=True), results.Piece(" en pols", marked=False)),
        cards.picture_cards(entry.aid, aid.chosen),
        phases.of_aid(entry, Choices(), translator(language.FORMAL)),
        next((network.view(talk, "kind", translator(language.INFORMAL)) for talk in sheets.values()), None),
        next((practice.page(one, True, translator(language.FORMAL)) for one in team), None),
        practice.links(),
        _tokens(),
    )


def _frame(entry: Entry) -> Frame:
    """The frame of the aid in the middle of its walk, with every notice that can stand there."""
    _ = translator(language.FORMAL)
    around = frame.of_aid(entry, Choices(), _(N_("Alle onderdelen van de site")), "vergelijken")
    assert around.aid
    notice = VersionNotice(_(N_("Versie {version}")).format(version=1), Link(_(N_("Lees deze versie")), "/"))
    aid = replace(around.aid, voices=_voices(_), trial=True, stale=True, unknown_choice=True, notice=notice)
    return replace(around, index=False, aid=aid, sheet="plaatje")


def _voices(_: language.Translate) -> Voices:
    """A choice of readers, the first one reading; and who decides about a child."""
    audiences = (Other(_(N_("Ik ben een kind")), "/", "nl", here=True), Other(_(N_("Ik ben een ouder")), "/", "nl"))
    return Voices((), audiences, who_decides(Audience.CHILD, _), None)


def _kinds(aid: Aid) -> tuple[int, int]:
    return len({_kind(row) for row in aid.studies}), len(aid.studies)


def _kind(row: OutcomeRow | ScaleRow) -> tuple[str, int]:
    return type(row).__name__, len(row.outcomes) if isinstance(row, OutcomeRow) else 0


def _rows(entries: list[Entry]) -> tuple[RowView, ...]:
    """The first study of each kind: two or three outcomes, a mean, too many to draw, for the reader to open."""
    found: dict[object, RowView] = {}
    for entry in entries:
        views = present(entry, Choices()).rows
        for row, view in zip(entry.aid.studies, views, strict=True):
            drawn = bool(view.arms[0].picture)
            found.setdefault((*_kind(row), drawn, view.sensitive, len(view.arms) > 1), view)
    unique = {view.id: view for view in found.values()}
    return tuple(unique.values())


def _tokens() -> tuple[str, ...]:
    return theme.colours((STATIC / STYLESHEET).read_text(encoding="utf-8"))
