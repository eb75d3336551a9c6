"""Plain Dutch, measured at the word and the sentence: remarks with a place, a reason and something better.

It points at what is often hard. It does not measure whether readers understand a text, and names no level. The rules
of an aid (engine/rules) and the command `leesbaarheid` use the same checks; each check lives here once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from engine.plain_dutch import (
    address,
    difficult,
    exceptions,
    grammar,
    neutrality,
    numbers,
    phrases,
    sentences,
    signs,
)
from engine.plain_dutch.hits import Check, Hit, Setting
from engine.plain_dutch.measures import Measures, measure, per_hundred
from engine.plain_dutch.text import Text
from engine.problem import Level
from engine.thresholds import REMARKS_PER_TEXT

__all__ = [
    "CHECKS",
    "IDS",
    "Check",
    "Hit",
    "Measures",
    "Remark",
    "Setting",
    "Text",
    "measure",
    "per_hundred",
    "remarks",
]

CHECKS = (
    sentences.LONG,
    difficult.CHECK,
    phrases.FORMAL,
    grammar.PASSIVE,
    phrases.VERBOSE,
    signs.SHORT,
    grammar.NOUN_STYLE,
    numbers.PERCENTAGE,
    numbers.ONE_IN_N,
    numbers.RELATIVE_WORDS,
    numbers.CHANCE_WORDS,
    neutrality.CHECK,
    signs.SLASH,
    sentences.NESTED,
    sentences.ENUMERATION,
    sentences.TWICE_NOT,
    phrases.ENGLISH,
    address.CHECK,
    grammar.APART,
)
_ALWAYS = tuple(check for check in CHECKS if check.hints is None)
_BY_HINT: dict[str, tuple[Check, ...]] = {}
for _check in CHECKS:
    for _hint in _check.hints or ():
        _BY_HINT[_hint] = (*_BY_HINT.get(_hint, ()), _check)
# Also the rules that need a whole aid.
IDS = frozenset(check.id for check in CHECKS) | {"TERM-UITLEG", "OPTIE-BALANS"}


@dataclass(frozen=True)
class Remark:
    """A hit of a check on a loose text."""

    rule: str
    hit: Hit


def looking_at(text: Text) -> tuple[Check, ...]:
    """The checks that have anything to look for in a text: those without hints, and those whose word it holds."""
    found = {check for word in _BY_HINT.keys() & text.vocabulary for check in _BY_HINT[word]}
    return (*_ALWAYS, *found) if found else _ALWAYS


def remarks(text: Text, setting: Setting | None = None) -> tuple[Remark, ...]:
    """Every remark about a loose text, in order, exceptions applied and listed; at most so many."""
    silenced = exceptions.read(text.raw, exceptions.IN_MARKDOWN, IDS)
    found = list(islice(_remarks(text, setting or Setting(), silenced), REMARKS_PER_TEXT + 1))
    found.sort(key=lambda remark: (remark.hit.start, remark.hit.end, remark.rule))
    if len(found) > REMARKS_PER_TEXT:
        found = found[:REMARKS_PER_TEXT]
        end = found[-1].hit.end
        message = f"Er zijn meer dan {REMARKS_PER_TEXT} opmerkingen. De rest staat hier niet."
        found.append(Remark("MEER", Hit(end, end, message, "Begin met deze.", Level.INFO)))
    return tuple(found)


def _remarks(text: Text, setting: Setting, silenced: tuple[exceptions.Silenced, ...]) -> Iterator[Remark]:
    used = set()
    for check in sorted(looking_at(text), key=CHECKS.index):
        for hit in check.find(text, setting):
            covering = [one for one in silenced if one.covers(check.id, text.raw[hit.start : hit.end])]
            used.update(covering)
            if not covering:
                yield Remark(check.id, hit)
    for one in silenced:
        yield Remark(exceptions.ID, exceptions.listed(one, is_used=one in used))
