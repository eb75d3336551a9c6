"""Lines of a list have no name: an overlay with another number of them is told once, and nothing is guessed."""

import pytest

from engine import library, source
from engine.overlay import compare
from engine.terms import Audience
from engine.voice import Voice
from tests.conftest import ROOT, TODAY

SHIPPED = ROOT / "aids" / "buikpijn-bij-kinderen"
CHILD = Voice(audience=Audience.CHILD)
REMEDY = "Leg de twee lijsten naast elkaar. Elke regel zegt hetzelfde als daar, in dezelfde volgorde."


def said(text: str) -> list[str]:
    checked = library.check_file(SHIPPED / "keuzehulp.yaml", "keuzehulp.yaml", TODAY)
    assert checked.aid is not None
    assert checked.source.tree is not None
    found = compare(CHILD, source.parse(text.encode(), "x"), checked.aid, checked.source.tree)
    return [f"{one.message} {one.remedy} ({one.rule})" for one in found.problems]


@pytest.fixture
def child() -> str:
    text = (SHIPPED / "nl.kind.yaml").read_text(encoding="utf-8")
    assert said(text) == []
    return text


def lines_of(text: str, key: str) -> list[str]:
    """The lines under the first `key:`, up to the next name as far to the left."""
    lines = text.split("\n")
    start = next(at for at, line in enumerate(lines) if line.strip() == f"{key}:")
    indent = len(lines[start]) - len(lines[start].lstrip())
    found = []
    for line in lines[start + 1 :]:
        if line.strip() and len(line) - len(line.lstrip()) <= indent and not line.lstrip().startswith("- "):
            break
        found.append(line)
    return found


@pytest.mark.parametrize("key", ["alarm", "voordelen", "kern"])
def test_a_list_that_lost_its_first_line_is_one_problem(child: str, key: str) -> None:
    items = lines_of(child, key)
    count = sum(line.lstrip().startswith("- ") for line in items)
    second = next(at for at, line in enumerate(items[1:], 1) if line.lstrip().startswith("- "))
    text = child.replace("\n".join([f"{key}:", *items]), "\n".join([f"{key}:", *items[second:]]), 1)
    assert said(text) == [
        f"'{key}' heeft hier {count - 1} regels, en in keuzehulp.yaml {count}. {REMEDY} (overlay-aantal)"
    ]


@pytest.mark.parametrize(
    ("new", "rule"), [("  eerste: Je plast bloed.", "(overlay-vorm)"), ("  Je plast bloed.", "(overlay-vorm)")]
)
def test_a_list_that_is_no_list_is_one_problem(child: str, new: str, rule: str) -> None:
    text = child.replace("\n".join(["alarm:", *lines_of(child, "alarm")]), f"alarm:\n{new}", 1)
    assert [one[-len(rule) :] for one in said(text)] == [rule]


def test_a_list_without_anything_is_told_where_it_is_read_and_not_again(child: str) -> None:
    text = child.replace("\n".join(lines_of(child, "alarm")), "", 1).replace("alarm:", "alarm:\n", 1)
    assert [one.rsplit("(")[-1] for one in said(text)] == ["leeg)"]
