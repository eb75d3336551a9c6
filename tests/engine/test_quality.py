"""The quality sheet: every criterion of the standards is on it once, says how it is decided, and claims no more."""

import dataclasses
import json
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from engine import library, rules
from engine.problem import Problem
from engine.quality import COVERED, CRITERIA, Means, Sheet, Standard, Verdict, as_json, sheet
from engine.quality.deciding import CUT_OFF
from engine.quality.places import key_path, place
from tests.conftest import FIXTURES, ROOT, TODAY
from tests.engine.sheets import SHORT, full, row_of, sheet_of
from tests.engine.test_model import SCHEMA, properties
from tests.engine.test_quality_verdicts import is_plain

EXAMPLE = ROOT / "aids" / "_voorbeeld" / "keuzehulp.yaml"


def aids_in(folder: Path) -> list[Path]:
    """Every file about a choice. One about goals, or to understand, has no options to judge."""
    found = sorted(folder.glob("*/keuzehulp.yaml"))
    return [file for file in found if not re.search("^soort: (doelen|begrijpen)$", file.read_text("utf-8"), re.M)]


SHIPPED = [file for file in aids_in(ROOT / "aids") if file != EXAMPLE]
FILES = [EXAMPLE, *SHIPPED, *aids_in(FIXTURES / "goed")]
# Rules that no line of the sheet asks for, with the reason.
OFF_THE_SHEET = {
    "dubbel-id": "about the file, not about what it tells",
    "gevoelig": "how a page opens; no standard asks it",
    "kaart-gevoelig": "how a card opens; no standard asks it",
    "herzien-nodig": "kh15 looks at the day itself",
    "kies-groep": "which numbers open together; no standard asks it",
    "opmaak": "about the file, not about what it tells",
    "publiceren": "the lines about people look at the records themselves",
    "schaal": "means on a scale are no chances",
    "team": "the lines about people look at the records themselves",
    "todo": "a text that says TODO counts as not written",
    "toekomst": "a day still to come is a slip; kh18 does not count it",
    "TANG": "only points, and is often wrong",
    "UITZONDERING": "says which remarks an editor accepted; the remarks themselves count",
}


@cache
def made(file: Path) -> Sheet:
    checked = library.check_file(file, "x", TODAY)
    assert checked.aid
    return sheet(checked.aid, checked.problems, TODAY)


def ids(standard: Standard) -> list[str]:
    return [criterion.id for criterion in CRITERIA if criterion.standard is standard]


def test_every_item_of_ipdas_is_there_exactly_once() -> None:
    items = [("q", 6), ("c", 10), ("k", 28)]
    expected = [f"ipdas-{letter}{number}" for letter, most in items for number in range(1, most + 1)]
    assert len(expected) == 44
    assert ids(Standard.IPDAS) == expected


def test_every_criterion_of_the_other_standards_is_there_exactly_once() -> None:
    nice = [f"nice-{part}-{number}" for part in ("inhoud", "proces") for number in range(1, 5)]
    steps = ["0a", "0b", *(str(number) for number in range(1, 10))]
    assert (ids(Standard.NICE), len(nice)) == (nice, 8)
    assert (ids(Standard.LEIDRAAD), len(steps)) == ([f"leidraad-{step}" for step in steps], 11)


def test_every_rule_of_our_own_is_on_the_sheet_or_in_another_line() -> None:
    own = ids(Standard.OWN)
    assert (len(own), len(COVERED)) == (16, 9)
    assert sorted([*own, *COVERED]) == [f"kh{number:02}" for number in range(1, 26)]
    assert {id for covering in COVERED.values() for id in covering} <= {criterion.id for criterion in CRITERIA}


def test_every_criterion_says_how_it_is_decided_with_what_there_is() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    known = {rule.id for rule in rules.all_rules()}
    seen = set()
    for criterion in CRITERIA:
        bases = criterion.decider.bases
        assert bases, criterion.id
        for basis in bases:
            seen.add(basis.means)
            assert bool(basis.names) == (basis.means is not Means.UNSEEN), criterion.id
            if basis.means is Means.RULE:
                assert set(basis.names) <= known, criterion.id
            if basis.means is Means.PROGRAM:
                assert not [name for name in basis.names if f"def {name}(" not in code], criterion.id
            if basis.means in (Means.FORMAT, Means.RECORD):
                assert all(in_the_schema(name) for name in basis.names), criterion.id
    assert seen == set(Means)


def in_the_schema(name: str) -> bool:
    part = SCHEMA
    for key in name.split(" › "):
        found = properties(part)["properties"]
        if key not in found:
            return False
        part = found[key]
    return True


