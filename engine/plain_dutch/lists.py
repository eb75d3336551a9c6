"""The word lists of the language checks, read once. They are data, so that an editor can propose a word.

A line of a table has a word with its forms, what to write instead, and a sentence in which the check finds it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

Phrase = tuple[list[str], "Entry"]
_DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Entry:
    """One line of a table."""

    forms: tuple[str, ...]
    better: tuple[str, ...]
    example: str


@cache
def group(name: str) -> frozenset[str]:
    """A group of words that a check needs."""
    for block in (_DATA / "groepen.txt").read_text(encoding="utf-8").split("# ")[2:]:
        key, _, words = block.partition("\n")
        if key.split(":")[0] == name:
            return frozenset(words.split())
    raise KeyError(name)


@cache
def table(name: str) -> tuple[Entry, ...]:
    """A table of words with what to write instead."""
    rows = [line.split("\t") for line in _lines(f"{name}.tsv")]
    return tuple(Entry(tuple(forms.split("|")), tuple(better.split("|")), example) for forms, better, example in rows)


@cache
def allowed() -> frozenset[str]:
    """Everyday words about health that are rare in other texts: never called difficult."""
    return frozenset(_lines("toegestaan.txt"))


@cache
def by_first_word(name: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of a table under their first word, the longest first, each as its words."""
    found: dict[str, list[Phrase]] = {}
    for entry in table(name):
        for form in entry.forms:
            words = form.split()
            found.setdefault(words[0], []).append((words, entry))
    return MappingProxyType({first: _longest_first(phrases) for first, phrases in found.items()})


def key_words(name: str) -> frozenset[str]:
    """The longest word of every phrase of a table: where none of these is, none of the phrases is."""
    return frozenset(max(form.split(), key=len) for entry in table(name) for form in entry.forms)


def _longest_first(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase[0])))


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def known() -> frozenset[str]:
    """The words that a table of its own speaks of, so that no second remark calls them difficult."""
    names = ("vervangen", "omslachtig", "engels", "vaktaal")
    return frozenset(form for name in names for entry in table(name) for form in entry.forms if " " not in form)
