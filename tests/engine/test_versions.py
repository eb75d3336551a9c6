"""Frozen versions: read as they were, guarded against change, and what is served when the file of now is broken."""

from datetime import date
from pathlib import Path

import pytest

from engine import library, release, source, upgrade
from engine.library.versions import content_sha256
from engine.paths import AIDS
from tests.conftest import TODAY, shipped

FIRST = "Dit is de eerste versie."
PRICE, OTHER_PRICE = "U betaalt acht euro.", "U betaalt negen euro."


@pytest.fixture
def aids(aids: Path) -> Path:
    """The folder with one aid, of which no version is frozen yet."""
    file = aids / "klein" / "keuzehulp.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("versie: 7", "versie: 1"), encoding="utf-8")
    return aids


def freeze(aids: Path, what_changed: str = FIRST, on: date = TODAY) -> None:
    folder = aids / "klein"
    checked = library.check_folder(folder, "aids/klein", on)
    content = {name: (folder / name).read_bytes() for name in release.names(checked)}
    for name, data in release.files(checked, content, on, what_changed).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def edit(aids: Path, old: str, new: str) -> None:
    file = aids / "klein" / "keuzehulp.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def report(aids: Path) -> list[str]:
    return [str(problem).removeprefix("aids/klein/") for problem in library.load(aids, "aids", TODAY).problems]


def test_a_version_reads_as_it_was_after_the_file_changed(aids: Path) -> None:
    freeze(aids)
    edit(aids, "versie: 1", "versie: 2")
    edit(aids, PRICE, OTHER_PRICE)
    entry = library.load(aids, "aids", TODAY).entries["klein"]
    before = entry.at(1)
    assert before is not None
    assert before.aid.version == 1
    assert entry.aid.version == 2
    assert before.aid.options[1].costs == PRICE
    assert entry.aid.options[1].costs == OTHER_PRICE
    assert entry.at(2) is entry.at(0) is entry.at(99999) is None
    assert report(aids) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            PRICE,
            OTHER_PRICE,
            "keuzehulp.yaml:5:9: fout: De inhoud is anders dan in versie 1, die al is uitgegeven. "
            "Zet hier 2, en geef de nieuwe versie uit met: keuzehulp uitgeven. (versie-zelfde)",
        ),
        (
            "versie: 1",
            "versie: 3",
            "keuzehulp.yaml:5:9: fout: Dit is versie 3, maar de laatste uitgegeven versie is 1. Kies 1 of 2. "
            "(versie-nummer)",
        ),
        (
            "nr: 1\nversie: 1",
            "nr: 8\nversie: 2",
            "keuzehulp.yaml:4:5: fout: nr was 1 in versie 1, en is nu 8. Zet er weer 1 neer. (nr-veranderd)",
        ),
        (
            "versie: 1",
            "versie: 2  # een nieuwe",
            "",
        ),
    ],
)
def test_the_file_of_now_is_held_against_what_is_frozen(aids: Path, old: str, new: str, expected: str) -> None:
    freeze(aids)
    edit(aids, old, new)
    assert report(aids) == ([expected] if expected else [])


def test_a_number_is_never_given_to_something_else(aids: Path) -> None:
    freeze(aids)
    edit(aids, "versie: 1", "versie: 2")
    file = aids / "klein" / "keuzehulp.yaml"
    text = file.read_text(encoding="utf-8")
    numbers = {
        "  - nr: 2\n    id: afwachten": "  - nr: 6\n    id: afwachten",
        "  - nr: 4\n    id: rust": "  - nr: 4\n    id: stilte",
    }
    for was, now in numbers.items():
        assert text.count(was) == 1, was
        text = text.replace(was, now)
    file.write_text(text, encoding="utf-8")
    said = report(aids)
    assert [line.rsplit("(", 1)[1] for line in said] == ["nr-veranderd)", "nr-veranderd)"]
    assert "'afwachten' had in een uitgegeven versie nr 2, en nu 6." in said[0]
    assert "nr 4 was in een uitgegeven versie van 'rust'. Kies een nieuw nummer, zoals 5." in said[1]


def test_a_frozen_file_that_changed_or_went_is_told_and_not_served(aids: Path) -> None:
    freeze(aids)
    frozen = aids / "klein" / "versies" / "1" / "keuzehulp.yaml"
    frozen.write_text(frozen.read_text().replace(PRICE, OTHER_PRICE))
    assert "(versie-veranderd)" in report(aids)[0]
    assert report(aids)[0].startswith("versies/index.yaml:6:13: fout: Het bestand van versie 1 is veranderd")
    frozen.unlink()
    found = library.load(aids, "aids", TODAY)
    assert [problem.rule for problem in found.problems] == ["versie-mist"]
    assert found.entries["klein"].at(1) is None, "never another version than asked for"


