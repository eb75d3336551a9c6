"""What every request shares: the library, its index, the clock, and the texts of the interface."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from flask import abort, current_app

from engine import language
from engine.library import Entry, Library
from engine.search import Index
from engine.terms import Address, Language
from web import templating
from web.links import NEUTRAL_PAGE
from web.theme import NO_THEME, Theme

_WEB = Path(__file__).resolve().parent
STATIC = _WEB / "static"
STYLESHEET = "css/keuzehulp.css"
# The catalogue of each language besides our own.
FOREIGN = {Language.ENGLISH: language.ENGLISH}
_CODE = (_WEB, _WEB.parent / "engine")
_CODE_SUFFIXES = {".py", ".html", ".css", ".js", ".mjs", ".po", ".svg", ".woff2"}


@dataclass(frozen=True)
class Site:
    """Made once in `create_app`, then only read."""

    library: Library
    index: Index
    today: Callable[[], date]
    code: str
    address: str | None = None
    theme: Theme = NO_THEME
    leave: str = NEUTRAL_PAGE
    left_out: int = 0
    texts: str = ""

    @property
    def content(self) -> str:
        """The version of all content together, short enough to read aloud."""
        return self.library.sha256[:12]

    def public_address(self, asked: str) -> str:
        """Where readers find this site, without a slash at the end: as configured, else as it was asked for."""
        return (self.address or asked).rstrip("/")

    @property
    def key(self) -> str:
        """What every page of this site depends on besides aids: code, look, its own texts, where readers find it."""
        return f"{self.code} {self.theme.mark} {self.address or ''} {self.leave} {self.texts}"

    def etag(self, entry: Entry, catalogue: str, address: str) -> str:
        """The key of a page: content, code, catalogue and address, and the date stage of the aid.

        What an aid does not say itself comes from the general conversation.
        """
        now = self.library.entries[entry.slug].sha256
        general = (talk.sha256 for talk in self.library.general.values())
        parts = (entry.sha256, now, self.key, catalogue, address, entry.aid.age(self.today()), *_releases(entry))
        return hashlib.sha256("\n".join((*parts, *general)).encode()).hexdigest()

    def listing_etag(self, address: str) -> str:
        """The key of a page about all aids, which shows what has grown old."""
        entries = self.library.entries.values()
        parts: list[str] = [entry.aid.age(self.today()) for entry in entries]
        parts += [release for entry in entries for release in _releases(entry)]
        return hashlib.sha256("\n".join((self.library.sha256, self.key, address, *parts)).encode()).hexdigest()


def _releases(entry: Entry) -> list[str]:
    # The hash is over the files of a version; its day and its sentence stand in the index.
    return [f"{one.n} {one.sha256} {one.on} {one.what_changed}" for one in entry.history.releases]


def site() -> Site:
    """The site of the current request."""
    found: Site = current_app.extensions["keuzehulp"]
    return found


def entry_of(slug: str) -> Entry:
    """The aid under this name on the site of the current request; without one, a page that says so."""
    return site().library.entries.get(slug) or abort(404)


@cache
def code_sha256() -> str:
    """A hash over everything besides content that decides what a page looks like."""
    files = (file for folder in _CODE for file in folder.rglob("*") if file.suffix in _CODE_SUFFIXES)
    # What was made of the templates says nothing that they do not.
    return _sha256(file for file in files if not file.is_relative_to(templating.COMPILED))


def _sha256(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def catalogue_of(entry: Entry) -> str:
    """The catalogue in which the interface speaks to the readers of an aid, in the voice it has."""
    informal = entry.aid.address is Address.INFORMAL
    return FOREIGN.get(entry.voice.language) or (language.INFORMAL if informal else language.FORMAL)


def translator(code: str) -> language.Translate:
    """The function from a text of the interface to the text in catalogue `code`."""
    return language.translator(code, _WEB / "catalogues")


@cache
def static_mark() -> str:
    """A mark in every static address that changes when any static file does.

    It stands in the path, so that scripts and fonts that files name by a relative address carry it too.
    """
    return _sha256(STATIC.rglob("*"))[:12]


@cache
def pictogram_svg(name: str) -> str:
    """The drawing of a vendored pictogram; the schema names those there are."""
    return (STATIC / "vendor" / "healthicons" / f"{name}.svg").read_text(encoding="utf-8").strip()


def mark() -> str:
    """The mark of the static files of this site, its theme included."""
    return static_mark() + site().theme.mark


def asset(name: str) -> str:
    """The address of a static file."""
    return f"/static/{mark()}/{name}"
