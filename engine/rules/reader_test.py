"""A published aid was tested with people who find reading hard (Pharos 6-7, IPDAS K16; field.md KH19).

GOED
    getest_met: [{aantal: 6, moeite_met_lezen: ja, …}]
FOUT
    getest_met: [{aantal: 6, moeite_met_lezen: nee, …}]
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.terms import Status

ID = "getest"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """At least one test had them; that there is any test is for the rule `publiceren`."""
    if aid.status is not Status.PUBLISHED or not aid.reader_tests:
        return
    if not any(test.low_literacy for test in aid.reader_tests):
        message = "Bij geen enkele test deden mensen mee die moeite hebben met lezen."
        remedy = (
            "Deden zij wel mee? Zet dan 'moeite_met_lezen: ja' bij die test. "
            "Is dat nog niet gebeurd? Kies dan status 'proef'."
        )
        yield Finding(("reader_tests",), message, remedy, at_key=True)
