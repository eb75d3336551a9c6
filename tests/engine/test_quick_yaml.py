"""The quick reader of YAML reads what the reference reads, is silent, and is only used where it may (ADR 31)."""

import os
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import library, quick_yaml, source, yaml_reader
from engine.paths import AIDS
from engine.problem import errors
from tests.conftest import FIXTURES, TODAY, shipped
from tests.engine.test_versions import edit, freeze
from web import updating

# What editors type by accident, and what YAML takes for more than text.
SIGNS = (
    *("'", '"', ":", "#", "-", "?", "&", "*", "!", "|", ">", "%", "@", "`", "{", "}", "[", "]", ",", "\t", " ", "\n"),
    *("~", "\n  ", "\n\n", " #", ": ", "- ", "''", '""', "é", "0", "null", "true", "1.0", ".5", "0x1", "yes", ">-\n"),
    *("|+\n", "|2\n", "\\n", "\\", "\u2003", "e3", "---\n", "...\n", "? ", "<<", "👍", "1_000", "+5", "-0", "010"),
)


def pieces(times: int, seed: int) -> list[str]:
    """Pieces of real content files, each broken in a place or three."""
    chance = random.Random(seed)
    texts = [file.read_text(encoding="utf-8").splitlines(keepends=True) for file in sorted(AIDS.rglob("*.yaml"))]
    assert len(texts) >= 50
    found = []
    for _ in range(times):
        lines = chance.choice(texts)
        start = chance.randrange(len(lines))
        taken = lines[start : start + chance.randrange(2, 20)]
        indent = len(taken[0]) - len(taken[0].lstrip(" "))
        piece = "".join(line[indent:] if not line[:indent].strip() else line for line in taken)
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(piece) + 1)
            if chance.random() < 0.7:
                piece = piece[:place] + chance.choice(SIGNS) + piece[place:]
            else:
                piece = piece[:place] + piece[place + chance.randrange(1, 4) :]
        found.append(f"x:\n{piece}" if piece.startswith("-") else piece)
    return found


def test_both_read_the_same_in_every_content_file() -> None:
    read = 0
    for file in sorted([*AIDS.rglob("*.yaml"), *FIXTURES.rglob("*.yaml")]):
        found = source.read(file, file.name)
        if errors(found.problems):
            continue
        quick = quick_yaml.tree(found.text)
        assert quick in (None, found.tree), file
        read += quick is not None
    assert read >= 150


def test_every_frozen_version_here_is_read_quickly() -> None:
    files = sorted(AIDS.glob("*/versies/*/*.yaml"))
    assert len(files) >= 20
    assert [file for file in files if quick_yaml.tree(file.read_text(encoding="utf-8")) is None] == []


