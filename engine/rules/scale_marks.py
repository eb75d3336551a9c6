"""A mean mark lies on its scale, and the scale runs from low to high.

GOED
    schaal: {van: 0, tot: 10, …}
    armen: [{gemiddelde: "2,8", …}]
FOUT
    schaal: {van: 0, tot: 10, …}
    armen: [{gemiddelde: "28", …}]
"""

from collections.abc import Iterator
from datetime import date

from engine.language import BASE, number
from engine.model import Aid
from engine.rules import Finding
from engine.source import Path, Source

ID = "schaal"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Every mean of every row with a scale."""
    for place, row in enumerate(aid.scale_rows):
        scale, path = row.scale, ("scale_rows", place)
        if scale.lowest >= scale.highest:
            where: Path = (*path, "scale", "highest")
            message = f"De schaal loopt van {scale.lowest} tot {scale.highest}."
            yield Finding(where, message, "Zet het laagste cijfer bij 'van' en het hoogste bij 'tot'.")
            continue
        for arm_place, arm in enumerate(row.arms):
            if not scale.lowest <= arm.mean <= scale.highest:
                where = (*path, "arms", arm_place, "mean")
                message = f"{number(arm.mean, BASE)} ligt niet tussen {scale.lowest} en {scale.highest}."
                yield Finding(where, message, "Kijk het cijfer en de schaal na.")
