"""The pages of a professional in a real browser: codes that a real decoder reads, one sheet of paper, no trace."""

import cv2
import numpy as np
import pytest
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from tests.browser import checks
from tests.browser.conftest import Visitor

GIVE = "/zorgverlener/middenoorontsteking-bij-kinderen"
LINK = "/k/middenoorontsteking-bij-kinderen/vergelijken?opties=pijnstilling,antibiotica"
QUERY = "?opties=pijnstilling,antibiotica&pagina=vergelijken"


def decoded(picture: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> str:
    return cv2.QRCodeDetector().detectAndDecode(picture)[0]


@pytest.mark.walk
@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_the_code_on_the_screen_leads_to_the_link(visitor: Visitor, options: dict[str, str]) -> None:
    page = visitor.visit(GIVE + QUERY, 1280, device_scale_factor=2, **options).page
    shot = np.frombuffer(page.locator(".kh-qr").screenshot(), np.uint8)
    assert decoded(cv2.imdecode(shot, cv2.IMREAD_COLOR)) == visitor.server + LINK


@pytest.mark.walk
def test_the_sheet_is_one_page_and_its_code_is_40_millimetres_and_leads_to_the_link(visitor: Visitor) -> None:
    page = visitor.visit(f"{GIVE}/blad{QUERY}").page
    document = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(document) == 1
    picture = document[0].render(scale=300 / 72, grayscale=True).to_numpy()
    assert decoded(picture) == visitor.server + LINK
    page.emulate_media(media="print")
    wide = page.locator(".kh-qr").bounding_box()
    assert wide
    assert 39 <= wide["width"] / 96 * 25.4 <= 41


@pytest.mark.walk
def test_a_link_is_made_without_script(visitor: Visitor) -> None:
    page = visitor.visit("/", java_script_enabled=False).page
    checks.follow(page.get_by_role("link", name="Ik ben zorgverlener"))
    checks.follow(page.get_by_role("link", name="Middenoorontsteking bij kinderen"))
    page.get_by_label("Afwachten").uncheck()
    page.get_by_label("Uitgesteld recept").uncheck()
    page.get_by_label("Bij de verschillen").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Maak de link").click()
    assert page.locator(".kh-address a").get_attribute("href") == visitor.server + LINK


@pytest.mark.walk
def test_the_text_is_copied_and_by_hand_where_the_clipboard_is_blocked(visitor: Visitor) -> None:
    page = visitor.visit(GIVE + QUERY, permissions=["clipboard-read", "clipboard-write"]).page
    page.get_by_role("button", name="Kopieer de tekst").click()
    page.get_by_text("Gekopieerd.").wait_for()
    letter = page.evaluate("navigator.clipboard.readText()")
    assert visitor.server + LINK in letter.split("\n")
    assert "\r" not in letter
    blocked = visitor.visit(GIVE + QUERY).page
    blocked.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    blocked.get_by_role("button", name="Kopieer de tekst").click()
    blocked.get_by_text("Druk op Ctrl en C.").wait_for()
    assert blocked.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") > 100


@pytest.mark.walk
def test_a_link_of_before_a_choice_changed_cannot_be_copied(visitor: Visitor) -> None:
    page = visitor.visit(GIVE, width=1280).page
    copy = page.get_by_role("button", name="Kopieer de link")
    expect(copy).to_be_visible()
    page.get_by_label("Bij de verschillen").check()
    expect(copy).to_be_hidden()
    expect(page.locator(".kh-address")).to_be_hidden()
    expect(page.locator("#brief")).to_be_hidden()
    checks.no_axe_violations(page)
    checks.follow(page.get_by_role("status").get_by_role("button", name="Maak de link"))
    expect(page.get_by_role("button", name="Kopieer de link")).to_be_visible()
    assert page.locator(".kh-address a").inner_text().endswith("/vergelijken")
