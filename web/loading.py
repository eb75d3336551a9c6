"""The content of a site, and what a site does with content that is not good: the aid stays out, and it says so."""

from collections.abc import MutableMapping
from datetime import date
from pathlib import Path

from engine import library, problem
from engine.library import Checked, Library


def left_out(loaded: Library, shown: str) -> tuple[str, ...]:
    """The files of the aids that no reader gets, because they hold an error."""
    return tuple(sorted(one for one in _broken(loaded) - set(fallen_back(loaded, shown)) if _is_aid(one)))


def fallen_back(loaded: Library, shown: str) -> tuple[str, ...]:
    """The files that hold an error, of which readers get the last frozen version."""
    found = (slug for slug, entry in loaded.entries.items() if entry.fallback)
    return tuple(sorted(f"{shown}/{slug}/{library.FILE_NAME}" for slug in found))


def load(root: Path, shown: str, today: date, known: MutableMapping[str, Checked]) -> Library | None:
    """The content of a folder; None where it changed while it was read, so that nobody gets half of a change."""
    before = library.fingerprint.as_it_lies(root)
    loaded = library.load(root, shown, today, known)
    return loaded if library.fingerprint.as_it_lies(root) == before else None


def _broken(loaded: Library) -> set[str]:
    return {one.file for one in problem.errors(loaded.problems) if "/_" not in one.file}


def _is_aid(file: str) -> bool:
    return file.endswith(f"/{library.FILE_NAME}")
