"""A published aid has been checked by others and tested with readers (IPDAS K12-K17, leidraad 6; ADR 11).

Owner, review date, funding and interests cannot be missing in any aid: the schema asks for them.

GOED
    status: gepubliceerd               # with beoordelaars and getest_met
FOUT
    status: gepubliceerd               # without one of the two
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.terms import Status

ID = "publiceren"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """`gepubliceerd` only with at least one outside reviewer and one test with readers."""
    if aid.status is not Status.PUBLISHED:
        return
    remedy = "Voeg toe wie, wanneer en met welke uitkomst. Is het nog niet gebeurd? Kies dan status 'proef'."
    if not aid.reviewers:
        yield Finding(("status",), "Deze keuzehulp heeft geen beoordelaars van buiten.", remedy)
    if not aid.reader_tests:
        yield Finding(("status",), "Deze keuzehulp is nog niet getest met lezers.", remedy)
