"""What a start has to do, by as many processes as there are cores: aids are read, templates compiled (ADR 32).

What one of them does not do, the process that started them does.
"""

import multiprocessing
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from engine import library, search
from engine.library import Checked
from engine.model import Aid
from web import bare, store
from web.store import Store

# Aids that a process reads at a time, and fewer than this are read sooner without others.
_AT_A_TIME, _WORTH_IT = 16, 48


class Compiled(BytecodeCache):
    """Templates as compiled in another process; jinja holds each against its source before it takes it."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if found := self.known.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()


class Helpers:
    """The other processes. Without any, all is left to who asks."""

    def __init__(self, pool: Executor | None) -> None:
        self._pool = pool
        self._compiling: Future[Mapping[str, bytes]] | None = pool.submit(_compiled) if pool else None

    def read(self, root: Path, shown: str, today: date, known: Store) -> search.Known:
        """Remember what comes of the aids in a folder, where nothing of them is known; and their words for search."""
        names = library.slugs(root) if self._pool and not known.begun else ()
        words: dict[str, tuple[Aid, search.reading.Reading]] = {}
        if len(names) < _WORTH_IT or self._pool is None:
            return words
        parts = [names[start : start + _AT_A_TIME] for start in range(0, len(names), _AT_A_TIME)]
        with suppress(BrokenExecutor):
            for done in as_completed([self._pool.submit(_read, root, part, shown, today) for part in parts]):
                checked, read = store.unpacked(done.result())
                known.update(checked)
                words.update(read)
        return words

    def templates(self) -> Compiled:
        """The templates that were compiled meanwhile."""
        found = Compiled()
        if self._compiling:
            with suppress(BrokenExecutor):
                found.known.update(self._compiling.result())
        return found


@contextmanager
def helpers(*, wanted: bool) -> Iterator[Helpers]:
    """Other processes for as long as this lasts, where there is a core for them."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if not wanted or cores < 2:
        yield Helpers(None)
        return
    with ProcessPoolExecutor(cores, multiprocessing.get_context("fork")) as pool:
        yield Helpers(pool)


def _read(root: Path, names: tuple[str, ...], shown: str, today: date) -> bytes:
    known: dict[str, Checked] = {}
    words = {}
    for name in names:
        found = library.remembered(root / name, f"{shown}/{name}", today, known)
        if found.aid is not None:
            words[name] = (found.aid, search.reading.of_aid(name, found.aid))
    # In one piece, so that the aid stays one thing.
    return store.packed((known, words))


def _compiled() -> dict[str, bytes]:
    app = bare()
    found = app.jinja_env.bytecode_cache = Compiled()
    for name in app.jinja_env.list_templates(extensions=("html",)):
        app.jinja_env.get_template(name)
    return found.known
