"""The rules an aid must keep beyond its schema: one module per rule, run here.

A rule module has `ID`, `check(aid, source, today)`, which yields findings, and optionally `SOFT_WHILE`: the statuses
for which a breach is only a warning (`SOFT_UNTIL_PUBLISHED = True` is short for concept and trial). A finding speaks
of the model (`("rows", 0, "study")`); this runner turns it into a place and sets the level from rule and status.
A module that runs many rules has `RULES` instead. Ids in capitals are of rules about language: the same ids as in
`leesbaarheid` (ADR 15).
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import ModuleType

from engine import build
from engine.model import Aid
from engine.problem import Level, Problem
from engine.source import Path, Source
from engine.terms import Status

__all__ = ["Finding", "Rule", "all_rules", "check"]


@dataclass(frozen=True)
class Finding:
    """What a rule found: where in the model, a Dutch sentence, a remedy.

    `offset` points at a character of a text; `at_key` points at the key instead of the value; `index` points at a
    character of the file itself. `level` is for rules that weigh each breach; without it rule and status decide.
    """

    path: Path
    message: str
    remedy: str
    offset: int | None = None
    at_key: bool = False
    index: int | None = None
    level: Level | None = None


@dataclass(frozen=True)
class Rule:
    """A rule module, as found in this package."""

    id: str
    soft_while: frozenset[Status]
    check: Callable[[Aid, Source, date], Iterable[Finding]]

    def level(self, status: Status) -> Level:
        """How bad a breach is for an aid of this status."""
        return Level.WARNING if status in self.soft_while else Level.ERROR


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule in this package, in order of id."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    rules = [rule for module in modules for rule in _rules_in(module)]
    return tuple(sorted(rules, key=lambda rule: rule.id))


def _rules_in(module: ModuleType) -> Iterable[Rule]:
    return getattr(module, "RULES", None) or (Rule(module.ID, _soft_while(module), module.check),)


def _soft_while(module: ModuleType) -> frozenset[Status]:
    until_published = (Status.CONCEPT, Status.TRIAL) if getattr(module, "SOFT_UNTIL_PUBLISHED", False) else ()
    return frozenset(getattr(module, "SOFT_WHILE", until_published))


def check(
    aid: Aid, source: Source, today: date, only: Callable[[str], bool] = lambda _rule: True
) -> tuple[Problem, ...]:
    """Every breach of every rule in one aid, sorted by place; `only` chooses rules by id."""
    return tuple(sorted(_problems(aid, source, today, only)))


def _problems(aid: Aid, source: Source, today: date, only: Callable[[str], bool]) -> Iterator[Problem]:
    for rule in (rule for rule in all_rules() if only(rule.id)):
        for finding in rule.check(aid, source, today):
            line, column = _place(finding, source)
            level = finding.level or rule.level(aid.status)
            yield Problem(source.file, line, column, rule.id, finding.message, finding.remedy, level, finding.path)


def _place(finding: Finding, source: Source) -> tuple[int, int]:
    if finding.index is not None:
        return source.line_column(finding.index)
    path = build.source_path(finding.path)
    return source.at_key(path) if finding.at_key else source.at(path, finding.offset)
