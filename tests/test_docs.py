"""The documents name what there is: a key, a decision or a command that is missing from them fails here."""

import json
import re
import subprocess

import pytest
from click import Group

from engine import build, rules
from tests import documents
from tests.conftest import FIXTURES, ROOT
from web.cli import main

DOCS = ROOT / "docs"


def test_every_dutch_key_stands_beside_its_english_name() -> None:
    text = (DOCS / "begrippen.md").read_text(encoding="utf-8")
    pairs = set(re.findall(r"^\| `(\w+)` \| `(\w+)` \|", text, re.MULTILINE))
    assert len(pairs) >= 70
    assert {(dutch, english) for english, dutch in build.KEYS.items()} <= pairs


def test_every_rule_stands_in_the_table_of_rules_and_every_test_in_it_exists() -> None:
    text = (DOCS / "regels.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (KH\d\d) \|", text, re.MULTILINE) == [f"KH{number:02}" for number in range(1, 26)]
    screen = re.findall(r"^\| (SP\d\d) \|.*\| (.+) \|$", text, re.MULTILINE)
    assert [name for name, _ in screen] == [f"SP{number:02}" for number in range(1, 43)]
    assert all(re.match("`test_|geen", test) for _, test in screen)
    assert len(rules.all_rules()) >= 15
    assert not [rule.id for rule in rules.all_rules() if f"`{rule.id}`" not in text]
    named = set(re.findall(r"`(test_\w+)`", text))
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    assert len(named) >= 40
    assert not [name for name in named if f"def {name}(" not in code]


def test_every_reason_why_this_is_no_medical_device_is_kept_by_a_test_that_exists() -> None:
    text = (DOCS / "doel.md").read_text(encoding="utf-8")
    assert re.search(r"van \d+ \w+ 20\d\d\.", text), "the reasoning has a date"
    named = set(re.findall(r"`(test_\w+)`", text))
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    assert len(named) >= 6
    assert not [name for name in named if f"def {name}(" not in code]


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
        prose = re.sub(r"^(````?).*?^\1$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose):
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


@pytest.mark.parametrize("name", ["bestand", "fouten", "redacteur"])
def test_a_document_that_is_made_is_current(name: str) -> None:
    made = getattr(documents, name)()
    assert (DOCS / f"{name}.md").read_text(encoding="utf-8") == made, "run: make docs"


def test_the_document_of_the_file_tells_every_part_with_its_words() -> None:
    text = documents.bestand()
    told = 0
    for file in (ROOT / "schemas").glob("*.schema.json"):
        schema = json.loads(file.read_text(encoding="utf-8"))
        for properties in [
            schema["properties"],
            *(part.get("properties", {}) for part in schema.get("$defs", {}).values()),
        ]:
            for key, part in properties.items():
                assert f"| `{key}` | **{part['title']}**. {part['description']} |" in text, key
                told += 1
    assert told >= 130
    assert "| iets |" not in text


def test_the_document_of_mistakes_tells_every_fixture_and_every_rule() -> None:
    text = documents.fouten()
    cases = sorted((FIXTURES / "fout").glob("*/*.yaml"))
    assert text.count("De controle zegt:") == text.count("\nGOED\n") == text.count("\nFOUT\n") == len(cases) >= 70
    for rule in rules.all_rules():
        assert f"\n## {rule.id}\n" in text


def test_the_guide_shows_ten_mistakes() -> None:
    mistakes = list(documents.MISTAKE.finditer((DOCS / "redacteur.md").read_text(encoding="utf-8")))
    assert len(mistakes) == 10
    for mistake in mistakes:
        assert re.match("(fout|let op): .+ \\([A-Za-z-]+\\)\n", mistake["report"])
    assert len({mistake["report"] for mistake in mistakes}) == 10
