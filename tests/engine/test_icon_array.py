"""The people in a picture are counted, as a reader would count them."""

import re
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import icon_array
from engine.model import Scale


def people(svg: str) -> list[tuple[str, int, int]]:
    """Every person drawn: how, and where. A row of ten is ten people, as its definition says."""
    found = []
    for size, mark, rest in re.findall(r'<use href="#kh-(one|ten)-(\w+)"([^/]*)/>', svg):
        at = {axis: int(value) for axis, value in re.findall(r' (x|y)="(\d+)"', rest)}
        x, y = at.get("x", 0), at.get("y", 0)
        found += [(mark, x + 10 * place, y) for place in range(10 if size == "ten" else 1)]
    return found


def test_a_row_of_ten_is_ten_people() -> None:
    for mark in (icon_array.FULL, icon_array.STRIPED, icon_array.EMPTY):
        row = re.search(rf'<g id="kh-ten-{mark}">(.*?)</g>', icon_array.DEFINITIONS)
        assert row is not None
        assert [(m, x) for m, x, _ in people(row[1])] == [(mark, 10 * place) for place in range(10)]


@given(st.sampled_from([100, 1000]).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(0, n))))
def test_the_people_drawn_are_the_counts_in_order_from_one_corner(drawn: tuple[int, int, int]) -> None:
    total, a, b = drawn
    first, second = min(a, b), max(a, b)
    for counts in ((first, total - first), (first, second - first, total - second)):
        found = people(icon_array.array(counts, "Iets."))
        assert len(found) == len({place[1:] for place in found}) == total
        expected = {mark: count for mark, count in zip(icon_array.marks(len(counts)), counts, strict=True) if count}
        assert Counter(mark for mark, _, _ in found) == expected
        # Filled from one corner, hundred by hundred and row by row, one outcome after the other.
        order = sorted(found, key=lambda one: (one[2] // 146, one[1] // 106, one[2], one[1]))
        marks = [mark for mark, _, _ in order]
        assert marks == sorted(marks, key=icon_array.marks(len(counts)).index)


@pytest.mark.parametrize("total", [100, 1000])
@pytest.mark.parametrize("away", [0, 1])
def test_none_one_all_but_one_and_all(total: int, away: int) -> None:
    for count in (away, total - away):
        marks = Counter(mark for mark, _, _ in people(icon_array.array((count, total - count), "Iets.")))
        assert (marks["full"], marks["empty"]) == (count, total - count)


@pytest.mark.parametrize("counts", [(5, 5), (1, 10_000), (101, -1), (50, 49), (0, 0)])
def test_other_totals_are_refused(counts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="no picture"):
        icon_array.array(counts, "Iets.")


def test_a_picture_says_the_sentence_and_holds_nothing_that_a_strict_policy_blocks() -> None:
    svg = icon_array.array((3, 97), 'Bij 3 van de 100 mensen is "het" <zo>.')
    assert 'role="img" aria-label="Bij 3 van de 100 mensen is &quot;het&quot; &lt;zo&gt;."' in svg
    for drawing in (svg, icon_array.DEFINITIONS, icon_array.legend("full")):
        assert not re.search(r"style|script|https?:|\bon\w+=", drawing)


def test_every_arm_is_drawn_on_the_same_scale() -> None:
    sizes = {re.search(r'viewBox="([^"]+)"', icon_array.array((n, 100 - n), "x"))[1] for n in range(101)}  # type: ignore[index]
    assert len(sizes) == 1
    scale = Scale(0, 10, "niets", "alles")
    bars = [icon_array.scale_bar(scale, Decimal(mean), "x") for mean in ("0", "2.8", "5", "10")]
    assert len({re.sub(r'<rect class="kh-full"[^>]*>', "", bar) for bar in bars}) == 1
    widths = [float(re.search(r'kh-full"[^>]* width="([\d.]+)"', bar)[1]) for bar in bars]  # type: ignore[index]
    assert widths == [0, 56, 100, 200]
