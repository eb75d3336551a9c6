"""An id or number stands for one thing: addresses, references and codes depend on it.

GOED
    opties: [{nr: 1, id: afwachten, …}, {nr: 2, id: zalf, …}]
FOUT
    opties: [{nr: 1, id: afwachten, …}, {nr: 1, id: zalf, …}]
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from engine.journey import OWN_WORRY
from engine.model import Aid
from engine.rules import Finding
from engine.source import Path, Source

ID = "dubbel-id"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No id or number is used twice in one list; rows of numbers and rows of words share theirs."""
    yield from _unique([("options", aid.options)], "id")
    yield from _unique([("options", aid.options)], "nr")
    yield from _unique([("rows", aid.rows), ("scale_rows", aid.scale_rows), ("facts", aid.facts)], "id")
    yield from _unique([("preference_questions", aid.preference_questions)], "id")
    yield from _unique([("preference_questions", aid.preference_questions)], "nr")
    for number, question in enumerate(aid.preference_questions):
        if question.id == OWN_WORRY:
            message = f"id '{OWN_WORRY}' is al de bladzijde voor een eigen punt van de lezer."
            yield Finding(("preference_questions", number, "id"), message, "Kies een ander id.")
    yield from _unique([("knowledge_questions", aid.knowledge_questions)], "id")
    yield from _unique([("sources", aid.sources)], "id")
    for number, row in enumerate(aid.rows):
        yield from _unique([("outcomes", row.outcomes)], "id", ("rows", number))


def _unique(lists: list[tuple[str, Any]], name: str, prefix: Path = ()) -> Iterator[Finding]:
    seen = set()
    for attribute, items in lists:
        for number, item in enumerate(items):
            value = getattr(item, name)
            if value in seen:
                message = f"{name} '{value}' staat hier voor de tweede keer."
                yield Finding((*prefix, attribute, number, name), message, "Geef elk een eigen id of nummer.")
            seen.add(value)