def test_line_ends_are_no_change(aids: Path) -> None:
    assert content_sha256({"a": b"x\r\ny\r\n"}) == content_sha256({"a": b"x\ny\n"}) != content_sha256({"a": b"x\ny"})
    freeze(aids)
    frozen = aids / "klein" / "versies" / "1" / "keuzehulp.yaml"
    frozen.write_bytes(frozen.read_bytes().replace(b"\n", b"\r\n"))
    assert library.load(aids, "aids", TODAY).entries["klein"].at(1) is not None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("versies: [", "haak"),
        ("schema: 1\n", "ontbreekt"),
        ("schema: 1\nversies:\n  - n: 1\n", "ontbreekt"),
        ("", "leeg"),
        ("aaa", "verkeerde-soort"),
    ],
)
def test_a_damaged_index_is_a_problem_at_its_place_and_hides_nothing(aids: Path, text: str, rule: str) -> None:
    freeze(aids)
    (aids / "klein" / "versies" / "index.yaml").write_text(text)
    found = library.load(aids, "aids", TODAY)
    assert rule in {problem.rule for problem in found.problems}
    assert {problem.file for problem in found.problems} == {"aids/klein/versies/index.yaml"}
    assert found.entries["klein"].aid.version == 1
    assert found.entries["klein"].at(1) is None


def test_what_does_not_belong_to_a_version_is_told(aids: Path) -> None:
    freeze(aids)
    (aids / "klein" / "versies" / "7").mkdir()
    index = aids / "klein" / "versies" / "index.yaml"
    index.write_text(index.read_text().replace("n: 1", "n: 4"))
    rules = [problem.rule for problem in library.load(aids, "aids", TODAY).problems]
    assert sorted(rules) == ["onbekend-bestand", "onbekend-bestand", "versie-mist", "versie-nummer"]


def test_a_broken_file_is_replaced_by_its_last_version(aids: Path) -> None:
    freeze(aids)
    edit(aids, "\ntitel:", "\ntitul:")
    entry = library.load(aids, "aids", TODAY).entries["klein"]
    assert entry.fallback
    assert entry.aid.version == 1
    edit(aids, "\ntitul:", "\ntitel:")
    assert not library.load(aids, "aids", TODAY).entries["klein"].fallback


@pytest.mark.parametrize(
    "sentence",
    [
        *("", "Kort", "Zonder punt", "Twee\nregels.", "Twee\r\nregels.", "x" * 300 + "."),
        *(f"Dit is {sign} nieuw." for sign in "\0\t\x0b\x0c\x1b\x7f\x85\u2028\u2029\ufeff\ud800"),
    ],
)
def test_a_version_needs_one_sentence(aids: Path, sentence: str) -> None:
    assert release.sentence_refusal(sentence)
    with pytest.raises(ValueError, match="cannot be frozen"):
        freeze(aids, sentence)


def test_a_version_is_not_frozen_twice_nor_with_mistakes(aids: Path) -> None:
    freeze(aids, "Het is 'nieuw': ja.")
    folder = aids / "klein"
    assert library.check_folder(folder, "x", TODAY).history.releases[0].what_changed == "Het is 'nieuw': ja."
    assert release.refusal(library.check_folder(folder, "x", TODAY)) == "Er is niets veranderd sinds versie 1."
    edit(aids, PRICE, OTHER_PRICE)
    assert "Zet 'versie: 2'" in str(release.refusal(library.check_folder(folder, "x", TODAY)))
    edit(aids, "\ntitel:", "\ntitul:")
    assert "Er zijn nog fouten" in str(release.refusal(library.check_folder(folder, "x", TODAY)))


def test_a_file_of_an_older_format_keeps_loading(aids: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An invented format 0, in which `opties` was called `keuzes` and a mistake still points into the file."""

    def from_0(tree: dict[str, object]) -> dict[str, object]:
        return {("opties" if key == "keuzes" else key): value for key, value in tree.items()}

    edit(aids, "schema: 1", "schema: 0")
    edit(aids, "\nopties:", "\nkeuzes:")
    assert library.load(aids, "aids", TODAY).entries == {}
    real = upgrade.upgraded
    monkeypatch.setattr(upgrade, "upgraded", lambda tree: real(tree, {0: from_0}))
    found = library.load(aids, "aids", TODAY)
    assert found.problems == ()
    assert len(found.entries["klein"].aid.options) == 2
    freeze(aids)
    assert library.load(aids, "aids", TODAY).entries["klein"].at(1) is not None
    edit(aids, "soort: behandelen", "soort: toveren")
    assert [problem.rule for problem in library.load(aids, "aids", TODAY).problems] == ["onbekende-waarde"]


def test_an_unknown_format_stays_as_it_is() -> None:
    assert upgrade.upgraded(["geen", "kaart"]) == ["geen", "kaart"]
    assert upgrade.upgraded({"schema": "1"}, {0: dict}) == {"schema": "1"}


def test_every_shipped_aid_has_its_version_frozen() -> None:
    found = shipped()
    assert len(found.entries) >= 3
    for entry in found.entries.values():
        assert entry.at(entry.aid.version) is not None, entry.slug
        assert source.read(AIDS / entry.slug / "versies" / "index.yaml", "x").problems == ()
