"""The pack for a group in a real browser: a sheet per part, drawings large and whole, words that can be read."""

import re

import cv2
import numpy as np
import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

from tests.aids.test_one_cell import LIBRARY
from tests.browser import checks
from tests.browser.conftest import CTS, Visitor
from tests.browser.test_matrix import MODES

PACKS = [f"/k/{slug}/groep" for slug in LIBRARY.entries]
FIRST = f"{CTS}/groep"
VOICES = ["/k/buikpijn-bij-kinderen/groep?voor=kind", "/k/buikpijn-bij-kinderen/groep?voor=ouder"]
VOICES += [f"{FIRST}?taal=en"]
# The room between the margins of a sheet, in CSS pixels and in millimetres.
SHEET_PIXELS, SHEET_WIDTH = 718, 190
# Width in millimetres of every drawing with how many stand beside it, and of how many people it is.
DRAWINGS = """() => [...document.querySelectorAll('.kh-drawn svg.kh-people')].map(e => ({
  width: e.getBoundingClientRect().width / 96 * 25.4,
  arms: e.closest('.kh-arms').children.length,
  many: e.classList.contains('kh-many'),
  letters: parseFloat(getComputedStyle(e.closest('.kh-arm').querySelector('.kh-count')).fontSize) / 96 * 72,
}))"""
# Where drawings that stand beside each other begin.
TOPS = """rows => rows.map(row => [...row.querySelectorAll('svg.kh-people:not(.kh-many)')]
  .map(e => e.getBoundingClientRect().top))"""


def sheets(page: Page) -> list[str]:
    """What stands on each printed sheet, white space folded."""
    document = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    found = (sheet.get_textpage().get_text_range() for sheet in document)
    return [" ".join(text.replace("\ufffe", "").replace("\xad", "").split()) for text in found]


def letters(text: str) -> str:
    """Only the letters and digits: a printed line may break anywhere."""
    return re.sub(r"\W", "", text)


@pytest.mark.walk
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("address", ["/k/statines/groep", VOICES[0]])
def test_a_pack_is_accessible_in_every_mode_and_width(visitor: Visitor, address: str, mode: str) -> None:
    visit = visitor.visit(address, 320, **MODES[mode])
    for width in (320, 360, 1280):
        visit.page.set_viewport_size({"width": width, "height": 740})
        visit.page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
        checks.no_axe_violations(visit.page)
        checks.fits_the_width(visit.page)
        checks.targets_are_large(visit.page)
    assert visitor.private(visit)


@pytest.mark.parametrize(
    "address", [FIRST, *(pytest.param(one, marks=pytest.mark.walk) for one in PACKS + VOICES if one != FIRST)]
)
def test_each_part_is_one_sheet_also_without_script(visitor: Visitor, address: str) -> None:
    page = visitor.visit(address, java_script_enabled=False).page
    parts = page.locator(".kh-leaf").all()
    # The words of an explanation that only a screen shows are not on paper.
    titles = [part.locator("h1, h2").first.inner_text() for part in parts]
    counted = [part.locator(".kh-count").all_inner_texts() for part in parts]
    found = sheets(page)
    assert len(parts) == len(found) >= 6
    for number, (text, title, counts) in enumerate(zip(found, titles, counted, strict=True), start=1):
        assert letters(title) in letters(text), address
        assert not [count for count in counts if letters(count) not in letters(text)], (address, title)
        assert f"{number} van {len(found)}" in text
        assert re.search(r"(Versie|Version) \d+ (van|of) \d+ (november|November) 2026", text), (address, title)
        if "taal=en" not in address:
            assert "Sam is verzonnen. Dit is een proef." in text
    assert re.search("Wanneer belt u[?]|Wanneer bel je[?]|When do you call[?]", found[-1])


@pytest.mark.walk
def test_drawings_can_be_seen_from_across_a_table(visitor: Visitor) -> None:
    page = visitor.visit(PACKS[0]).page
    page.set_viewport_size({"width": SHEET_PIXELS, "height": 1000})
    page.emulate_media(media="print")
    seen = 0
    for address in PACKS:
        page.goto(address)
        for one in page.evaluate(DRAWINGS):
            # The smallest person is as tall as this line of text, but where it is one of a thousand.
            least = 110 if one["many"] else min(75, SHEET_WIDTH / one["arms"] - 8)
            assert one["width"] >= least, (address, one)
            assert one["letters"] >= 15, (address, one)
            seen += 1
        for row in page.locator(".kh-drawn .kh-arms").evaluate_all(TOPS):
            assert not row or max(row) - min(row) < 1, (address, "side by side, at one height")
    assert seen >= 35


@pytest.mark.walk
def test_the_code_on_the_last_sheet_leads_to_the_aid(visitor: Visitor) -> None:
    page = visitor.visit(FIRST, 1280).page
    document = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    picture = document[len(document) - 1].render(scale=300 / 72, grayscale=True).to_numpy()
    assert isinstance(picture, np.ndarray)
    read = cv2.QRCodeDetector().detectAndDecode(picture)[0]
    assert read == visitor.server + FIRST.replace("/groep", "/start")
