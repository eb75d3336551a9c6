"""The corpus of lean documents and the table of queries, and which queries are set apart."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOTHING = "geen"
# Of each sort, this share of the queries is looked at only at the end.
SET_APART = 0.3
# The lists of later queries.
LATER = (1, 2)


@dataclass(frozen=True)
class Query:
    """What someone types, the slugs that answer it (none where nothing does), and whether it is set apart."""

    sort: str
    text: str
    answers: frozenset[str]
    apart: bool


@dataclass(frozen=True)
class Lean:
    """A document with only what search looks at."""

    slug: str
    title: str
    question: str
    themes: tuple[str, ...]
    options: tuple[str, ...]
    search_words: tuple[str, ...]
    core: tuple[str, ...]


def corpus() -> tuple[Lean, ...]:
    """The lean documents on other topics, by slug."""
    found = []
    for file in sorted((HERE / "corpus").glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            title, question, themes, options, search_words, core = line.split(" | ")
            lists = (tuple(part.split("; ")) for part in (themes, options, search_words))
            found.append(Lean(_slug(title), title, question, *lists, (core,)))
    return tuple(sorted(found, key=lambda document: document.slug))


def queries() -> tuple[Query, ...]:
    """Every query of the table, in its order."""
    rows = _rows("queries.txt")
    apart = {text for sort in {row[0] for row in rows} for text in _apart([row[1] for row in rows if row[0] == sort])}
    return tuple(
        Query(sort, text, frozenset() if answers == "-" else frozenset(answers.split("; ")), text in apart)
        for sort, text, answers in rows
    )


def later(number: int) -> tuple[Query, ...]:
    """A list of queries that was written after the tuning, and before search was run on it."""
    return tuple(
        Query(sort, text, frozenset() if answers == "-" else frozenset(answers.split("; ")), apart=True)
        for sort, text, answers in _rows(f"later-{number}.txt")
    )


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


def _apart(texts: Sequence[str]) -> list[str]:
    ordered = sorted(texts, key=lambda text: hashlib.sha256(text.encode()).hexdigest())
    return ordered[: round(len(texts) * SET_APART)]


def _slug(title: str) -> str:
    return title.lower().replace("(", "").replace(")", "").replace(" ", "-")
