"""Properties of the loader: nothing changes meaning silently, places are true, and nothing makes it fail."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import source

FEW = settings(max_examples=60, deadline=None)
TEXT = st.text(
    st.one_of(st.sampled_from("abc #:-'\"éë👍|>&*!%@`{}[],~0123456789\\"), st.characters(codec="utf-8")), max_size=40
)


@FEW
@given(TEXT)
def test_no_plain_scalar_changes_meaning_silently(typed: str) -> None:
    """Either the value is what stands there, or there is a problem, or it is a comment as comments should be."""
    read = source.parse(f"a: {typed}\n".encode(), "x")
    if read.problems or not isinstance(read.tree, dict) or set(read.tree) != {"a"}:
        return
    value, written = read.tree["a"], typed.strip(" \t")
    if isinstance(value, int):
        assert written.split()[0] == str(value)
    elif isinstance(value, str) and written[:1] not in "'\"|>":
        kept = written.split("\n")[0].rstrip(" \t\r")
        assert value == kept or (kept.startswith(f"{value} ") and "# " in kept + " " and " " not in value)


@FEW
@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(raw: bytes) -> None:
    read = source.parse(raw, "x")
    assert read.tree is not None or read.problems


@FEW
@given(st.text(st.sampled_from("a: -[]{}\"'\n #|>&*!?,\t\\"), max_size=80))
def test_no_text_that_looks_like_yaml_makes_it_fail(text: str) -> None:
    for problem in source.parse(text.encode(), "x").problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1
        assert problem.remedy


WORDS = st.lists(st.sampled_from(["woord", "één", "zo'n", 'a"b', "👍", "- x", "a: b", "c #d", "\\n"]), min_size=1)


@FEW
@given(WORDS, st.sampled_from(["'", '"', "|", ">", None]), st.integers(0, 200), st.booleans())
def test_a_place_points_at_the_character_it_is_about(
    words: list[str], style: str | None, number: int, windows: bool
) -> None:
    """Dump a text in any style, read it, and look up a character of its value in the file."""
    text = yaml.safe_dump({"b": 1, "a": " ".join(words)}, default_style=style, allow_unicode=True, width=30)
    text = text.replace("\n", "\r\n") if windows else text
    read = source.parse(text.encode(), "x")
    assert isinstance(read.tree, dict)
    value = str(read.tree["a"])
    offset = number % len(value)
    if value[offset] in " \n\"'\\":
        return  # folded away or escaped: about the right place is all there is
    line, column = read.at(("a",), offset)
    found = text.split("\n")[line - 1][column - 1]
    assert found == value[offset] or (style == '"' and found == "\\"), "an escaped character stands at its backslash"
