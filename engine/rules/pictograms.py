"""Every option has a pictogram or none has: one picture more makes an option friendlier (IPDAS C1; field.md KH25).

That a pictogram has an alt text, a licence and a source is kept by the schema.

GOED
    opties: [{pictogram: {…}, …}, {pictogram: {…}, …}]
FOUT
    opties: [{pictogram: {…}, …}, {…}]
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

ID = "pictogram"
SOFT_UNTIL_PUBLISHED = True


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No option stands without a picture beside others that have one."""
    if not any(option.pictogram for option in aid.options):
        return
    for number, option in enumerate(aid.options):
        if not option.pictogram:
            message = f"De optie '{option.name}' heeft geen pictogram, en een andere optie wel."
            yield Finding(("options", number, "name"), message, "Geef elke optie een pictogram, of geen enkele.")