def test_every_rule_is_asked_by_a_line_or_left_out_for_a_reason() -> None:
    asked = {
        name
        for criterion in CRITERIA
        for basis in criterion.decider.bases
        if basis.means is Means.RULE
        for name in basis.names
    }
    assert asked | set(OFF_THE_SHEET) == {rule.id for rule in rules.all_rules()}
    assert not asked & set(OFF_THE_SHEET)


def test_every_sentence_is_plain_and_stands_once() -> None:
    sentences = [criterion.sentence for criterion in CRITERIA]
    assert len(sentences) == len(set(sentences)) == 79
    assert not [
        sentence for sentence in sentences if not is_plain(sentence.replace("Bij een test: ", "Bij een test "))
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_the_sheet_of_a_good_file(file: Path) -> None:
    one = made(file)
    assert [row.id for row in one.rows] == [criterion.id for criterion in CRITERIA]
    assert [(count.standard, count.total) for count in one.counts] == [
        (Standard.IPDAS, 44),
        (Standard.NICE, 8),
        (Standard.LEIDRAAD, 11),
        (Standard.OWN, 16),
    ]
    assert sum(count.met for count in one.counts) == sum(row.verdict is Verdict.MET for row in one.rows)
    assert sum(count.not_met for count in one.counts) == sum(row.verdict is Verdict.NOT_MET for row in one.rows)
    assert not [row.reason for row in one.rows if not is_plain(row.reason)]


def test_the_example_shows_every_outcome_and_where() -> None:
    one = made(EXAMPLE)
    assert {row.verdict for row in one.rows} == set(Verdict)
    assert row_of(one, "ipdas-k14").verdict is Verdict.NOT_MET
    assert row_of(one, "ipdas-k15").places == ("beoordelaars › 1", "beoordelaars › 2")
    assert row_of(one, "ipdas-q5").places == ("opties › nadelen",)
    assert row_of(one, "ipdas-k16").verdict is Verdict.MET
    assert row_of(one, "ipdas-k12").verdict is Verdict.NO_INFORMATION


def test_a_shipped_aid_claims_nothing_that_nobody_did() -> None:
    assert len(SHIPPED) >= 3
    for file in SHIPPED:
        one = made(file)
        people = one.people
        assert people.makers
        assert people.reviewers == people.reader_tests == people.support == ()
        for id in (
            "ipdas-q6",
            "ipdas-k1",
            "ipdas-k14",
            "ipdas-k15",
            "ipdas-k16",
            "ipdas-k20",
            "ipdas-c6",
            "leidraad-1",
        ):
            assert row_of(one, id).verdict is Verdict.NO_INFORMATION, (file, id)


def test_a_published_aid_and_the_same_aid_as_a_trial(tmp_path: Path, good: str, published: str) -> None:
    trial, out = sheet_of(tmp_path, good), sheet_of(tmp_path, published)
    better = {row.id for row, old in zip(out.rows, trial.rows, strict=True) if row.verdict is not old.verdict}
    assert better == {
        *("ipdas-q6", "ipdas-k1", "ipdas-k14", "ipdas-k15", "ipdas-k16"),
        *("nice-inhoud-1", "nice-inhoud-2", "nice-proces-2"),
        *("leidraad-0a", "leidraad-4", "leidraad-5", "leidraad-8", "kh19"),
    }
    assert all(row_of(out, id).verdict is Verdict.MET for id in better)
    assert (trial.evaluation.status, out.evaluation.status) == ("proef", "gepubliceerd")


def test_a_problem_is_shown_at_the_option_that_has_it(tmp_path: Path, good: str) -> None:
    text = good.replace("- De zalf maakt vlekken.", "- TODO").replace(
        "wat: U wacht", "wat: Wij raden u aan om te wachten: U wacht"
    )
    one = sheet_of(
        tmp_path, text.replace("wachten: U wacht", "wachten. U wacht").replace("status: proef", "status: concept")
    )
    assert row_of(one, "ipdas-q5").places == ("opties › zalf › nadelen",)
    assert row_of(one, "kh22").places == ("opties › afwachten › wat",)


def test_every_place_of_every_finding_can_be_named(tmp_path: Path, good: str) -> None:
    named, known = set(), {rule.id for rule in rules.all_rules()}
    for case in [min((FIXTURES / "fout" / rule).glob("*.yaml")) for rule in sorted(known)]:
        change = yaml.safe_load(case.read_text(encoding="utf-8"))
        (tmp_path / "keuzehulp.yaml").write_text(good.replace(change["oud"], change["nieuw"]), encoding="utf-8")
        checked = library.check_file(tmp_path / "keuzehulp.yaml", "x", TODAY)
        for problem in checked.problems if checked.aid else ():
            if problem.path:
                assert place(checked.aid, problem.path), problem
                named.add(problem.rule)
    # What an exception is about stands in a comment, which no reader of the sheet sees.
    assert named == known - {"UITZONDERING"}


def test_too_many_problems_prove_nothing(tmp_path: Path) -> None:
    file = tmp_path / "keuzehulp.yaml"
    file.write_text(full(), encoding="utf-8")
    aid = library.check_file(file, "x", TODAY).aid
    assert aid
    cut = sheet(aid, [Problem("x", 1, 1, CUT_OFF, "Er zijn er meer.", "Los die eerst op.")], TODAY)
    assert {row_of(cut, id).verdict for id in ("kh10", "kh11", "ipdas-c1", "kh22")} == {Verdict.NO_INFORMATION}


def test_names_and_places_read_as_the_editor_wrote_them(tmp_path: Path) -> None:
    assert key_path("rows.*.arms.*.counts") == "rijen › armen › aantallen"
    assert key_path("preference_questions.*.meaning") == "voorkeurvragen › betekent"
    file = tmp_path / "keuzehulp.yaml"
    file.write_text(full(), encoding="utf-8")
    aid = library.check_file(file, "x", TODAY).aid
    assert aid
    assert place(aid, ("rows", 0, "arms", 1, "counts", "stil")) == "rijen › einde-piep › armen › 2 › aantallen › stil"
    assert place(aid, ("options", 1, "cons", 0)) == "opties › zalf › nadelen › 1"
    assert place(aid, ("facts", 0, "cells", "zalf", "source")) == "feiten › snelheid › cellen › zalf › bron"


def test_the_json_has_dutch_keys_and_the_same_bytes_every_time(tmp_path: Path) -> None:
    text = as_json(sheet_of(tmp_path, full()))
    assert text == as_json(sheet_of(tmp_path, full()))
    tree = json.loads(text)
    assert list(tree) == ["formaat", "keuzehulp", "mensen", "telling", "punten", "leesbaarheid"]
    assert [one["id"] for one in tree["punten"]] == [criterion.id for criterion in CRITERIA]
    assert tree["punten"][0] == {
        "id": "ipdas-q1",
        "norm": "IPDAS",
        "deel": "nodig om een keuzehulp te zijn",
        "punt": "De keuzehulp zegt over welke klacht of ziekte het gaat.",
        "naast_de_norm_gelegd": "ja",
        "hoe_beslist": [{"manier": "bestandsformaat", "waarmee": ["titel", "situatie"]}],
        "oordeel": "voldaan",
        "reden": "De naam van de klacht en de uitleg staan erin.",
        "waar": ["titel", "situatie"],
    }
    assert tree["telling"][0] == {
        "norm": "IPDAS",
        "voldaan": 39,
        "niet_voldaan": 0,
        "geen_informatie": 5,
        "niet_van_toepassing": 0,
        "totaal": 44,
    }
    assert tree["leesbaarheid"][0]["grens"] == SHORT.limit
    keys = re.findall(r'"([^"]*)":', text)
    assert len(keys) >= 500
    assert not [key for key in keys if not re.fullmatch("[a-z_]+", key)]


def test_the_json_names_what_an_evaluation_reports_and_who_is_missing(tmp_path: Path, good: str) -> None:
    tree = json.loads(as_json(sheet_of(tmp_path, good, issued=None, measures=None)))
    about = tree["keuzehulp"]
    assert (about["naam"], about["versie"], about["uitgegeven"]) == ("Piepknie", 7, None)
    assert about["vraag"] == "Wat doe ik aan mijn piepende knie?"
    assert [option["id"] for option in about["opties"]] == ["afwachten", "zalf"]
    present = {part["id"]: part["aanwezig"] for part in about["onderdelen"]}
    assert present["kansen"] == present["afwachten"] == present["belangrijk"] == "ja"
    assert present["metingen"] == present["plaatjes"] == present["uitslagen"] == present["verhalen"] == "nee"
    assert tree["mensen"]["gemaakt_door"] == {"tekst": "", "wie": [{"naam": "A. Verzonnen", "rol": "schrijver"}]}
    for part in ("nagekeken_door", "getest_met", "gesteund_door"):
        assert tree["mensen"][part] == {"tekst": "nog niemand", "wie": []}
    assert tree["leesbaarheid"] is None


def test_a_sheet_cannot_be_changed(tmp_path: Path) -> None:
    one = sheet_of(tmp_path, full())
    for part, field in ((one, "rows"), (one.rows[0], "verdict"), (one.people, "makers"), (one.evaluation, "name")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(part, field, None)
