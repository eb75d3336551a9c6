"""Sheets for a practice: loaded and checked like other content, and with no place for a score."""

import json
import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from engine import build, library, schema, source
from engine.library import practices
from engine.model import DuoCard, TeamPart, Yardstick
from engine.paths import AIDS, SCHEMAS
from engine.problem import errors
from engine.terms import PracticeKind, Status
from tests.conftest import FIXTURES, TODAY, shipped
from tests.engine.test_model import walk

FILES = {kind: SCHEMAS / f"{kind}.schema.json" for kind in PracticeKind}
FIELDS = {
    *("schema", "soort", "versie", "status", "titel", "inleiding", "fasen", "praktijk", "meekijken", "rollen"),
    *("voorbereiden", "doelen", "afspraken", "terugkijken", "wat", "vragen", "voorbeelden"),
    *("eigenaar", "herzien_voor", "herzien_bij", "makers", "financiering", "belangen"),
}


def parts(sheet: Yardstick | DuoCard) -> list[TeamPart]:
    phases = sheet.phases
    last = sheet.practice if isinstance(sheet, Yardstick) else sheet.observation
    return [phases.prepare, phases.set_goals, phases.agree, phases.look_back, last]


def own(aids: Path, kind: str = "meetlat") -> Path:
    """A content folder's own copy of a good sheet."""
    folder = aids / "_praktijk"
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(FIXTURES / "goed" / kind / f"{kind}.yaml", folder))


def test_both_sheets_are_shipped_plain_and_a_trial() -> None:
    found = shipped()
    assert set(found.practice) == set(PracticeKind)
    assert not [problem for problem in found.problems if "_praktijk" in problem.file]
    yardstick, card = (found.practice[kind].content for kind in PracticeKind)
    assert isinstance(yardstick, Yardstick)
    assert isinstance(card, DuoCard)
    assert {sheet.status for sheet in (yardstick, card)} == {Status.TRIAL}
    for part in parts(yardstick):
        assert 2 <= len(part.prompts) <= 3
        assert part.examples
    assert len(card.roles) == 2


def test_only_a_site_that_shows_trials_shows_them() -> None:
    assert set(shipped().shown(with_trial=True).practice) == set(PracticeKind)
    assert not shipped().shown(with_trial=False).practice


def test_no_question_can_be_answered_with_yes_or_a_number() -> None:
    asked = [
        question
        for kind in PracticeKind
        if isinstance(sheet := shipped().practice[kind].content, Yardstick | DuoCard)
        for part in parts(sheet)
        for question in part.prompts
    ]
    assert len(asked) >= 20
    for question in asked:
        assert re.match("Hoe|Wat|Wie|Waar|Wanneer|Welke?", question)
        assert not re.search(r"[0-9]|hoe vaak|hoeveel|cijfer|score|ja of nee", question, re.IGNORECASE)


@pytest.mark.parametrize("kind", PracticeKind)
def test_the_format_has_no_place_for_a_score_a_scale_or_a_yes(kind: PracticeKind) -> None:
    """ADR 35: who adds a key comes by here. The only numbers are those of the file itself."""
    found = list(walk(json.loads(FILES[kind].read_text(encoding="utf-8"))))
    assert len(found) >= 16
    assert {path.rsplit("/", 1)[1] for path, _ in found} <= FIELDS
    for path, part in found:
        assert part.get("type") not in ("integer", "number", "boolean"), path
        assert "enum" not in part or path.endswith("/status"), path
        assert part.get("$ref", "").split("/")[-1] not in ("ja_nee", "janee"), path


@pytest.mark.parametrize(
    "question",
    [
        *("Bespreekt u doelen?", "Heeft u genoeg tijd?", "Hoe vaak vraagt u dat?", "Hoe goed lukt dat?"),
        *("Hoeveel tijd is er?", "Welk cijfer past?", "Wat is uw score?", "Wat kiest u, van 1 tot 5?"),
        *("Wat is het: ja of nee?", "Wat zag u", "Wat zag u? En wat nog meer?", "wat zag u?", "Vinkt u dit aan?"),
    ],
)
def test_a_question_that_counts_or_closes_is_refused(question: str) -> None:
    good = (FIXTURES / "goed" / "meetlat" / "meetlat.yaml").read_text(encoding="utf-8")
    text = good.replace("- Wat geeft u mee?", f'- "{question}"')
    read = source.parse(text.encode(), "x")
    found = schema.check(read, schema.load(FILES[PracticeKind.YARDSTICK]))
    assert [problem.rule for problem in found] == ["schrijfwijze"]
    assert not schema.check(source.parse(good.encode(), "x"), schema.load(FILES[PracticeKind.YARDSTICK]))


