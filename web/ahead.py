"""What a start has to do, by as many processes as there are cores: aids are read, templates compiled (ADR 32).

What one of them does not do, the process that started them does.
"""

import importlib.metadata
import multiprocessing
import os
import threading
from collections.abc import Iterator, MutableMapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from engine import library, search
from engine.library import Checked
from engine.model import Aid
from web import bare, store
from web.site import code_sha256
from web.store import Store

# Aids that a process reads at a time. Fewer in all than this are read sooner by one process.
_AT_A_TIME, _WORTH_IT = 8, 48
# More helpers take memory and gain little: what they send is unpacked here.
_MOST_HELPERS = 4
_Words = tuple[Aid, search.reading.Reading]


class Compiled(BytecodeCache):
    """Templates that were compiled before; jinja holds each against its source before it takes it."""

    def __init__(self, known: dict[str, bytes] | None = None) -> None:
        self.known = known or {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if found := self.known.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()


class Helpers:
    """The other processes. Without any, all is left to who asks."""

    def __init__(
        self, kept: Store, names: tuple[str, ...] = (), pool: Executor | None = None, ahead: int = 0
    ) -> None:
        self._kept, self._names, self._pool, self._ahead = kept, names, pool, ahead
        # How they are compiled is in our code, and what of their text in jinja.
        self._name = f"templates {code_sha256()} {importlib.metadata.version('jinja2')}"
        self._known: dict[str, bytes] | None = kept.kept(self._name)
        self._compiling = pool.submit(_compiled) if pool and not self._known else None

    def read(self, root: Path, shown: str, today: date) -> search.Known:
        """Remember what comes of the aids in a folder, as far as helpers can; and their words for search."""
        words: dict[str, _Words] = {}
        todo = [self._names[start : start + _AT_A_TIME] for start in range(0, len(self._names), _AT_A_TIME)]
        given: set[Future[bytes]] = set()
        while self._pool and (todo or given):
            # What a helper cannot do is done when the folder is loaded.
            with suppress(Exception):
                while todo and len(given) < self._ahead:
                    given.add(self._pool.submit(_read, root, todo.pop(), shown, today))
            if todo:
                words.update(_look(root, todo.pop(), shown, today, self._kept))
            else:
                wait(given, return_when=FIRST_COMPLETED)
            for done in [one for one in given if one.done()]:
                given.remove(done)
                with suppress(Exception):
                    checked, read = store.unpacked(done.result())
                    self._kept.update(checked)
                    words.update(read)
        return words

    def templates(self) -> Compiled:
        """The templates that were compiled meanwhile, or kept by an earlier start."""
        with suppress(Exception):
            if self._compiling:
                self._known = self._compiling.result()
                self._kept.keep(self._name, self._known)
        return Compiled(self._known)


@contextmanager
def helpers(root: Path, kept: Store, *, wanted: bool) -> Iterator[Helpers]:
    """Other processes for as long as this lasts, where there are cores for them and enough to read."""
    names = library.slugs(root) if wanted and not kept.begun else ()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    many = min(cores - 1, _MOST_HELPERS)
    if many < 1 or len(names) < _WORTH_IT:
        yield Helpers(kept)
        return
    with ProcessPoolExecutor(many, multiprocessing.get_context("fork"), _end_with_the_start) as pool:
        # One part that each works on, and one that waits.
        yield _begun(kept, names, pool, 2 * many)


def _begun(kept: Store, names: tuple[str, ...], pool: Executor, ahead: int) -> Helpers:
    try:
        pool.submit(int).result()
    except (OSError, BrokenExecutor):
        # The machine gives no more processes. Those there are would wait for the others for ever.
        for child in multiprocessing.active_children():
            child.kill()
        return Helpers(kept)
    return Helpers(kept, names, pool, ahead)


def _end_with_the_start() -> None:
    """A helper never outlives the process that started it, however that ended."""
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(0)


def _look(
    root: Path, names: tuple[str, ...], shown: str, today: date, known: MutableMapping[str, Checked]
) -> dict[str, _Words]:
    words = {}
    for name in names:
        found = library.remembered(root / name, f"{shown}/{name}", today, known)
        if found.aid is not None:
            words[name] = (found.aid, search.reading.of_aid(name, found.aid))
    return words


def _read(root: Path, names: tuple[str, ...], shown: str, today: date) -> bytes:
    known: dict[str, Checked] = {}
    words = _look(root, names, shown, today, known)
    # In one piece, so that an aid stays one thing.
    return store.packed((known, words))


def _compiled() -> dict[str, bytes]:
    app = bare()
    found = app.jinja_env.bytecode_cache = Compiled()
    for name in app.jinja_env.list_templates(extensions=("html",)):
        app.jinja_env.get_template(name)
    return found.known
