"""The content of a site, and what a site does with content that is not good: the aid stays out, and it says so."""

import gc
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from engine import library, problem
from engine.library import Checked, Library, conversations, practices, site_texts
from engine.problem import Problem


def left_out(loaded: Library, shown: str) -> tuple[str, ...]:
    """The files of the aids that no reader gets, because they hold an error."""
    return tuple(sorted(one for one in _broken(loaded) - set(fallen_back(loaded, shown)) if _is_aid(one)))


def fallen_back(loaded: Library, shown: str) -> tuple[str, ...]:
    """The files that hold an error, of which readers get the last frozen version."""
    found = (slug for slug, entry in loaded.entries.items() if entry.fallback)
    return tuple(sorted(f"{shown}/{slug}/{library.FILE_NAME}" for slug in found))


def worse(was: Library, found: Library, shown: str) -> tuple[Problem, ...]:
    """The errors because of which readers would get less of `found` than of what `was` there, or something older.

    What is gone without an error was taken away on purpose, and is no fault.
    """
    out, old = set(left_out(found, shown)), set(fallen_back(found, shown))
    files = (out - set(left_out(was, shown))) | (old - set(fallen_back(was, shown)) - set(left_out(was, shown)))
    folders = {file.removesuffix(library.FILE_NAME) for file in files}
    silent = {
        f"{shown}/{slug}/{voice.name}.yaml"
        for slug in was.entries.keys() & found.entries.keys()
        for voice in was.entries[slug].voices.keys() - found.entries[slug].voices.keys()
    }
    before = {one.file for one in problem.errors(was.problems)}
    # The texts of the site itself, of a conversation without an aid, and of a practice.
    about = tuple(f"{shown}/{one}/" for one in (site_texts.FOLDER, conversations.GENERAL, practices.FOLDER))
    return tuple(
        one
        for one in problem.errors(found.problems)
        if one.file in silent
        or one.file.startswith(tuple(folders))
        or (one.file.startswith(about) and one.file not in before)
    )


@contextmanager
def uncollected() -> Iterator[None]:
    """No looking for what nobody needs any more while a library is made: all of it is kept."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def load(root: Path, shown: str, today: date, known: MutableMapping[str, Checked]) -> Library | None:
    """The content of a folder; None where it changed while it was read, so that nobody gets half of a change."""
    before = library.fingerprint.as_it_lies(root)
    loaded = library.load(root, shown, today, known)
    return loaded if library.fingerprint.as_it_lies(root) == before else None


def _broken(loaded: Library) -> set[str]:
    return {one.file for one in problem.errors(loaded.problems) if "/_" not in one.file}


def _is_aid(file: str) -> bool:
    return file.endswith(f"/{library.FILE_NAME}")
