"""A valid tree becomes an `Aid`. The only place that knows the Dutch keys; an `Aid` carries no positions."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from engine.model import (
    Aid,
    Arm,
    Conversation,
    DuoCard,
    NetworkSheet,
    OutcomeRow,
    PracticeSheet,
    ReleaseList,
    Yardstick,
)
from engine.source import Path
from engine.terms import ConversationKind, PracticeKind

# The model's name of every field, and the key an editor writes for it.
KEYS = {
    "accuracy": "uitslagen",
    "address": "aanspreekvorm",
    "adult": "volwassene",
    "afterwards": "daarna",
    "agree": "afspraken",
    "aids": "keuzehulpen",
    "areas": "themas",
    "arms": "armen",
    "call": "bel",
    "caveat": "kanttekening",
    "card_rows": "kaart",
    "cells": "cellen",
    "certainty": "zekerheid",
    "changes": "anders",
    "check_questions": "controle",
    "choose_later": "later_alsnog",
    "clause": "zin",
    "cons": "nadelen",
    "core": "kern",
    "correct": "juist",
    "costs": "kosten",
    "counted": "geteld",
    "counts": "aantallen",
    "decision_moment": "moment",
    "denominator": "van",
    "detection": "met_en_zonder",
    "examples": "voorbeelden",
    "experience": "ervaring",
    "explanation": "uitleg",
    "facts": "feiten",
    "false_negatives": "onterecht_niet_gevonden",
    "false_positives": "onterecht_gevonden",
    "findings": "bevindingen",
    "for_readers": "voor_wie",
    "for_whom": "voor",
    "funding": "financiering",
    "glossary": "woorden",
    "goals": "doelen",
    "group": "groep",
    "group_choice": "kies_groep",
    "guidelines": "richtlijn",
    "helps": "helpt",
    "highest": "tot",
    "highest_means": "tot_betekent",
    "how_long": "hoe_lang",
    "icon": "icoon",
    "if_found": "na_gevonden",
    "if_not_found": "na_niet_gevonden",
    "in_words": "in_woorden",
    "interests": "belangen",
    "introduction": "inleiding",
    "kind": "soort",
    "knowledge_questions": "kennisvragen",
    "language": "taal",
    "licence": "licentie",
    "low_literacy": "moeite_met_lezen",
    "look_back": "terugkijken",
    "lowest": "van",
    "lowest_means": "van_betekent",
    "mean": "gemiddelde",
    "meaning": "betekent",
    "measures": "meet",
    "minutes": "duur_minuten",
    "more": "meer",
    "name": "naam",
    "not_applicable": "niet_van_toepassing",
    "not_for": "niet_voor",
    "number": "aantal",
    "observation": "meekijken",
    "on": "datum",
    "option": "optie",
    "options": "opties",
    "order_reason": "volgorde",
    "organisation": "organisatie",
    "outcomes": "uitkomsten",
    "overdiagnosis": "overdiagnose",
    "owner": "eigenaar",
    "participants": "deelnemers",
    "period": "periode",
    "practice": "praktijk",
    "preference_questions": "voorkeurvragen",
    "phases": "fasen",
    "prepare": "voorbereiden",
    "professional_tips": "tips_zorgverlener",
    "prompts": "vragen",
    "pros": "voordelen",
    "question": "vraag",
    "ranges": "bereik",
    "read_on": "gelezen",
    "reader_tests": "getest_met",
    "releases": "versies",
    "review_by": "herzien_voor",
    "review_when": "herzien_bij",
    "reviewers": "beoordelaars",
    "role": "rol",
    "roles": "rollen",
    "rows": "rijen",
    "scale": "schaal",
    "scale_rows": "metingen",
    "schema_version": "schema",
    "search_words": "zoekwoorden",
    "sensitive": "gevoelig",
    "set_goals": "doelen",
    "sign": "teken",
    "situation": "situatie",
    "source": "bron",
    "sources": "bronnen",
    "statement": "stelling",
    "study": "onderzoek",
    "support": "steun",
    "talk_questions": "gespreksvragen",
    "text": "tekst",
    "themes": "thema",
    "title": "titel",
    "tries": "proberen",
    "true_negatives": "terecht_niet_gevonden",
    "true_positives": "terecht_gevonden",
    "unit": "eenheid",
    "unknown": "onbekend",
    "until": "tot",
    "version": "versie",
    "waiting": "afwachten",
    "waiting_impossible": "afwachten_onmogelijk",
    "watch_for": "let_op",
    "what": "wat",
    "what_changed": "wat_veranderd",
    "when": "wanneer",
    "when_and_how_long": "wanneer_en_hoe_lang",
    "where": "waar",
    "who": "wie",
    "why": "waarom",
    "with_test": "met",
    "without_test": "zonder",
    "without_treatment": "zonder_behandeling",
    "year": "jaar",
}


def build(tree: object) -> Aid:
    """The aid in a tree that its schema has accepted. A tree it refused raises `KeyError` or `ValueError`."""
    aid: Aid = _make(Aid, tree)
    return dataclasses.replace(aid, rows=tuple(_with_derived_counts(row) for row in aid.rows))


def build_conversation(tree: object) -> Conversation:
    """The conversation in a tree that its schema has accepted."""
    kind = (
        NetworkSheet if isinstance(tree, Mapping) and tree["soort"] == ConversationKind.UNDERSTAND else Conversation
    )
    found: Conversation = _make(kind, tree)
    return found


_SHEETS: Mapping[PracticeKind, type[PracticeSheet]] = {
    PracticeKind.YARDSTICK: Yardstick,
    PracticeKind.DUO_CARD: DuoCard,
}


def build_practice(kind: PracticeKind, tree: object) -> PracticeSheet:
    """The sheet for a practice in a tree that the schema of its kind has accepted."""
    found: PracticeSheet = _make(_SHEETS[kind], tree)
    return found


def build_releases(tree: object) -> ReleaseList:
    """The frozen versions that an index names, in a tree that its schema has accepted."""
    found: ReleaseList = _make(ReleaseList, tree)
    return found


def source_path(path: Path, root: type = Aid) -> Path:
    """Where the editor wrote what the model holds at `path`: `("rows", 0, "study")` → `("rijen", 0, "onderzoek")`.

    Steps that are data, such as an option's id in a mapping, stay as they are.
    """
    kind: Any = root
    steps: list[str | int] = []
    for step in path:
        kind = _bare(kind)
        if dataclasses.is_dataclass(kind):
            steps.append(KEYS.get(str(step), step))
            kind = _fields(kind)[str(step)]  # type: ignore[arg-type]
        else:
            steps.append(step)
            kind = get_args(kind)[1] if get_origin(kind) is Mapping else get_args(kind)[0]
    return tuple(steps)


def _make(kind: type, tree: Any) -> Any:
    plan = _plan(kind)
    values = {}
    for key, value in tree.items():
        if key in plan:
            name, convert = plan[key]
            values[name] = convert(value) if convert else value
    return kind(**values)


_Convert = Callable[[Any], Any] | None


@cache
def _plan(kind: type) -> dict[str, tuple[str, _Convert]]:
    """By the editor's key each field of a model, and what makes its value. Worked out once per model."""
    return {KEYS.get(name, name): (name, _converter(hint)) for name, hint in _fields(kind).items()}


