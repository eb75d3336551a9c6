"""The site of a server that runs on: new content takes its place only where all of it is good."""

import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Flask

from engine import problem
from engine.library import Library
from engine.voice import OWN_VOICE
from web import about, loading, templating
from web.app import show
from web.front import Front
from web.links import Choices, link
from web.numbers import Numbers
from web.site import Site
from web.store import Store

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

_log = logging.getLogger("keuzehulp")


@dataclass(frozen=True)
class Place:
    """Where the content is, how problems name it, and whether trials are shown."""

    root: Path
    shown: str
    with_trial: bool


class Live:
    """An application and the content it shows, in the process that makes the workers."""

    def __init__(self, app: Flask, loaded: Library, place: Place, store: Store, today: Callable[[], date]) -> None:
        self._app, self._loaded, self._place, self._store, self._today = app, loaded, place, store, today
        self._numbers: Numbers | None = None

    @property
    def application(self) -> "WSGIApplication":
        """What a worker serves that starts now."""
        return self._app.wsgi_app

    def count(self, today: Callable[[], date]) -> Numbers:
        """Let the workers count pages from now on."""
        site: Site = self._app.extensions["keuzehulp"]
        self._numbers = Numbers(site.library.entries, today)
        assert isinstance(self._app.wsgi_app, Front)
        self._app.wsgi_app = self._app.wsgi_app.counting(self._numbers.count)  # type: ignore[method-assign]
        return self._numbers

    def settle(self) -> None:
        """Make memory ready for workers, which share it for as long as nobody writes in it."""
        with loading.uncollected():
            self._warm()
        gc.freeze()

    def reload(self) -> bool:
        """Read the content again. Where it is not all good, what readers see stays, and the log says why."""
        try:
            with loading.uncollected():
                return self._reload()
        except Exception:
            _log.exception("Herladen is niet gelukt door een fout in het programma. Lezers zien wat er al was.")
            return False

    def _warm(self) -> None:
        """Load every template, and open pages that need much besides, so that workers share all of it."""
        for name in templating.names():
            self._app.jinja_env.get_template(name)
        client = self._app.test_client()
        site: Site = self._app.extensions["keuzehulp"]
        slug, entry = next(iter(site.library.entries.items()))
        voices = {voice: slug for slug, one in site.library.entries.items() for voice in one.voices}
        pages = [f"/k/{slug}/{page}" for page in ("vergelijken", "samenvatting")]
        pages += [link(slug, "start", Choices(voice=voice)) for voice, slug in {OWN_VOICE: slug, **voices}.items()]
        for address in ("/", "/suggesties.json", f"/zoeken?{urlencode({'q': entry.aid.title})}", *pages):
            client.get(address).close()

    def _reload(self) -> bool:
        found = loading.load(self._place.root, self._place.shown, self._today(), self._store)
        if found is None:
            _log.error(
                "Niet herladen: de inhoud veranderde tijdens het lezen. Probeer het opnieuw als hij klaar staat."
            )
            return False
        if worse := self._worse(found):
            _log.error("Niet herladen: dit is niet goed. Lezers zien wat er al was.\n%s", "\n".join(worse))
            return False
        self._store.forget_unused()
        self._loaded = found
        out = loading.left_out(found, self._place.shown)
        texts = about.read(self._place.root)
        made = show(self._app, found, with_trial=self._place.with_trial, left_out=len(out), texts=texts)
        if self._numbers is not None:
            self._numbers.know(made.library.entries)
        # To collect first would take longer than all the rest.
        gc.freeze()
        _log.warning("Herladen: %s keuzehulpen, inhoud %s.", len(made.library.entries), made.content)
        return True

    def _worse(self, found: Library) -> list[str]:
        """What in the new content would take an aid from readers, or put an older version before them."""
        shown, was = self._place.shown, self._loaded
        if not found.shown(with_trial=self._place.with_trial).entries:
            return [f"Er is geen keuzehulp om te laten zien in {shown}."]
        return problem.as_text(loading.worse(was, found, shown)).splitlines()