@pytest.mark.parametrize(("times", "seed"), [(3_000, 1), pytest.param(60_000, 2, marks=pytest.mark.walk)])
def test_both_read_the_same_in_whatever_an_editor_breaks(times: int, seed: int) -> None:
    good = differ = refused = 0
    for piece in pieces(times, seed):
        found = source.parse(piece.encode(), "x")
        if [one for one in errors(found.problems) if one.rule != "twee-lezingen"]:
            continue
        good += 1
        quick = quick_yaml.tree(found.text)
        refused += quick is None
        differ += quick not in (None, found.tree)
    assert good >= times // 6
    assert differ == 0
    assert refused < good / 3


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["'", '"', "", "|", ">"]))
def test_what_both_read_differently_is_a_problem(text: str, style: str) -> None:
    written = {
        "'": "a: '{}'\n".format(text.replace("'", "''")),
        '"': f'a: "{text}"\n',
        "": f"a: {text}\n",
        "|": "a: |\n  {}\n".format(text.replace("\n", "\n  ")),
        ">": "a: >\n  {}\n".format(text.replace("\n", "\n  ")),
    }[style]
    try:
        raw = written.encode()
    except UnicodeEncodeError:
        return
    for ends in (b"\n", b"\r\n"):
        found = source.parse_twice(raw.replace(b"\n", ends), "x")
        assert errors(found.problems) or source.parse_quickly(raw.replace(b"\n", ends), "x").tree == found.tree


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1",
        "a: .5\n",
        "a: 1.\n",
        "a: b \t\n",
        "---\na: 1\n",
        "a: 1\n--- \nb: 2\n",
        "- a\n",
        "a: true\n",
        "a: [null]\n",
        "a: {true: 1}\n",
        "a: [\n",
        "tekst\n",
        "a: b: c\n",
        "? [x]\n: y\n",
        "[" * 50_000 + "\n",
        "- " * 50_000 + "\n",
        "a: \ud800\n",
        "a: inf\n",
        "a: [-infinity]\n",
        "a: nan\n",
        "a: |1\n  \n     \nb: c\n",
        "a: >-2\n  \n",
    ],
)
def test_what_is_not_certain_is_left_to_the_reference(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert quick_yaml.tree(text) is None
    capfd.readouterr()
    source.parse_twice(text.encode("utf-8", "replace"), "x")
    assert capfd.readouterr() == ("", "")


def test_line_ends_and_a_mark_at_the_start_change_nothing() -> None:
    raw = b"a: |\n  een\n  twee\nb:\n  - 'drie\n\n    vier'\n"
    plain = source.parse(raw, "x").tree
    for other in (raw, b"\xef\xbb\xbf" + raw, raw.replace(b"\n", b"\r\n")):
        assert source.parse_quickly(other, "x").tree == source.parse(other, "x").tree == plain


def test_an_editor_hears_where_the_two_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"a: een\nb:\n  - twee\n  - c: drie\n    d: vier  # los\n"
    assert source.parse_twice(text, "x").problems == ()
    monkeypatch.setattr(quick_yaml, "tree", lambda _: {"a": "een", "b": ["twee", {"c": "drie", "d": "4"}]})
    (problem,) = source.parse_twice(text, "x").problems
    assert (problem.line, problem.column, problem.rule) == (5, 8, "twee-lezingen")
    monkeypatch.setattr(quick_yaml, "tree", lambda _: {"a": "een"})
    assert [(one.line, one.rule) for one in source.parse_twice(text, "x").problems] == [(1, "twee-lezingen")]


def test_a_version_that_was_frozen_before_anyone_compared_is_told_too(
    aids: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(aids, "versie: 7", "versie: 1")
    freeze(aids)
    ordinary = quick_yaml.tree
    monkeypatch.setattr(quick_yaml, "tree", lambda text: {"soort": "?"} if "soort:" in text else ordinary(text))
    found = [str(one) for one in library.check_folder(aids / "klein", "x", TODAY).problems]
    assert [one.split(": fout")[0] for one in found if "(twee-lezingen)" in one] == [
        "x/keuzehulp.yaml:2:1",
        "x/versies/1/keuzehulp.yaml:2:1",
    ]


def test_silence_ends_also_where_many_ask_at_once(capfd: pytest.CaptureFixture[str]) -> None:
    with ThreadPoolExecutor(8) as many:
        list(many.map(lambda _: source.parse_twice(b"a: 'een\ntwee'\n", "x"), range(400)))
    os.write(2, b"nog te horen")
    assert capfd.readouterr().err == "nog te horen"


def test_reading_leaves_nothing_in_memory() -> None:
    text = (AIDS / "hernia" / "keuzehulp.yaml").read_text(encoding="utf-8")

    def pages() -> int:
        for _ in range(100):
            assert quick_yaml.tree(text) is not None
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")

    first = pages()
    assert max(pages() for _ in range(3)) - first < 100 * len(text), "less than one byte in three stays"


def test_a_server_reads_frozen_files_quickly_and_others_not(aids: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(aids, "versie: 7", "versie: 1")
    freeze(aids)
    read: list[str] = []
    ordinary = yaml_reader.Reader.read

    def counted(self: yaml_reader.Reader) -> None:
        if "klein" in self.file:
            read.append(self.file)
        ordinary(self)

    monkeypatch.setattr(yaml_reader.Reader, "read", counted)
    found = library.load(aids, "aids", TODAY, {})
    assert read == ["aids/klein/versies/index.yaml"]
    assert found.entries["klein"].aid == library.load(aids, "aids", TODAY).entries["klein"].aid
    assert "aids/klein/versies/1/keuzehulp.yaml" in read, "for an editor the reference reads"


@pytest.mark.parametrize("wrong", [{"schema": "x"}, [], None])
def test_where_the_quick_reader_fails_the_reference_reads(
    aids: Path, monkeypatch: pytest.MonkeyPatch, wrong: Any
) -> None:
    edit(aids, "versie: 7", "versie: 1")
    freeze(aids)
    whole = library.load(aids, "aids", TODAY)
    monkeypatch.setattr(quick_yaml, "tree", lambda _: wrong)
    monkeypatch.setattr(source, "parse_twice", source.parse)
    found = library.load(aids, "aids", TODAY, {})
    assert found.problems == ()
    assert found.entries["klein"].aid == whole.entries["klein"].aid


def told(entry: library.Entry) -> tuple[Any, ...]:
    """All that readers can get of an aid."""
    spoken = {voice: one.aid for voice, one in entry.voices.items()}
    versions = [(one.release, one.aid, one.spoken, one.sha256) for one in entry.history.versions]
    return entry.aid, entry.sha256, spoken, versions, entry.history.releases, entry.fallback


def test_a_server_shows_every_aid_in_all_its_voices_and_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    here = shipped().entries
    assert sum(len(entry.voices) for entry in here.values()) >= 3
    assert sum(len(entry.history.versions) for entry in here.values()) >= 15
    ordinary, slowly = source.parse, list[str]()

    def counted(raw: bytes, shown: str) -> source.Source:
        slowly.append(shown)
        return ordinary(raw, shown)

    monkeypatch.setattr(source, "parse", counted)
    served = library.load(AIDS, "aids", TODAY, {})
    assert [name for name in slowly if "/versies/" in name and "index" not in name] == []
    assert list(served.entries) == list(here)
    for slug, entry in served.entries.items():
        assert told(entry) == told(here[slug]), slug
    assert (served.talks, served.networks, served.general) == (
        shipped().talks,
        shipped().networks,
        shipped().general,
    )


def test_a_voice_that_the_quick_reader_reads_otherwise_is_read_by_the_reference(
    voiced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(voiced, "versie: 7", "versie: 1")
    updating.update(voiced, "klein", TODAY, unchanged_is_right=True)
    freeze(voiced)
    whole = library.load(voiced, "aids", TODAY).entries["klein"]
    assert len(whole.voices) >= 3
    ordinary = quick_yaml.tree
    monkeypatch.setattr(source, "parse_twice", source.parse)
    monkeypatch.setattr(quick_yaml, "tree", lambda text: {"schema": 1} if "soort:" not in text else ordinary(text))
    assert told(library.load(voiced, "aids", TODAY, {}).entries["klein"]) == told(whole)
