"""What a visitor can open. Each view finds, presents and renders; nothing here decides what content means."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from engine import journey, language
from engine.library import Entry
from web import frame, links
from web.finding import catalogue_page, home_page, results_page
from web.page_objects import AidView
from web.present import present
from web.site import asset, catalogue_of, site, translator

blueprint = Blueprint("pages", __name__)


@blueprint.app_context_processor
def _always() -> dict[str, Any]:
    return {"asset": asset}


@blueprint.get("/")
def home() -> Response:
    return _public("pages/home.html", home_page())


@blueprint.get("/keuzehulpen")
def catalogue() -> Response:
    return _public("pages/catalogue.html", catalogue_page())


@blueprint.get("/zoeken")
def search() -> Response:
    response = _public("pages/results.html", results_page(request.args.get("q", "")))
    # What someone searches for is about their health: no cache between us may keep it.
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/k/<slug>", strict_slashes=False)
def aid(slug: str) -> BaseResponse:
    entry = _entry(slug)
    choices, _unknown = links.parse(request.args, entry.aid)
    return redirect(links.link(slug, "start", choices))


@blueprint.get("/k/<slug>/<path:page>")
def aid_page(slug: str, page: str) -> BaseResponse:
    entry = _entry(slug)
    if page not in journey.EXTRA_PAGES and journey.find(entry.aid, page) is None:
        abort(404)
    tag = site().etag(entry, catalogue_of(entry.aid.address), request.full_path)
    response = Response(headers={"Cache-Control": "public, no-cache"})
    response.set_etag(tag)
    if tag not in request.if_none_match:
        response.set_data(_render(entry, page))
        response.content_type = "text/html; charset=utf-8"
    return response.make_conditional(request)


def _entry(slug: str) -> Entry:
    return site().library.entries.get(slug) or abort(404)


def _render(entry: Entry, page: str) -> str:
    choices, unknown = links.parse(request.args, entry.aid)
    _ = translator(catalogue_of(entry.aid.address))
    view = present(entry, choices)
    chapter, _slash, item = page.partition("/")
    template, heading, found = _ITEMS[chapter](view, item) if item else (chapter, "", None)
    heading = heading or _(frame.CHAPTER_TITLES[chapter])
    around = frame.of_aid(entry, choices, heading, page, unknown_choice=unknown)
    return render_template(f"pages/{template}.html", page=around, aid=view, item=found, heading=heading, _=_)


def _option(view: AidView, item: str) -> tuple[str, str, object]:
    option = next(option for option in view.options if option.id == item)
    return "option", option.name, option


def _preference(view: AidView, item: str) -> tuple[str, str, object]:
    if item == journey.OWN_WORRY:
        return "own_worry", "", None
    question = next(question for question in view.preferences if question.id == item)
    return "preference", question.question, question


def _decision(_view: AidView, item: str) -> tuple[str, str, object]:
    return f"decision_{item}", "", None


_ITEMS: dict[str, Callable[[AidView, str], tuple[str, str, object]]] = {
    "opties": _option,
    "belangrijk": _preference,
    "besluit": _decision,
}


def _public(template: str, page: object) -> Response:
    body = render_template(template, page=page, _=translator(language.FORMAL))
    return Response(body, headers={"Cache-Control": "no-cache"})
