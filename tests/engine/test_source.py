"""Reading a file: text stays text, places are right, and whatever is wrong is a problem at its place."""

import os
from pathlib import Path

import pytest

from engine import source
from engine.thresholds import FILE_BYTES


def ids(text: str | bytes) -> list[str]:
    raw = text if isinstance(text, bytes) else text.encode()
    return [problem.rule for problem in source.parse(raw, "x").problems]


@pytest.mark.parametrize(
    "typed",
    ["nee", "no", "on", "12:30", "010", "2026-03-01", "1.5", "0x1F", "1_000", "true", "1e3", ".inf", "=", "+5"],
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    read = source.parse(f"a: {typed}\n".encode(), "x")
    assert read.tree == {"a": typed}
    assert read.problems == ()


@pytest.mark.parametrize(
    ("typed", "value"), [("0", 0), ("7", 7), ("-3", -3), ("112", 112), ('"7"', "7"), ("'7'", "7")]
)
def test_only_a_plain_whole_number_is_a_number(typed: str, value: object) -> None:
    assert source.parse(f"a: {typed}\n".encode(), "x").tree == {"a": value}


def test_a_very_long_number_stays_text() -> None:
    digits = "9" * 5000
    assert source.parse(f"a: {digits}\n".encode(), "x").tree == {"a": digits}


def test_keys_are_text() -> None:
    assert source.parse(b"1: a\nnee: b\n", "x").tree == {"1": "a", "nee": "b"}


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"a: \xff\n", "tekenset"),
        ("a: b".encode("utf-16"), "tekenset"),
        (b"a: b\x00c\n", "onzichtbaar-teken"),
        *((f'a: "b\\x{number:02x}c"\n'.encode(), "onzichtbaar-teken") for number in (0, 0x1C, 0x1F, 0x7F, 0x85)),
        (b'a: "\\ufeff"\n', "onzichtbaar-teken"),
        (b'"a\\x1f": b\n', "onzichtbaar-teken"),
        ("a: b\u2028c\n".encode(), "onzichtbaar-teken"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "tekenset"),
        (b"a: b\rc: d\r", "regeleinde"),
        (b"", "leeg"),
        (b"# alleen een opmerking\n", "leeg"),
        (b"a: b\n" + b"#" * FILE_BYTES, "te-groot"),
        (b"a: " + b"[" * 50_000, "te-diep"),
        (b"a: " + b"{a: " * 50_000, "te-diep"),
        (b"".join(b" " * n + b"- \n" for n in range(300)), "te-diep"),
        (b"a: &x [*x]\n", "verwijsteken"),
    ],
)
def test_what_cannot_be_read_is_one_problem(raw: bytes, rule: str) -> None:
    assert rule in ids(raw)


def places(text: str) -> list[tuple[str, int]]:
    return [(problem.rule, problem.line) for problem in source.parse(text.encode(), "x").problems]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_each_pair_of_texts_that_git_left_is_one_problem(line_end: str) -> None:
    two = "<<<<<<< HEAD\na: b\n||||||| 1a2b\na: q\n=======\na: c\n>>>>>>> tak\nd: e\n"
    assert places((two + two).replace("\n", line_end)) == [("samenvoegen", 1), ("samenvoegen", 9)]
    assert places(two.removeprefix("<<<<<<< HEAD\n")) == [("samenvoegen", n) for n in (2, 4, 6)]
    assert places(two.removesuffix(">>>>>>> tak\nd: e\n")) == [("samenvoegen", 1)]


def test_what_only_looks_like_a_rest_of_a_merge_is_text() -> None:
    assert places("a: |\n  <<<<<<< HEAD\n  =======\nb: c\n# <<<<<<<\n#========\n") == []


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = source.parse(b"a: b\nc:\n  - d\n", "x")
    windows = source.parse(b"\xef\xbb\xbfa: b\r\nc:\r\n  - d\r\n", "x")
    assert windows.tree == plain.tree
    assert windows.problems == ()
    assert windows.at(("c", 0)) == plain.at(("c", 0)) == (3, 5)


def test_a_place_that_is_not_there_is_that_of_what_surrounds_it() -> None:
    read = source.parse(b"a:\n  b: c\n", "x")
    assert read.at(("a", "zoek", 3)) == read.at(("a",)) == (2, 3)
    assert read.at_key(("a", "b")) == (2, 3)
    assert read.at(()) == (1, 1)


@pytest.mark.parametrize(
    "written",
    [
        "tekst: één 👍 fout hier\n",
        'tekst: "één \\U0001F44D \\x41 fout hier"\n',
        "tekst: 'één ''👍'' fout hier'\n",
        "tekst: |\n  één 👍\n  en fout hier\n",
        "tekst: >-\n    één 👍\n\n    en dan\n    fout hier\n",
        "tekst: één 👍\n  en dan fout hier\n",
        'tekst: "één 👍 \\\n  en fout hier"\n',
        "tekst: | # opmerking\n  één\n\n    meer in\n  fout hier\n",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_offset_points_at_the_word_in_the_file(written: str, line_end: str) -> None:
    text = written.replace("\n", line_end)
    read = source.parse(text.encode(), "x")
    assert read.problems == ()
    value = read.tree["tekst"]  # type: ignore[index,call-overload]
    line, column = read.at(("tekst",), str(value).index("fout"))
    assert text.split("\n")[line - 1][column - 1 :].startswith("fout")


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    loop = tmp_path / "kring"
    loop.symlink_to(loop)
    for place in (tmp_path / "weg", tmp_path, loop):
        assert [problem.rule for problem in source.read(place, "x").problems] == ["onleesbaar"]


def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "eindeloos").symlink_to("/dev/zero")
    for name in ("pijp", "eindeloos"):
        assert [problem.rule for problem in source.read(tmp_path / name, "x").problems] == ["onleesbaar"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    big = tmp_path / "groot.yaml"
    big.write_bytes(b"a: b\n" * FILE_BYTES)
    assert [problem.rule for problem in source.read(big, "x").problems] == ["te-groot"]


def test_all_problems_are_reported_in_one_run() -> None:
    assert ids("a: *b\nc: !d e\nf:\na: g\n") == ["verwijsteken", "uitroepteken", "leeg", "dubbele-naam"]
