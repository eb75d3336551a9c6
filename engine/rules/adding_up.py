"""The numbers of an arm add up to the denominator, and agree with the people counted (IPDAS K5-K8).

`aantallen` may differ by less than one from `geteld / deelnemers × van`: papers sometimes round twice.

GOED
    van: 100
    aantallen: {weg: 61, niet-weg: 39}
FOUT
    van: 100
    aantallen: {weg: 61, niet-weg: 93}
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid, Arm, OutcomeRow
from engine.rules import Finding
from engine.source import Path, Source

ID = "optelling"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Each arm of each row counts everybody once."""
    for number, row in enumerate(aid.rows):
        for place, arm in enumerate(row.arms):
            path: Path = ("rows", number, "arms", place)
            findings = list(_outcomes(row, arm, path))
            yield from findings or _sum(row, arm, path)
            if arm.counted and not findings:
                yield from _counted(row, arm, path)


def _outcomes(row: OutcomeRow, arm: Arm, path: Path) -> Iterator[Finding]:
    known = [outcome.id for outcome in row.outcomes]
    for table, counts in (("counts", arm.counts), ("counted", arm.counted or {})):
        for outcome in counts:
            if outcome not in known:
                remedy = f"Kies {', '.join(known)}."
                message = f"Deze rij heeft geen uitkomst '{outcome}'."
                yield Finding((*path, table, outcome), message, remedy, at_key=True)
    missing = [outcome for outcome in known if outcome not in arm.counts]
    if missing:
        message = f"Er is geen aantal voor {', '.join(missing)}."
        yield Finding((*path, "counts"), message, "Hoogstens één uitkomst mag ontbreken.", at_key=True)


def _sum(row: OutcomeRow, arm: Arm, path: Path) -> Iterator[Finding]:
    total = sum(arm.counts.values())
    if total != row.denominator:
        message = f"De aantallen zijn samen {total}, niet {row.denominator}."
        remedy = "Kijk de getallen na, of laat één uitkomst weg: die rekenen wij uit."
        yield Finding((*path, "counts"), message, remedy, at_key=True)
    elif min(arm.counts.values()) < 0:
        message = f"De aantallen zijn samen meer dan {row.denominator}."
        yield Finding((*path, "counts"), message, "Kijk de getallen na.", at_key=True)


def _counted(row: OutcomeRow, arm: Arm, path: Path) -> Iterator[Finding]:
    people = arm.participants or 0
    for outcome, counted in (arm.counted or {}).items():
        where = (*path, "counted", outcome)
        if counted > people:
            message = f"Er zijn {counted} geteld, maar er deden {people} mee."
            yield Finding(where, message, "Kijk 'geteld' en 'deelnemers' na.")
        elif abs(counted * row.denominator - arm.counts[outcome] * people) >= people:
            exact = counted * row.denominator / people
            shown = f"{exact:.1f}".removesuffix(".0").replace(".", ",")
            message = f"{counted} van {people} is {shown} van de {row.denominator}, niet {arm.counts[outcome]}."
            yield Finding(where, message, "Kijk de getallen na.")
