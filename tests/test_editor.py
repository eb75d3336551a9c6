"""An editor at work: the guide followed to the letter, and the commands for a new aid and for its figures."""

import json
import re
import shlex
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from engine import figures, library, scaffold
from engine.paths import SCHEMAS
from engine.problem import Level
from engine.terms import Status
from tests.conftest import ROOT, TODAY
from tests.editor import program, run

TEMPLATE = (SCHEMAS / "nieuw.yaml").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "redacteur.md").read_text(encoding="utf-8")


def filled(text: str) -> str:
    """What the guide tells an editor to do for a first look."""
    return text.replace("TODO", "NOG").replace("status: concept", "status: proef")


# ---- The guide ----


@pytest.mark.walk
def test_the_commands_of_the_guide_work_to_the_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KEUZEHULP_AIDS", "aids")
    environment = program(tmp_path / "bin")
    shutil.copytree(ROOT / "aids", tmp_path / "aids")
    shutil.rmtree(tmp_path / "aids" / "piepknie", ignore_errors=True)
    blocks = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines() if line.split()[0] in ("keuzehulp", "mkdir")]
    ran = []
    for command in commands:
        words = shlex.split(command)
        if words[:2] == ["keuzehulp", "start"]:
            for file in tmp_path.glob("*/piepknie/keuzehulp.yaml"):
                file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
            assert _serves([*words, "--port", "0"], tmp_path, environment), command
        else:
            code, out, err = run(*words[1:]) if words[0] == "keuzehulp" else _mkdir(words[1])
            assert code == 0, (command, out, err)
        ran.append(" ".join(words[:2]))
    counts = {name: ran.count(name) for name in ran}
    assert counts == {
        "keuzehulp nieuw": 2,
        "keuzehulp controleer": 4,
        "keuzehulp start": 3,
        "keuzehulp bronnen": 2,
        "mkdir mijn-map": 1,
    }


def _mkdir(name: str) -> tuple[int, str, str]:
    Path(name).mkdir()
    return 0, "", ""


def _serves(command: list[str], folder: Path, environment: dict[str, str]) -> bool:
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout
        return "http://127.0.0.1:" in server.stdout.readline()
    finally:
        server.terminate()
        server.communicate(timeout=10)


def test_the_message_the_guide_explains_is_a_real_one(tmp_path: Path) -> None:
    shown = re.search(r"^aids/(piepknie/keuzehulp\.yaml:.+) Schrijf … \(todo\)$", GUIDE, re.MULTILINE)
    assert shown
    (tmp_path / "schemas").mkdir()
    shutil.copy(SCHEMAS / "keuze.schema.json", tmp_path / "schemas")
    (tmp_path / "aids").mkdir()
    assert run("nieuw", "piepknie", "--aids", str(tmp_path / "aids"))[0] == 0
    assert shown[1] in run("controleer", str(tmp_path / "aids"))[1]


# ---- keuzehulp nieuw ----


def test_a_new_aid_lists_each_todo_at_its_line_and_nothing_else(tmp_path: Path) -> None:
    code, out, _ = run("nieuw", "piepknie", "--aids", str(tmp_path))
    file = tmp_path / "piepknie" / "keuzehulp.yaml"
    assert code == 0
    assert f"Gemaakt: {file}\n" in out
    assert [path.name for path in tmp_path.rglob("*")] == ["piepknie", "keuzehulp.yaml"]
    checked = library.check_file(file, "x", date.today())
    lines = file.read_text(encoding="utf-8").splitlines()
    expected = [
        (number, line.index("TODO") + 1)
        for number, line in enumerate(lines, 1)
        if "TODO" in line and not line.lstrip().startswith("#")
    ]
    assert len(expected) >= 50
    assert [(one.line, one.column) for one in checked.problems] == expected
    assert {(one.rule, one.level) for one in checked.problems} == {("todo", Level.WARNING)}
    assert checked.aid
    assert (checked.aid.status, len(checked.aid.options)) == (Status.CONCEPT, 2)
    assert run("controleer", str(tmp_path / "piepknie"))[0] == 0


def test_todo_is_an_error_once_readers_may_see_the_aid(tmp_path: Path) -> None:
    run("nieuw", "piepknie", "--aids", str(tmp_path))
    file = tmp_path / "piepknie" / "keuzehulp.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("status: concept", "status: proef"), encoding="utf-8")
    problems = library.check_file(file, "x", date.today()).problems
    assert len(problems) >= 50
    assert {(one.rule, one.level) for one in problems} == {("todo", Level.ERROR)}


def test_a_new_aid_takes_the_first_free_number_also_beside_broken_files(aids: Path, good: str) -> None:
    for name, nr in (("kapot", 2), ("vier", 4)):
        (aids / name).mkdir()
        (aids / name / "keuzehulp.yaml").write_text(good.replace("nr: 1\n", f"nr: {nr}\na: [\n", 1))
    assert run("nieuw", "nieuwe", "--aids", str(aids))[0] == 0
    assert "\nnr: 3\n" in (aids / "nieuwe" / "keuzehulp.yaml").read_text(encoding="utf-8")
    assert scaffold.free_number(f"nr: {nr}\n" for nr in range(1, 1024)) is None


