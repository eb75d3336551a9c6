"""Plain pages for what goes wrong: one sentence that says what happened, and two ways on."""

from dataclasses import replace

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from engine import language
from engine.language import N_
from web import frame, links, site

_MESSAGES = {
    404: (N_("Deze bladzijde bestaat niet"), N_("Misschien is het adres veranderd, of staat er een tikfout in.")),
    405: (N_("Zo werkt deze bladzijde niet"), N_("Open de bladzijde opnieuw met een link.")),
    413: (
        N_("Dit is te groot om te versturen"),
        N_("Deze site heeft niets van u nodig. U kunt gewoon verder lezen."),
    ),
    414: (N_("Dit adres is te lang"), N_("Misschien is er iets te veel gekopieerd. Probeer het korter.")),
    500: (N_("Er ging iets fout bij ons"), N_("Probeer het straks nog eens. U hebt niets verkeerd gedaan.")),
}
_OTHER = (N_("Dit adres kunnen wij niet lezen"), N_("Misschien staat er een tikfout in. Probeer het opnieuw."))
_VERSION = (
    N_("Deze versie hebben wij niet"),
    N_("Wij laten nooit een andere versie zien dan u vraagt. De keuzehulp van nu staat hieronder."),
)


def register(app: Flask) -> None:
    """Give every failure of a request its own page."""
    app.register_error_handler(HTTPException, _page)


def _page(error: HTTPException) -> Response:
    if error.code is not None and 300 <= error.code < 400:
        return error.get_response()  # type: ignore[return-value]
    status = error.code or 500
    parts = request.path.split("/")
    entry = site.site().library.entries.get(parts[2]) if len(parts) > 2 and parts[1] == "k" else None
    choices = links.Choices(voice=links.parse(request.args, entry)[0].voice) if entry else links.Choices()
    entry = entry.speaking(choices.voice) if entry else None
    message = _VERSION if entry and status == 404 and parts[3:4] == ["v"] else _MESSAGES.get(status, _OTHER)
    catalogue = site.catalogue_of(entry) if entry else language.FORMAL
    _ = site.translator(catalogue)
    aid_link = frame.Link(entry.aid.title, links.link(entry.slug, "start", choices)) if entry else None
    title = _(message[0])
    if entry:
        page = replace(frame.of_aid(entry, choices, title, ""), index=False)
    else:
        page = frame.plain(title, catalogue, index=False)
    body = render_template(
        "pages/failure.html", page=page, heading=title, _=_, explanation=_(message[1]), aid=aid_link
    )
    response = Response(body, status=status, headers={"Cache-Control": "no-store"})
    if allowed := error.get_response().headers.get("Allow"):
        response.headers["Allow"] = allowed
    return response
