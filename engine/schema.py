"""A tree held against a JSON Schema gives problems at a place, in Dutch.

jsonschema's own messages are English, name no line, and do not say which key is missing or extra; the sentences
here are made again from the schema and the value.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from engine import slips
from engine.problem import Problem
from engine.source import Path, Source
from engine.validator import Validator, load

if TYPE_CHECKING:
    from engine.schema_reference import ValidationError

__all__ = ["check", "load"]


class _Finding(NamedTuple):
    """What is wrong at a path. `name` is the key that is missing, or that a misspelt key was meant to be."""

    path: Path
    at_key: bool
    rule: str
    message: str
    remedy: str
    name: str = ""


def check(source: Source, validator: Validator) -> tuple[Problem, ...]:
    """Every way in which the tree of `source` differs from the schema, sorted by place."""
    found = [finding for error in validator.errors(source.tree) for finding in _findings(error)]
    # A misspelt key is one mistake, not two: do not ask for the key it was meant to be as well.
    misspelt = {(finding.path[:-1], finding.name) for finding in found if finding.rule == "onbekende-naam"}
    problems = set()
    for finding in found:
        if finding.rule == "ontbreekt" and (finding.path, finding.name) in misspelt:
            continue
        line, column = source.at_key(finding.path) if finding.at_key else source.at(finding.path)
        problems.add(Problem(source.file, line, column, finding.rule, finding.message, finding.remedy))
    return tuple(sorted(problems))


@dataclass(frozen=True)
class _Breach:
    """What of a `ValidationError` the explanations need."""

    path: Path
    wanted: Any
    value: Any
    schema: Mapping[str, Any]
    message: str


# What is asked of a value that is one word or number: the first thing to mend is what stands around it.
_ONE_WORD = frozenset({"format", "pattern", "enum", "const", "type"})


def _findings(error: "ValidationError") -> Iterator[_Finding]:
    if error.instance == "":
        return  # already reported where it was read; what a schema adds to it says nothing new
    schema = error.schema if isinstance(error.schema, dict) else {}
    if error.validator in _ONE_WORD and isinstance(error.instance, str) and slips.in_curly_quotes(error.instance):
        said = slips.CURLY_NUMBER if error.validator_value == "integer" else slips.CURLY
        yield _Finding(tuple(error.absolute_path), False, *said)
        return
    breach = _Breach(tuple(error.absolute_path), error.validator_value, error.instance, schema, error.message)
    explain = _EXPLAIN.get(str(error.validator), _other)
    yield from explain(breach)


def _other(breach: _Breach) -> Iterator[_Finding]:
    yield _Finding(
        breach.path,
        False,
        "vorm",
        "Dit past niet bij het bestandsformaat.",
        "Vergelijk het met aids/_voorbeeld.",
    )


def _name(path: Path) -> str:
    """What an editor calls the value at a path: its nearest key."""
    return next((f"'{step}'" for step in reversed(path) if isinstance(step, str)), "dit bestand")


def _called(breach: _Breach) -> str:
    """What an editor calls an item of a list: its name or id; empty where it has neither."""
    if not isinstance(breach.path[-1:] and breach.path[-1], int) or not isinstance(breach.value, Mapping):
        return ""
    said = next((breach.value[key] for key in ("naam", "id") if isinstance(breach.value.get(key), str)), "")
    return _shown(said) if said else ""


def _shown(value: object) -> str:
    """A value as a message can quote it: on one line, and not longer than helps."""
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= 40 else f"'{text[:40]}…'"


def _example(schema: Mapping[str, Any]) -> str:
    examples = schema.get("examples", [])
    return f" Bijvoorbeeld: {examples[0]}" if examples and isinstance(examples[0], str | int) else ""


def _required(breach: _Breach) -> Iterator[_Finding]:
    # jsonschema gives one error per missing key without naming it; the message ends in the same name.
    missing = next(name for name in breach.wanted if breach.message.startswith(f"{name!r} is "))
    properties = breach.schema.get("properties", {})
    # What only some must have is asked by a schema that says itself what it is.
    about = (properties.get(missing, {}) if missing in properties else breach.schema).get("description", "")
    where = f"in {_name(breach.path)}" if breach.path else "in dit bestand"
    if (called := _called(breach)) and breach.path:
        where = f"bij {called} {where}"
    remedy = f"Voeg '{missing}:' toe. {about}".strip()
    yield _Finding(breach.path, True, "ontbreekt", f"'{missing}' ontbreekt {where}.", remedy, missing)


def _among(names: list[str]) -> str:
    few = 12
    return (
        f"Kies uit: {', '.join(sorted(names))}." if len(names) <= few else "Kijk in docs/begrippen.md welke er zijn."
    )


def _extra(breach: _Breach) -> Iterator[_Finding]:
    known = list(breach.schema["properties"])
    for name in breach.value:
        if name in known:
            continue
        near = get_close_matches(name, known, n=1, cutoff=0.7)
        remedy = f"Bedoelde u '{near[0]}'?" if near else _among(known)
        where = f"in {_name(breach.path)}" if breach.path else "in dit bestand"
        message = f"'{name}' kennen we niet {where}."
        yield _Finding((*breach.path, name), True, "onbekende-naam", message, remedy, near[0] if near else "")


# Keys of which a sentence can say that something is not one.
_NOUNS = frozenset({"eenheid", "soort", "status", "thema", "zekerheid"})


def _choice(breach: _Breach) -> Iterator[_Finding]:
    value = breach.value
    allowed = breach.wanted if isinstance(breach.wanted, list) else [breach.wanted]
    same = [item for item in allowed if str(item) == str(value)]
    near = get_close_matches(str(value), [str(item) for item in allowed], n=1, cutoff=0.6)
    listed = ", ".join(f"'{item}'" if isinstance(item, str) else str(item) for item in allowed)
    shown = _shown(value) if isinstance(value, str | int) else "Dit"
    if same:
        remedy = f"Schrijf {same[0]} zonder aanhalingstekens."
    else:
        remedy = f"Bedoelde u '{near[0]}'? Kies {listed}." if near else f"Kies {listed}."
    name = next((step for step in reversed(breach.path) if isinstance(step, str)), "")
    message = f"{shown} is geen {name}." if name in _NOUNS else f"{shown} kan niet bij '{name}'."
    yield _Finding(breach.path, False, "onbekende-waarde", message, remedy)


_KINDS = {
    "object": "een blok met namen",
    "array": "een lijst",
    "string": "tekst",
    "integer": "een heel getal",
}


def _kind(breach: _Breach) -> Iterator[_Finding]:
    wanted, value = breach.wanted, breach.value
    if breach.schema.get("format") == "date":
        yield from _format(breach)
        return
    if wanted == "string" and isinstance(value, int):
        remedy = f'Zet het getal tussen aanhalingstekens: "{value}".'
    elif wanted == "string" and isinstance(value, dict):
        remedy = "Staat er een dubbele punt in de zin? Zet de hele zin dan tussen aanhalingstekens."
    elif wanted == "array" and isinstance(value, dict) and value:
        remedy = f"Vergat u '- ' voor '{next(iter(value))}'?"
    elif wanted == "array":
        remedy = "Begin elke regel van de lijst met '- '."
    elif wanted == "integer" and isinstance(value, str):
        remedy = "Schrijf alleen cijfers, zonder punt, komma of aanhalingstekens."
    else:
        remedy = "Vergelijk het met aids/_voorbeeld."
    yield _Finding(breach.path, False, "verkeerde-soort", f"Bij {_name(breach.path)} hoort {_KINDS[wanted]}.", remedy)


def _pattern(breach: _Breach) -> Iterator[_Finding]:
    remedy = breach.schema.get("patternErrorMessage", "Vergelijk het met aids/_voorbeeld.")
    yield _Finding(
        breach.path,
        False,
        "schrijfwijze",
        f"{_name(breach.path)} is niet goed geschreven.",
        remedy + _example(breach.schema),
    )


def _format(breach: _Breach) -> Iterator[_Finding]:
    remedy = "Schrijf jaar-maand-dag, zoals 2027-01-31."
    yield _Finding(breach.path, False, "datum", f"{_name(breach.path)} is geen bestaande datum.", remedy)


def _size(form: Callable[[int], tuple[str, str]]) -> Callable[[_Breach], Iterator[_Finding]]:
    def explain(breach: _Breach) -> Iterator[_Finding]:
        what, remedy = form(int(breach.wanted))
        yield _Finding(breach.path, False, "grootte", f"{_name(breach.path)} {what}.", remedy)

    return explain


def _twice(breach: _Breach) -> Iterator[_Finding]:
    seen = []
    for number, item in enumerate(breach.value):
        if item in seen:
            yield _Finding(
                (*breach.path, number),
                False,
                "dubbel",
                f"{_shown(item)} staat twee keer bij {_name(breach.path)}.",
                "Haal er een weg.",
            )
        seen.append(item)


def _together(breach: _Breach) -> Iterator[_Finding]:
    for name, needed in breach.wanted.items():
        for other in needed:
            if name in breach.value and other not in breach.value:
                message = f"Bij '{name}' hoort ook '{other}'."
                yield _Finding((*breach.path, name), True, "ontbreekt", message, f"Voeg '{other}:' toe.")


_EXPLAIN: dict[str, Callable[[_Breach], Iterator[_Finding]]] = {
    "required": _required,
    "additionalProperties": _extra,
    "enum": _choice,
    "const": _choice,
    "type": _kind,
    "pattern": _pattern,
    "format": _format,
    "uniqueItems": _twice,
    "dependentRequired": _together,
    "minimum": _size(lambda n: (f"is kleiner dan {n}", f"Kies {n} of meer.")),
    "maximum": _size(lambda n: (f"is groter dan {n}", f"Kies {n} of minder.")),
    "minItems": _size(lambda n: ("heeft te weinig regels", f"Schrijf er ten minste {n}.")),
    "maxItems": _size(lambda n: (f"heeft meer dan {n} regels", f"Houd er hoogstens {n} over.")),
    "minProperties": _size(lambda n: ("heeft te weinig namen", f"Schrijf er ten minste {n}.")),
    "maxProperties": _size(lambda n: (f"heeft meer dan {n} namen", f"Houd er hoogstens {n} over.")),
    "minLength": _size(lambda n: ("heeft te weinig tekens", f"Schrijf er ten minste {n}.")),
    "maxLength": _size(lambda n: (f"heeft meer dan {n} tekens", f"Houd er hoogstens {n} over.")),
}
