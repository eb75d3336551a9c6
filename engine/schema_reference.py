"""The judge of trees that explains: says where a tree differs from a schema, and how. Owns jsonschema (ADR 30)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators
from referencing import Registry, Resource

__all__ = ["Draft202012Validator", "ValidationError", "make"]


def make(
    schema: dict[str, Any], beside: Mapping[str, Any], formats: Mapping[str, Callable[[str], bool]]
) -> Draft202012Validator:
    """The judge of a schema, which may use the parts of others `beside` it by their file names."""
    resources = [(name, Resource.from_contents(found)) for name, found in beside.items()]
    judge: Draft202012Validator = _Reference(
        schema, format_checker=_checker(formats), registry=Registry().with_resources(resources)
    )
    return judge


def _checker(formats: Mapping[str, Callable[[str], bool]]) -> FormatChecker:
    checker = FormatChecker(formats=[])
    for name, is_one in formats.items():
        checker.checks(name)(lambda value, is_one=is_one: not isinstance(value, str) or is_one(value))
    return checker


def _pattern_to_the_end(
    _validator: object, pattern: str, value: object, _schema: object
) -> Iterator[ValidationError]:
    """`pattern`, where `$` is the end of the text: Python's own also stops before a last line break."""
    if isinstance(value, str) and not (re.search(pattern, value) and not (pattern[-1] == "$" and value[-1:] == "\n")):
        yield ValidationError("pattern")


_Reference = validators.extend(Draft202012Validator, {"pattern": _pattern_to_the_end})  # type: ignore[no-untyped-call]
