"""What a practice lays on its own table: the yardstick and the card for two (ADR 35).

Nothing counts here and nothing is kept: the fields stand outside any form, and no script reads them.
"""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, render_template, request

from engine import language
from engine.language import N_, Translate
from engine.library import Sheet
from engine.model import DuoCard, TeamPart, Yardstick
from engine.terms import PracticeKind, Status
from web import frame
from web.fixed_terms import TERMS
from web.frame import Frame, Link
from web.headers import cached
from web.site import site, translator

blueprint = Blueprint("practice", __name__, url_prefix="/zorgverlener")


@dataclass(frozen=True)
class PartView:
    """One part under its heading; `id` names its fields."""

    id: str
    heading: str
    what: str
    prompts: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True)
class PracticePage:
    """`phases` are the four parts in order, `last` is what only this sheet has, `roles` are the two of a duo."""

    frame: Frame
    title: str
    introduction: tuple[str, ...]
    phases: tuple[PartView, ...]
    last: PartView
    roles: tuple[str, ...]
    trial: bool
    old: bool
    colophon: tuple[str, ...]


@dataclass(frozen=True)
class SheetLink:
    link: Link
    about: str


def links() -> tuple[SheetLink, ...]:
    """The sheets that this site shows, with what each is for."""
    return tuple(
        SheetLink(Link(sheet.content.title, f"/zorgverlener/{kind}"), sheet.content.introduction[0])
        for kind, sheet in site().library.practice.items()
    )


@blueprint.get("/meetlat", defaults={"kind": PracticeKind.YARDSTICK})
@blueprint.get("/duokaart", defaults={"kind": PracticeKind.DUO_CARD})
def sheet(kind: PracticeKind) -> Response:
    found = site().library.practice.get(kind) or abort(404)
    old = found.content.age(site().today()).overdue
    _ = translator(language.FORMAL)
    return cached(
        site().listing_etag(f"{request.full_path} {old}"),
        lambda: render_template(f"pages/{kind}.html", page=page(found, old, _), _=_),
    )


def page(found: Sheet, old: bool, _: Translate) -> PracticePage:
    """What the page of a sheet shows."""
    content = found.content
    assert isinstance(content, Yardstick | DuoCard)
    phases = content.phases
    named = (
        ("voorbereiden", TERMS["prepare"], phases.prepare),
        ("doelen", TERMS["goals"], phases.set_goals),
        ("afspraken", TERMS["agreements"], phases.agree),
        ("terugkijken", TERMS["look_back"], phases.look_back),
    )
    if isinstance(content, Yardstick):
        last = _part("praktijk", _(N_("De praktijk")), content.practice)
    else:
        last = _part("meekijken", _(N_("Meekijken bij elkaar")), content.observation)
    version = _(N_("Versie {version}")).format(version=content.version)
    return PracticePage(
        frame.plain(content.title, language.FORMAL, index=False),
        content.title,
        content.introduction,
        tuple(_part(name, _(heading), part) for name, heading, part in named),
        last,
        content.roles if isinstance(content, DuoCard) else (),
        content.status is Status.TRIAL,
        old,
        frame.signed(version, content, language.FORMAL),
    )


def _part(name: str, heading: str, part: TeamPart) -> PartView:
    return PartView(name, heading, part.what, part.prompts, part.examples)
