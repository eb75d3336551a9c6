"""Where something stands in an aid: fields by name, and the path that an editor reads.

A name is a path in the model with `*` for every item of a list: `options.*.pros`.
"""

import re
from collections.abc import Iterator
from typing import Any

from engine import build
from engine.model import Aid
from engine.source import Path

SEPARATOR = " › "
# What `keuzehulp nieuw` leaves for the editor to write.
_TODO = re.compile(r"\bTODO\b")


def find(aid: Aid, name: str) -> Iterator[tuple[Path, Any]]:
    """Every place with this name and what stands there; a part that is missing is found once, as None."""
    yield from _find(aid, tuple(name.split(".")), ())


def _find(part: Any, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Any]]:
    if not steps or part is None:
        yield path, part
    elif steps[0] == "*":
        for number, item in enumerate(part):
            yield from _find(item, steps[1:], (*path, number))
    else:
        yield from _find(getattr(part, steps[0]), steps[1:], (*path, steps[0]))


def is_written(value: Any) -> bool:
    """Whether an editor filled this in: a blank text and one that says TODO are not."""
    if isinstance(value, str):
        return bool(value.strip()) and not _TODO.search(value)
    if isinstance(value, tuple):
        return bool(value) and all(is_written(item) for item in value)
    return value is not None


def key_path(name: str) -> str:
    """The name as an editor writes it, without the items of lists: `opties › voordelen`."""
    path: Path = tuple(0 if step == "*" else step for step in name.split("."))
    return SEPARATOR.join(str(step) for step in build.source_path(path) if not isinstance(step, int))


def place(aid: Aid, path: Path) -> str:
    """A path in the model for a reader: `opties › zalf › nadelen › 2`. An item goes by its id or its number; `*`
    stands for every item and is not written: `opties › nadelen`.
    """
    if "*" in path:
        return key_path(".".join(str(step) for step in path))
    part: Any = aid
    steps = []
    for step, key in zip(path, build.source_path(path), strict=True):
        if isinstance(step, int):
            part = part[step]
            steps.append(str(getattr(part, "id", step + 1)))
        else:
            part = part.get(step) if hasattr(part, "get") else getattr(part, step)
            steps.append(str(key))
    return SEPARATOR.join(steps)
