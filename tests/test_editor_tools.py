"""The tools around the file: hints, snippets and messages in Visual Studio Code, the hook and workflow for Git."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine import schema, source
from engine.paths import SCHEMAS
from tests.conftest import GOOD, ROOT
from tests.editor import program, run
from web.cli import main

SNIPPETS = json.loads((ROOT / ".vscode" / "keuzehulp.code-snippets").read_text(encoding="utf-8"))


# ---- Visual Studio Code ----


def _json(name: str) -> Any:
    return json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))


def test_the_settings_point_at_the_schema_and_its_extension() -> None:
    settings = _json("settings.json")
    for schema_file, patterns in settings["yaml.schemas"].items():
        assert (ROOT / schema_file).is_file()
        # English for children or parents may come; the other places are there.
        assert any(list(ROOT.glob(pattern)) for pattern in ([patterns] if isinstance(patterns, str) else patterns))
    assert settings["yaml.validate"] is True
    assert settings["files.eol"] == "\n"
    assert _json("extensions.json") == {"recommendations": ["redhat.vscode-yaml"]}


def test_the_problem_matchers_read_real_lines_of_both_levels(aids: Path, good: str) -> None:
    (task,) = _json("tasks.json")["tasks"]
    assert task["command"].split()[1] in main.commands  # type: ignore[attr-defined]
    broken = good.replace("titel: Piepknie", "titul: Piepknie #2")
    add = aids / "tweede" / "keuzehulp.yaml"
    add.parent.mkdir()
    # Rules about language have ids in capitals, and only look at what can be read.
    text = good.replace("nr: 1\n", "nr: 2\n").replace("Het piepen kan", "Bij 40% kan het piepen")
    add.write_text(text.replace("Uw knie piept als", "Uw knie piept soms als"))
    (aids / "klein" / "keuzehulp.yaml").write_text(broken)
    lines = run("controleer", str(aids))[1].splitlines()
    read, codes = {}, set()
    for matcher in task["problemMatcher"]:
        pattern = matcher["pattern"]
        found = [match for line in lines if (match := re.match(pattern["regexp"], line))]
        assert found
        for match in found:
            assert match[pattern["file"]] in (f"{aids}/klein/keuzehulp.yaml", str(add))
            assert match[pattern["line"]] in ("2", "7", "20", "21")
            codes.add(match[pattern["code"]])
            assert match[pattern["message"]][0].isupper() or match[pattern["message"]][0] == "'"
        read[matcher["severity"]] = len(found)
    assert set(read) == {"error", "warning"}
    assert sum(read.values()) == len(lines)
    assert codes >= {"onbekende-naam", "tekst-afgekapt", "PROCENT", "KANSWOORD-ZONDER-GETAL"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *(("Nieuwe optie", "opties"), ("Nieuwe rij", "rijen")),
        *(("Nieuwe bron", "bronnen"), ("Nieuwe voorkeurvraag", "voorkeurvragen")),
    ],
)
def test_a_snippet_can_stand_in_its_list(name: str, key: str) -> None:
    assert len(SNIPPETS) == 4
    body = [_typed(line) for line in SNIPPETS[name]["body"]]
    lines = GOOD.read_text(encoding="utf-8").splitlines()
    place = lines.index(f"{key}:") + 1
    text = "\n".join([*lines[:place], *(f"  {line}" for line in body if line), *lines[place:], ""])
    read = source.parse(text.encode(), "x")
    assert read.problems == ()
    assert schema.check(read, schema.load(SCHEMAS / "keuze.schema.json")) == ()


def _typed(line: str) -> str:
    """A line of a snippet after an editor pressed tab at every stop."""
    now = {"YEAR": "2026", "MONTH": "11", "DATE": "22"}
    line = re.sub(r"\$CURRENT_(\w+?)(?=\W|$)", lambda found: now[found[1]], line)
    line = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", line)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", line).replace("$0", "")


# ---- Git ----


def test_the_workflow_runs_commands_that_exist() -> None:
    text = (ROOT / ".github" / "workflows" / "controleer.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["controleer"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert [step["uses"].split("@")[0] for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
    ]
    assert len(commands) == 3
    assert (ROOT / commands[0].split()[-1]).is_file()
    assert "--require-hashes" in commands[0]
    words = commands[-1].split()
    assert words[0] == "keuzehulp"
    assert run(*words[1:], "--help")[0] == 0
    assert len(text.splitlines()) <= 25


@pytest.mark.walk
def test_the_hook_refuses_a_broken_aid_and_lets_the_rest_pass(aids: Path, good: str, tmp_path: Path) -> None:
    hook = ROOT / ".githooks" / "pre-commit"
    assert os.access(hook, os.X_OK)
    assert "git config core.hooksPath .githooks" in hook.read_text(encoding="utf-8")
    environment = program(tmp_path / ".venv" / "bin")
    (tmp_path / ".gitignore").write_text(".venv/\n")
    shutil.copytree(hook.parent, tmp_path / ".githooks")

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)

    git("init", "--quiet")
    assert git("config", "core.hooksPath", ".githooks").returncode == 0
    git("add", ".")
    assert git("commit", "-m", "goed").returncode == 0
    file = aids / "klein" / "keuzehulp.yaml"
    file.write_text(good.replace("titel:", "titul:"), encoding="utf-8")
    git("add", ".")
    file.write_text(good, encoding="utf-8")  # what counts is what would be committed
    refused = git("commit", "-m", "kapot")
    assert refused.returncode == 1
    assert "aids/klein/keuzehulp.yaml:7:1: fout: 'titul' kennen we niet" in refused.stdout + refused.stderr
    assert "Er is niets vastgelegd." in refused.stderr
    git("reset", "--quiet")
    (tmp_path / "los.txt").write_text("x")
    git("add", "los.txt")
    assert git("commit", "-m", "iets anders").returncode == 0
    assert len(git("log", "--oneline").stdout.splitlines()) == 2
