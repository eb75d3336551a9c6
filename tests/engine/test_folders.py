"""Files and folders that nobody will ever see are told, with the name that was meant where that is near."""

import shutil
from pathlib import Path

import pytest

from engine import library
from engine.paths import AIDS
from tests.conftest import TODAY


def told(aids: Path) -> list[tuple[str, str, str]]:
    found = library.load(aids, "aids", TODAY).problems
    return [(one.file.removeprefix("aids/"), one.rule, one.remedy) for one in found]


def remedy_for(aids: Path, name: str) -> str:
    file = aids / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("schema: 1\n", encoding="utf-8")
    ((place, rule, remedy),) = told(aids)
    assert (place, rule) == (name if not name.startswith("_S") else name.partition("/")[0], "onbekend-bestand")
    return remedy


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("klein/NL.kind.yaml", "nl.kind.yaml"),
        ("klein/nl.kinder.yaml", "nl.kind.yaml"),
        ("klein/nl.kind.yml", "nl.kind.yaml"),
        ("klein/en.yml", "en.yaml"),
        ("klein/en.yaml.txt", "en.yaml"),
        ("klein/keuzehulpen.yaml", "keuzehulp.yaml"),
        ("_gesprek/gesprek.jij.yaml", "gesprek.je.yaml"),
        ("_Site/over.md", "_site"),
    ],
)
def test_a_name_that_is_nearly_right(aids: Path, name: str, meant: str) -> None:
    assert remedy_for(aids, name) == f"Bedoelde u '{meant}'?"


@pytest.mark.parametrize("name", ["fr.yaml", "de.yaml", "de.kind.yaml", "fr.ouder.yaml", "nl.oma.yaml"])
def test_another_language_or_reader_is_no_slip_of_the_pen(aids: Path, name: str) -> None:
    assert remedy_for(aids, f"klein/{name}") == "Zet de inhoud in keuzehulp.yaml, of haal het bestand weg."


def test_an_aid_beside_the_folders_is_told_where_it_belongs(aids: Path) -> None:
    assert remedy_for(aids, "Spat aderen.yaml").endswith("zoals aids/spat-aderen/keuzehulp.yaml.")
    (aids / "lees mij.md").write_text("x")
    assert len(told(aids)) == 1


@pytest.mark.parametrize("slug", ["diabetes-type-2-doelen", "mijn-plaatje"])
def test_a_conversation_has_no_other_voices(aids: Path, slug: str) -> None:
    shutil.copytree(AIDS / slug, aids / slug)
    (aids / slug / "en.yaml").write_text("schema: 1\n")
    found = [one for one in told(aids) if one[1] == "onbekend-bestand"]
    assert found == [(f"{slug}/en.yaml", "onbekend-bestand", "Haal het bestand weg.")]
    assert "onbekend-bestand" in [one.rule for one in library.check(aids / slug, slug, TODAY)]


def test_only_a_known_file_is_the_general_conversation(aids: Path) -> None:
    shutil.copytree(AIDS / "_gesprek", aids / "_gesprek")
    assert told(aids) == []
    good = (aids / "_gesprek" / "gesprek.yaml").read_text(encoding="utf-8")
    other = good.replace("titel:", "titel: Anders #", 1)
    (aids / "_gesprek" / "mijn.yaml").write_text(other, encoding="utf-8")
    assert told(aids) == [
        ("_gesprek/mijn.yaml", "onbekend-bestand", "Kies uit: gesprek.yaml, gesprek.je.yaml."),
    ]
    talks = library.load(aids, "aids", TODAY).general.values()
    assert len(talks) == 2
    assert not any(talk.conversation.title.startswith("Anders") for talk in talks)


@pytest.mark.parametrize(("name", "file"), [("_gesprek", "gesprek.jij.yaml"), ("_site", "overons.md")])
def test_the_folders_with_other_texts_can_be_looked_at_by_themselves(aids: Path, name: str, file: str) -> None:
    assert library.check(AIDS / name, f"aids/{name}", TODAY) == ()
    (aids / name).mkdir()
    (aids / name / file).write_text("a: b\n")
    (found,) = library.check(aids / name, f"aids/{name}", TODAY)
    assert (found.file, found.rule) == (f"aids/{name}/{file}", "onbekend-bestand")
    assert (found,) == library.load(aids, "aids", TODAY).problems
