"""The quick judge of trees and the one that explains agree on every tree that a file can hold (ADR 30)."""

import copy
import json
import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from engine import source, validator
from engine.paths import AIDS, SCHEMAS
from tests.aids.test_mutations import mutations, nodes
from tests.conftest import FIXTURES, GOOD

VALIDATORS = {file.name: validator.load(file) for file in sorted(SCHEMAS.glob("*.schema.json"))}
AID = VALIDATORS["keuze.schema.json"]
# What two judges may see differently: digits, spaces and line ends of other scripts, days, sizes, kinds.
AWKWARD = (
    *("", " ", "x\n", "\nx", "x\r", "٣", "３,1", "a b", "\u2028", "\u2009x", "é́", "👍" * 100, "Ａ", "ſ", "İ"),
    *(
        "2026-02-29",
        "2026-2-1",
        "2026-13-01",
        "2028-02-29",
        "0000-01-01",
        "20260101",
        "2026-01-01\n",
        "２０２６-01-01",
    ),
    *(
        "https://voorbeeld.nl",
        "https://",
        "http://é.nl/?a=b#c",
        "javascript:alert(1)",
        "A12",
        "A12.34",
        "12,5",
        "12,55",
    ),
    *("a" * 39, "a" * 40, "a" * 41, "x" * 5000, "Waarom?", "Waarom?\n", "waarom", "nee", "klein"),
    *(
        0,
        -1,
        1,
        7,
        63,
        64,
        10**14,
        999_999_999_999_999,
        [],
        {},
        [""],
        ["x", "x"],
        [1, "1"],
        {"": ""},
        {"x": {"y": [1]}},
    ),
)


def trees() -> Iterator[Any]:
    """The tree of every content file that lies here, good or bad."""
    for folder in (AIDS, FIXTURES):
        for file in sorted(folder.rglob("*.yaml")):
            tree = source.read(file, file.name).tree
            if tree is not None:
                yield tree


def agree(judge: validator.Validator, tree: Any) -> bool:
    """Whether both say the same, and what they say."""
    slow = not any(True for _ in judge.reference.iter_errors(tree))
    assert judge.is_valid(tree) == slow, next(judge.reference.iter_errors(tree), "the quick one refuses")
    return slow


def test_there_is_a_judge_for_each_schema() -> None:
    assert len(VALIDATORS) >= 6


def test_each_schema_is_one() -> None:
    for judge in VALIDATORS.values():
        Draft202012Validator.check_schema(judge.schema)


def test_they_agree_on_every_file_that_lies_here() -> None:
    every = list(trees())
    assert len(every) >= 100
    said = [agree(judge, tree) for tree in every for judge in VALIDATORS.values()]
    assert said.count(True) >= 30
    assert said.count(False) >= 100


def test_they_agree_on_every_way_to_break_an_aid() -> None:
    ways = list(mutations(source.read(GOOD, "x").tree))
    assert len(ways) >= 300
    said = [agree(AID, way.tree) for way in ways]
    assert said.count(False) >= 200


TREE = source.read(AIDS / "carpaletunnelsyndroom" / "keuzehulp.yaml", "x").tree
PLACES = [path for path, _ in nodes(TREE) if path]


@settings(max_examples=80)
@given(st.sampled_from(PLACES), st.one_of(st.sampled_from(AWKWARD), st.text(max_size=12), st.integers(-5, 1_000_000)))
def test_they_agree_on_whatever_stands_anywhere(path: tuple[Any, ...], value: Any) -> None:
    tree: Any = copy.deepcopy(TREE)
    part = tree
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = copy.deepcopy(value)
    agree(AID, tree)


def leaves(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that asks something of one text or number."""
    asked = {"pattern", "format", "enum", "const", "minimum", "maximum", "minLength", "maxLength"}
    if isinstance(schema, dict) and schema.keys() & asked:
        yield {key: value for key, value in schema.items() if key not in ("$ref", "allOf", "if", "then")}
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from leaves(part)


def test_they_agree_on_everything_that_is_asked_of_one_value() -> None:
    every = [leaf for file in SCHEMAS.glob("*.schema.json") for leaf in leaves(json.loads(file.read_text("utf-8")))]
    assert len(every) >= 60
    said = [agree(validator.make(leaf, "deel.json", {}), value) for leaf in every for value in AWKWARD]
    assert said.count(True) >= 200
    assert said.count(False) >= 200


def test_they_agree_on_every_sign_that_a_file_can_hold() -> None:
    """Spaces, digits and other signs that one library may count as such and the other not."""
    schemas = [json.loads(file.read_text("utf-8")) for file in SCHEMAS.glob("*.schema.json")]
    patterns = {leaf["pattern"] for schema in schemas for leaf in leaves(schema) if "pattern" in leaf}
    odd = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Zs", "Cc", "Cf", "Nd", "No")]
    signs = [sign for sign in odd if not source.parse(f'a: "x{sign}"\n'.encode(), "x").problems]
    assert len(patterns) >= 10
    assert 1_000 <= len(signs) < len(odd)
    for pattern in patterns:
        judge = validator.make({"pattern": pattern}, "deel.json", {})
        for sign in signs:
            for value in (sign, f"a{sign}", f"{sign}a", f"a{sign}a"):
                agree(judge, value)
