"""Every table of texts per option speaks of every option (IPDAS C1; field.md KH04).

GOED
    betekent: {afwachten: …, zalf: …}      # the aid has the options afwachten and zalf
FOUT
    betekent: {zalf: …}
"""

from collections.abc import Iterator, Mapping
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Path, Source

ID = "optie-mist"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No option is passed over in what a preference means or in a row of words."""
    for number, question in enumerate(aid.preference_questions):
        yield from _missing(aid, question.meaning, ("preference_questions", number, "meaning"))
    for number, fact in enumerate(aid.facts):
        yield from _missing(aid, fact.cells, ("facts", number, "cells"))


def _missing(aid: Aid, texts: Mapping[str, object], path: Path) -> Iterator[Finding]:
    for option in aid.options:
        if option.id not in texts:
            remedy = f"Voeg '{option.id}:' toe. Elke optie doet mee, ook als we iets niet weten."
            yield Finding(path, f"De optie '{option.name}' staat hier niet bij.", remedy, at_key=True)
