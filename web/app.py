"""`create_app` makes the site over a library; nothing happens at import."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Flask

from engine.library import Library
from engine.search import Index, Known, same
from web import (
    about,
    crawlers,
    failures,
    fhir,
    headers,
    health,
    pages,
    poster,
    practice,
    professional,
    style,
    talk,
    templating,
)
from web.explain import explain
from web.front import Front
from web.links import NEUTRAL_PAGE
from web.site import Site, code_sha256
from web.theme import NO_THEME, Theme

_log = logging.getLogger("keuzehulp")


class App(Flask):
    """Flask that never writes down which page someone asked for: the page someone reads is health data too."""

    def log_exception(self, exc_info: Any) -> None:
        """Log our own bug with its traceback, so it can be mended, but without the address."""
        _log.error("Fout in het programma. De bezoeker kreeg een nette bladzijde.", exc_info=exc_info)


def create_app(
    library: Library,
    *,
    today: Callable[[], date] = date.today,
    with_trial: bool = False,
    address: str | None = None,
    theme: Theme = NO_THEME,
    leave: str = NEUTRAL_PAGE,
    left_out: int = 0,
    texts: about.About | None = None,
    style_guide: bool = False,
    words: Known | None = None,
) -> Flask:
    """The site over a library. `today` is asked at each request; `with_trial` also shows aids that are a trial.

    `address` is where readers find the site (`https://keuzehulp.example`), for links on paper and in QR codes;
    `theme` is its own look; `leave` is the neutral page to which "Snel weg" goes. `style_guide` adds the page with
    every part, for who builds the site. `left_out` is how many aids no reader gets because they hold an error;
    `texts` are those about the site itself, without them those that come with the program. `words` are aids that were
    read for search before.
    """
    app = _bare()
    shown = library.shown(with_trial=with_trial)
    index = Index(shown, known=words)
    texts = texts or about.shipped()
    app.extensions["keuzehulp"] = Site(
        shown, index, today, code_sha256(), address, theme, leave, left_out, texts.mark
    )
    app.extensions["keuzehulp-about"] = texts
    for part in (pages, fhir, about, professional, practice, poster, talk, health, crawlers):
        app.register_blueprint(part.blueprint)
    if style_guide:
        app.register_blueprint(style.blueprint)
    headers.register(app)
    failures.register(app)
    app.wsgi_app = Front(app.wsgi_app, today)  # type: ignore[method-assign]
    return app


def _bare() -> App:
    """An application with our settings and templates, and no page yet."""
    app = App(__name__, static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=headers.BODY_BYTES,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    # Merging would answer with a redirect to whatever host the request named.
    app.url_map.merge_slashes = False
    templating.prepare(app.jinja_env)
    app.jinja_env.filters.update(explain=explain, shown=style.shown)
    return app


def show(app: Flask, library: Library, *, with_trial: bool, left_out: int, texts: about.About) -> Site:
    """Let an application that answers nobody at the moment show another library from now on."""
    was: Site = app.extensions["keuzehulp"]
    shown = library.shown(with_trial=with_trial)
    index = was.index if same(was.library, shown) else Index(shown, was.index)
    made = replace(was, library=shown, index=index, left_out=left_out, texts=texts.mark)
    app.extensions["keuzehulp"] = made
    app.extensions["keuzehulp-about"] = texts
    assert isinstance(app.wsgi_app, Front)
    app.wsgi_app = app.wsgi_app.emptied()  # type: ignore[method-assign]
    return made
