"""The documents name what there is: a key, a decision or a command that is missing from them fails here."""

import re
import subprocess

from click import Group

from engine import build
from tests.conftest import ROOT
from web.cli import main

DOCS = ROOT / "docs"


def test_every_dutch_key_stands_beside_its_english_name() -> None:
    text = (DOCS / "begrippen.md").read_text(encoding="utf-8")
    pairs = set(re.findall(r"^\| `(\w+)` \| `(\w+)` \|", text, re.MULTILINE))
    assert len(pairs) >= 70
    assert {(dutch, english) for english, dutch in build.KEYS.items()} <= pairs


def test_every_decision_of_the_design_has_its_record() -> None:
    numbers = [int(file.name[:4]) for file in sorted((DOCS / "adr").glob("[0-9]*.md"))]
    assert len(numbers) >= 11
    assert numbers == list(range(1, len(numbers) + 1))
    index = (DOCS / "adr" / "README.md").read_text(encoding="utf-8")
    for file in sorted((DOCS / "adr").glob("[0-9]*.md")):
        assert file.name in index
        words = len(file.read_text(encoding="utf-8").split())
        assert 100 <= words <= 350, file.name


def test_every_link_in_the_documents_leads_to_a_file() -> None:
    checked = 0
    for file in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), (file.name, target)
            checked += 1
    assert checked >= 10


def test_the_readme_names_every_command_and_every_verb_of_the_makefile() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert isinstance(main, Group)
    assert len(main.commands) >= 2
    for name in main.commands:
        assert f"keuzehulp {name}" in text
    verbs = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert verbs
    for verb in verbs[1].split():
        assert f"make {verb}" in text + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "make start" in text.split("##")[1]
    assert "make test" in text.split("##")[1]


def test_the_changelog_has_a_line_for_what_is_coming() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert text.startswith("# Changelog\n\n## Unreleased\n\n- ")


def test_only_the_agreed_names_stand_at_the_top() -> None:
    allowed = {
        *("pyproject.toml", "engine", "aids", "schemas", "web", "tests", "README.md"),
        *("docs", "Makefile", "CHANGELOG.md", "CONTRIBUTING.md"),
    }
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    top = {line.split("/")[0] for line in listed.splitlines()}
    assert top >= {"engine", "web", "schemas", "aids", "tests"}
    assert {name for name in top if not name.startswith(".")} <= allowed
