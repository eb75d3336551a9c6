"""A poster for a waiting room: that there is something to choose, three questions, and the way to this site.

The campaign around the founding documents asks for one language everywhere (field.md, A4): these are the words of the
aids themselves.
"""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from engine import language
from engine.language import N_
from engine.terms import Status
from web import frame, qr
from web.frame import Frame
from web.site import site, translator

blueprint = Blueprint("poster", __name__, url_prefix="/zorgverlener")


@dataclass(frozen=True)
class PosterPage:
    """`trial` where an aid of this site is one: then a passer-by reads that before scanning."""

    frame: Frame
    address: str
    picture: Markup
    trial: bool


@blueprint.get("/poster")
def poster() -> Response:
    _ = translator(language.FORMAL)
    address = site().public_address(request.host_url)
    page = PosterPage(
        replace(frame.plain(_(N_("Poster voor de wachtkamer")), index=False), sheet="bladen"),
        address,
        qr.drawn(f"{address}/", _(N_("De code om deze site te openen"))),
        any(entry.aid.status is Status.TRIAL for entry in site().library.entries.values()),
    )
    # The page holds the address under which it was asked for, so no cache between us may keep it.
    body = render_template("pages/poster.html", page=page, _=_)
    return Response(body, headers={"Cache-Control": "private, no-store"})
