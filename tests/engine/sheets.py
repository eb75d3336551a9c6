"""Aids for the tests of the quality sheet: the smallest one with all that people can add."""

from datetime import date
from pathlib import Path

from engine import library
from engine.quality import Measure, Row, Sheet, sheet
from tests.conftest import GOOD, TODAY

ISSUED = date(2026, 11, 1)
SHORT = Measure("zin-kern", "Langste zin in de kern", 9, "woorden", 4, 9, limit=15)
LONG = Measure("zin-uitleg", "Langste zin in de uitleg", 31, "woorden", 4, 31, limit=20)
UNLIMITED = Measure("voegwoorden", "Woorden als want en omdat", 3, "van de 100 woorden", 2, 5)

PICTOGRAM = "    pictogram: {icoon: calendar, alt: Verzonnen plaatje, licentie: MIT, bron: healthicons}\n"
WAITS, CREAM = "    naam: Even afwachten\n", "    naam: Zalf smeren\n"
TEST = """test:
  meet: De lamp laat vlekken zien.
  na_gevonden: De arts kijkt nog een keer.
  na_niet_gevonden: U krijgt later een brief.
  uitslagen:
    onderzoek: piepproef
    zekerheid: redelijk
    kanttekening: De proef is verzonnen.
    van: 1000
    wie: mensen
    groep: Verzonnen mensen van boven de 50.
    terecht_gevonden: 8
    onterecht_gevonden: 20
    terecht_niet_gevonden: 970
    onterecht_niet_gevonden: 2
  met_en_zonder:
    met: 8
    zonder: 5
  overdiagnose: De lamp kan een vlek vinden waar u nooit last van zou krijgen.
"""
RECORDS = """beoordelaars:
  - naam: B. Verzonnen
    rol: huisarts
    datum: 2026-10-01
  - naam: C. Verzonnen
    rol: patiënt
    datum: 2026-10-02
getest_met:
  - datum: 2026-10-03
    aantal: 5
    groep: Verzonnen lezers.
    bevindingen: Alles was duidelijk.
    moeite_met_lezen: ja
  - datum: 2026-10-04
    aantal: 4
    groep: Verzonnen huisartsen.
    bevindingen: Het paste in het gesprek.
steun:
  - organisatie: Verzonnen Vereniging van Artsen
    datum: 2026-10-05
    url: https://example.org/steun
  - organisatie: Verzonnen Patiëntenbond
    datum: 2026-10-06
    url: https://example.org/ook-steun
"""


def full() -> str:
    """The smallest aid as a published screening, with every record that a sheet can ask for."""
    text = GOOD.read_text(encoding="utf-8").rstrip("\n") + "\n" + TEST + RECORDS
    for old, new in (
        ("soort: keuze\n", "soort: screening\n"),
        ("status: proef", "status: gepubliceerd"),
        (WAITS, WAITS + PICTOGRAM),
        (CREAM, CREAM + PICTOGRAM),
        ("    rol: schrijver\n", "    rol: ervaringsdeskundige\n  - naam: D. Verzonnen\n    rol: kinderarts\n"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each old piece, of which there must be one, made new."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def sheet_of(folder: Path, text: str, today: date = TODAY, **supplied: object) -> Sheet:
    """The sheet of an aid with this text, by default with a day of coming out and a good measure."""
    file = folder / "keuzehulp.yaml"
    file.write_text(text, encoding="utf-8")
    checked = library.check_file(file, "x", today)
    assert checked.aid, [str(problem) for problem in checked.problems]
    known: dict[str, object] = {"issued": ISSUED, "measures": (SHORT, UNLIMITED)}
    return sheet(checked.aid, checked.problems, today, **(known | supplied))  # type: ignore[arg-type]


def row_of(made: Sheet, id: str) -> Row:
    """The line of one criterion."""
    return next(row for row in made.rows if row.id == id)
