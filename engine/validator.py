"""A schema file becomes something to hold trees against. The only importer of jsonschema and jsonschema-rs (ADR 30).

jsonschema is the reference: it says where a tree differs and how. jsonschema-rs only says whether it differs at all,
a hundred times sooner, which is all that a good file needs. Tests hold the two together.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path as File
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators
from referencing import Registry, Resource

__all__ = ["ValidationError", "Validator", "load", "make"]

_FORMATS = FormatChecker(formats=[])


@dataclass(frozen=True)
class Validator:
    """One schema. `quick` and `reference` agree on every tree that `engine.source` can read."""

    quick: jsonschema_rs.Draft202012Validator
    reference: Draft202012Validator

    def is_valid(self, tree: object) -> bool:
        """Whether a tree is as the schema asks. What JSON does not know, such as a tuple, never is."""
        try:
            return self.quick.is_valid(tree)
        except ValueError:
            return False

    def errors(self, tree: object) -> Iterator[ValidationError]:
        """Every way in which a tree differs from the schema."""
        if not self.is_valid(tree):
            yield from self.reference.iter_errors(tree)


@_FORMATS.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return True
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) and date.fromisoformat(value))


def _is_date_quickly(value: str) -> bool:
    try:
        return _is_date(value)
    except ValueError:
        return False


def _pattern_to_the_end(
    _validator: object, pattern: str, value: object, _schema: object
) -> Iterator[ValidationError]:
    """`pattern`, where `$` is the end of the text: Python's own also stops before a last line break."""
    if isinstance(value, str) and not (re.search(pattern, value) and not (pattern[-1] == "$" and value[-1:] == "\n")):
        yield ValidationError("pattern")


_Reference = validators.extend(Draft202012Validator, {"pattern": _pattern_to_the_end})  # type: ignore[no-untyped-call]


# Schemas name each other by file name; jsonschema-rs wants an absolute address to begin at. Nothing is fetched.
_PLACE = "keuzehulp:///"


@cache
def load(file: File) -> Validator:
    """The validator of a schema file. A schema that is not valid itself is a bug and raises."""
    return make(json.loads(file.read_text(encoding="utf-8")), file.name, _beside(file.parent))


def make(schema: dict[str, Any], name: str, beside: dict[str, Any]) -> Validator:
    """The validator of a schema, which may use the parts of others `beside` it by their file names."""
    Draft202012Validator.check_schema(schema)
    resources = [(other, Resource.from_contents(found)) for other, found in beside.items()]
    reference: Draft202012Validator = _Reference(
        schema, format_checker=_FORMATS, registry=Registry().with_resources(resources)
    )
    quick = jsonschema_rs.Draft202012Validator(
        schema,
        formats={"date": _is_date_quickly},
        validate_formats=True,
        registry=jsonschema_rs.Registry([(_PLACE + other, found) for other, found in beside.items()]),
        base_uri=_PLACE + name,
        offline=True,
    )
    return Validator(quick, reference)


@cache
def _beside(folder: File) -> dict[str, Any]:
    return {file.name: json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*.schema.json")}
