"""A child, a parent and someone who reads English, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import checks
from tests.browser.conftest import CTS, Visitor

BELLY = "/k/buikpijn-bij-kinderen"
CHILD, ENGLISH = "voor=kind", "taal=en"


@pytest.mark.walk
def test_a_child_walks_from_the_start_to_a_summary_in_its_own_words(visitor: Visitor) -> None:
    visit = visitor.visit(f"{BELLY}/start")
    page = visit.page
    checks.follow(page.get_by_role("link", name="Ik ben een kind"))
    assert page.get_by_role("link", name="Ik ben een kind").get_attribute("aria-current") == "true"
    expect(page.get_by_text("Dan beslis je samen met je ouders.")).to_be_visible()
    seen = []
    while page.get_by_role("link", name="Verder").count():
        seen.append(page.url)
        assert CHILD in page.url
        assert page.locator("html").get_attribute("data-voor") == "kind"
        # On the page with questions the child speaks to a doctor, and says u.
        if "/vragen" not in page.url:
            assert not re.search(r"\b[Uu]w?\b", page.locator("main").inner_text()), page.url
        checks.fits_the_width(page)
        if page.url.split("?")[0].endswith("/belangrijk/school"):
            page.get_by_label("Heel belangrijk").check()
        checks.follow(page.get_by_role("link", name="Verder"))
    assert len(seen) >= 20
    assert page.url.endswith(f"/samenvatting?{CHILD}")
    question = "Hoe belangrijk is het voor jou om weer naar school en sport te kunnen?"
    expect(page.get_by_text(question, exact=True)).to_be_visible()
    assert not [sent for sent in visit.sent if "heel" in sent.lower()]


@pytest.mark.walk
def test_english_keeps_the_page_and_leads_through_the_walk(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/belangrijk/slapen").page
    page.get_by_label("Heel belangrijk").check()
    checks.follow(page.get_by_role("link", name="English"))
    assert page.url.endswith(f"/belangrijk/slapen?{ENGLISH}")
    # The same question has the same number, so the answer is there.
    assert page.get_by_label("Very important").is_checked()
    checks.follow(page.get_by_role("link", name="Continue"))
    checks.follow(page.get_by_role("link", name="Summary", exact=True).first)
    expect(page.get_by_text("How important is it to you to sleep well again?", exact=True)).to_be_visible()
    checks.no_axe_violations(page)
    assert "Wat voor mij telt" not in page.locator("body").inner_text()


@pytest.mark.walk
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_from_right_to_left_fits_and_begins_at_the_right(visitor: Visitor, width: int) -> None:
    pages = ("start", "opties/spalk", "vergelijken", "belangrijk/slapen", "samenvatting", "alles", "keuzekaart")
    for name in pages:
        page = visitor.visit(f"{CTS}/{name}?{ENGLISH}", width).page
        page.evaluate("document.documentElement.dir = 'rtl'")
        checks.fits_the_width(page)
        assert page.evaluate("document.documentElement.scrollLeft") == 0
        box = page.locator(".kh-name").bounding_box()
        assert box
        assert box["x"] + box["width"] >= 0.7 * width, name