def test_a_sheet_is_built_from_its_dutch_keys() -> None:
    tree = source.read(FIXTURES / "goed" / "duokaart" / "duokaart.yaml", "x").tree
    found = build.build_practice(PracticeKind.DUO_CARD, tree)
    assert isinstance(found, DuoCard)
    assert found.roles == ("Dokter", "Assistent")
    assert found.observation.prompts[0] == "Wat zag u?"
    assert found.phases.set_goals == TeamPart("U vraagt wat de patiënt wil.", ("Wie vraagt dat?",))


def test_a_broken_sheet_is_told_and_hides_nothing(aids: Path) -> None:
    file = own(aids)
    assert own(aids, "duokaart").is_file()
    before = library.load(aids, "aids", TODAY)
    assert before.practice[PracticeKind.YARDSTICK].content.title == "Kleine meetlat"
    file.write_text(file.read_text(encoding="utf-8").replace("praktijk:", "praktik:"), encoding="utf-8")
    after = library.load(aids, "aids", TODAY)
    assert [str(problem) for problem in errors(after.problems)] == [
        "aids/_praktijk/meetlat.yaml:37:1: fout: 'praktik' kennen we niet in dit bestand. "
        "Bedoelde u 'praktijk'? (onbekende-naam)"
    ]
    assert after.practice[PracticeKind.YARDSTICK] == shipped().practice[PracticeKind.YARDSTICK]
    assert after.practice[PracticeKind.DUO_CARD] == before.practice[PracticeKind.DUO_CARD]
    assert set(after.entries) == {"klein"}
    assert before.sha256 != after.sha256


@pytest.mark.parametrize("raw", [b"", b"schema: 1\ntitel: [", b"\xff\xfe", b"- a\n", b"soort: duokaart\n"])
def test_any_content_gets_a_report_and_reaches_nobody(aids: Path, raw: bytes) -> None:
    own(aids).write_bytes(raw)
    found = library.load(aids, "aids", TODAY)
    assert [one.file for one in errors(found.problems)]
    assert {one.file for one in errors(found.problems)} == {"aids/_praktijk/meetlat.yaml"}
    assert found.practice == shipped().practice


def test_a_concept_leaves_the_shipped_sheet_in_place(aids: Path) -> None:
    shipped_title = library.load(AIDS, "aids", TODAY).practice[PracticeKind.YARDSTICK].content.title
    file = own(aids)
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^titel: .*$", "titel: Ons eigen blad", text), encoding="utf-8")
    assert library.load(aids, "aids", TODAY).practice[PracticeKind.YARDSTICK].content.title == "Ons eigen blad"
    file.write_text(file.read_text(encoding="utf-8").replace("status: proef", "status: concept"), encoding="utf-8")
    assert library.load(aids, "aids", TODAY).practice[PracticeKind.YARDSTICK].content.title == shipped_title


def test_a_text_that_is_not_plain_or_old_is_pointed_at(aids: Path) -> None:
    file = own(aids)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("U maakt tijd.", "U maakt indien nodig tijd."), encoding="utf-8")
    found = [one for one in library.load(aids, "aids", TODAY).problems if "_praktijk" in one.file]
    assert [(one.line, one.rule) for one in found] == [(38, "WOORD-FORMEEL")]
    file.write_text(text, encoding="utf-8")
    later = shipped().practice[PracticeKind.YARDSTICK].content.review_by + timedelta(days=1)
    found = [one for one in library.load(aids, "aids", later).problems if "_praktijk" in one.file]
    assert [one.rule for one in found] == ["verouderd"]


def test_a_file_that_nobody_reads_is_told(aids: Path) -> None:
    own(aids).rename(aids / "_praktijk" / "checklist.yaml")
    found = [one for one in library.load(aids, "aids", TODAY).problems if "_praktijk" in one.file]
    assert [(one.file, one.rule) for one in found] == [("aids/_praktijk/checklist.yaml", "onbekend-bestand")]


def test_every_file_of_the_folder_is_known() -> None:
    assert {file.name for file in (AIDS / practices.FOLDER).iterdir()} == set(practices.FILES)
