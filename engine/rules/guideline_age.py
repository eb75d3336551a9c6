"""The sources were read after the newest guideline came out (leidraad step 0; field.md KH17).

GOED
    bronnen: [{gelezen: 2026-11-02, …}]
    richtlijn: [{jaar: 2022, …}]
FOUT
    bronnen: [{gelezen: 2021-11-02, …}]
    richtlijn: [{jaar: 2022, …}]
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

ID = "richtlijn-nieuwer"
SOFT_UNTIL_PUBLISHED = True


def check(aid: Aid, _source: Source, today: date) -> Iterator[Finding]:
    """No guideline is newer than the last reading of the sources, or than today."""
    read = max(source.read_on.year for source in aid.sources)
    for number, guideline in enumerate(aid.guidelines):
        path = ("guidelines", number, "year")
        if guideline.year > today.year:
            message = f"Deze richtlijn is van {guideline.year}, maar dat jaar moet nog komen."
            yield Finding(path, message, "Kijk het jaar na.")
        elif guideline.year > read:
            message = (
                f"Deze richtlijn is van {guideline.year}, maar de bronnen zijn voor het laatst gelezen in {read}."
            )
            remedy = "Lees de bronnen opnieuw, naast deze richtlijn. Pas daarna 'gelezen' aan."
            yield Finding(path, message, remedy)
