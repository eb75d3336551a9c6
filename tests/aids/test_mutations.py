"""A good aid broken in every way an editor can: each is reported where it is broken, and none stops the check.

The ways come from the tree of the aid itself: every name dropped or misspelt, every value of another kind, every
reference to something that is not there.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine import library, source
from engine.problem import Problem, errors
from tests.conftest import GOOD, TODAY

Place = tuple[str | int, ...]
# Mappings of which the editor chooses the names: a dropped or misspelt one is found by a rule, around it.
FREE = {"woorden", "betekent", "cellen", "aantallen"}
# Names that may be left out of this aid.
OPTIONAL = {"feiten", "kennisvragen", "woorden", "optie"}
REFERENCES = {"onderzoek", "bron", "optie"}


@dataclass(frozen=True)
class Mutation:
    """What was broken, the changed tree, and the place that the report must name or lie around."""

    what: str
    tree: Any
    place: Place


def nodes(tree: Any, path: Place = ()) -> Iterator[tuple[Place, Any]]:
    yield path, tree
    for step, part in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from nodes(part, (*path, step))


def changed(tree: Any, path: Place) -> tuple[Any, Any]:
    """A copy of the tree, and the part of it that holds `path`."""
    fresh = copy.deepcopy(tree)
    part = fresh
    for step in path[:-1]:
        part = part[step]
    return fresh, part


def mutations(tree: Any) -> Iterator[Mutation]:
    for path, value in nodes(tree):
        if not path:
            continue
        free = any(step in FREE for step in path[:-1])
        if isinstance(path[-1], str) and not free:
            if path[-1] not in OPTIONAL:
                fresh, part = changed(tree, path)
                del part[path[-1]]
                yield Mutation(f"drop {path}", fresh, path[:-1])
            fresh, part = changed(tree, path)
            part[f"{path[-1]}x"] = part.pop(path[-1])
            yield Mutation(f"rename {path}", fresh, (*path[:-1], f"{path[-1]}x"))
        fresh, part = changed(tree, path)
        part[path[-1]] = "een tekst" if isinstance(value, dict | list | int) else {"een": "blok"}
        yield Mutation(f"retype {path}", fresh, path)
        if path[-1] in REFERENCES:
            fresh, part = changed(tree, path)
            part[path[-1]] = "bestaat-niet"
            yield Mutation(f"swap {path}", fresh, path)


def check(mutation: Mutation, folder: Path) -> tuple[source.Source, tuple[Problem, ...]]:
    text = yaml.safe_dump(mutation.tree, allow_unicode=True, sort_keys=False, width=1000)
    file = folder / "keuzehulp.yaml"
    file.write_text(text, encoding="utf-8")
    return source.read(file, "x"), errors(library.check_file(file, "x", TODAY).problems)


@pytest.mark.walk
def test_every_way_to_break_an_aid_is_reported_at_its_place(tmp_path: Path) -> None:
    tree = source.parse(GOOD.read_bytes(), "x").tree
    found = list(mutations(tree))
    assert len(found) >= 300
    assert len({mutation.what.split()[0] for mutation in found}) == 4
    for mutation in found:
        read, problems = check(mutation, tmp_path)
        places = {read.at(mutation.place), read.at_key(mutation.place)}
        assert problems, mutation.what
        assert places & {(problem.line, problem.column) for problem in problems}, (mutation.what, problems)