def _converter(hint: Any) -> _Convert:
    """What makes a value of this type; None where it is as it was read."""
    kind = _bare(hint)
    if get_origin(kind) is tuple:
        item = _converter(get_args(kind)[0])
        return (lambda value: tuple(map(item, value))) if item else tuple
    if get_origin(kind) is Mapping:
        part = _converter(get_args(kind)[1])
        if part is None:
            return lambda value: MappingProxyType(dict(value))
        return lambda value: MappingProxyType({key: part(one) for key, one in value.items()})
    if dataclasses.is_dataclass(kind):
        return partial(_make, kind)  # type: ignore[arg-type]
    if kind in _SCALARS:
        return _SCALARS[kind]
    return kind if issubclass(kind, Enum) else None


_SCALARS: Mapping[type, Callable[[str], Any]] = {
    date: date.fromisoformat,
    bool: lambda value: value == "ja",
    Decimal: lambda value: Decimal(value.replace(",", ".")),
}


def _bare(hint: Any) -> Any:
    """The type without its `| None`."""
    if get_origin(hint) in (UnionType, Union):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


@cache
def _fields(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _with_derived_counts(row: OutcomeRow) -> OutcomeRow:
    arms = tuple(_with_derived_count(arm, row) for arm in row.arms)
    return row if arms == row.arms else dataclasses.replace(row, arms=arms)


def _with_derived_count(arm: Arm, row: OutcomeRow) -> Arm:
    """The arm with the one outcome that may be left out filled in; otherwise the arm as it is."""
    missing = [outcome.id for outcome in row.outcomes if outcome.id not in arm.counts]
    if len(missing) != 1:
        return arm
    counts = {**arm.counts, missing[0]: row.denominator - sum(arm.counts.values())}
    ordered = {outcome.id: counts[outcome.id] for outcome in row.outcomes}
    return dataclasses.replace(arm, counts=MappingProxyType(ordered | counts))
