"""A content problem as a value: where it is, what is wrong and what to do. Never an exception."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How bad a problem is, worst first. Only `ERROR` keeps an aid from readers and makes `controleer` fail."""

    ERROR = "fout"
    WARNING = "let op"
    INFO = "info"


@dataclass(frozen=True, order=True)
class Problem:
    """One remark for an editor. `line` and `column` count from 1, in characters, as editors show them.

    `path` is the place in the model, for a problem that a rule found; it takes no part in comparing.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    remedy: str
    level: Level = Level.ERROR
    path: tuple[str | int, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.level}: {self.message} {self.remedy} ({self.rule})"


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that keep an aid from readers."""
    return tuple(problem for problem in problems if problem.level is Level.ERROR)


def counted(problems: Iterable[Problem]) -> str:
    """How many of each level, worst first; information only where there is any."""
    levels = [problem.level for problem in problems]
    told = [level for level in Level if level is not Level.INFO or level in levels]
    return f"{', '.join(f'{levels.count(level)} {level}' for level in told)}."


def as_text(problems: Iterable[Problem]) -> str:
    """One problem per line, sorted by file and place."""
    return "".join(f"{problem}\n" for problem in sorted(problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list with Dutch keys, sorted by file and place."""
    rows = [
        {
            "bestand": problem.file,
            "regel": problem.line,
            "kolom": problem.column,
            "niveau": str(problem.level),
            "id": problem.rule,
            "bericht": problem.message,
            "remedie": problem.remedy,
        }
        for problem in sorted(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that make GitHub show each problem beside the line."""
    return "".join(
        f"::{_GITHUB[problem.level]} "
        f"file={_property(problem.file)},line={problem.line},col={problem.column},"
        f"title={_property(problem.rule)}::{_data(f'{problem.message} {problem.remedy}')}\n"
        for problem in sorted(problems)
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"tekst": as_text, "json": as_json, "github": as_github}
