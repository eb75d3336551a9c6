"""What a visitor can open. Each view finds, presents and renders; nothing here decides what content means."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, abort, redirect, render_template, request, send_from_directory
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from engine import journey, language
from engine.library import Entry
from engine.thresholds import OWN_CHARACTERS, QUERY_CHARACTERS
from web import (
    about,
    cards,
    changes,
    frame,
    group,
    headers,
    lean,
    licences,
    links,
    network,
    phases,
    quality_page,
    sheet,
    suggested,
)
from web.finding import catalogue_page, home_page
from web.fixed_terms import AGREED, TERMS
from web.headers import STATIC_SECONDS, cached
from web.page_objects import AidView
from web.present import present
from web.results import results_page
from web.site import STATIC, asset, catalogue_of, entry_of, site, translator
from web.site import mark as site_mark

blueprint = Blueprint("pages", __name__)
# Version 1 has one address, and it is not 01.
_VERSION = re.compile("[1-9][0-9]{0,3}")
# These name the site by the address under which they were asked for, so each browser keeps its own.
_NAMES_THE_SITE = ("keuzekaart", "groep")


@blueprint.app_context_processor
def _always() -> dict[str, Any]:
    return {
        "asset": asset,
        "query_characters": QUERY_CHARACTERS,
        "words": {},
        "logo": Markup(site().theme.logo),
        "about_pages": about.PAGES,
        "numbers": about.found().numbers,
        "address": site().public_address(""),
        "terms": TERMS,
        "agreed": AGREED,
        "own_characters": OWN_CHARACTERS,
    }


@blueprint.get("/")
def home() -> Response:
    return _with_suggestions(_listing("pages/home.html", home_page))


@blueprint.get("/keuzehulpen")
def catalogue() -> Response:
    return _listing("pages/catalogue.html", catalogue_page)


@blueprint.get("/licenties")
def licences_page() -> Response:
    return _listing("pages/licences.html", licences.page)


@blueprint.get("/zoeken")
def search() -> Response:
    page = results_page(request.args.get("q", ""), request.args.get("thema", ""))
    body = render_template("pages/results.html", page=page, _=translator(language.FORMAL))
    # What someone searches for is about their health: no cache between us may keep it.
    return _with_suggestions(Response(body, headers={"Cache-Control": "no-store"}))


@blueprint.get("/suggesties.json")
def suggestions() -> Response:
    response = cached(site().listing_etag(request.path), lambda: suggested.as_json(site().index.known))
    response.mimetype = "application/json"
    if not request.query_string:
        # One file, the same for everyone; a browser that has it asks nothing while someone searches on.
        response.headers["Cache-Control"] = f"public, max-age={headers.SUGGESTION_SECONDS}"
    return response


@blueprint.get("/blad")
def code_page() -> Response:
    return _listing("pages/code.html", sheet.code_page)


@blueprint.get("/blad#<code>")
@blueprint.get("/k/<slug>/blad#<code>")
@blueprint.get("/k/<slug>/v/<n>/blad#<code>")
def code_in_path(code: str, slug: str = "", n: str = "") -> BaseResponse:  # noqa: ARG001
    """A mail program that made `%23` of the # sent us the code. It goes back to the browser, and nowhere else."""
    response = redirect(f"/blad#{quote(code)}")
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/k/<slug>", strict_slashes=False)
def aid(slug: str) -> BaseResponse:
    if slug in site().library.talks:
        return redirect(f"/gesprek/{quote(slug)}/")
    if slug in site().library.networks:
        return network.begin(slug)
    entry = entry_of(slug)
    query = request.query_string.decode("latin-1")
    return redirect(f"{links.link(entry.slug, 'start', links.Choices())}{'?' if query else ''}{query}")


@blueprint.get("/k/<slug>/<path:page>")
def aid_page(slug: str, page: str) -> Response:
    if slug in site().library.networks:
        return network.page_of(slug, page)
    return _page(entry_of(slug), page, None)


@blueprint.get("/k/<slug>/v/<n>", strict_slashes=False)
def version(slug: str, n: str) -> BaseResponse:
    entry = entry_of(slug)
    frozen(entry, n)
    query = request.query_string.decode("latin-1")
    address = links.link(entry.slug, "start", links.Choices(version=int(n)))
    return redirect(f"{address}{'?' if query else ''}{query}")


@blueprint.get("/k/<slug>/v/<n>/<path:page>")
def version_page(slug: str, n: str, page: str) -> Response:
    if page in links.OF_NOW:
        abort(404)
    return _page(frozen(entry_of(slug), n), page, int(n))


@blueprint.get("/k/<slug>/kwaliteit.json")
def quality_json(slug: str) -> Response:
    entry = entry_of(slug)
    tag = site().etag(entry, language.FORMAL, f"{request.full_path} {site().today()}")
    response = cached(tag, lambda: quality_page.as_json(entry, site().today()))
    response.mimetype = "application/json"
    return response


