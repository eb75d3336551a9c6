"""A folder becomes a library: good aids are in, bad ones are out with their problems, and neither hides the other."""

import os
from pathlib import Path

import pytest

from engine import library, review, scaffold
from engine.library import checking, folders
from engine.problem import Level, Problem, as_github, as_json, as_text, errors
from engine.thresholds import PROBLEMS_PER_FILE
from tests.conftest import FIXTURES, TODAY, shipped


def add(aids: Path, slug: str, text: str) -> None:
    (aids / slug).mkdir()
    (aids / slug / "keuzehulp.yaml").write_text(text, encoding="utf-8")


def rules_of(found: library.Library) -> list[tuple[str, str]]:
    return [(problem.file, problem.rule) for problem in found.problems]


def test_one_bad_aid_leaves_the_good_ones(aids: Path, good: str) -> None:
    add(aids, "kapot", good.replace("nr: 1\n", "nr: 2\n").replace("titel:", "titul:"))
    add(aids, "stuk", "a: [\n")
    add(aids, "tweede", good.replace("nr: 1\n", "nr: 4\n"))
    found = library.load(aids, "aids", TODAY)
    assert list(found.entries) == ["klein", "tweede"]
    assert {file for file, _ in rules_of(found)} == {"aids/kapot/keuzehulp.yaml", "aids/stuk/keuzehulp.yaml"}


def test_a_number_used_twice_leaves_out_the_second(aids: Path, good: str) -> None:
    add(aids, "later", good)
    found = library.load(aids, "aids", TODAY)
    assert list(found.entries) == ["klein"]
    assert [str(problem) for problem in found.problems] == [
        "aids/later/keuzehulp.yaml:4:5: fout: nr 1 is al van de keuzehulp 'klein'. "
        "Kies een nummer dat nog vrij is. (nr-dubbel)"
    ]


def test_the_example_and_other_underscore_folders_are_checked_but_never_in(aids: Path, good: str) -> None:
    add(aids, "_voorbeeld", good.replace("nr: 1\n", "nr: 9\n").replace("titel:", "titul:"))
    (aids / "_bundels").mkdir()
    found = library.load(aids, "aids", TODAY)
    assert list(found.entries) == ["klein"]
    assert ("aids/_voorbeeld/keuzehulp.yaml", "onbekende-naam") in rules_of(found)


def test_folders_without_a_file_or_with_a_name_that_is_no_address(aids: Path, good: str) -> None:
    (aids / "leeg").mkdir()
    add(aids, "Mijn Keuzehulp", good.replace("nr: 1\n", "nr: 9\n"))
    (aids / ".git").mkdir()
    (aids / "los-bestand.txt").write_text("x")
    found = library.load(aids, "aids", TODAY)
    assert list(found.entries) == ["klein"]
    assert rules_of(found) == [("aids/Mijn Keuzehulp", "map-naam"), ("aids/leeg", "geen-bestand")]


@pytest.mark.parametrize("name", sorted(folders.TAKEN))
def test_a_folder_named_like_a_page_of_the_site_is_told_and_hides_no_page(aids: Path, good: str, name: str) -> None:
    add(aids, name, good.replace("nr: 1\n", "nr: 9\n"))
    found = library.load(aids, "aids", TODAY)
    assert list(found.entries) == ["klein"]
    assert rules_of(found) == [(f"aids/{name}", "map-naam")]
    assert scaffold.refusal(name)
    add(aids, f"{name}-keuze", good.replace("nr: 1\n", "nr: 10\n"))
    assert f"{name}-keuze" in library.load(aids, "aids", TODAY).entries


def test_an_empty_missing_or_unreadable_folder_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert rules_of(library.load(tmp_path / "leeg", "x", TODAY)) == [("x", "geen-keuzehulpen")]
    assert rules_of(library.load(tmp_path / "weg", "x", TODAY)) == [("x", "onleesbaar")]


