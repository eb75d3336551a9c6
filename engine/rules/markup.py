"""Content holds plain Markdown only: paragraphs, lists, bold and italics (ADR 7).

Anything else would stand on the page as strange characters.

GOED
    wat: U draagt **elke nacht** een spalk.
FOUT
    wat: U draagt <b>elke nacht</b> een spalk.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from engine.model import Aid
from engine.rules import Finding
from engine.source import Path, Source

ID = "opmaak"

_PATTERNS = (
    (re.compile(r"</?[A-Za-z!][^>\n]*>"), "HTML", "Haal het weg."),
    (re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)"), "een link of plaatje", "Zet een adres bij 'bronnen'."),
    (re.compile(r"^ {0,3}#{1,6} ", re.MULTILINE), "een kopje", "Schrijf een gewone zin."),
    (re.compile(r"`"), "code", "Haal de schuine aanhalingstekens weg."),
    (
        re.compile(r"^ {0,3}(>|\|)", re.MULTILINE),
        "een citaat of tabel",
        "Schrijf een gewone zin of een lijst.",
    ),
)
# Fields that pages show as they are, because a title or a button has no bold.
_PLAIN = frozenset(
    {
        "title",
        "question",
        "name",
        "sign",
        "why",
        "statement",
        "clause",
        "talk_questions",
        "search_words",
        "organisation",
    }
)
_EMPHASIS = re.compile(r"\*\*|(?<!\w)([*_])\w[^*_\n]*\1(?!\w)")


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No text of the aid holds markup that the pages do not show."""
    for path, text in _texts(aid, ()):
        for pattern, what, remedy in _PATTERNS:
            for match in pattern.finditer(text):
                yield Finding(path, f"Hier staat {what}: dat kan niet in een keuzehulp.", remedy, match.start())
        name = next(step for step in reversed(path) if isinstance(step, str))
        if name in _PLAIN and (found := _EMPHASIS.search(text)):
            message = "Hier kan geen vet of schuin: lezers zien de tekens zelf."
            yield Finding(path, message, "Haal de sterretjes of strepen weg.", found.start())


def _texts(part: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(part, str) and not isinstance(part, Enum):
        yield path, part
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from _texts(getattr(part, field.name), (*path, field.name))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from _texts(value, (*path, key))
    elif isinstance(part, tuple):
        for number, value in enumerate(part):
            yield from _texts(value, (*path, number))
