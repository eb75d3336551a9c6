"""How readable the texts of an aid are, as measures with their range: as a whole, per page and per option.

Measures, never a level: they are blind for sense and can be gamed by chopping (ADR 15).
"""

from collections.abc import Callable
from dataclasses import dataclass

from engine import texts
from engine.model import Aid
from engine.plain_dutch.difficult import glossary, let_through
from engine.plain_dutch.hits import Setting
from engine.plain_dutch.measures import Measures, measure, per_hundred
from engine.rules.language import remarked
from engine.source import Path

WHOLE = "De hele keuzehulp"
# The pages of an aid, and which parts of the model they show.
_PAGES = {
    "Begin": ("title", "question", "core", "for_whom", "not_for", "decision_moment"),
    "Wat er aan de hand is": ("situation", "without_treatment", "explanation", "more"),
    "Vergelijken": ("order_reason", "rows", "scale_rows", "facts", "test"),
    "Wat u belangrijk vindt": ("preference_questions",),
    "Is het duidelijk": ("knowledge_questions",),
    "Vragen voor het gesprek": ("talk_questions",),
    "Doelen en gesprek": ("goals", "phases"),
    "Wanneer bellen": ("alarm",),
    "Moeilijke woorden": ("glossary",),
}


@dataclass(frozen=True)
class Part:
    """A part of an aid and what was counted in it.

    `remarks` are per hundred words; `remarks_without_lists` also counts the words that only the list of allowed words
    and `woorden` let through.
    """

    name: str
    measures: Measures
    remarks: float
    remarks_without_lists: float


def whole(aid: Aid) -> Part:
    """All texts of the aid together."""
    return _part(aid, WHOLE, lambda _path: True)


def parts(aid: Aid) -> tuple[Part, ...]:
    """The pages of the aid, then its options; parts without text are left out."""
    groups = [(name, _shows(fields)) for name, fields in _PAGES.items()]
    groups += [(option.name, _is_option(number)) for number, option in enumerate(aid.options)]
    made = (_part(aid, name, holds) for name, holds in groups)
    return tuple(part for part in made if part.measures.words)


def _shows(fields: tuple[str, ...]) -> Callable[[Path], bool]:
    return lambda path: path[0] in fields


def _is_option(number: int) -> Callable[[Path], bool]:
    return lambda path: path[:2] == ("options", number)


def _part(aid: Aid, name: str, holds: Callable[[Path], bool]) -> Part:
    read = [text for path, text in texts.for_patients(aid) if holds(path)]
    setting = Setting(glossary(aid.glossary or ()))
    found = measure(*read)
    remarks = sum(holds(path) for path in remarked(aid))
    let = sum(1 for text in read for _ in let_through(text, setting))
    return Part(name, found, per_hundred(remarks, found.words), per_hundred(remarks + let, found.words))
