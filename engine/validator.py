"""A schema file becomes something to hold trees against. The only importer of jsonschema-rs (ADR 30).

jsonschema is the reference: it says where a tree differs and how. jsonschema-rs only says whether it differs at all,
a hundred times sooner, which is all that a good file needs. Tests hold the two together.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

import jsonschema_rs

if TYPE_CHECKING:
    from engine.schema_reference import Draft202012Validator, ValidationError

__all__ = ["Validator", "load", "make"]


@dataclass(frozen=True)
class Validator:
    """One schema. `quick` and `reference` agree on every tree that `engine.source` can read."""

    quick: jsonschema_rs.Draft202012Validator
    schema: dict[str, Any]
    beside: dict[str, Any]

    def is_valid(self, tree: object) -> bool:
        """Whether a tree is as the schema asks. What JSON does not know, such as a tuple, never is."""
        try:
            return self.quick.is_valid(tree)
        except ValueError:
            return False

    def errors(self, tree: object) -> "Iterator[ValidationError]":
        """Every way in which a tree differs from the schema."""
        if not self.is_valid(tree):
            yield from self.reference.iter_errors(tree)

    @cached_property
    def reference(self) -> "Draft202012Validator":
        """Made where something is wrong: a site of good files never needs it, and it takes long to import."""
        from engine import schema_reference

        return schema_reference.make(self.schema, self.beside, {"date": _is_date})


def _is_date(value: str) -> bool:
    try:
        return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) and date.fromisoformat(value))
    except ValueError:
        return False


# Schemas name each other by file name; jsonschema-rs wants an absolute address to begin at. Nothing is fetched.
_PLACE = "keuzehulp:///"


@cache
def load(file: File) -> Validator:
    """The validator of a schema file."""
    return make(json.loads(file.read_text(encoding="utf-8")), file.name, _beside(file.parent))


def make(schema: dict[str, Any], name: str, beside: dict[str, Any]) -> Validator:
    """The validator of a schema, which may use the parts of others `beside` it by their file names."""
    quick = jsonschema_rs.Draft202012Validator(
        schema,
        formats={"date": _is_date},
        validate_formats=True,
        registry=jsonschema_rs.Registry([(_PLACE + other, found) for other, found in beside.items()]),
        base_uri=_PLACE + name,
        offline=True,
    )
    return Validator(quick, schema, beside)


@cache
def _beside(folder: File) -> dict[str, Any]:
    return {file.name: json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*.schema.json")}
