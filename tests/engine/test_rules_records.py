"""The rules about who, when and with whom: on the exact day, for every wording of a role, and by status."""

from datetime import date
from pathlib import Path

import pytest

from engine import library, rules
from engine.problem import Level
from engine.rules.review_date import _months_after
from engine.terms import Status
from tests.conftest import TODAY


def found(tmp_path: Path, text: str, today: date = TODAY) -> list[tuple[str, str]]:
    """The rule and level of every problem in an aid with this text."""
    file = tmp_path / "keuzehulp.yaml"
    file.write_text(text, encoding="utf-8")
    return [(problem.rule, problem.level.value) for problem in library.check_file(file, "x", today).problems]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2029-11-22", []),
        ("2029-11-23", [("herzien", "let op")]),
        ("2027-02-21", []),
        ("2027-02-19", [("herzien-nodig", "let op")]),
        ("2026-11-22", [("herzien-nodig", "let op")]),
        ("2026-11-21", [("herzien-nodig", "let op")]),
    ],
)
def test_the_day_of_review_to_the_day(tmp_path: Path, good: str, day: str, expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, good.replace("2028-11-01", day)) == expected


def test_a_day_still_to_come_never_takes_a_published_aid_away(tmp_path: Path, published: str) -> None:
    assert found(tmp_path, published.replace("2028-11-01", "2026-11-22")) == [("herzien-nodig", "let op")]
    assert found(tmp_path, published.replace("2028-11-01", "2029-11-23")) == [("herzien", "fout")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-22", []),
        ("2026-11-23", []),
        ("2026-11-24", [("toekomst", "fout")]),
        ("2062-11-02", [("toekomst", "fout")]),
    ],
)
def test_what_was_done_was_done_by_tomorrow(
    tmp_path: Path, published: str, day: str, expected: list[tuple[str, str]]
) -> None:
    """Elsewhere it may be tomorrow already."""
    assert found(tmp_path, published.replace("gelezen: 2026-11-02", f"gelezen: {day}")) == expected
    reviewed = published.replace("rol: huisarts\n    datum: 2026-10-01", f"rol: huisarts\n    datum: {day}")
    assert [one for one in found(tmp_path, reviewed) if one[0] == "toekomst"] == expected
    tested = published.replace("2026-10-02", day)
    assert [one for one in found(tmp_path, tested) if one[0] == "toekomst"] == expected
    support = f"steun:\n  - organisatie: Verzonnen\n    datum: {day}\n    url: https://example.org/s\n"
    assert found(tmp_path, published + support) == expected


def test_a_source_of_next_year_is_told_until_its_eve(tmp_path: Path, good: str) -> None:
    text = good.replace("jaar: 2020", "jaar: 2027").replace("herzien_voor: 2028-11-01", "herzien_voor: 2028-01-01")
    assert ("toekomst", "fout") in found(tmp_path, text, date(2026, 12, 30))
    assert ("toekomst", "fout") not in found(tmp_path, text, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 22), 36, date(2029, 11, 22)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_are_counted_over_the_ends_of_years_and_short_months(day: date, months: int, expected: date) -> None:
    assert _months_after(day, months) == expected


@pytest.mark.parametrize(
    ("year", "read", "expected"),
    [(2026, 2026, 0), (2022, 2022, 0), (2023, 2022, 1), (2026, 2025, 1), (2027, 2026, 1), (2027, 2025, 1)],
)
def test_a_guideline_of_the_year_of_reading_is_in_time(
    tmp_path: Path, good: str, year: int, read: int, expected: int
) -> None:
    text = good.replace("jaar: 2022", f"jaar: {year}").replace("gelezen: 2026-11-02", f"gelezen: {read}-11-02")
    assert found(tmp_path, text) == [("richtlijn-nieuwer", "let op")] * expected


@pytest.mark.parametrize(
    "role",
    [
        "Patiënt",
        "patie\u0308nt",
        "patient",
        "iemand van een patiëntenvereniging",
        "ervaringsdeskundige",
        "ouder van een kind met een piepknie",
    ],
)
def test_a_role_that_is_a_patient(tmp_path: Path, published: str, role: str) -> None:
    assert found(tmp_path, published.replace("rol: patiënt", f"rol: {role}")) == []


@pytest.mark.parametrize(
    "role",
    [
        "kinderarts",
        "Huisarts in opleiding",
        "verpleegkundig specialist",
        "medisch specialist",
        "apotheker",
        "fysiotherapeut",
        "physician assistant",
        "orthopedisch chirurg",
        "diëtist",
        "reumatoloog",
        "specialist ouderengeneeskunde",
    ],
)
def test_a_role_that_is_a_professional(tmp_path: Path, published: str, role: str) -> None:
    assert found(tmp_path, published.replace("rol: huisarts", f"rol: {role}")) == []


NO_PATIENT = ["schrijver", "specialist ouderengeneeskunde", "voorzitter", "oudere collega", "arts, geen patiënt"]


@pytest.mark.parametrize("role", NO_PATIENT)
def test_a_role_that_is_no_patient(tmp_path: Path, published: str, role: str) -> None:
    assert found(tmp_path, published.replace("rol: patiënt", f"rol: {role}")) == [("team", "fout")]


@pytest.mark.parametrize("role", ["schreef de tekst; geen artsen", "schrijver (niet de huisarts)"])
def test_a_role_that_denies_being_a_professional(tmp_path: Path, published: str, role: str) -> None:
    assert found(tmp_path, published.replace("rol: huisarts", f"rol: {role}")) == [("team", "fout")]


def test_who_checked_and_tested_is_asked_only_of_a_published_aid(tmp_path: Path, published: str) -> None:
    trial = published.replace("status: gepubliceerd", "status: proef").replace("rol: patiënt", "rol: schrijver")
    assert found(tmp_path, trial.replace("moeite_met_lezen: ja", "moeite_met_lezen: nee")) == []


def test_the_level_of_each_of_these_rules_follows_from_the_status() -> None:
    levels = {
        rule.id: tuple(rule.level(status) for status in (Status.TRIAL, Status.PUBLISHED))
        for rule in rules.all_rules()
    }
    assert levels["herzien"] == levels["richtlijn-nieuwer"] == (Level.WARNING, Level.ERROR)
    assert levels["herzien-nodig"] == (Level.WARNING, Level.WARNING)
    assert levels["team"] == levels["getest"] == levels["test-optelling"] == (Level.ERROR, Level.ERROR)
