"""Each mistake of an editor gives exactly the expected report; each good file gives none.

A case in fixtures/fout/<rule>/ says what the editor changed in fixtures/goed/klein and what the whole report is; with
`bestand` that is another file beside it, from fixtures/overlays, and with `basis` another good file.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from engine import library, rules
from engine.problem import Level
from tests.conftest import FIXTURES, GOOD, ROOT, TODAY
from web import updating

CASES = sorted((FIXTURES / "fout").glob("*/*.yaml"))
GOOD_FILES = [*sorted((FIXTURES / "goed").glob("*/*.yaml")), ROOT / "aids" / "_voorbeeld" / "keuzehulp.yaml"]
# Rules that need more than one changed text; test_source.py, test_library.py and test_versions.py prove them.
ELSEWHERE = {
    "geen-bestand",
    "geen-keuzehulpen",
    "keuzehulp-onbekend",
    "map-naam",
    "meer",
    "nr-dubbel",
    "nr-veranderd",
    "onbekend-bestand",
    "onleesbaar",
    "regeleinde",
    "te-diep",
    "te-groot",
    "tekenset",
    "twee-lezingen",
    "versie-mist",
    "versie-nummer",
    "versie-veranderd",
    "versie-zelfde",
    "vorm",
    "yaml",
}


def test_there_are_cases() -> None:
    assert len(CASES) >= 65
    assert len(GOOD_FILES) == 7


@pytest.mark.parametrize("file", GOOD_FILES, ids=lambda file: file.parent.name)
def test_a_good_file_has_no_problems(file: Path) -> None:
    problems = library.check_file(file, "x", TODAY).problems
    # Exceptions with a reason are listed, and are no problem.
    assert [one for one in problems if one.level is not Level.INFO] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_mistake_gives_exactly_this_report(case: Path, tmp_path: Path) -> None:
    change = yaml.safe_load(case.read_text(encoding="utf-8"))
    if "bestand" in change:
        assert overlay_report(change, tmp_path) == change["verwacht"]
        return
    good = next((FIXTURES / "goed" / change["basis"]).glob("*.yaml")) if "basis" in change else GOOD
    text = good.read_text(encoding="utf-8")
    assert text.count(change["oud"]) == 1, "the case must change one place"
    file = tmp_path / good.name
    file.write_text(text.replace(change["oud"], change["nieuw"]), encoding="utf-8")
    report = [str(problem).removeprefix("x:") for problem in library.check_file(file, "x", TODAY).problems]
    assert report == change["verwacht"]
    assert any(line.endswith(f"({case.parent.name})") for line in report)


def overlay_report(change: dict[str, str], root: Path) -> list[str]:
    """What the check says of the small aid and its overlays, after the texts were recorded and one changed."""
    folder = root / "klein"
    folder.mkdir()
    for file in (GOOD, *(FIXTURES / "overlays").glob("*.yaml")):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    updating.update(root, "klein", TODAY, unchanged_is_right=False)
    file = folder / change["bestand"]
    text = file.read_text(encoding="utf-8")
    assert text.count(change["oud"]) == 1, "the case must change one place"
    file.write_text(text.replace(change["oud"], change["nieuw"]), encoding="utf-8")
    return [str(one).removeprefix("x/") for one in library.check_folder(folder, "x", TODAY).problems]


def test_every_rule_has_a_case() -> None:
    assert len(rules.all_rules()) >= 9
    assert {rule.id for rule in rules.all_rules()} <= {case.parent.name for case in CASES}


def test_every_id_an_editor_can_see_has_a_case_or_a_test() -> None:
    ids = {rule.id for rule in rules.all_rules()}
    for name in (
        "source_messages",
        "slips",
        "schema",
        "library/__init__",
        "library/checking",
        "library/folders",
        "library/kinds",
        "library/versions",
        "library/networks",
        "library/numbers",
        "library/overlays",
        "library/practices",
        "overlay",
        "overlay_lock",
    ):
        ids |= set(_ids(ast.parse((ROOT / "engine" / f"{name}.py").read_text(encoding="utf-8"))))
    ids -= {"versies", "themas", "rollen"}  # the first step of a path
    assert len(ids) >= 40
    assert ids == {case.parent.name for case in CASES} | ELSEWHERE


# Where the id stands among what is given to a function.
_PLACES = {"Problem": 3, "_about": 1, "about_folder": 1, "_at": 2}


def _ids(tree: ast.AST) -> Iterator[str]:
    """The ids in a reading layer: first in a message, third in a finding of the schema, given to a Problem."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_Finding":
            yield from _text(node.args[2])
        elif isinstance(node, ast.Tuple) and len(node.elts) in (3, 4):
            yield from _text(node.elts[0]) if len(node.elts) == 3 else _text(node.elts[1])
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "_problem" and node.args[1:]:
            yield from _text(node.args[1])
        elif isinstance(node, ast.Call) and (place := _PLACES.get(ast.unparse(node.func).removeprefix("folders."))):
            yield from _text(node.args[place])


def _text(node: ast.AST) -> Iterator[str]:
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch("[a-z]+(-[a-z]+)*", node.value)
    ):
        yield node.value