def test_the_dates_of_a_new_aid_follow_from_today() -> None:
    text = scaffold.text(TEMPLATE, 7, date(2028, 2, 29), with_schema=True)
    assert "\nnr: 7\n" in text
    assert "\nherzien_voor: 2029-02-28\n" in text
    assert text.count("gelezen: 2028-02-29\n") == 1
    assert text.count("jaar: 2028\n") == 2
    assert text.startswith("# yaml-language-server: $schema=../../schemas/keuze.schema.json\n")
    assert "$schema" not in scaffold.text(TEMPLATE, 7, TODAY, with_schema=False)


@pytest.mark.parametrize(
    ("slug", "hint"),
    [
        ("Knie & Artrosé", "Probeer: knie-artrose"),
        ("../buiten", "Probeer: buiten"),
        ("_verborgen", "Probeer: verborgen"),
        ("a/b", "Probeer: a-b"),
        ("", "hoogstens 60 tekens."),
        ("???", "hoogstens 60 tekens."),
        ("a" * 61, f"Probeer: {'a' * 60}"),
        ("knie\n", "Probeer: knie"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_a_better_one(tmp_path: Path, slug: str, hint: str) -> None:
    code, out, err = run("nieuw", slug, "--aids", str(tmp_path / "aids"))
    assert (code, out) == (1, "")
    assert err.endswith(f"{hint}\n")
    assert not list(tmp_path.iterdir())


def test_what_stands_in_the_way_is_said_in_one_sentence(
    aids: Path, good: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "vol")

    code, _, err = run("nieuw", "klein", "--aids", str(aids))
    assert (code, "is er al" in err) == (1, True)
    assert (aids / "klein" / "keuzehulp.yaml").read_text(encoding="utf-8") == good
    (aids / "bestand").write_text("")
    assert "is er al" in run("nieuw", "bestand", "--aids", str(aids))[2]
    assert "is er niet" in run("nieuw", "x", "--aids", str(aids / "nergens"))[2]
    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refused)
        assert "kan niet gemaakt worden: de schijf is vol." in run("nieuw", "x", "--aids", str(aids))[2]
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", refused)
        assert "kan niet geschreven worden: de schijf is vol." in run("nieuw", "x", "--aids", str(aids))[2]
    assert sorted(path.name for path in aids.iterdir()) == ["bestand", "klein"]


def test_an_installed_program_asks_for_a_folder_of_your_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data" / "aids").mkdir(parents=True)
    monkeypatch.setattr("web.cli.AIDS", tmp_path / "_data" / "aids")
    code, _, err = run("nieuw", "piepknie")
    assert (code, err) == (1, "Kies met --aids de map waar de keuzehulp moet komen.\n")
    assert not list((tmp_path / "_data" / "aids").iterdir())


# ---- keuzehulp bronnen ----


def test_every_figure_stands_in_every_format(aids: Path) -> None:
    shutil.copytree(ROOT / "tests" / "fixtures" / "goed" / "screening", aids / "screening")
    for root, slug, least in (
        (ROOT / "aids", "carpaletunnelsyndroom", 30),
        (aids, "klein", 4),
        (aids, "screening", 4),
    ):
        aid = library.check_file(root / slug / "keuzehulp.yaml", "x", TODAY).aid
        assert aid
        cells = sum(len(row.outcomes) * len(row.arms) for row in aid.rows)
        found = figures.figures(aid)
        assert len(found) >= max(cells, least)
        where = ("bronnen", slug, "--aids", str(root))
        rows = json.loads(run(*where, "--formaat", "json")[1])
        table = [line.split("\t") for line in run(*where, "--formaat", "tabel")[1].splitlines()]
        text = run(*where)[1]
        assert len(rows) == len(table) - 1 == text.count("[ ]") == len(found)
        assert {len(line) for line in table} == {len(rows[0])}
        assert all(row["adres"] in text and row["bron"] and row["kanttekening"] for row in rows)
        assert max(len(line) for line in text.splitlines() if "adres" not in line) <= 100


def test_a_figure_beside_its_study() -> None:
    text = run("bronnen", "_voorbeeld", "--aids", str(ROOT / "aids"))[1]
    assert "    [ ] 51 van 100       zijn de hikken weg\n        geteld: 101 van 198 is 51,0 van 100\n" in text
    assert "Een gewone sok [geen optie]" in text


def test_an_unknown_or_broken_aid_has_no_figures_but_a_sentence(aids: Path) -> None:
    code, out, err = run("bronnen", "klien", "--aids", str(aids))
    assert (code, out) == (1, "")
    assert err.endswith("Bedoelde u 'klein'?\n")
    assert run("bronnen", "xyz", "--aids", str(aids))[2].endswith("Deze zijn er: klein.\n")
    assert run("bronnen", "../aids/klein", "--aids", str(aids))[0] == 1
    (aids / "klein" / "keuzehulp.yaml").write_text("a: [\n")
    code, _, err = run("bronnen", "klein", "--aids", str(aids))
    assert code == 1
    assert "(haak)" in err
    assert "als deze fouten weg zijn" in err
