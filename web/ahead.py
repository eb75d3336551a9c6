"""What takes longest at a start, by as many processes as there are cores: reading the aids (ADR 32).

They begin before Flask and the pages are imported, so nothing here may import those. What a helper does not do, the
process that started it does.
"""

import mmap
import multiprocessing
import os
import threading
from collections.abc import Iterator, MutableMapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from engine import library, search
from engine.library import Checked
from engine.model import Aid
from web import loading, store
from web.store import Store

# Aids that a process reads at a time. Fewer in all than this are read sooner by one process.
_AT_A_TIME, _WORTH_IT = 8, 48
# More helpers take memory and gain little: what they send is unpacked here.
_MOST_HELPERS = 4
_Words = tuple[Aid, search.reading.Reading]


class CannotStart(Exception):
    """Why, in Dutch, for the terminal."""


class Reading:
    """The aids of a folder, being read by helpers. Without any, all is left to who asks. `kept` is what is known."""

    def __init__(self, root: Path, shown: str, today: date, kept: Store) -> None:
        self.kept = kept
        self._place = root, shown, today
        self._words: dict[str, _Words] = {}
        self._parts: list[tuple[str, ...]] = []
        self._given: list[Future[bytes]] = []

    def begin(self, names: tuple[str, ...], helpers: int) -> Executor:
        """Let so many helpers read the aids of these names."""
        # What reading needs besides an aid is loaded once, and not by each helper.
        self._words.update(_look(names[:1], *self._place, self.kept))
        self._parts = [names[start : start + _AT_A_TIME] for start in range(1, len(names), _AT_A_TIME)]
        self._taken = mmap.mmap(-1, len(self._parts))
        context = multiprocessing.get_context("fork")
        pool = ProcessPoolExecutor(helpers, context, _help, (self,))
        with suppress(BrokenExecutor):
            if _gives_processes(pool):
                self._given = [pool.submit(_part, number) for number in range(len(self._parts))]
        return pool

    def words(self) -> search.Known:
        """Remember what came of the aids, reading along with the helpers; and their words for search.

        Helpers begin at the first aids and this process at the last. What failed is done when the folder is loaded.
        """
        first, last = 0, len(self._given) - 1
        while first <= last:
            if not self._given[first].done() and not self._taken[last]:
                self._words.update(self._take(last))
                last -= 1
                continue
            with suppress(Exception):
                checked, read = store.unpacked(self._given[first].result())
                self.kept.learn(checked)
                self._words.update(read)
            first += 1
        return self._words

    def part(self, number: int) -> bytes:
        """In a helper: what came of a part, in one piece, so that an aid stays one; nothing where it was taken."""
        if self._taken[number]:
            return b""
        before = set(self.kept)
        words = self._take(number)
        return store.packed(({key: self.kept[key] for key in set(self.kept) - before}, words))

    def _take(self, number: int) -> dict[str, _Words]:
        self._taken[number] = 1
        return _look(self._parts[number], *self._place, self.kept)


# What a helper helps with, which it has as it was when the helper was forked.
_helped: Reading | None = None


@contextmanager
def reading(root: Path, shown: str, today: date, folder: Path | None, *, wanted: bool) -> Iterator[Reading]:
    """The aids being read for as long as this lasts, where there are cores for it and enough to read.

    `folder` is where an earlier start kept what it found. Raises CannotStart where that is not ours alone.
    """
    try:
        begun = Reading(root, shown, today, Store(folder))
    except store.Untrusted as untrusted:
        raise CannotStart(str(untrusted)) from untrusted
    names = library.slugs(root) if wanted else ()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    many = min(cores - 1, _MOST_HELPERS)
    with ExitStack() as stack:
        stack.enter_context(loading.uncollected())
        if many >= 1 and len(names) >= _WORTH_IT:
            # A machine may have no shared memory for this.
            with suppress(OSError):
                stack.callback(begun.begin(names, many).shutdown, cancel_futures=True)
        yield begun


def _gives_processes(pool: Executor) -> bool:
    try:
        pool.submit(int).result()
    except (OSError, BrokenExecutor):
        # The machine gives no more processes. Those there are would wait for the others for ever.
        for child in multiprocessing.active_children():
            child.kill()
        return False
    return True


def _help(reading: Reading) -> None:
    """A helper knows what it helps with, and never outlives the process that started it."""
    global _helped
    _helped = reading
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(0)


def _part(number: int) -> bytes:
    assert _helped is not None
    return _helped.part(number)


def _look(
    names: tuple[str, ...], root: Path, shown: str, today: date, known: MutableMapping[str, Checked]
) -> dict[str, _Words]:
    words = {}
    for name in names:
        found = library.remembered(root / name, f"{shown}/{name}", today, known)
        if found.aid is not None:
            words[name] = (found.aid, search.reading.of_aid(name, found.aid))
    return words
