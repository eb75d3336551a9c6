"""Each criterion is met by an aid that has everything, and no longer once that one thing is taken away."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import library
from engine.quality import CRITERIA, Sheet, Verdict
from tests.conftest import TODAY
from tests.engine.sheets import LONG, RECORDS, TEST, UNLIMITED, changed, full, row_of, sheet_of

NOT_MET, UNKNOWN, EXCEPT = Verdict.NOT_MET, Verdict.NO_INFORMATION, Verdict.NOT_APPLICABLE
FULL = full()

# What no file of today can show, so that no aid meets it.
NEVER = {
    *("ipdas-k12", "ipdas-k13", "ipdas-k18", "ipdas-k22", "ipdas-k23"),
    *("nice-proces-1", "nice-proces-4", "leidraad-3"),
}
# What the program does for every aid; the tests that these lines name prove it.
ALWAYS = {"ipdas-k10", "leidraad-0b", "kh23"}

ROWS = FULL[FULL.index("rijen:\n") : FULL.index("feiten:\n")]
REVIEWERS = RECORDS[: RECORDS.index("getest_met")]
TESTS = RECORDS[RECORDS.index("getest_met") : RECORDS.index("steun")]
READERS = TESTS[TESTS.index("  - datum: 2026-10-03") : TESTS.index("  - datum: 2026-10-04")]
SUPPORT = RECORDS[RECORDS.index("steun") :]
WAITING = FULL[FULL.index("    afwachten:\n") : FULL.index("  - nr: 3\n")]
PICTURE = "alt: Verzonnen plaatje, licentie: MIT, bron: healthicons}\n    wat: U wacht"
PICTURES = re.findall("    pictogram: .*\n", FULL)
NO_PATIENT = ("rol: patiënt", "rol: verpleegkundige")
NO_PROFESSIONAL = ("rol: huisarts", "rol: ouder")
PASSED = ("herzien_voor: 2028-11-01", "herzien_voor: 2026-11-21")
STEERS = ("wat: U wacht zes weken", "wat: Wij raden u aan om zes weken te wachten")
LOPSIDED = (
    "De knie kan vanzelf stil zijn.",
    "De knie kan vanzelf stil zijn. " + "Dat is fijn voor u en voor ons. " * 3,
)
ADDS_UP_NOT = ("          luid: 45", "          luid: 44")
VARYING = ("      wanneer: na\n      aantal: 6\n      eenheid: week\n", "      wanneer: wisselend\n")
ONE_OPTION = ("      - optie: zalf\n        naam: De groep met zalf", "      - naam: De groep met zalf")
UNFUNDED = ("financiering: Niemand gaf geld.", "financiering: Dat is nog niet bekend.")
NO_TEST_SUM = ("onterecht_niet_gevonden: 2", "onterecht_niet_gevonden: 12")


def todo(line: str) -> tuple[str, str]:
    """The value on this line still has to be written."""
    return line, line.split(": ")[0] + ": TODO nog schrijven"


BREAKS: list[tuple[str, Verdict, tuple[str, str]]] = [
    ("ipdas-q1", NOT_MET, todo("\ntitel: Piepknie")),
    ("ipdas-q1", NOT_MET, todo("\nsituatie: Uw knie piept als u loopt.")),
    ("ipdas-q2", NOT_MET, ("Wat doe ik aan mijn piepende knie?", "TODO wat is de keuze?")),
    ("ipdas-q3", NOT_MET, todo("    wat: U smeert elke dag zalf op de knie.")),
    ("ipdas-q4", NOT_MET, ("- U kunt zelf meteen beginnen.", "- TODO")),
    ("ipdas-q5", NOT_MET, ("- De zalf maakt vlekken.", "- TODO")),
    ("ipdas-q6", NOT_MET, todo("    ervaring: U voelt de zalf even koud worden.")),
    ("ipdas-q6", UNKNOWN, NO_PATIENT),
    ("ipdas-c1", NOT_MET, LOPSIDED),
    ("ipdas-c2", NOT_MET, ("        bron: piepproef", "        bron: piepproof")),
    ("ipdas-c2", NOT_MET, ("  - id: piepproef", "  - id: andere-proef")),
    ("ipdas-c4", NOT_MET, todo("\nherzien_bij: Bij nieuw onderzoek.")),
    ("ipdas-c5", NOT_MET, todo("    kanttekening: Het onderzoek is verzonnen.")),
    ("ipdas-c5", NOT_MET, ("luid: 60\n", "luid: 60\n        bereik:\n          stil: [50, 60]\n")),
    ("ipdas-c6", NOT_MET, todo("\nfinanciering: Niemand gaf geld.")),
    ("ipdas-c6", UNKNOWN, UNFUNDED),
    ("ipdas-c7", NOT_MET, todo("  meet: De lamp laat vlekken zien.")),
    ("ipdas-c7", EXCEPT, ("soort: screening", "soort: keuze")),
    ("ipdas-c8", NOT_MET, todo("  na_gevonden: De arts kijkt nog een keer.")),
    ("ipdas-c8", EXCEPT, ("soort: screening", "soort: keuze")),
    ("ipdas-c9", NOT_MET, todo("  na_niet_gevonden: U krijgt later een brief.")),
    ("ipdas-c9", EXCEPT, ("soort: screening", "soort: keuze")),
    ("ipdas-c10", NOT_MET, todo("  overdiagnose: De lamp kan een vlek vinden waar u nooit last van zou krijgen.")),
    ("ipdas-c10", UNKNOWN, NO_PROFESSIONAL),
    ("ipdas-c10", EXCEPT, ("soort: screening", "soort: test")),
    ("ipdas-k1", NOT_MET, todo("\nzonder_behandeling: Het piepen kan vanzelf stoppen.")),
    ("ipdas-k1", UNKNOWN, NO_PROFESSIONAL),
    ("ipdas-k2", NOT_MET, ("      zalf: De knie kan door smeren stil zijn.\n", "")),
    ("ipdas-k2", NOT_MET, ("- De zalf maakt vlekken.", "- TODO")),
    ("ipdas-k3", NOT_MET, (ROWS, "rijen: []\n")),
    ("ipdas-k4", NOT_MET, ("50.\n    uitkomsten", "50. TODO\n    uitkomsten")),
    ("ipdas-k5", NOT_MET, ADDS_UP_NOT),
    ("ipdas-k6", NOT_MET, VARYING),
    ("ipdas-k6", NOT_MET, ("      aantal: 6\n      eenheid", "      aantal: 6\n      tot: 5\n      eenheid")),
    ("ipdas-k7", NOT_MET, ONE_OPTION),
    ("ipdas-k8", NOT_MET, (ROWS, "rijen: []\n")),
    ("ipdas-k9", NOT_MET, ("Hoe belangrijk is een stille knie voor u?", "TODO wat vindt u?")),
    ("ipdas-k11", NOT_MET, ("- Hoe erg is het bij mij?", "- TODO?")),
    ("ipdas-k14", NOT_MET, NO_PATIENT),
    ("ipdas-k14", UNKNOWN, ("rol: patiënt", "rol: voorzitter")),
    ("ipdas-k14", UNKNOWN, (REVIEWERS, "")),
    ("ipdas-k15", NOT_MET, NO_PROFESSIONAL),
    ("ipdas-k15", UNKNOWN, (REVIEWERS, "")),
    ("ipdas-k16", UNKNOWN, (TESTS, "")),
    ("ipdas-k16", UNKNOWN, (READERS, "")),
    ("ipdas-k17", UNKNOWN, (TESTS, "")),
    ("ipdas-k17", UNKNOWN, ("groep: Verzonnen huisartsen.", "groep: Nog meer lezers.")),
    ("ipdas-k20", NOT_MET, ("    rol: kinderarts", "    rol: TODO")),
    ("ipdas-k20", UNKNOWN, ("    rol: kinderarts", "    rol: schreef de tekst; geen arts")),
    *((f"ipdas-k{number}", NOT_MET, NO_TEST_SUM) for number in range(24, 29)),
    *((f"ipdas-k{number}", EXCEPT, ("soort: screening", "soort: keuze")) for number in range(24, 29)),
    ("ipdas-k28", NOT_MET, ("  met_en_zonder:\n    met: 8\n    zonder: 5\n", "")),
    ("nice-inhoud-1", NOT_MET, ("    soort: afwachten\n", "    soort: leefstijl\n")),
    ("nice-inhoud-1", UNKNOWN, (REVIEWERS, "")),
    ("nice-inhoud-2", NOT_MET, STEERS),
    ("nice-inhoud-2", NOT_MET, LOPSIDED),
    ("nice-inhoud-2", UNKNOWN, NO_PATIENT),
    ("nice-inhoud-3", NOT_MET, ("- Hoe erg is het bij mij?", "- TODO?")),
    ("nice-inhoud-4", NOT_MET, ("Uw knie piept als u loopt.", "Bij 20% piept de knie.")),
    ("nice-inhoud-4", NOT_MET, ADDS_UP_NOT),
    ("nice-proces-1", NOT_MET, PASSED),
    ("nice-proces-2", NOT_MET, NO_PATIENT),
    ("nice-proces-2", UNKNOWN, (TESTS, "")),
    ("nice-proces-3", NOT_MET, todo("\nbelangen: De makers verdienen nergens aan.")),
    ("nice-proces-3", UNKNOWN, UNFUNDED),
    ("leidraad-0a", NOT_MET, ("    jaar: 2022", "    jaar: 2027")),
    ("leidraad-0a", UNKNOWN, (REVIEWERS, "")),
    ("leidraad-1", NOT_MET, ("    rol: ervaringsdeskundige", "    rol: huisarts-schrijver")),
    ("leidraad-1", UNKNOWN, ("    rol: kinderarts", "    rol: schrijver")),
    ("leidraad-2", NOT_MET, todo("\nmoment: Uw huisarts zegt dat uw knie piept.")),
    ("leidraad-4", NOT_MET, NO_PATIENT),
    ("leidraad-4", UNKNOWN, (REVIEWERS, "")),
    ("leidraad-5", UNKNOWN, (TESTS, "")),
    ("leidraad-6", UNKNOWN, (READERS, "")),
    ("leidraad-7", UNKNOWN, (SUPPORT, "")),
    ("leidraad-7", UNKNOWN, ("Verzonnen Patiëntenbond", "Verzonnen Huis")),
    ("leidraad-8", NOT_MET, ("status: gepubliceerd", "status: proef")),
    ("leidraad-9", NOT_MET, PASSED),
    ("kh02", NOT_MET, ("    soort: afwachten\n", "    soort: leefstijl\n")),
    ("kh04", NOT_MET, ("      zalf: De knie kan door smeren stil zijn.\n", "")),
    ("kh06", NOT_MET, todo("    waar: Ook thuis.")),
    ("kh07", NOT_MET, todo("      hoe_lang: Hoogstens zes weken lang.")),
    ("kh10", NOT_MET, ("Uw knie piept als u loopt.", "Bij 20% piept de knie.")),
    ("kh11", NOT_MET, ("Uw knie piept als u loopt.", "Uw knie piept soms.")),
    (
        "kh13",
        NOT_MET,
        ("        bron: piepproef", "        bron: weg"),
    ),
    ("kh14", NOT_MET, ("herzien_voor: 2028-11-01", "herzien_voor: 2040-11-01")),
    ("kh15", NOT_MET, PASSED),
    ("kh15", NOT_MET, ("herzien_voor: 2028-11-01", "herzien_voor: 2026-01-01")),
    ("kh19", NOT_MET, ("moeite_met_lezen: ja", "moeite_met_lezen: nee")),
    ("kh19", UNKNOWN, (TESTS, "")),
    ("kh21", NOT_MET, ("Uw knie piept als u loopt.", "Uw knie piept. " * 70)),
    ("kh22", NOT_MET, STEERS),
    ("kh22", NOT_MET, todo("\nvolgorde: Van weinig doen naar meer doen.")),
    ("kh24", NOT_MET, ("Hoe belangrijk is een stille knie voor u?", "Wilt u een stille knie?")),
    ("kh25", NOT_MET, (PICTURES[0] + "    wat: U wacht", "    wat: U wacht")),
    ("kh25", NOT_MET, (PICTURE, PICTURE.replace("MIT", "TODO"))),
]
SUPPLIED: list[tuple[str, Verdict, dict[str, object]]] = [
    ("ipdas-c3", NOT_MET, {"issued": None}),
    ("ipdas-c3", NOT_MET, {"issued": TODAY + timedelta(days=1)}),
    ("nice-proces-3", NOT_MET, {"issued": None}),
    ("ipdas-k21", NOT_MET, {"measures": None}),
    ("kh20", UNKNOWN, {"measures": None}),
    ("kh20", UNKNOWN, {"measures": (UNLIMITED,)}),
    ("kh20", NOT_MET, {"measures": (LONG, UNLIMITED)}),
    ("nice-inhoud-4", UNKNOWN, {"measures": None}),
    ("leidraad-5", NOT_MET, {"measures": (LONG,)}),
]


def is_plain(sentence: str) -> bool:
    """One sentence of at most fifteen words, from a capital to one mark at its end."""
    ended = re.fullmatch(r"[A-Z][^.!?]*[.?]", sentence)
    return bool(ended) and len(sentence.split()) <= 15 and "TODO" not in sentence


def test_the_aid_that_has_everything_is_good(tmp_path: Path) -> None:
    file = tmp_path / "keuzehulp.yaml"
    file.write_text(FULL, encoding="utf-8")
    assert library.check_file(file, "x", TODAY).problems == ()


@pytest.fixture(scope="module")
def best(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """The sheet of the aid that has everything."""
    return sheet_of(tmp_path_factory.mktemp("best"), FULL)


@pytest.mark.parametrize("id", [criterion.id for criterion in CRITERIA])
def test_an_aid_that_has_everything_meets_all_that_a_file_can_show(best: Sheet, id: str) -> None:
    row = row_of(best, id)
    assert row.verdict is (UNKNOWN if id in NEVER else Verdict.MET), row.reason
    assert is_plain(row.reason), row.reason


@pytest.mark.parametrize(("id", "verdict", "change"), BREAKS, ids=[f"{one[0]}-{n}" for n, one in enumerate(BREAKS)])
def test_one_thing_taken_away_changes_the_verdict(
    tmp_path: Path, id: str, verdict: Verdict, change: tuple[str, str]
) -> None:
    row = row_of(sheet_of(tmp_path, changed(FULL, change)), id)
    assert row.verdict is verdict, row.reason
    assert is_plain(row.reason), row.reason
    assert all(place for place in row.places)


@pytest.mark.parametrize(("id", "verdict", "supplied"), SUPPLIED)
def test_what_comes_with_the_sheet_changes_the_verdict(
    tmp_path: Path, id: str, verdict: Verdict, supplied: dict[str, object]
) -> None:
    row = row_of(sheet_of(tmp_path, FULL, **supplied), id)  # type: ignore[arg-type]
    assert row.verdict is verdict, row.reason
    assert is_plain(row.reason), row.reason


def test_every_criterion_that_can_change_has_a_change_here() -> None:
    changing = {id for id, _, _ in BREAKS} | {id for id, _, _ in SUPPLIED}
    changing |= {"ipdas-k19"}  # the test below
    assert changing | ALWAYS | NEVER == {criterion.id for criterion in CRITERIA}
    assert not changing & ALWAYS


def test_every_line_that_can_fail_has_a_failing_aid() -> None:
    """Only where nobody can say that something was not done, there is no aid that fails."""
    failing = {id for id, verdict, _ in [*BREAKS, *SUPPLIED] if verdict is NOT_MET} | {"ipdas-k19"}
    only_people = {"ipdas-k16", "ipdas-k17", "leidraad-6", "leidraad-7"}
    left = {criterion.id for criterion in CRITERIA} - failing - ALWAYS - NEVER
    assert left == only_people


def test_an_aid_without_any_study_says_nothing_about_certainty(tmp_path: Path) -> None:
    text = changed(FULL, ("soort: screening", "soort: keuze"), (TEST, ""), (ROWS, "rijen: []\n"))
    made = sheet_of(tmp_path, text)
    assert {row_of(made, id).verdict for id in ("ipdas-k19", "ipdas-c5", "ipdas-k3")} == {NOT_MET}


def test_the_exceptions_of_our_own_rules(tmp_path: Path) -> None:
    without = FULL
    for picture in set(PICTURES):
        without = without.replace(picture, "")
    assert row_of(sheet_of(tmp_path, without), "kh25").verdict is EXCEPT
    no_waiting = changed(FULL, ("    soort: afwachten\n", "    soort: leefstijl\n"), (WAITING, ""))
    made = sheet_of(tmp_path, no_waiting + "afwachten_onmogelijk: De knie moet vandaag stil zijn.\n")
    assert row_of(made, "kh07").verdict is EXCEPT
    assert row_of(made, "kh02").verdict is Verdict.MET
    assert row_of(made, "nice-inhoud-1").verdict is NOT_MET


@given(taken=st.sets(st.sampled_from([REVIEWERS, TESTS, READERS, SUPPORT, *PICTURES])))
@settings(max_examples=16, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_taking_records_away_never_makes_a_sheet_better(tmp_path: Path, best: Sheet, taken: set[str]) -> None:
    met = {row.id for row in best.rows if row.verdict is Verdict.MET}
    text = FULL
    for part in sorted(taken, key=len, reverse=True):
        text = text.replace(part, "")
    text = text.replace("getest_met:\nsteun", "steun")
    left = {row.id for row in sheet_of(tmp_path, text).rows if row.verdict is Verdict.MET}
    assert left <= met
    assert (left == met) == (not taken)


@pytest.mark.parametrize(("today", "verdict"), [(date(2026, 10, 2), Verdict.MET), (date(2026, 10, 1), NOT_MET)])
def test_a_review_counts_from_its_day(tmp_path: Path, today: date, verdict: Verdict) -> None:
    made = sheet_of(tmp_path, FULL, today, issued=None)
    assert row_of(made, "ipdas-k14").verdict is verdict
    assert len(made.people.reviewers) == (2 if verdict is Verdict.MET else 1)


def test_a_maker_who_checks_is_no_one_from_outside(tmp_path: Path) -> None:
    names = (("naam: B. Verzonnen", "naam: A. Verzonnen"), ("naam: C. Verzonnen", "naam: D. Verzonnen"))
    text = FULL
    for old, new in names:
        text = text.replace(old, new)
    made = sheet_of(tmp_path, text)
    assert row_of(made, "ipdas-k14").verdict is NOT_MET
    assert made.people.reviewers == ()
