"""Schema, model and the table of Dutch keys say the same; the date stage changes on the right days."""

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from engine import build, library
from engine.model import (
    AdultWords,
    Aid,
    Area,
    Conversation,
    DuoCard,
    NetworkRole,
    NetworkSheet,
    Release,
    ReleaseList,
    TeamPart,
    TeamPhases,
    Yardstick,
)
from engine.paths import SCHEMAS
from engine.terms import Age
from engine.thresholds import REVIEW_SOON_DAYS
from tests.conftest import FIXTURES, TODAY

SCHEMA = json.loads((SCHEMAS / "keuze.schema.json").read_text(encoding="utf-8"))


def properties(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a part of the schema says about an object, its list items or its values."""
    if "$ref" in schema:
        return properties(SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]])
    if schema.get("type") == "array":
        return properties(schema["items"])
    if isinstance(schema.get("additionalProperties"), dict):
        return properties(schema["additionalProperties"])
    return schema


def pairs(kind: Any, schema: Mapping[str, Any]) -> Iterator[tuple[type, set[str], set[str]]]:
    """Every dataclass of the model with its keys in the model and in the schema."""
    kind = build._bare(kind)
    while get_origin(kind) in (tuple, Mapping):
        kind = build._bare(get_args(kind)[0 if get_origin(kind) is tuple else 1])
    if not dataclasses.is_dataclass(kind):
        return
    known = properties(schema)
    fields = {build.KEYS.get(name, name): hint for name, hint in build._fields(kind).items()}  # type: ignore[arg-type]
    yield kind, set(fields), set(known["properties"])  # type: ignore[misc]
    for key, hint in fields.items():
        if key in known["properties"]:
            yield from pairs(hint, known["properties"][key])


def test_model_and_schema_have_the_same_fields() -> None:
    found = list(pairs(Aid, SCHEMA))
    assert len(found) >= 18
    for kind, model, schema in found:
        assert model == schema, kind.__name__


def test_no_key_in_the_table_is_unused() -> None:
    names = {name for kind, _, _ in pairs(Aid, SCHEMA) for name in build._fields(kind)}
    names |= {*build._fields(ReleaseList), *build._fields(Release), *build._fields(Conversation)}
    network = json.loads((SCHEMAS / "begrijpen.schema.json").read_text(encoding="utf-8"))
    names |= set(build._fields(NetworkSheet))
    names |= {name for kind in (Area, AdultWords, NetworkRole) for name in build._fields(kind)}
    assert {build.KEYS.get(name, name) for name in build._fields(NetworkSheet)} == {
        *network["properties"],
        "controle",
    }
    names |= {name for kind in (Yardstick, DuoCard, TeamPhases, TeamPart) for name in build._fields(kind)}
    assert set(build.KEYS) <= names


def walk(schema: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(schema, dict):
        for name, value in schema.get("properties", {}).items():
            if "title" in value or "if" not in path:
                yield f"{path}/{name}", value
        for name, value in schema.items():
            if name not in ("if", "then"):
                yield from walk(value, f"{path}/{name}")


# The schema of an overlay is made from that of an aid; its examples stand there.
@pytest.mark.parametrize(
    "file",
    sorted(file for file in SCHEMAS.glob("*.schema.json") if file.name != "overlay.schema.json"),
    ids=lambda file: file.name,
)
def test_every_property_is_explained_in_dutch_with_an_example(file: Path) -> None:
    found = list(walk(json.loads(file.read_text(encoding="utf-8"))))
    assert len(found) >= 6
    for path, schema in found:
        assert schema.get("title"), path
        assert str(schema.get("description", "")).endswith((".", "?")), path
        assert schema.get("examples"), path


def test_schemas_use_no_union_that_gives_unreadable_errors() -> None:
    files = sorted(SCHEMAS.glob("*.schema.json"))
    assert len(files) == 8
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "oneOf" not in text
        assert "anyOf" not in text


def test_the_example_uses_every_property_of_the_schema() -> None:
    """All but the reason why waiting cannot be: that stands only where there is no option of waiting.

    The example is about a choice, so what belongs to a test stands in the good file about a screening.
    """
    files = [
        SCHEMAS.parent / "aids" / "_voorbeeld" / "keuzehulp.yaml",
        FIXTURES / "goed" / "screening" / "keuzehulp.yaml",
    ]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    names = {path.rsplit("/", 1)[1] for path, _ in walk(SCHEMA)}
    assert len(names) >= 80
    assert {name for name in names if f"{name}:" not in text} == {"afwachten_onmogelijk"}


def test_a_path_in_the_model_is_a_path_in_the_file() -> None:
    assert build.source_path(("rows", 0, "arms", 1, "counts", "name")) == (
        "rijen",
        0,
        "armen",
        1,
        "aantallen",
        "name",
    )
    assert build.source_path(("facts", 2, "cells", "text", "source")) == ("feiten", 2, "cellen", "text", "bron")
    assert build.source_path(("core", 1)) == ("kern", 1)


@pytest.mark.parametrize(
    ("days", "age"),
    [(-REVIEW_SOON_DAYS, Age.FRESH), (1 - REVIEW_SOON_DAYS, Age.DUE), (0, Age.DUE), (1, Age.STALE)],
)
def test_the_age_of_an_aid(aids: Path, days: int, age: Age) -> None:
    aid = library.load(aids, "x", TODAY).entries["klein"].aid
    assert aid.review_by == date(2028, 11, 1)
    assert aid.age(aid.review_by + timedelta(days=days)) is age


def test_the_one_count_that_may_be_left_out_is_derived(aids: Path, good: str) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("          luid: 45\n", ""), encoding="utf-8")
    arm = library.load(aids, "x", TODAY).entries["klein"].aid.rows[0].arms[1]
    assert dict(arm.counts) == {"stil": 55, "luid": 45}


def test_no_schema_can_hold_a_sum_a_rank_or_a_condition_on_an_answer() -> None:
    """ADR 2: a mirror, not a score. A property that could weigh or compute fails here by its name."""
    banned = re.compile(
        "formule|gewicht|weeg|weging|score|punten|rang|beste|advies|voorwaarde|indien|alleen_als|toon_als"
    )
    names = []
    for file in sorted(SCHEMAS.glob("*.schema.json")):
        schema = json.loads(file.read_text(encoding="utf-8"))
        names += [path.rsplit("/", 1)[1] for path, _ in walk(schema)]
        assert '"if"' not in file.read_text(encoding="utf-8").replace('"if": {"properties": {"soort"', "")
    assert len(names) >= 110
    assert not [name for name in names if banned.search(name)]
