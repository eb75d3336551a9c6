"""Mijn plaatje on paper and under strain: every size, the largest sheet, hostile words, no script."""

import pytest
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from tests.browser import checks
from tests.browser.conftest import Visitor
from tests.browser.networking import PAGES, SECRET, SHEET, fill_in, full, put

pytestmark = pytest.mark.walk
PAPERS = {"a4": (210, 297), "a4l": (297, 210), "a3": (297, 420), "a3l": (420, 297)}
POINTS = 72 / 25.4


@pytest.mark.parametrize(("themes", "people"), [(0, 0), (1, 0), (8, 6), (40, 30)])
def test_every_size_of_paper_has_one_page(visitor: Visitor, themes: int, people: int) -> None:
    page = visitor.visit(f"{SHEET}/start").page
    put(page, full(themes, people))
    page.goto(f"{SHEET}/afdrukken")
    for value, (width, height) in PAPERS.items():
        page.locator(f"[data-paper][value={value}]").check()
        document = PdfDocument(page.pdf(prefer_css_page_size=True))
        assert len(document) == 1, (value, len(document))
        assert [round(side / POINTS) for side in document[0].get_size()] == [width, height]
        text = document[0].get_textpage().get_text_range()
        assert "112" in text
        assert "proef" in text
        if themes == 8:
            assert "Paardrijden 0" in " ".join(text.split())
    checks.no_axe_violations(page)


def test_the_largest_sheet_is_whole_in_the_list_and_in_the_drawing(visitor: Visitor) -> None:
    visit = visitor.visit(f"{SHEET}/start", 320)
    page = visit.page
    put(page, full(40, 30, "‮Noor " + "x" * 50))
    page.goto(f"{SHEET}/plaatje")
    assert page.locator("details.kh-area").count() == 40
    assert page.locator("[data-people] li").count() == 30
    assert page.locator("[data-picture=nu] svg > g").count() == 71
    assert page.locator("[data-left-out]").is_hidden()
    page.get_by_label("Iets anders").fill("Nog een")
    page.get_by_role("button", name="Zet dit erbij").click()
    expect(page.get_by_text("Er staan er al 40.")).to_be_visible()
    checks.fits_the_width(page)
    checks.no_axe_violations(page)
    assert not visit.complaints


def test_words_of_readers_are_only_text(visitor: Visitor) -> None:
    visit = visitor.visit(f"{SHEET}/start")
    page = visit.page
    bad = "<img src=x onerror=alert(1)>"
    sheet = full(1, 1, bad)
    sheet["plaatje"]["themas"][0].update(naam=bad, anders=bad)
    sheet["plaatje"]["mensen"][0].update(naam=bad)
    sheet["proberen"] = [bad]
    sheet["toen"] = {"op": "2026-11-01T10:00:00Z", "plaatje": sheet["plaatje"]}
    sheet["vertellen"] = {"voor": bad, "delen": ["naam", "plaatje", "mensen", "proberen", f"thema:{bad}"]}
    put(page, sheet)
    for name in PAGES:
        page.goto(f"{SHEET}/{name}")
        assert not page.locator("main img").count(), name
    assert not visit.complaints


def test_only_what_is_ticked_is_told(visitor: Visitor) -> None:
    page = visitor.visit(f"{SHEET}/start").page
    fill_in(page)
    page.goto(f"{SHEET}/vertellen")
    assert page.locator("[data-told]").is_hidden()
    assert not page.locator("[data-parts] :checked").count()
    page.get_by_label("Voor wie is dit?").fill("Juf Anja")
    page.get_by_label("De tekening").check()
    page.get_by_label("School", exact=True).check()
    told = page.locator("[data-told]")
    assert "Minder druk in de zwaluwklas." in told.inner_text()
    assert "Juf Anja" in told.inner_text()
    shown = told.locator("svg text").all_text_contents()
    assert "School" in shown
    for word in ("Thuis", "Mama", SECRET):
        assert word not in told.inner_text()
        assert word not in shown
    paper = checks.printed_text(page)
    assert "Minder druk in de zwaluwklas." in paper
    assert "Mama" not in paper
    assert checks.printed_pages(page) == 1
    checks.no_axe_violations(page)
    page.reload()
    assert page.get_by_label("De tekening").is_checked()


@pytest.mark.parametrize("scheme", ["dark", "forced"])
def test_the_drawing_can_be_read_in_other_colours(visitor: Visitor, scheme: str) -> None:
    options = {"color_scheme": "dark"} if scheme == "dark" else {"forced_colors": "active"}
    page = visitor.visit(f"{SHEET}/start", **options).page
    fill_in(page)
    checks.no_axe_violations(page)


def test_without_a_script_there_is_a_sheet_for_a_pen(visitor: Visitor) -> None:
    page = visitor.visit(f"{SHEET}/plaatje", java_script_enabled=False).page
    checks.follow(page.get_by_role("link", name="Vul alles in op één bladzijde en druk die af"))
    assert page.locator("h1").inner_text() == "Een leeg plaatje op papier"
    assert page.locator(".kh-blank-sheet tr").count() >= 13
    assert checks.printed_pages(page) == 1
