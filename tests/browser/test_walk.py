"""The main job, first half: from the search box to the summary, on a phone, with and without JavaScript."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from engine import journey
from tests.browser import checks
from tests.browser.conftest import CTS, Visitor
from tests.conftest import shipped

pytestmark = pytest.mark.walk
AID = shipped().entries["carpaletunnelsyndroom"].aid


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_from_the_search_box_to_the_summary(visitor: Visitor, javascript: bool) -> None:
    visit = visitor.visit("/", java_script_enabled=javascript)
    page = visit.page
    page.get_by_label("Wat hebt u, of wat voelt u?").fill("tintelende vingers snachts")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    checks.follow(page.get_by_role("link", name="Carpaletunnelsyndroom"))
    seen = []
    while True:
        seen.append(urlsplit(page.url).path)
        assert page.locator("h1").count() == 1
        expect(page.get_by_role("heading", name="Wanneer belt u?")).to_be_visible()
        expect(page.get_by_text("Dit is een proef.").first).to_be_visible()
        checks.fits_the_width(page)
        onward = page.get_by_role("link", name="Verder", exact=True)
        if not onward.count():
            break
        checks.follow(onward)
    assert seen == [f"{CTS}/{step.page}" for step in journey.walk(AID)]
    assert all(option.name in page.inner_text("main") for option in AID.options)
    assert len(visit.requests) >= len(seen)
    if javascript:
        assert visitor.private(visit)
    else:
        assert not visit.page.context.cookies()
        assert {urlsplit(url).netloc for url in visit.requests} == {urlsplit(visitor.server).netloc}


def test_back_and_terug_lead_the_same_way(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/opties").page
    checks.follow(page.get_by_role("link", name="Verder", exact=True))
    page.go_back()
    assert page.url.endswith("/opties")
    page.go_forward()
    checks.follow(page.get_by_role("link", name="Terug", exact=True))
    assert page.url.endswith("/opties")


def test_the_way_back_to_the_summary_is_one_tap(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/opties/spalk").page
    checks.follow(page.get_by_role("link", name="Samenvatting").first)
    assert page.url.endswith("/samenvatting")


def test_the_whole_aid_prints_with_alarm_and_trial_banner(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/alles").page
    page.emulate_media(media="print")
    expect(page.get_by_text("Dit is een proef.")).to_be_visible()
    expect(page.get_by_role("heading", name="Wanneer belt u?")).to_be_visible()
    expect(page.get_by_text("Bij 61 van de 100").first).to_be_visible()
    expect(page.get_by_role("link", name="Een andere keuzehulp zoeken")).to_be_hidden()
    assert checks.printed_pages(page) <= 20


def test_the_server_does_not_send_again_what_a_browser_has(visitor: Visitor) -> None:
    request = visitor.visit(f"{CTS}/situatie").page.request
    tag = request.get(f"{CTS}/situatie").headers["etag"]
    again = request.get(f"{CTS}/situatie", headers={"If-None-Match": tag})
    assert (again.status, again.body()) == (304, b"")
