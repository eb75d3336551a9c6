"""Every number of every aid is the same in sentence, picture and table, on the comparison and on the print page."""

import re
from collections import Counter
from html import unescape

import pytest

from engine import language, library
from engine.model import Aid, OutcomeRow
from tests.conftest import ROOT, TODAY, shipped
from tests.engine.test_icon_array import people
from web.app import create_app

LIBRARY = shipped()
EXAMPLE = library.check_file(ROOT / "aids" / "_voorbeeld" / "keuzehulp.yaml", "x", TODAY).aid
PAGES = ("vergelijken", "alles")


def blocks(html: str) -> dict[str, str]:
    """The blocks of numbers on a page, by the id of the row."""
    parts = re.split(r'<div class="kh-row" id="rij-([^"]+)">', html)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"</?(?:strong|a|dfn|span)\b[^>]*>", "", html)).split())


def table(block: str) -> tuple[list[str], list[list[str]]]:
    found = re.search(r'<table class="kh-counts">.*?</table>', block, re.DOTALL)
    assert found
    head, *body = re.findall(r"<tr>(.*?)</tr>", found[0], re.DOTALL)
    names = [unescape(name) for name in re.findall(r"<th[^>]*>(.*?)</th>", head)]
    return names[1:], [re.findall(r"<td>(.*?)</td>", row) for row in body]


def check_row(row: OutcomeRow, block: str) -> int:
    """Looks at every cell of a row and says how many there were."""
    columns, body = table(block)
    assert columns == [arm.name for arm in row.arms]
    pictures = re.findall(r'<svg class="kh-people.*?</svg>', block, re.DOTALL)
    assert len(pictures) == (len(row.arms) if row.denominator <= 1000 else 0)
    marks = ("full", "empty") if len(row.outcomes) == 2 else ("full", "striped", "empty")
    text, cells = plain(block), 0
    for place, arm in enumerate(row.arms):
        drawn = Counter(mark for mark, _, _ in people(pictures[place])) if pictures else None
        for number, outcome in enumerate(row.outcomes):
            count = arm.counts[outcome.id]
            sentence = str(language.count_sentence(count, row.denominator, row.who, outcome.clause, "nl"))
            assert sentence in text
            assert body[number][place] == language.number(count, "nl")
            if drawn is not None:
                assert drawn[marks[number]] * row.denominator == count * sum(drawn.values())
                assert sentence in unescape(pictures[place])
            cells += 1
    return cells


def check_page(aid: Aid, html: str) -> int:
    found, cells = blocks(html), 0
    assert list(found) == [row.id for row in aid.studies]
    for row in aid.rows:
        block = found[row.id]
        assert len(set(re.findall(r'href="[^"]*/bronnen[^"]*#bron-([^"]+)"', block))) == (
            0 if "kh-counts" not in block else 1
        ), "a block is one study"
        if "kh-counts" in block:
            cells += check_row(row, block)
    for scaled in aid.scale_rows:
        if "kh-counts" in found[scaled.id]:
            columns, (means,) = table(found[scaled.id])
            assert columns == [arm.name for arm in scaled.arms]
            for arm, mean in zip(scaled.arms, means, strict=True):
                assert mean == language.number(arm.mean, "nl")
                assert plain(found[scaled.id]).count(str(language.mean_sentence(arm, "nl"))) >= 2
                cells += 1
    return cells


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("slug", sorted(LIBRARY.entries))
def test_every_cell_says_the_same_everywhere(slug: str, page: str) -> None:
    aid = LIBRARY.entries[slug].aid
    html = create_app(LIBRARY, today=lambda: TODAY, with_trial=True).test_client().get(f"/k/{slug}/{page}")
    expected = sum(len(row.arms) * len(row.outcomes) for row in aid.rows if not (row.sensitive and page == "alles"))
    expected += sum(len(row.arms) for row in aid.scale_rows if not (row.sensitive and page == "alles"))
    assert expected >= 8
    assert check_page(aid, html.get_data(as_text=True)) == expected
