"""The pages about the site itself: privacy, accessibility, who runs it. Their texts are content, in `_site`.

A content folder without one of these files gets the text that comes with the program. The numbers that a site puts
under every aid are its own, and it has none without a file.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from flask import Blueprint, Response, abort, current_app, render_template
from markupsafe import Markup

from engine import language, source
from engine.language import N_
from engine.library.site_texts import FOLDER, NUMBERS, NUMBERS_BYTES, PAGE_BYTES, SECURITY
from engine.paths import AIDS
from web import content, frame
from web.frame import Frame
from web.headers import cached
from web.site import site, translator

# The file, and what the link to its page says.
PAGES = {
    "privacy": N_("Privacy"),
    "toegankelijkheid": N_("Toegankelijkheid"),
    "over": N_("Over deze site"),
}
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
# A Dutch number to call, as people write it: 030-1234567, 030 - 123 45 67, 0800 2000.
_NUMBER = re.compile(r"(?<![\d-])0\d{1,3}(?: ?- ?| )\d[\d ]{2,9}\d(?!\d)")

blueprint = Blueprint("about", __name__)


@dataclass(frozen=True)
class Part:
    """What stands under one heading; the first part has none."""

    heading: str
    body: Markup


@dataclass(frozen=True)
class Text:
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class About:
    """The texts by the name of their page, `security.txt` as it is, the numbers to call, and a hash over all."""

    texts: Mapping[str, Text]
    security: str
    mark: str
    numbers: Text | None = None


@dataclass(frozen=True)
class AboutPage:
    frame: Frame
    text: Text
    facts: tuple[tuple[str, str], ...]


@cache
def shipped() -> About:
    """The texts that come with the program."""
    return read(AIDS)


def read(root: Path) -> About:
    """The texts in a content folder, filled up with those that come with the program."""
    raw = {name: _read(root, f"{name}.md") for name in PAGES}
    security = _read(root, SECURITY) if (root / FOLDER / SECURITY).is_file() else ""
    numbers = _read(root, NUMBERS, NUMBERS_BYTES)
    mark = hashlib.sha256("\0".join([*raw.values(), security, numbers]).encode()).hexdigest()
    texts = MappingProxyType({name: _text(text) for name, text in raw.items()})
    return About(texts, security, mark, _with_calls(_text(numbers)) if numbers else None)


def _read(root: Path, name: str, most: int = PAGE_BYTES) -> str:
    for folder in (root, AIDS):
        found = source.text(folder / FOLDER / name, name)
        if not found.problems and found.text.strip() and len(found.text.encode()) <= most:
            return found.text
    return ""


def _with_calls(text: Text) -> Text:
    """The text with a link on each number, so that a phone can call it."""
    parts = (replace(part, body=Markup(_NUMBER.sub(_call, part.body))) for part in text.parts)
    return replace(text, parts=tuple(parts))


def _call(found: re.Match[str]) -> str:
    return f'<a href="tel:{re.sub("[ -]", "", found[0])}">{found[0]}</a>'


def _text(raw: str) -> Text:
    first, _, rest = raw.partition("\n")
    pieces = _HEADING.split(rest)
    headings = ("", *pieces[1::2])
    parts = (Part(heading.strip(), content.blocks(body)) for heading, body in zip(headings, pieces[::2], strict=True))
    return Text(first.removeprefix("# ").strip(), tuple(parts))


@blueprint.get("/privacy", defaults={"name": "privacy"})
@blueprint.get("/toegankelijkheid", defaults={"name": "toegankelijkheid"})
@blueprint.get("/over", defaults={"name": "over"})
def about(name: str) -> Response:
    text = found().texts[name]
    page = AboutPage(frame.plain(text.title, language.FORMAL), text, _facts() if name == "over" else ())
    return cached(
        site().listing_etag(f"/{name}"),
        lambda: render_template("pages/text.html", page=page, _=translator(language.FORMAL)),
    )


@blueprint.get("/.well-known/security.txt")
def security() -> Response:
    """Whom to tell of a hole in the site (RFC 9116); a site that has not said so has no such page."""
    return Response(found().security or abort(404), mimetype="text/plain")


def found() -> About:
    """The texts of the site of the current request."""
    texts: About = current_app.extensions["keuzehulp-about"]
    return texts


def _facts() -> tuple[tuple[str, str], ...]:
    """Which program and which content this is, so that two people can see whether they look at the same."""
    _ = translator(language.FORMAL)
    here = site()
    return (
        (_(N_("Programma")), f"Keuzehulp {version('keuzehulp')}, {here.code[:12]}"),
        (_(N_("Inhoud")), here.content),
        (_(N_("Keuzehulpen")), str(len(here.library.entries))),
    )
