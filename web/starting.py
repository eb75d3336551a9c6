"""Starting a site: its content, its look and its address, or the reason why it cannot start."""

import gc
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask

from engine import problem, search
from engine.library import Library
from engine.paths import AIDS
from web import about, ahead, loading, theme
from web.ahead import CannotStart
from web.app import create_app
from web.links import NEUTRAL_PAGE
from web.live import Live, Place
from web.site import STATIC, STYLESHEET

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")
_PAGE = re.compile(r"https?://\S+")
_HOST_PORT = re.compile(r"([\w.-]+|\[[0-9a-fA-F:]+\]):([0-9]{1,5})")
_CHANGED = "De inhoud van {} veranderde tijdens het lezen. Start als zij klaar staat."
Tell = Callable[[str], object]


@dataclass(frozen=True)
class Wanted:
    """What a site is started with. `shown` is how problems name `root`; `quickly` takes every core there is."""

    root: Path
    shown: str
    with_trial: bool = False
    address: str | None = None
    theme: Path | None = None
    store: Path | None = None
    style_guide: bool = False
    leave: str = NEUTRAL_PAGE
    quickly: bool = False


def start(wanted: Wanted, today: Callable[[], date], tell: Tell) -> Live:
    """The site that was asked for, after telling what is wrong with its content."""
    with ahead.reading(wanted.root, wanted.shown, today(), wanted.store, wanted=wanted.quickly) as begun:
        return made_of(begun, wanted, today, tell)


def made_of(begun: ahead.Reading, wanted: Wanted, today: Callable[[], date], tell: Tell) -> Live:
    """The same, where its aids are already being read."""
    if wanted.address and not _ADDRESS.fullmatch(wanted.address):
        raise CannotStart(f"'{wanted.address}' is geen adres van een site. Schrijf het zo: https://keuzehulp.example")
    if not _PAGE.fullmatch(wanted.leave):
        raise CannotStart(f"'{wanted.leave}' is geen adres van een bladzijde. Schrijf het zo: https://voorbeeld.nl")
    words = begun.words()
    loaded = loading.load(wanted.root, wanted.shown, today(), begun.kept)
    if loaded is None:
        raise CannotStart(_CHANGED.format(wanted.shown))
    _tell(loaded, wanted, tell)
    app = _app(loaded, wanted, today, words)
    begun.kept.forget_unused()
    if wanted.quickly:
        # All of this is kept: to look through it for what is not takes as long as the search index.
        gc.freeze()
    return Live(app, loaded, Place(wanted.root, wanted.shown, wanted.with_trial), begun.kept, today)


def counting_at(asked: str | None, *, productie: bool) -> tuple[str, int] | None:
    """Where the numbers are to be had: `127.0.0.1:9109`."""
    if asked is None:
        return None
    if not productie:
        raise CannotStart("--cijfers werkt alleen samen met --productie.")
    found = _HOST_PORT.fullmatch(asked)
    if found is None or int(found[2]) > 65535:
        raise CannotStart(f"'{asked}' is geen adres met een poort. Schrijf het zo: 127.0.0.1:9109")
    return found[1].strip("[]"), int(found[2])


@cache
def from_environment() -> Live:
    """The site of this process for a server that gives no options, such as gunicorn (docs/deploy)."""
    asked = os.environ.get
    root, theme_folder, store = (asked(f"KEUZEHULP_{name}") for name in ("AIDS", "THEMA", "VOORRAAD"))
    wanted = Wanted(
        Path(root) if root else AIDS,
        root or AIDS.name,
        asked("KEUZEHULP_MET_PROEF") == "ja",
        asked("KEUZEHULP_ADRES"),
        Path(theme_folder) if theme_folder else None,
        Path(store) if store else None,
        quickly=True,
    )
    live = start(wanted, date.today, print)
    live.settle()
    return live


def application() -> "WSGIApplication":
    """What such a server serves."""
    return from_environment().application


def _app(loaded: Library, wanted: Wanted, today: Callable[[], date], words: search.Known) -> Flask:
    return create_app(
        loaded,
        today=today,
        with_trial=wanted.with_trial,
        address=wanted.address,
        theme=_theme(wanted.theme),
        leave=wanted.leave,
        style_guide=wanted.style_guide,
        left_out=len(loading.left_out(loaded, wanted.shown)),
        texts=about.read(wanted.root),
        words=words,
    )


def _tell(loaded: Library, wanted: Wanted, tell: Tell) -> None:
    """Say what is wrong with the content; refuse where nothing can be shown."""
    for one in loaded.problems:
        if one.level is not problem.Level.INFO:
            tell(problem.as_text([one]).rstrip("\n"))
    if not loaded.shown(with_trial=wanted.with_trial).entries:
        hint = "" if wanted.with_trial or not loaded.entries else " Met --met-proef ziet u ook proefversies."
        raise CannotStart(f"Er is geen keuzehulp om te laten zien in {wanted.shown}.{hint}")
    if out := loading.left_out(loaded, wanted.shown):
        tell(f"Niet te zien tot de fouten weg zijn: {', '.join(out)}")
    if old := loading.fallen_back(loaded, wanted.shown):
        tell(f"Te zien in de laatste uitgegeven versie: {', '.join(old)}")


def _theme(folder: Path | None) -> theme.Theme:
    """The look in `folder`; refused where readers could not read it."""
    if folder is None:
        return theme.NO_THEME
    found, problems = theme.read(folder, (STATIC / STYLESHEET).read_text(encoding="utf-8"))
    if problems:
        raise CannotStart("\n".join((f"Het thema in {folder} kan zo niet:", *problems)))
    return found
