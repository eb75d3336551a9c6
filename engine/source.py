"""One file becomes a text, and a YAML file a tree with the place of every key and value.

Scalars are text, except plain unquoted whole numbers, so that `nee`, `12:30`, `010` and `2026-03-01` stay what
the editor typed. What YAML would change or hide without a word (anchors, tags, duplicate keys, cut-off text) is a
problem.
"""

import re
import stat
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path as File
from types import MappingProxyType

from engine import alignment, quick_yaml
from engine import source_messages as messages
from engine.problem import Problem, errors
from engine.thresholds import FILE_BYTES
from engine.yaml_reader import Path, Reader, Scalar, Tree

# The rule that a text breaks when it can be read in two ways.
TWO_READINGS = messages.TWO_READINGS[0]

# Lines that Git writes around two versions of a text, without what follows on them.
_MERGE_MARK = re.compile(r"^(?:(?:<{7}|\|{7}|>{7})(?=[ \r\n]|\Z)|={7}(?=\r?$))", re.MULTILINE)

__all__ = [
    "TWO_READINGS",
    "Path",
    "Scalar",
    "Source",
    "Tree",
    "parse",
    "parse_quickly",
    "parse_twice",
    "read",
    "text",
]


@dataclass(frozen=True)
class Source:
    """A file as read: its text, its tree (None where it cannot be read), the places in it, and its problems."""

    file: str
    text: str
    tree: Tree | None
    keys: Mapping[Path, int] = field(default_factory=dict)
    values: Mapping[Path, Scalar | int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def at(self, path: Path, offset: int | None = None) -> tuple[int, int]:
        """Line and column (from 1) of the value at `path`, or of character `offset` of its text.

        A path that is not there gives the place of the nearest one around it.
        """
        while path and path not in self.values:
            path, offset = path[:-1], None
        where = self.values.get(path, 0)
        if isinstance(where, int):
            return self.line_column(where)
        if offset is None:
            return self.line_column(where.start)
        from_value = self._offsets(path)
        return self.line_column(from_value[min(offset, len(from_value) - 1)])

    def at_key(self, path: Path) -> tuple[int, int]:
        """Line and column (from 1) of the key of the pair at `path`; of the value where it has no key."""
        return self.line_column(self.keys[path]) if path in self.keys else self.at(path)

    def line_column(self, index: int) -> tuple[int, int]:
        """Line and column (from 1) of a character of the text."""
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0] + [match.end() for match in re.finditer("\n", self.text)]

    def _offsets(self, path: Path) -> list[int]:
        scalar = self.values[path]
        value: Tree | None = self.tree
        for step in path:
            value = value[step]  # type: ignore[index]
        assert isinstance(scalar, Scalar)
        return alignment.align(str(value), self.text, scalar.start, scalar.end, scalar.style)


def read(file: File, shown: str, *, twice: bool = True) -> Source:
    """A YAML file as a `Source`; whatever is wrong with it is in `problems`, never raised.

    Read `twice`, it is held against what a server might read in it (`parse_twice`).
    """
    raw = _bytes(file, shown)
    if isinstance(raw, Source):
        return raw
    return parse_twice(raw, shown) if twice else parse(raw, shown)


def parse(raw: bytes, shown: str) -> Source:
    """The content of a YAML file as a `Source`; whatever is wrong with it is in `problems`, never raised."""
    found = _decoded(raw, shown)
    if found.problems:
        return found
    reader = Reader(shown, found.text, found.line_column)
    reader.read()
    tree = None if reader.broken else reader.tree
    keys, values = MappingProxyType(reader.keys), MappingProxyType(reader.values)
    return Source(shown, found.text, tree, keys, values, tuple(sorted(reader.problems)))


def parse_twice(raw: bytes, shown: str) -> Source:
    """The same; what a server might read in another way, because it reads quickly, is a problem (ADR 31)."""
    found = parse(raw, shown)
    if errors(found.problems):
        return found
    with quick_yaml.silence():
        other = quick_yaml.tree(_with_plain_ends(found.text))
    if other is None or other == found.tree:
        return found
    line, column = found.at(_first_difference(found.tree, other))
    problem = Problem(found.file, line, column, *messages.TWO_READINGS)
    return replace(found, problems=tuple(sorted([*found.problems, problem])))


def parse_quickly(raw: bytes, shown: str) -> Source:
    """The same, without places, for a file that was read before and found good (ADR 31)."""
    found = _decoded(raw, shown)
    tree = None if found.problems else quick_yaml.tree(_with_plain_ends(found.text))
    return parse(raw, shown) if tree is None else replace(found, tree=tree)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n") if "\r" in text else text


def _first_difference(one: Tree | None, other: Tree | None) -> Path:
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        pairs: list[tuple[str | int, Tree, Tree]] = [(key, one[key], other[key]) for key in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = [(place, *both) for place, both in enumerate(zip(one, other, strict=True))]
    else:
        return ()
    return next(((key, *_first_difference(mine, its)) for key, mine, its in pairs if mine != its), ())


def text(file: File, shown: str) -> Source:
    """A file that is text alone, without a tree; whatever is wrong with it is in `problems`, never raised."""
    raw = _bytes(file, shown)
    return raw if isinstance(raw, Source) else _decoded(raw, shown)


def _bytes(file: File, shown: str) -> bytes | Source:
    """What is in a file; where that cannot be read or is too much, a `Source` that says so."""
    try:
        if not stat.S_ISREG(file.stat().st_mode) and not file.is_dir():
            return _refused(shown, *messages.NOT_A_FILE)
        with file.open("rb") as stream:
            return stream.read(FILE_BYTES + 1)
    except OSError as error:
        return _refused(shown, *messages.unreadable(error))


def _decoded(raw: bytes, shown: str) -> Source:
    if len(raw) > FILE_BYTES:
        return _refused(shown, *messages.too_big(FILE_BYTES))
    try:
        found = Source(shown, raw.decode("utf-8-sig"), None)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line = before.count("\n") + 1
        return _refused(shown, *messages.NOT_UTF8, line, len(before) - before.rfind("\n"))
    return replace(found, problems=tuple(_left_by_a_merge(found)))


def _left_by_a_merge(found: Source) -> Iterator[Problem]:
    """Each place where Git left two texts to choose from; such a file says nothing that can be trusted."""
    opened = False
    for mark in _MERGE_MARK.finditer(found.text):
        if not opened or mark[0][0] == "<":
            line, column = found.line_column(mark.start())
            yield Problem(found.file, line, column, *messages.left_by_a_merge(mark[0]))
        opened = mark[0][0] != ">" and (opened or mark[0][0] == "<")


def _refused(shown: str, rule: str, message: str, remedy: str, line: int = 1, column: int = 1) -> Source:
    return Source(shown, "", None, problems=(Problem(shown, line, column, rule, message, remedy),))
