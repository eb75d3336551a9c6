"""The sheets for a practice in a real browser: what is typed goes nowhere, and paper has room for a pen."""

import pytest

from tests.browser import checks
from tests.browser.conftest import Visit, Visitor

YARDSTICK, CARD = "/zorgverlener/meetlat", "/zorgverlener/duokaart"
SECRET = "Zeldzaamwoord"
# Everything that a page could have kept, besides what is on screen.
KEPT = """async () => [
  ...Object.entries(localStorage), ...Object.entries(sessionStorage), document.cookie, history.state, location.href,
  ...(await indexedDB.databases()).map((one) => one.name), ...(await caches.keys()),
].flat().filter(Boolean).join(" ")"""


def fill(visit: Visit) -> int:
    """Type in every field as someone would."""
    fields = visit.page.get_by_role("textbox").all()
    for number, field in enumerate(fields):
        field.fill(f"{SECRET} {number}")
    visit.page.keyboard.type("!")
    visit.page.keyboard.press("Tab")
    return len(fields)


@pytest.mark.parametrize(("address", "fields"), [(YARDSTICK, 9), (CARD, 11)])
def test_what_is_typed_is_in_no_request_and_in_no_storage(visitor: Visitor, address: str, fields: int) -> None:
    visit = visitor.visit(address)
    visit.page.wait_for_load_state("networkidle")
    before = len(visit.requests)
    assert fill(visit) == fields
    assert visit.page.get_by_role("textbox").first.input_value() == f"{SECRET} 0"
    visit.page.dispatch_event("body", "visibilitychange")
    visit.page.wait_for_timeout(500)
    assert len(visit.requests) == before, "typing asks for nothing"
    assert visit.page.evaluate(KEPT) == visitor.server + address
    checks.follow(visit.page.get_by_role("link", name="Voor zorgverleners"))
    assert not [sent for sent in visit.sent if SECRET in sent]
    assert visitor.private(visit)
    again = visitor.another_tab(visit.page.context, address)
    again.page.reload()
    assert {field.input_value() for field in again.page.get_by_role("textbox").all()} == {""}


@pytest.mark.parametrize(("address", "sheets"), [(YARDSTICK, 2), (CARD, 1)])
def test_paper_has_room_for_a_pen_also_without_script(visitor: Visitor, address: str, sheets: int) -> None:
    visit = visitor.visit(address, java_script_enabled=False)
    assert checks.printed_pages(visit.page) == sheets
    text = checks.printed_text(visit.page)
    assert "Nog geen praktijk heeft dit blad geprobeerd." in text
    assert "Sluit u de bladzijde" not in text
    visit.page.emulate_media(media="print")
    boxes = [field.bounding_box() for field in visit.page.locator("textarea").all()]
    assert len(boxes) >= 9
    # About two lines of handwriting: 18 mm.
    assert all(box and box["height"] >= 18 / 25.4 * 96 for box in boxes)
    fill(visit)
    assert checks.printed_pages(visit.page) == sheets
    assert f"{SECRET} 8" in checks.printed_text(visit.page)


@pytest.mark.walk
@pytest.mark.parametrize("address", [YARDSTICK, CARD])
def test_long_words_grow_on_paper_and_nothing_is_lost(visitor: Visitor, address: str) -> None:
    visit = visitor.visit(address)
    for field in visit.page.get_by_role("textbox").all():
        field.fill("Wij vragen eerst wat iemand zelf wil bespreken. " * 12 + "Einde.")
    printed = checks.printed_text(visit.page)
    assert printed.count("Einde.") == visit.page.get_by_role("textbox").count()
