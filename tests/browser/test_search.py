"""The search box: suggestions by keyboard and by screen reader, an ordinary form without script, and nothing sent."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.browser.conftest import CTS, Visit, Visitor


def typed(visitor: Visitor, text: str, address: str = "/") -> Visit:
    """A visit where someone has typed in the search box, once the suggestions were there."""
    visit = visitor.visit(address)
    with visit.page.expect_response("**/suggesties.json"):
        visit.page.get_by_label("Wat hebt u, of wat voelt u?").focus()
    visit.page.keyboard.type(text)
    return visit


def box(page: Page) -> dict[str, str | None]:
    """What a screen reader is told about the box."""
    names = ("role", "aria-expanded", "aria-controls", "aria-autocomplete", "aria-activedescendant")
    field = page.locator("#q")
    return {name: field.get_attribute(name) for name in names}


def test_typing_shows_what_people_call_it_and_where_it_leads(visitor: Visitor) -> None:
    page = typed(visitor, "tintelende").page
    option = page.get_by_role("option").first
    expect(option).to_have_text("tintelende vingers → Carpaletunnelsyndroom")
    assert box(page) == {
        "role": "combobox",
        "aria-expanded": "true",
        "aria-controls": "q-suggestions",
        "aria-autocomplete": "list",
        "aria-activedescendant": None,
    }
    expect(page.get_by_role("status")).to_have_text(re.compile(r"suggesties?\. Kies met de pijltjes\."))
    checks.no_axe_violations(page)
    checks.fits_the_width(page)


@pytest.mark.walk
@pytest.mark.parametrize("text", ["carpaletunel", "CARPALE", "tintlende", "tintelende háńd", "nachtspalk"])
def test_a_suggestion_forgives_one_error_accents_and_capitals(visitor: Visitor, text: str) -> None:
    page = typed(visitor, text).page
    expect(page.get_by_role("option").filter(has_text="Carpaletunnelsyndroom")).to_have_count(1)


def test_the_arrows_choose_escape_closes_and_enter_opens(visitor: Visitor) -> None:
    page = typed(visitor, "carp").page
    # The file may be here sooner than the list that is made of it.
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", "q-option-0")
    assert page.get_by_role("option").first.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert box(page)["aria-expanded"] == "false"
    assert page.get_by_label("Wat hebt u, of wat voelt u?").input_value() == "carp"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert box(page)["aria-expanded"] == "true"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith(f"{CTS}/start")


def test_a_tap_opens_the_aid(visitor: Visitor) -> None:
    page = typed(visitor, "carp").page
    with page.expect_navigation():
        page.get_by_role("option").first.click()
    assert page.url.endswith(f"{CTS}/start")


def test_the_suggestions_stand_between_the_box_and_the_button(visitor: Visitor) -> None:
    page = typed(visitor, "carp").page
    places = [page.locator(name).bounding_box() for name in ("#q", "#q-suggestions", ".kh-search button")]
    tops = [place["y"] for place in places if place]
    assert len(tops) == 3
    assert tops == sorted(tops)


@pytest.mark.parametrize("touch", [False, True])
def test_the_button_stays_under_the_finger_while_suggestions_show(visitor: Visitor, *, touch: bool) -> None:
    page = visitor.visit("/", has_touch=touch).page
    with page.expect_response("**/suggesties.json"):
        page.get_by_label("Wat hebt u, of wat voelt u?").focus()
    page.keyboard.type("carp")
    expect(page.get_by_role("option").first).to_be_visible()
    place = page.locator(".kh-search button").bounding_box()
    assert place
    middle = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    with page.expect_navigation():
        page.touchscreen.tap(*middle) if touch else page.mouse.click(*middle)
    assert page.url.endswith("/zoeken?q=carp")


def test_the_suggestions_close_when_someone_taps_beside_them(visitor: Visitor) -> None:
    page = typed(visitor, "carp").page
    page.locator("h1").click()
    expect(page.get_by_role("option").first).to_be_hidden()


def test_enter_without_a_choice_searches(visitor: Visitor) -> None:
    page = typed(visitor, "tintelnde vigners").page
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/zoeken?q=tintelnde+vigners")
    expect(page.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("address", ["/", "/zoeken?q=hand"])
def test_no_keystroke_leaves_the_device(visitor: Visitor, address: str) -> None:
    visit = visitor.visit(address)
    field = visit.page.get_by_label("Wat hebt u, of wat voelt u?")
    with visit.page.expect_response("**/suggesties.json"):
        field.focus()
    visit.page.wait_for_timeout(300)
    before = list(visit.sent)
    field.fill("")
    visit.page.keyboard.type("tintelende vingers snachts", delay=15)
    visit.page.keyboard.press("ArrowDown")
    expect(visit.page.get_by_role("option").first).to_be_visible()
    visit.page.wait_for_timeout(300)
    assert visit.sent == before
    assert sum(url.endswith("/suggesties.json") for url in visit.requests) == 1
    assert "tintelende" not in " ".join(visit.sent)
    assert visitor.private(visit)


def test_without_script_the_box_is_an_ordinary_form(visitor: Visitor) -> None:
    page = visitor.visit("/", java_script_enabled=False).page
    field = page.get_by_label("Wat hebt u, of wat voelt u?")
    assert field.get_attribute("role") is None
    field.fill("slapende hand")
    with page.expect_navigation():
        page.get_by_role("button", name="Zoeken").click()
    assert page.url.endswith("/zoeken?q=slapende+hand")
    expect(page.get_by_role("link", name="Carpaletunnelsyndroom")).to_be_visible()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_page_with_answers_may_fetch_nothing(visitor: Visitor) -> None:
    visit = visitor.visit(f"{CTS}/belangrijk/slapen")
    assert visit.page.evaluate("fetch('/suggesties.json').then(() => 'sent', () => 'refused')") == "refused"
    assert not any(url.endswith("/suggesties.json") for url in visit.requests)
