"""One page of each type, on a phone and on a computer: readable, reachable, private."""

import pytest
from playwright.sync_api import expect

from tests.browser import checks
from tests.browser.conftest import CTS, Visitor

BELLY, GIVE = "/k/buikpijn-bij-kinderen", "/zorgverlener/middenoorontsteking-bij-kinderen"
# Looked at before every commit, on a phone; the rest, and wide screens, before a change is done.
FIRST = ("/", "/zoeken?q=hand", f"{CTS}/opties/afwachten", f"{CTS}/samenvatting", f"{CTS}/keuzekaart")
OTHERS = (
    *("/keuzehulpen", "/zoeken?q=xyzzy", "/bestaat-niet", "/licenties", "/blad", "/zorgverlener/"),
    *(GIVE, f"{GIVE}/blad", "/zorgverlener/meetlat", "/zorgverlener/duokaart", "/zorgverlener/poster"),
    *(f"{CTS}/{page}" for page in ("start", "situatie", "opties", "vergelijken", "begrepen", "besluit")),
    *(f"{CTS}/{page}" for page in ("belangrijk", "belangrijk/slapen", "belangrijk/eigen")),
    *(f"{CTS}/{page}" for page in ("besluit/wie", "besluit/keuze", "besluit/zeker", "vragen", "alles", "bronnen")),
    *(f"{CTS}/{page}" for page in ("wissen", "wijzigingen", "kwaliteit", "beeld", "blad", "groep")),
    *(f"{CTS}/v/1/{page}" for page in ("start", "blad")),
)
VOICES = (f"{BELLY}/start?voor=kind", f"{BELLY}/start?voor=ouder", f"{CTS}/start?taal=en")
TYPES = (*FIRST, *OTHERS)
CASES = [
    *((address, 360) for address in FIRST),
    *(pytest.param(address, 360, marks=pytest.mark.walk) for address in (*OTHERS, *VOICES)),
    *(pytest.param(address, 1280, marks=pytest.mark.walk) for address in (*TYPES, *VOICES)),
]


@pytest.mark.parametrize(("address", "width"), CASES)
def test_a_page_is_accessible_and_private(visitor: Visitor, address: str, width: int) -> None:
    visit = visitor.visit(address, width)
    if address == "/bestaat-niet":
        assert "404" in visit.complaints.pop()
    checks.no_axe_violations(visit.page)
    checks.fits_the_width(visit.page)
    checks.targets_are_large(visit.page)
    assert visitor.private(visit)


def test_the_first_thing_on_the_keyboard_is_the_way_to_the_text(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/opties").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de tekst"
    box = page.locator(".kh-skip").bounding_box()
    assert box
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_focus_is_visible_on_every_link_of_a_page(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    seen = 0
    while True:
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "document.activeElement === document.body ? '' : getComputedStyle(document.activeElement).outlineWidth"
        )
        if not outline:
            break
        assert outline == "3px"
        seen += 1
    assert seen >= 20


def test_a_wide_screen_has_a_table_and_a_phone_has_cards_of_the_same_html(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/vergelijken").page
    cell = page.locator(".kh-words td").first
    assert cell.evaluate("e => getComputedStyle(e).display") != "table-cell"
    expect(page.locator(".kh-words tbody .kh-column").first).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(page.locator(".kh-words thead th").first).to_be_visible()
    expect(page.locator(".kh-words tbody .kh-column").first).to_be_hidden()
    widths = page.evaluate("[...document.querySelectorAll('.kh-words thead > tr > *')].map(e => e.offsetWidth)")
    assert len(widths) == 5
    assert max(widths) - min(widths) <= 1
