"""What is done has a day or year that has been: sources are read, reviewers have looked (field.md KH13, KH18).

GOED
    gelezen: 2026-11-02
FOUT
    gelezen: 2062-11-02
"""

from collections.abc import Iterator
from datetime import date, timedelta

from engine.model import Aid
from engine.rules import Finding
from engine.source import Path, Source

ID = "toekomst"

# Where the day begins later, such as on a server that counts in UTC, an editor may be a day ahead.
_ELSEWHERE = timedelta(days=1)


def check(aid: Aid, _source: Source, today: date) -> Iterator[Finding]:
    """No day of reading, review, test or support, and no year of a source, has still to come."""
    last = today + _ELSEWHERE
    for path, day in _days(aid):
        if day > last:
            yield Finding(path, f"Deze dag, {day}, moet nog komen.", "Kijk de dag na, en vooral het jaar.")
    for number, source in enumerate(aid.sources):
        if source.year > last.year:
            message = f"Deze bron is van {source.year}, maar dat jaar moet nog komen."
            yield Finding(("sources", number, "year"), message, "Kijk het jaar na.")


def _days(aid: Aid) -> Iterator[tuple[Path, date]]:
    yield from ((("sources", number, "read_on"), one.read_on) for number, one in enumerate(aid.sources))
    for name in ("reviewers", "reader_tests", "support"):
        yield from (((name, number, "on"), one.on) for number, one in enumerate(getattr(aid, name)))
