"""A server for the bench: `hello` in Flask, or the site without what stands before Flask."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from flask import Flask

from web import production, starting
from web.live import Live


class Bare:
    """An application for the same server, with nothing to read again."""

    def __init__(self, application: Any) -> None:
        self.application = application

    def settle(self) -> None:
        pass

    def reload(self) -> bool:
        return False


def hello() -> Bare:
    app = Flask("hello")
    app.add_url_rule("/", "hello", lambda: "hello")
    app.add_url_rule("/gezond", "gezond", lambda: "ja")
    return Bare(app.wsgi_app)


def site(root: Path, store: Path | None = None) -> Live:
    wanted = starting.Wanted(root, "aids", with_trial=True, store=store, quickly=True)
    return starting.start(wanted, lambda: date(2026, 11, 22), lambda _: None)


def without_front(live: Live) -> Bare:
    front: Any = live.application
    return Bare(front._app)


def main(what: str, port: str, workers: str, rest: Iterable[str]) -> None:
    found = hello() if what == "hello" else without_front(site(*map(Path, rest)))
    production.serve(found, production.Where("127.0.0.1", int(port)), int(workers))


if __name__ == "__main__":
    main(*sys.argv[1:4], sys.argv[4:])
