"""HTTP and terminal around the engine. `create_app` makes the site; nothing happens at import."""

import logging
from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from engine.library import Library
from engine.search import Index
from web import failures, headers, network, pages, professional, style, talk
from web.explain import explain
from web.site import NEUTRAL_PAGE, Site, code_sha256
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
    style_guide: bool = False,
) -> Flask:
    """The site over a library. `today` is asked at each request; `with_trial` also shows aids that are a trial.

    `address` is where readers find the site (`https://keuzehulp.example`), for links on paper and in QR codes;
    `theme` is its own look; `leave` is the neutral page to which "Snel weg" goes. `style_guide` adds the page with
    every part, for who builds the site.
    """
    app = App(__name__, static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=headers.BODY_BYTES,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    # Merging would answer with a redirect to whatever host the request named.
    app.url_map.merge_slashes = False
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.filters["explain"] = explain
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    shown = library.shown(with_trial=with_trial)
    app.extensions["keuzehulp"] = Site(shown, Index(shown), today, code_sha256() + leave, address, theme, leave)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(professional.blueprint)
    app.register_blueprint(talk.blueprint)
    network.register(app, shown)
    if style_guide:
        app.jinja_env.filters["shown"] = style.shown
        app.register_blueprint(style.blueprint)
    headers.register(app)
    failures.register(app)
    return app
