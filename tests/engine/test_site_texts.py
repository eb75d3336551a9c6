"""The texts about a site itself are held against what their pages and RFC 9116 ask, at their place."""

from pathlib import Path

import pytest

from engine import library
from engine.library import site_texts
from engine.paths import AIDS
from tests.conftest import TODAY

GOOD = {
    "over.md": "# Over deze site\n\nHet ziekenhuis van Verzonnen beheert deze site.\n",
    "security.txt": "# Meld een lek.\nContact: mailto:veilig@voorbeeld.nl\nExpires: 2027-10-01T00:00:00Z\n",
}


def report(aids: Path) -> list[str]:
    found = [one for one in library.load(aids, "aids", TODAY).problems if "_site" in one.file]
    return [f"{one.file.rsplit('/', 1)[1]}:{one.line}:{one.column}:{one.level}:{one.rule}" for one in found]


def write(aids: Path, **changed: str | bytes) -> None:
    (aids / "_site").mkdir(exist_ok=True)
    for name, content in {**GOOD, **{name.replace("_", "."): text for name, text in changed.items()}}.items():
        (aids / "_site" / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def test_the_shipped_texts_and_good_ones_have_no_problem(aids: Path) -> None:
    assert sorted(file.name for file in (AIDS / "_site").iterdir()) == sorted(f"{n}.md" for n in site_texts.PAGES)
    assert list(site_texts.problems(AIDS, "aids", TODAY)) == []
    assert report(aids) == []
    write(aids)
    assert report(aids) == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("over_md", "Over deze site\n\nTekst.\n", ["over.md:1:1:fout:titel"]),
        ("over_md", "", ["over.md:1:1:fout:titel", "over.md:1:1:fout:leeg"]),
        ("over_md", "# Kop\n", ["over.md:1:1:fout:leeg"]),
        ("nummers_md", "# Bel ons\n\n- Overdag: 030-1234567.\n", []),
        ("nummers_md", "# Bel ons\n", ["nummers.md:1:1:fout:leeg"]),
        ("nummers_md", f"# Bel ons\n\n{'Bel ons. ' * 120}\n", ["nummers.md:1:1:fout:te-groot"]),
        ("nummers_md", "# Bel ons\n\nTekst.\n\n## Avond\n\nTekst.\n", ["nummers.md:5:1:fout:opmaak"]),
        ("over_md", b"# Kop\n\nb\xff\n", ["over.md:3:2:fout:tekenset"]),
        ("over_md", "# Kop\n\nMail ons indien nodig.\n", ["over.md:3:10:let op:WOORD-FORMEEL"]),
        ("over_md", "# Kop\n\n<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> b\n", ["over.md:3:1:fout:samenvoegen"]),
        ("over_md", "# TODO kop\n\nTekst.\n\nTODO: adres.\n", ["over.md:1:3:fout:todo", "over.md:5:1:fout:todo"]),
        ("over_md", "# Kop\n\nBel <b>ons</b>.\n", ["over.md:3:5:fout:opmaak", "over.md:3:11:fout:opmaak"]),
        ("over_md", "# Kop\n\nKijk op [Hier](javascript:alert(1)).\n", ["over.md:3:9:fout:opmaak"]),
        ("over_md", "# Kop\n\n![Foto](https://x.example/a.png)\n", ["over.md:3:1:fout:opmaak"]),
        ("over_md", "# Kop\n\nTekst.\n\n# Kop\n\nTekst.\n", ["over.md:5:1:fout:opmaak"]),
        ("over_md", "# Kop\n\n## Deel\n\nTekst.\n\n### Deel\n\nTekst.\n", ["over.md:7:1:fout:opmaak"]),
        (
            "over_md",
            "# **Kop**\n\n## Een *deel*\n\nDit is **vet**.\n",
            ["over.md:1:3:fout:opmaak", "over.md:3:8:fout:opmaak"],
        ),
        (
            "over_md",
            "# Kop\n\n| Maandag | open |\n|---|---|\n",
            ["over.md:3:1:fout:opmaak", "over.md:4:1:fout:opmaak"],
        ),
        ("over_md", "# Kop\n\nSoms is het druk.\n", []),
        ("over_md", "# Kop\n\n" + "a" * 2_000_000, ["over.md:1:1:fout:te-groot"]),
        ("over_md", "# Kop\n\n" + "a " * 40_000, ["over.md:1:1:fout:te-groot"]),
        ("anders_md", "# Kop\n\nTekst.\n", ["anders.md:1:1:fout:onbekend-bestand"]),
        ("security_txt", "", ["security.txt:1:1:fout:ontbreekt"] * 2),
        ("security_txt", "Contact: mailto:a@b.nl\n", ["security.txt:1:1:fout:ontbreekt"]),
        (
            "security_txt",
            "Contact: a@b.nl\nExpires: morgen\n",
            ["security.txt:1:10:fout:schrijfwijze", "security.txt:2:10:fout:datum"],
        ),
        (
            "security_txt",
            "Contact: tel:+31-20-1234567\nExpires: 2026-11-22T23:59:59Z\n",
            ["security.txt:2:10:fout:verouderd"],
        ),
        (
            "security_txt",
            "Contact: https://voorbeeld.nl/lek\r\nexpires: 2026-12-10T00:00:00.000Z\r\n",
            ["security.txt:2:10:let op:verouderd"],
        ),
        (
            "security_txt",
            "Contact: mailto:a@b.nl\nExpires: 2029-01-01T00:00:00+01:00\n",
            ["security.txt:2:10:let op:verouderd"],
        ),
    ],
)
def test_each_mistake_is_told_at_its_place(aids: Path, name: str, text: str | bytes, expected: list[str]) -> None:
    write(aids, **{name: text})
    assert sorted(report(aids)) == sorted(expected)


@pytest.mark.parametrize("day", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"])
def test_a_day_that_no_calendar_holds_is_told(aids: Path, day: str) -> None:
    write(aids, security_txt=f"Contact: mailto:a@b.nl\nExpires: {day}\n")
    assert report(aids) == ["security.txt:2:10:fout:datum"]


def test_texts_that_are_no_folder_hide_nothing(aids: Path) -> None:
    (aids / "_site").write_text("x")
    assert list(library.load(aids, "aids", TODAY).entries) == ["klein"]


def test_a_broken_text_keeps_no_aid_from_readers(aids: Path) -> None:
    write(aids, over_md=b"\xff")
    assert list(library.load(aids, "aids", TODAY).entries) == ["klein"]
