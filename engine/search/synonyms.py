"""Everyday words that stand for others (`data/gewoon.txt`): `zoontje` for `kind`, `niks doen` for `afwachten`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from engine.search import analysis

_FILE = Path(__file__).resolve().parent / "data" / "gewoon.txt"


def standing_for(words: Sequence[str]) -> Iterator[tuple[int, int, tuple[tuple[str, ...], ...]]]:
    """From which to which word of a query others may stand, and those: `niks doen` → 0, 2, (('afwachten',), …)."""
    table, longest = _table()
    for start in range(len(words)):
        for size in range(min(longest, len(words) - start), 0, -1):
            key = tuple(analysis.term(word) for word in words[start : start + size])
            if key in table:
                yield start, start + size, table[key]
                break


@cache
def _table() -> tuple[Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]], int]:
    found: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            for left, right in _pairs(line):
                key = tuple(analysis.term(word) for word in left)
                if key != tuple(analysis.term(word) for word in right):
                    found.setdefault(key, {})[right] = None
    table = {key: tuple(values) for key, values in found.items()}
    return MappingProxyType(table), max(map(len, table))


def _pairs(line: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    if ">" in line:
        left, _, right = line.partition(">")
        yield from ((one, other) for one in _words(left) for other in _words(right))
    else:
        every = [one for part in line.split("=") for one in _words(part)]
        yield from ((one, other) for one in every for other in every if one != other)


def _words(text: str) -> list[tuple[str, ...]]:
    return [tuple(token.word for token in analysis.tokens(part)) for part in text.split(";")]
