"""Every id that the aid refers to exists.

Without it a number could stand beside the wrong study or option (IPDAS C2).

GOED
    onderzoek: districts        # and bronnen has an entry with id: districts
FOUT
    onderzoek: distrikts
"""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from engine.model import Aid, Arm, MeasuredArm, OutcomeRow, ScaleRow
from engine.rules import Finding
from engine.source import Path, Source

ID = "verwijzing"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Rows, facts and preference questions name only sources, options and rows that are there."""
    options = [option.id for option in aid.options]
    sources = [source.id for source in aid.sources]
    for where, row in aid.placed_studies():
        yield from _row(row, where, options, sources)
    for number, fact in enumerate(aid.facts):
        for option, cell in fact.cells.items():
            path: Path = ("facts", number, "cells", option)
            yield from _known(option, options, "optie", path, at_key=True)
            if cell.source is not None:
                yield from _known(cell.source, sources, "bron", (*path, "source"))
    names = [row.id for row in aid.studies] + [fact.id for fact in aid.facts]
    studies = [row.id for row in aid.studies]
    for place, row_id in enumerate(aid.card_rows):
        yield from _known(row_id, studies, "rij", ("card_rows", place))
    for place, row_id in enumerate(aid.group_choice.rows if aid.group_choice else ()):
        yield from _known(row_id, studies, "rij", ("group_choice", "rows", place))
    for number, question in enumerate(aid.preference_questions):
        for place, row_id in enumerate(question.rows):
            yield from _known(row_id, names, "rij", ("preference_questions", number, "rows", place))
        for option in question.meaning:
            path = ("preference_questions", number, "meaning", option)
            yield from _known(option, options, "optie", path, at_key=True)


def _row(row: OutcomeRow | ScaleRow, where: Path, options: list[str], sources: list[str]) -> Iterator[Finding]:
    yield from _known(row.study, sources, "bron", (*where, "study"))
    arms: tuple[Arm | MeasuredArm, ...] = row.arms
    for place, arm in enumerate(arms):
        if arm.option is not None:
            yield from _known(arm.option, options, "optie", (*where, "arms", place, "option"))
    for place, option in enumerate(row.not_applicable):
        path = (*where, "not_applicable", place)
        yield from _known(option, options, "optie", path)
        if option in [arm.option for arm in arms]:
            message = f"'{option}' heeft in deze rij ook een arm."
            yield Finding(path, message, "Haal een van de twee weg.")


def _known(name: str, known: Iterable[str], what: str, path: Path, *, at_key: bool = False) -> Iterator[Finding]:
    names = list(dict.fromkeys(known))
    if name not in names:
        near = get_close_matches(name, names, n=1, cutoff=0.6)
        remedy = f"Bedoelde u '{near[0]}'?" if near else f"Kies {', '.join(names) or 'eerst een nieuw id'}."
        yield Finding(path, f"Er is geen {what} met id '{name}'.", remedy, at_key=at_key)
