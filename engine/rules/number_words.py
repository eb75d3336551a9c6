"""A number in words stands beside every arm of a row or beside none: words alone make one number look larger.

After ux.md 29 and 30 (words, number and picture together, the same for every group).

GOED
    armen: [{in_woorden: Bij de meeste mensen, …}, {in_woorden: Bij ongeveer de helft, …}]
FOUT
    armen: [{in_woorden: Bij de meeste mensen, …}, {…}]
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

ID = "in-woorden"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No arm of a row is described in words beside one that is not."""
    for number, row in enumerate(aid.rows):
        if any(arm.in_words for arm in row.arms):
            for place, arm in enumerate(row.arms):
                if not arm.in_words:
                    message = f"De arm '{arm.name}' heeft geen 'in_woorden', en een andere arm wel."
                    remedy = "Geef elke arm van de rij 'in_woorden', of geen enkele."
                    yield Finding(("rows", number, "arms", place, "name"), message, remedy)
