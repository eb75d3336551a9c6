"""A server for the bench: `hello` in Flask, or the site without what stands before it."""

import gzip
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from werkzeug.datastructures import Headers

from web import headers, production, starting
from web.live import Live


class Bare:
    """An application for the same server, with nothing to read again."""

    def __init__(self, application: Any) -> None:
        self.application = application

    def settle(self) -> None:
        pass

    def reload(self) -> bool:
        return False


def hello(*, protected: bool = False) -> Bare:
    """The smallest page Flask can give; `protected` with the limits and headers that our pages have."""
    app = Flask("hello")
    if protected:
        headers.register(app)
    app.add_url_rule("/", "hello", lambda: "hello")
    app.add_url_rule("/gezond", "gezond", lambda: "ja")
    return Bare(app.wsgi_app)


def site(root: Path, store: Path | None = None) -> Live:
    wanted = starting.Wanted(root, "aids", with_trial=True, store=store, quickly=True)
    return starting.start(wanted, lambda: date(2026, 11, 22), lambda _: None)


def each_time(live: Live) -> Bare:
    """Flask makes a page each time it is asked."""
    front: Any = live.application
    return Bare(front._app)


def kept_by_flask(live: Live) -> Bare:
    """Flask itself gives the bytes of a page that was made before, packed, with the headers of every page."""
    front: Any = live.application
    app: Flask = front._app.__self__
    kept: dict[str, tuple[bytes, Headers]] = {}

    def known() -> Response | None:
        found = kept.get(request.path)
        return None if found is None else Response(found[0], headers=found[1])

    def keep(response: Response) -> Response:
        if response.status_code == 200 and request.path not in kept:
            packed = Headers(response.headers)
            packed.remove("Content-Length")
            packed.update({"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})
            kept[request.path] = gzip.compress(response.get_data()), packed
        return response

    app.before_request_funcs.setdefault(None, []).insert(0, known)
    app.after_request_funcs.setdefault(None, []).insert(0, keep)
    return each_time(live)


def main(what: str, port: str, workers: str, rest: Iterable[str]) -> None:
    ways = {"flask": each_time, "kept": kept_by_flask}
    hellos = what in {"hello", "protected"}
    found = hello(protected=what == "protected") if hellos else ways[what](site(*map(Path, rest)))
    production.serve(found, production.Where("127.0.0.1", int(port)), int(workers))


if __name__ == "__main__":
    main(*sys.argv[1:4], sys.argv[4:])
