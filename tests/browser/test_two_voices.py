"""A sheet each: what one filled in stays out of sight of the other until "Laat zien" (ADR 22)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser import checks
from tests.browser.conftest import Visitor
from tests.browser.talking import FIRST, PAIN, SECRET, add_goal, child_fills_in, in_sight

pytestmark = pytest.mark.walk


@pytest.fixture
def caching_page(browser_type: BrowserType, browser_type_launch_args: dict[str, Any], server: str) -> Iterator[Page]:
    """A page of a browser that keeps whole pages for Back and Forward."""
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    yield browser.new_context(base_url=server, viewport={"width": 360, "height": 740}).new_page()
    browser.close()


@pytest.mark.parametrize("keeping", [False, True], ids=["tab", "device"])
def test_the_parent_cannot_come_upon_the_sheet_of_the_child(caching_page: Page, *, keeping: bool) -> None:
    page = caching_page
    page.add_init_script("window.addEventListener('pageshow', e => { window.wasCached = e.persisted })")
    if keeping:
        page.goto(f"{PAIN}/wissen?voor=kind")
        page.locator("[data-keep]").check()
    child_fills_in(page)
    page.goto(f"{PAIN}/samenvatting?voor=kind")
    assert SECRET in in_sight(page)
    page.goto(f"{PAIN}/samen")
    page.goto(f"{PAIN}/doelen?voor=ouder")
    add_goal(page, "Een rustige avond")
    cached = seen = 0
    for _ in range(3):
        page.go_back(wait_until="commit")
        checks.until(page, "window.wasCached !== undefined")
        cached += page.evaluate("window.wasCached ? 1 : 0")
        assert not re.search("zwaluw", in_sight(page)), page.url
        if "voor=kind" in page.url:
            assert not page.locator("[data-answer]:checked, [data-goal]:checked").count()
            seen += 1
    assert seen == 2
    assert cached >= 1, "the page cache must have been on for this test to prove anything"
    for _ in range(3):
        page.go_forward(wait_until="commit")
        assert not re.search("zwaluw", in_sight(page)), page.url
    no_other_way_in(page)


def no_other_way_in(page: Page) -> None:
    """The file, the summary, paper and a new tab show nothing either; only the owner's tap opens the sheet."""
    page.goto(f"{PAIN}/wissen?voor=ouder")
    with page.expect_download() as file:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert "zwaluw" not in Path(file.value.path()).read_text(encoding="utf-8")
    for address in (
        "samenvatting?voor=kind",
        "samenvatting?voor=ouder",
        "samenvatting",
        "samen",
        "vergelijken?voor=kind",
    ):
        page.goto(f"{PAIN}/{address}")
        page.reload()
        assert not re.search("zwaluw", in_sight(page)), address
        assert not re.search("zwaluw", checks.printed_text(page)), address
    tab = page.context.new_page()
    tab.goto(f"{PAIN}/belangrijk/eigen?voor=kind")
    assert not re.search("zwaluw", in_sight(tab))
    page.goto(f"{PAIN}/belangrijk/eigen?voor=kind")
    expect(page.get_by_text("Dit blad is dicht.")).to_be_visible()
    page.get_by_role("button", name="Dit is mijn blad. Open het.").click()
    assert SECRET in in_sight(page)
    page.goto(f"{PAIN}/belangrijk/{FIRST}?voor=ouder")
    expect(page.get_by_text("Dit blad is dicht.")).to_be_visible()


def test_a_change_in_another_tab_does_not_show_a_closed_sheet(visitor: Visitor) -> None:
    page = visitor.visit(f"{PAIN}/wissen?voor=kind").page
    page.locator("[data-keep]").check()
    child_fills_in(page)
    parent = visitor.another_tab(page.context, f"{PAIN}/doelen?voor=ouder").page
    add_goal(parent, "Een rustige avond")
    checks.until(page, "!document.querySelector('[data-notice=closed]').hidden")
    assert not re.search("zwaluw", in_sight(page))
    expect(page.locator("[data-own]")).to_be_hidden()


def test_the_code_is_of_one_person(visitor: Visitor) -> None:
    page = visitor.visit("/k/hernia/besluit/keuze?stem=ik").page
    page.get_by_label("Operatie").check()
    page.goto("/k/hernia/besluit/keuze?stem=partner")
    page.get_by_label("Afwachten").check()
    page.goto("/k/hernia/samenvatting?stem=partner")
    mine = page.locator("[data-code]").inner_text()
    page.goto("/k/hernia/samenvatting?stem=ik")
    page.get_by_role("button", name="Dit is mijn blad. Open het.").click()
    checks.until(page, "code => document.querySelector('[data-code]').innerText !== code", mine)
    assert mine
    assert "Operatie" in page.locator("[data-leaning]:visible").inner_text()


def test_leaving_at_once_goes_to_a_neutral_page(visitor: Visitor) -> None:
    visit = visitor.visit("/gesprek/doelen?stem=kind")
    page = visit.page
    link = page.get_by_role("link", name="Snel weg")
    neutral = link.get_attribute("href")
    assert neutral
    assert neutral.startswith("https://")
    # No test asks anyone else for a page, so a page of our own stands in for the neutral one.
    link.evaluate("(link, other) => { link.href = other }", f"{visitor.server}/icon.svg")
    before = page.evaluate("history.length")
    checks.follow(link)
    assert page.url.endswith("/icon.svg")
    assert page.evaluate("history.length") == before
    page.go_back()
    assert page.url == "about:blank"
