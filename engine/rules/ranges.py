"""A range runs from low to high and holds the number it is about (IPDAS K5-K8: how sure a number is).

Every arm of a row has one or none has: one number that looks less sure than its neighbour steers.

GOED
    aantallen: {weg: 61}
    bereik: {weg: [56, 66]}
FOUT
    aantallen: {weg: 61}
    bereik: {weg: [66, 70]}
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid, Arm, OutcomeRow
from engine.rules import Finding
from engine.source import Path, Source

ID = "bereik"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Every range of every arm."""
    for number, row in enumerate(aid.rows):
        with_range = {outcome for arm in row.arms for outcome in arm.ranges or {}}
        for place, arm in enumerate(row.arms):
            yield from _alone(arm, with_range, ("rows", number, "arms", place, "name"))
            yield from _ranges(row, arm, ("rows", number, "arms", place, "ranges"))


def _alone(arm: Arm, with_range: set[str], path: Path) -> Iterator[Finding]:
    missing = sorted(with_range - set(arm.ranges or {}))
    if missing:
        message = f"De arm '{arm.name}' heeft geen bereik voor {', '.join(missing)}, en een andere arm wel."
        yield Finding(path, message, "Geef elke arm van de rij een bereik, of geen enkele.")


def _ranges(row: OutcomeRow, arm: Arm, path: Path) -> Iterator[Finding]:
    known = [outcome.id for outcome in row.outcomes]
    for outcome, (low, high) in (arm.ranges or {}).items():
        where = (*path, outcome)
        if outcome not in known:
            message = f"Deze rij heeft geen uitkomst '{outcome}'."
            yield Finding(where, message, f"Kies {', '.join(known)}.", at_key=True)
        elif low > high or high > row.denominator:
            message = f"Het bereik loopt van {low} tot {high}."
            remedy = f"Zet eerst het laagste aantal, dan het hoogste. Het hoogste is hoogstens {row.denominator}."
            yield Finding(where, message, remedy)
        elif outcome in arm.counts and not low <= arm.counts[outcome] <= high:
            message = f"{arm.counts[outcome]} ligt niet tussen {low} en {high}."
            yield Finding(where, message, "Kijk het aantal en het bereik na.")