def test_a_folder_that_may_not_be_read_hides_no_other(aids: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (aids / "dicht").mkdir()
    ordinary = Path.iterdir

    def iterdir(folder: Path) -> object:
        if folder.name == "dicht":
            raise PermissionError
        return ordinary(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = library.load(aids, "x", TODAY)
    assert list(found.entries) == ["klein"]
    assert rules_of(found) == [("x/dicht", "onleesbaar")]


def test_a_directory_or_a_loop_in_place_of_the_file(aids: Path) -> None:
    (aids / "map" / "keuzehulp.yaml").mkdir(parents=True)
    (aids / "kring").mkdir()
    os.symlink("keuzehulp.yaml", aids / "kring" / "keuzehulp.yaml")
    found = library.load(aids, "x", TODAY)
    assert list(found.entries) == ["klein"]
    assert rules_of(found) == [("x/kring/keuzehulp.yaml", "onleesbaar"), ("x/map/keuzehulp.yaml", "onleesbaar")]


def test_a_file_that_nobody_will_see_is_a_problem_and_the_aid_is_still_there(aids: Path) -> None:
    (aids / "klein" / "fr.yaml").write_text("titel: Genou\n")
    found = library.load(aids, "x", TODAY)
    assert list(found.entries) == ["klein"]
    assert rules_of(found) == [("x/klein/fr.yaml", "onbekend-bestand")]
    assert library.check(aids / "klein", "x/klein", TODAY) == found.problems


@pytest.mark.parametrize("place", ["", "klein", "klein/keuzehulp.yaml"])
def test_check_takes_a_folder_an_aid_or_a_file(aids: Path, good: str, place: str) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("nr: 1\n", "nr: 0\n"), encoding="utf-8")
    found = library.check(aids / place, f"aids/{place}".rstrip("/"), TODAY)
    assert [(problem.file, problem.line) for problem in found] == [("aids/klein/keuzehulp.yaml", 4)]


def test_hundreds_of_problems_are_cut_off_with_a_count(aids: Path, good: str) -> None:
    many = "".join(f"onzin{number}: x\n" for number in range(PROBLEMS_PER_FILE + 50))
    (aids / "klein" / "keuzehulp.yaml").write_text(good + many, encoding="utf-8")
    found = library.load(aids, "x", TODAY).problems
    assert len(found) == PROBLEMS_PER_FILE + 1
    assert "nog 50 problemen" in next(problem.message for problem in found if problem.rule == "meer")


def test_the_hash_follows_the_content(aids: Path, good: str) -> None:
    before = library.load(aids, "x", TODAY)
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("Piepknie", "Kraakknie"), encoding="utf-8")
    after = library.load(aids, "x", TODAY)
    assert before.sha256 != after.sha256
    assert before.entries["klein"].sha256 != after.entries["klein"].sha256


@pytest.mark.parametrize(
    ("status", "with_trial", "seen"),
    [("concept", True, 0), ("proef", True, 1), ("proef", False, 0), ("gepubliceerd", False, 1)],
)
def test_who_may_see_what(aids: Path, published: str, status: str, with_trial: bool, seen: int) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(published.replace("status: gepubliceerd", f"status: {status}"))
    found = library.load(aids, "x", TODAY)
    assert len(found.entries) == 1
    assert len(found.shown(with_trial=with_trial).entries) == seen


def test_formats() -> None:
    one = Problem("a,b.yaml", 2, 3, "regel", "Zin: 100%.", "Doe dit.", Level.WARNING)
    two = Problem("a,b.yaml", 1, 1, "x", "M.", "R.")
    assert as_text([one, two]) == "a,b.yaml:1:1: fout: M. R. (x)\na,b.yaml:2:3: let op: Zin: 100%. Doe dit. (regel)\n"
    assert as_github([one]) == "::warning file=a%2Cb.yaml,line=2,col=3,title=regel::Zin: 100%25. Doe dit.\n"
    assert '"niveau": "let op"' in as_json([one])
    assert errors([one, two]) == (two,)


def test_a_sheet_that_leads_to_an_unknown_aid_says_so(aids: Path) -> None:
    text = (FIXTURES / "goed" / "plaatje" / "keuzehulp.yaml").read_text(encoding="utf-8")
    add(aids, "plaatje", text.replace("fasen:\n", "keuzehulpen:\n  - klein\n  - weg\nfasen:\n"))
    found = library.load(aids, "aids", TODAY)
    assert [str(one) for one in found.problems] == [
        "aids/plaatje/keuzehulp.yaml:54:5: let op: Er is geen keuzehulp in een map met de naam 'weg'. "
        "Schrijf de naam van een map naast deze, of haal deze regel weg. (keuzehulp-onbekend)"
    ]
    assert set(found.networks) == {"plaatje"}
    assert not found.talks
    assert not found.shown(with_trial=False).networks


def test_what_was_saved_while_it_was_read_is_not_remembered_as_what_was_there(
    aids: Path, good: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: dict[str, library.Checked] = {}
    ordinary = library.check_folder

    def saved_meanwhile(folder: Path, *given: object, **named: object) -> library.Checked:
        add_later = good.replace("titel: Piepknie", "titel: Kraakknie")
        (folder / "keuzehulp.yaml").write_text(add_later, encoding="utf-8")
        return ordinary(folder, *given, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(checking, "check_folder", saved_meanwhile)
        library.load(aids, "aids", TODAY, known)
    assert known == {}
    (aids / "klein" / "keuzehulp.yaml").write_text(good, encoding="utf-8")
    assert library.load(aids, "aids", TODAY, known).entries["klein"].aid.title == "Piepknie"
    assert len(known) == 1


def test_every_text_that_has_to_be_looked_at_again_is_listed() -> None:
    found = shipped()
    every = [entry.aid for entry in found.entries.values()]
    shelves = (found.talks, found.networks, found.general)
    assert all(shelves), "there is one of each kind"
    every += [talk.conversation for shelf in shelves for talk in shelf.values()]  # type: ignore[misc]
    assert len(found.practice) == 2
    every += [sheet.content for sheet in found.practice.values()]  # type: ignore[misc]
    listed = review.due(found, TODAY)
    assert sorted((one.by, one.title, one.owner) for one in listed) == sorted(
        (text.review_by, text.title, text.owner) for text in every
    )
    assert len({one.slug for one in listed}) == len(listed)