@blueprint.get("/static/<mark>/<path:name>")
def static_file(mark: str, name: str) -> BaseResponse:
    # A page of before an update asks with its old mark: it gets the file of now, but may not keep it.
    seconds = STATIC_SECONDS if mark == site_mark() else 0
    response = _static(name, seconds)
    if request.query_string:
        # No address of ours has one here: made-up ones must not push pages out of a cache.
        response.headers["Cache-Control"] = "no-store"
    return response


def _static(name: str, seconds: int) -> BaseResponse:
    if found := lean.served(name, site().theme.css):
        response = Response(found[0], mimetype=found[1])
        response.headers["Cache-Control"] = f"public, max-age={seconds}" if seconds else "no-cache"
        response.set_etag(site_mark())
        return response.make_conditional(request)
    return send_from_directory(STATIC, name, max_age=seconds, etag=site_mark())


def frozen(entry: Entry, n: str) -> Entry:
    """The aid in exactly this version, never in another."""
    number = int(n) if _VERSION.fullmatch(n) else 0
    return entry.at(number) or abort(404)


def _page(entry: Entry, page: str, version: int | None) -> Response:
    if not journey.has(entry.aid, page):
        abort(404)
    # What was recorded for a later day counts on the quality sheet from that day on.
    beside = str(site().today()) if page == "kwaliteit" else ""
    if page in _NAMES_THE_SITE:
        beside = site().public_address(request.host_url)
    choices, unknown = links.parse(request.args, entry)
    choices = replace(choices, version=version)
    spoken = entry if page in links.OWN_WORDS else entry.speaking(choices.voice)
    tag = site().etag(spoken, f"{catalogue_of(spoken)} {spoken.voice.name}", request.full_path + beside)
    render = partial(_render, spoken, page, choices, unknown_choice=unknown)
    ours = not unknown and request.query_string.decode("latin-1") == choices.query().removeprefix("?")
    return cached(tag, render, ours=ours and page not in _NAMES_THE_SITE)


def _render(entry: Entry, page: str, choices: links.Choices, *, unknown_choice: bool) -> str:
    """The page of an aid in the voice that `entry` has; its links carry all of `choices`."""
    _ = translator(catalogue_of(entry))
    view = present(entry, choices)
    chapter, _slash, item = page.partition("/")
    template, heading, found = _ITEMS[chapter](view, item) if item else (chapter, "", None)
    if page in _BESIDE:
        found = _BESIDE[page](entry, choices, view, _)
    heading = _(frame.HEADINGS[page]) if page in frame.HEADINGS else heading or view.question
    around = frame.of_aid(entry, choices, heading, page, unknown_choice=unknown_choice)
    if page == "blad":
        around = sheet.around(around, entry, choices)
    if page == "groep":
        around = group.around(around)
    words = view.glossary if chapter in _READ else {}
    return render_template(
        f"pages/{template}.html", page=around, aid=view, item=found, heading=heading, words=words, _=_
    )


# What a page needs beside the aid.
_BESIDE: dict[str, Callable[[Entry, links.Choices, AidView, language.Translate], object]] = {
    "wijzigingen": lambda entry, _choices, _view, _: changes.versions(entry, catalogue_of(entry), _),
    "kwaliteit": lambda entry, _choices, _view, _: quality_page.page(entry, site().today(), _),
    "keuzekaart": lambda entry, choices, view, _: cards.consult_card(entry, choices, view.rows, _),
    "beeld": lambda entry, _choices, view, _: cards.picture_cards(entry.aid, view.chosen),
    "groep": group.pack,
    "blad": lambda entry, choices, _view, _: phases.of_aid(entry, choices, _),
    **{page: lambda entry, choices, _view, _: phases.of_aid(entry, choices, _) for page in phases.PAGES},
    "samen": lambda entry, choices, _view, _: phases.together(_in_its_own_voice(entry, choices), choices, _),
}


def _in_its_own_voice(entry: Entry, choices: links.Choices) -> Entry:
    found = entry_of(entry.slug)
    return found if choices.version is None else frozen(found, str(choices.version))


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


# Pages that explain the words of the aid. The others show the reader's own answers, or titles that are not ours.
_READ = frozenset(
    {"start", "situatie", "opties", "vergelijken", "belangrijk", "begrepen", "besluit", "alles", "groep"}
)


def _listing(template: str, make: Callable[[], object]) -> Response:
    """A page about the whole library, keyed by all of it."""
    tag = site().listing_etag(request.full_path)
    return cached(tag, lambda: render_template(template, page=make(), _=translator(language.FORMAL)))


def _with_suggestions(response: Response) -> Response:
    """A page with the search box: its script may fetch the suggestions from this site."""
    response.headers["Content-Security-Policy"] = headers.POLICY_OF_SEARCH
    return response
