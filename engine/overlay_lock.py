"""Which text of the aid each text of an overlay was made from, so that a later change there is seen here (ADR 20).

The program writes `overlays.lock`: per text a hash of the text of the aid, and one of the text made from it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from engine.overlay import Overlay
from engine.problem import Level, Problem
from engine.source import Path, Source

NAME = "overlays.lock"
_HEADER = "# Gemaakt door: keuzehulp bijwerken. Verander hier niets.\n"
Hashes = tuple[str, str]


@dataclass(frozen=True)
class Drift:
    """A text of an overlay that does not follow the aid as it is now, and what the aid says now.

    `known` says whether it once did: the aid changed since.
    """

    path: Path
    source_text: str
    known: bool
    reworded: bool

    @property
    def shown(self) -> str:
        """The place as an editor reads it."""
        return ".".join(map(str, self.path))


def read(found: Source) -> Mapping[str, Mapping[str, Hashes]]:
    """The hashes per overlay and text; empty where there is no lock file that can be read."""
    tree = found.tree if isinstance(found.tree, dict) else {}
    return MappingProxyType({name: _entries(entries) for name, entries in tree.items() if isinstance(entries, dict)})


def damage(found: Source) -> tuple[Problem, ...]:
    """Why a lock file cannot be trusted: who reads half of it, takes what changed since for new."""
    back = "Haal het bestand terug uit Git."
    if any(problem.rule == "leeg" for problem in found.problems):
        return (Problem(found.file, 1, 1, "overlay-lock", "In dit bestand ontbreekt iets.", back),)
    if found.problems or found.tree is None:
        return found.problems
    known = read(found)
    if isinstance(found.tree, dict) and all(
        isinstance(entries, dict) and len(known[name]) == len(entries) for name, entries in found.tree.items()
    ):
        return ()
    return (Problem(found.file, 1, 1, "overlay-lock", "Dit bestand is met de hand veranderd.", back),)


def drifts(overlay: Overlay, known: Mapping[str, Hashes]) -> Iterator[Drift]:
    """The texts of an overlay of which the text of the aid changed, or that were never recorded."""
    for path, place in overlay.said.items():
        before = known.get(_key(path))
        if before is None or before[0] != _hash(place.text):
            reworded = before is None or before[1] != _hash(said(overlay, path))
            yield Drift(path, place.text, before is not None, reworded)


def problems(overlay: Overlay, known: Mapping[str, Hashes], slug: str, level: Level) -> Iterator[Problem]:
    """Each text that does not follow the aid as it is now, at its place; texts never recorded as one."""
    found = list(drifts(overlay, known))
    new = [one for one in found if not one.known]
    remedy = f"Kijk of het klopt, en leg dat vast met: keuzehulp bijwerken {slug}"
    if new:
        message = f"Van {len(new)} teksten is niet vastgelegd bij welke tekst in keuzehulp.yaml ze horen."
        yield _problem(overlay, new[0].path, message, remedy, level)
    for drift in found:
        if drift.known:
            now = " ".join(drift.source_text.split())
            shown = now if len(now) <= 80 else f"{now[:80]}…"
            message = f"De tekst in keuzehulp.yaml is veranderd. Daar staat nu: '{shown}'"
            yield _problem(overlay, drift.path, message, remedy, level)


def _problem(overlay: Overlay, path: Path, message: str, remedy: str, level: Level) -> Problem:
    line, column = overlay.source.at(path)
    return Problem(overlay.source.file, line, column, "overlay-verouderd", message, remedy, level)


def updated(
    overlays: Iterable[Overlay], known: Mapping[str, Mapping[str, Hashes]], *, unchanged_is_right: bool
) -> tuple[str, tuple[tuple[str, Drift], ...]]:
    """The new lock file, and the texts left out of it, with their overlay: the aid changed and they did not."""
    left: list[tuple[str, Drift]] = []
    lines = [_HEADER]
    for overlay in overlays:
        name = overlay.voice.name
        before = known.get(name, {})
        stale = [one for one in drifts(overlay, before) if not one.reworded and not unchanged_is_right]
        left += [(name, one) for one in stale]
        old = {one.path: before[_key(one.path)] for one in stale}
        lines.append(f"{json.dumps(name)}:{'' if overlay.said else ' {}'}\n")
        for path, place in overlay.said.items():
            first, second = old.get(path) or (_hash(place.text), _hash(said(overlay, path)))
            lines.append(f"  {json.dumps(_key(path), ensure_ascii=False)}: '{first} {second}'\n")
    return "".join(lines), tuple(left)


def said(overlay: Overlay, path: Path) -> str:
    """What an overlay says at a place; its explained words as one text."""
    value: Any = overlay.source.tree
    for step in path:
        value = value[step]
    return value if isinstance(value, str) else "\n".join(f"{term}: {text}" for term, text in value.items())


def _entries(entries: Mapping[str, Any]) -> Mapping[str, Hashes]:
    pairs = {key: str(value).split() for key, value in entries.items()}
    return {key: (pair[0], pair[1]) for key, pair in pairs.items() if len(pair) == 2}


def _key(path: Path) -> str:
    return ".".join(map(str, path))


def _hash(text: str) -> str:
    """Twelve signs tell texts of one aid apart; spaces and line ends do not change what a text says."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]
