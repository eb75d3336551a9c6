"""Content holds plain Markdown only: paragraphs, lists, bold and italics (ADR 7).

Anything else would stand on the page as strange characters.

GOED
    wat: U draagt **elke nacht** een spalk.
FOUT
    wat: U draagt <b>elke nacht</b> een spalk.
"""

import re
from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

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


def unknown(text: str) -> Iterator[tuple[str, str, int]]:
    """The markup in a text that pages do not show: what it is, what to do instead, and where it stands."""
    for pattern, what, remedy in _PATTERNS:
        for match in pattern.finditer(text):
            yield what, remedy, match.start()


def emphasis(text: str) -> Iterator[tuple[str, str, int]]:
    """Bold or italics in a text that pages show as it is: the message, the remedy, and where it begins."""
    if found := _EMPHASIS.search(text):
        message = "Hier kan geen vet of schuin: lezers zien de tekens zelf."
        yield message, "Haal de sterretjes of strepen weg.", found.start()


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No text of the aid holds markup that the pages do not show."""
    for path, text in texts.walk(aid):
        for what, remedy, start in unknown(text):
            yield Finding(path, f"Hier staat {what}: dat kan niet in een keuzehulp.", remedy, start)
        name = next(step for step in reversed(path) if isinstance(step, str))
        for message, remedy, start in emphasis(text) if name in _PLAIN else ():
            yield Finding(path, message, remedy, start)
