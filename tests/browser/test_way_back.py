"""What a mistaken tap must not cost: a way back to the summary, a question before wiping; and paper that holds."""

import pytest
from playwright.sync_api import expect

from tests.browser import checks
from tests.browser.answering import stored
from tests.browser.conftest import CTS, Visitor
from tests.browser.talking import PAIN

pytestmark = pytest.mark.walk


def test_wiping_asks_first_and_no_keeps_everything(visitor: Visitor) -> None:
    visit = visitor.visit(f"{CTS}/belangrijk/slapen")
    page = visit.page
    page.get_by_label("Heel belangrijk").check()
    page.goto(f"{CTS}/wissen")
    before, sure = stored(page), page.get_by_role("group", name="Weet u het zeker?")
    for scope in ("in deze keuzehulp", "in alle keuzehulpen"):
        button = page.get_by_role("button", name=scope)
        for spare in ("Enter", "Escape"):
            button.focus()
            page.keyboard.press("Enter")
            expect(sure).to_be_focused()
            expect(sure.get_by_text(f"antwoorden {scope} gaan weg.")).to_be_visible()
            expect(button).to_be_hidden()
            if spare == "Enter":
                page.keyboard.press("Tab")
                page.keyboard.press("Tab")
                expect(sure.get_by_role("button", name="Nee, laat alles staan")).to_be_focused()
            page.keyboard.press(spare)
            expect(sure).to_be_hidden()
            expect(button).to_be_focused()
            assert stored(page) == before
    page.get_by_role("button", name="in deze keuzehulp").click()
    checks.no_axe_violations(page)
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Uw antwoorden zijn gewist.")).to_be_focused()
    assert "antwoorden" not in stored(page)
    assert not visit.complaints


@pytest.mark.parametrize("width", [320, 1280])
def test_from_the_summary_to_a_question_and_back(visitor: Visitor, width: int) -> None:
    visit = visitor.visit(f"{CTS}/belangrijk/slapen", width=width)
    page = visit.page
    page.get_by_label("Heel belangrijk").check()
    back = page.get_by_role("link", name="Terug naar uw samenvatting")
    expect(back).to_have_count(0)
    page.goto(f"{CTS}/samenvatting")
    addresses = {str(link.get_attribute("href")) for link in page.locator(".kh-change").all()}
    assert len(addresses) >= 8
    for address in sorted(addresses):
        page.goto(address)
        expect(back).to_have_count(2)
        expect(back.first).to_be_in_viewport()
    checks.no_axe_violations(page)
    page.emulate_media(media="print")
    expect(back).to_have_count(0)
    page.emulate_media(media="screen")
    checks.follow(back.first)
    assert page.url.endswith("/samenvatting")
    assert not visit.complaints


@pytest.mark.parametrize("folder", ["/gesprek", PAIN])
def test_no_heading_stands_empty_on_the_paper_of_looking_back(visitor: Visitor, folder: str) -> None:
    page = visitor.visit(f"{folder}/terugkijken").page
    expect(page.get_by_role("heading", name="U mag van mening veranderen")).to_be_visible()
    paper = checks.printed_text(page)
    assert "mening veranderen" not in paper
    assert "Volgende keer" in paper
