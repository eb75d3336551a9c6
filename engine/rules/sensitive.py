"""Numbers about dying open only when the reader asks for them (field.md R20).

GOED
    gevoelig: ja
    uitkomsten: [{zin: zijn mensen nog in leven, …}, …]
FOUT
    uitkomsten: [{zin: zijn mensen nog in leven, …}, …]
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.plain_dutch.finder import phrases
from engine.rules import Finding
from engine.source import Source

ID = "gevoelig"
SOFT_UNTIL_PUBLISHED = True

_DYING = phrases(
    (
        *("dood", "dode", "doodgaan", "doodgaat", "gestorven", "sterven", "sterft", "in leven", "leven nog"),
        *("overleden", "overlijden", "overlijdt", "overleven", "overleefd"),
    )
).pattern


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Rows of counts about dying or staying alive are `gevoelig: ja`."""
    for number, row in enumerate(aid.rows):
        said = [row.question, *(outcome.clause for outcome in row.outcomes)]
        if not row.sensitive and any(_DYING.search(text) for text in said):
            message = "Deze rij gaat over doodgaan of blijven leven, en staat meteen open."
            remedy = "Zet er 'gevoelig: ja' bij. De lezer kiest dan zelf of die dit wil weten."
            yield Finding(("rows", number, "question"), message, remedy)
