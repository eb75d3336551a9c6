"""What changed between two versions of an aid, in plain Dutch, from the content and not from the text of the file.

Things with an id are matched by it, other lists by their texts. Every field of the model has a label, so nothing
changes unseen.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from enum import Enum
from typing import Any

from engine.difference_labels import LABELS, NAMED_BY, SILENT, VOICE_LABELS
from engine.language import BASE, day, number
from engine.model import Aid, OutcomeRow
from engine.voice import Voice

ADDED, REMOVED, CHANGED, MOVED = "toegevoegd", "weg", "veranderd", "in een andere volgorde"
# How a thing in a list is recognised in the other version.
_KEYS = ("id", "nr", "name", "sign", "title")


@dataclass(frozen=True)
class Change:
    """One change: which part, of what (from the whole to the part), and the two texts as a reader sees them."""

    part: str
    of: tuple[str, ...]
    what: str
    old: str = ""
    new: str = ""

    @property
    def heading(self) -> str:
        """`Nadeel toegevoegd bij Operatie`."""
        return f"{self.part} {self.what}{' bij ' if self.of else ''}{', '.join(self.of)}"

    def __str__(self) -> str:
        texts = f"{self.old} → {self.new}" if self.what == CHANGED else self.new or self.old
        return f"{self.heading}: {texts}" if texts else self.heading


def all_differences(
    old: Aid, new: Aid, old_voices: Mapping[Voice, Aid], new_voices: Mapping[Voice, Aid]
) -> tuple[Change, ...]:
    """Every change of the aid, then those of its other voices that are not the same change again."""
    found = list(differences(old, new))
    same = {(one.part, one.what, one.old, one.new) for one in found}
    for voice, label in VOICE_LABELS.items():
        if voice in old_voices and voice in new_voices:
            changes = differences(old_voices[voice], new_voices[voice])
            own = [one for one in changes if (one.part, one.what, one.old, one.new) not in same]
            found += [dataclasses.replace(one, of=(*one.of, label)) for one in own]
        elif voice in old_voices or voice in new_voices:
            found.append(Change(label, (), ADDED if voice in new_voices else REMOVED))
    return tuple(found)


def differences(old: Aid, new: Aid) -> tuple[Change, ...]:
    """Every change from `old` to `new`, in the order of the aid; empty where nothing changed."""
    names = {option.id: option.name for aid in (old, new) for option in aid.options}
    return tuple(_Comparison(names).fields(old, new, ()))


@dataclass(frozen=True)
class _Comparison:
    """`names` says what readers call an id that stands as a key; `total` what a count in this row is out of."""

    names: Mapping[str, str]
    total: int | None = None

    def fields(self, old: Any, new: Any, of: tuple[str, ...]) -> Iterator[Change]:
        here = self
        if isinstance(new, OutcomeRow):
            clauses = {outcome.id: outcome.clause for row in (old, new) for outcome in row.outcomes}
            here = _Comparison({**self.names, **clauses}, new.denominator)
        for field in dataclasses.fields(new):
            before, after = getattr(old, field.name), getattr(new, field.name)
            if before != after and field.name not in SILENT:
                counted = here if field.name == "counts" else _Comparison(here.names)
                part = here if field.name == "arms" else counted
                yield from part.values(before, after, LABELS[field.name], of)

    def values(self, old: Any, new: Any, part: str, of: tuple[str, ...]) -> Iterator[Change]:
        if isinstance(old, Mapping) or isinstance(new, Mapping):
            yield from self.mappings(old or {}, new or {}, part, of)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from self.lists(old, new, part, of)
        elif dataclasses.is_dataclass(old) and dataclasses.is_dataclass(new):
            yield from self.fields(old, new, (*of, part))
        elif old is None or new is None:
            yield Change(part, of, ADDED if old is None else REMOVED, _said(old), _said(new))
        else:
            yield self.changed(part, of, _said(old), _said(new))

    def changed(self, part: str, of: tuple[str, ...], old: str, new: str) -> Change:
        return Change(part, of, CHANGED, old, f"{new} van de {number(self.total, BASE)}" if self.total else new)

    def mappings(
        self, old: Mapping[str, Any], new: Mapping[str, Any], part: str, of: tuple[str, ...]
    ) -> Iterator[Change]:
        for key in dict.fromkeys([*old, *new]):
            within = (*of, self.names.get(key, key))
            if key not in new:
                yield Change(part, within, REMOVED, _said(old[key]))
            elif key not in old:
                yield Change(part, within, ADDED, new=_said(new[key]))
            elif old[key] != new[key]:
                yield from self.values(old[key], new[key], part, within)

    def lists(self, old: Sequence[Any], new: Sequence[Any], part: str, of: tuple[str, ...]) -> Iterator[Change]:
        things = all(dataclasses.is_dataclass(item) for item in (*old, *new))
        key = next((name for name in _KEYS if things and all(hasattr(item, name) for item in (*old, *new))), None)
        before = {getattr(item, key): item for item in old} if key else {}
        after = {getattr(item, key): item for item in new} if key else {}
        if len(before) < len(old) or len(after) < len(new):
            yield from self.texts([_said(item) for item in old], [_said(item) for item in new], part, of)
            return
        for name in dict.fromkeys([*before, *after]):
            if name not in after:
                yield Change(part, of, REMOVED, _name(before[name]))
            elif name not in before:
                yield Change(part, of, ADDED, new=_name(after[name]))
            else:
                yield from self.fields(before[name], after[name], (*of, _name(after[name])))
        if [name for name in before if name in after] != [name for name in after if name in before]:
            yield Change(part, of, MOVED)

    def texts(self, old: list[str], new: list[str], part: str, of: tuple[str, ...]) -> Iterator[Change]:
        for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if what == "replace" and b - a == d - c:
                yield from (self.changed(part, of, *pair) for pair in zip(old[a:b], new[c:d], strict=True))
            elif what != "equal":
                yield from (Change(part, of, REMOVED, text) for text in old[a:b])
                yield from (Change(part, of, ADDED, new=text) for text in new[c:d])


def _name(item: Any) -> str:
    """What readers call a thing: the name of an option, the question of a row."""
    return str(next(getattr(item, name) for name in NAMED_BY if getattr(item, name, None)))


def _said(value: Any) -> str:
    """A value as a reader sees it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = [_said(getattr(value, field.name)) for field in dataclasses.fields(value)]
        return ", ".join(part for part in parts if part)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_said(item)}" for key, item in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(_said, value))
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return day(value, BASE)
    if isinstance(value, int | Decimal):
        return number(value, BASE)
    return "" if value is None else " ".join(str(value).split())
