"""Sheets for a practice, in `_praktijk` beside the aids: the yardstick and the card for two (ADR 35).

A site's own sheet comes over the shipped one; a broken one or a concept leaves that in place, and hides no other.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path as File

from engine import build, schema, source
from engine.library import conversations
from engine.model import PracticeSheet
from engine.paths import AIDS, SCHEMAS
from engine.problem import Problem, errors
from engine.source import Source
from engine.terms import Address, PracticeKind, Status

FOLDER = "_praktijk"
FILES: Mapping[str, PracticeKind] = {f"{kind}.yaml": kind for kind in PracticeKind}


@dataclass(frozen=True)
class Sheet:
    """A good sheet with the hash of its file."""

    content: PracticeSheet
    sha256: str


def check(read: Source, kind: PracticeKind, today: date) -> tuple[PracticeSheet | None, tuple[Problem, ...]]:
    """The sheet in a file, and every problem in it."""
    problems = list(read.problems)
    if read.tree is not None:
        problems += schema.check(read, schema.load(SCHEMAS / f"{kind}.schema.json"))
    if errors(problems):
        return None, tuple(problems)
    found = build.build_practice(kind, read.tree)
    said = [*conversations.language(found, read, Address.FORMAL), *conversations.overdue(found, read, today)]
    problems += said
    return (None if errors(said) else found), tuple(problems)


def sheets(root: File, shown: str, today: date) -> tuple[Mapping[PracticeKind, Sheet], tuple[Problem, ...]]:
    """The sheets that a site has, and the problems of its own files."""
    found: dict[PracticeKind, Sheet] = {}
    problems: list[Problem] = []
    for folder in dict.fromkeys((AIDS / FOLDER, root / FOLDER)):
        for file in _files(folder):
            made, said = _sheet(file, f"{shown}/{FOLDER}/{file.name}", today)
            problems += said if folder == root / FOLDER else ()
            # A concept is for its makers; readers keep the shipped one.
            if made is not None and made.content.status is not Status.CONCEPT:
                found[made.content.kind] = made
    return {kind: found[kind] for kind in PracticeKind if kind in found}, tuple(problems)


def _sheet(file: File, shown: str, today: date) -> tuple[Sheet | None, tuple[Problem, ...]]:
    kind = FILES.get(file.name)
    if kind is None:
        message, remedy = "Dit bestand kennen wij niet. Lezers zien het niet.", f"Kies uit: {', '.join(FILES)}."
        return None, (Problem(shown, 1, 1, "onbekend-bestand", message, remedy),)
    read = source.read(file, shown)
    content, said = check(read, kind, today)
    mark = hashlib.sha256(read.text.encode()).hexdigest()
    return None if content is None else Sheet(content, mark), said


def _files(folder: File) -> list[File]:
    try:
        return sorted(file for file in folder.iterdir() if not file.name.startswith("."))
    except OSError:
        return []
