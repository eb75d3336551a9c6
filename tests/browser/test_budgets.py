"""What a browser really fetches and shows: nothing we did not count, one thing in the way, no jump of the page."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests import weight
from tests.browser.conftest import CTS, Visitor

PAGES = ["/", f"{CTS}/start", f"{CTS}/vergelijken", f"{CTS}/belangrijk/slapen", f"{CTS}/samenvatting"]
FIRST = PAGES[:2]
SHIFTS = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 700);
})"""

BLOCKING = """performance.getEntriesByType('resource')
.filter(one => one.renderBlockingStatus === 'blocking').map(one => one.name)"""


def late(route: Route) -> None:
    """The font comes when the page has long been read."""
    response = route.fetch()
    route.request.frame.page.wait_for_timeout(600)
    route.fulfill(response=response)


def opened(visitor: Visitor, address: str, *, swap: bool = False) -> Page:
    """A page whose font comes late; with `swap` under the rule that makes text jump then."""
    context = visitor.browser.new_context(base_url=visitor.server, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.route("**/*.woff2", late)
    if swap:

        def swapped(route: Route) -> None:
            response = route.fetch()
            route.fulfill(response=response, body=response.text().replace("optional", "swap"))

        page.route("**/*.css", swapped)
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => 0)")
    return page


@pytest.mark.walk
@pytest.mark.parametrize("address", PAGES)
def test_nothing_moves_also_when_the_font_comes_late(visitor: Visitor, address: str) -> None:
    page = opened(visitor, address)
    assert page.evaluate("PerformanceObserver.supportedEntryTypes").count("layout-shift") == 1
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.walk
def test_nothing_moves_where_answers_come_back(visitor: Visitor) -> None:
    page = opened(visitor, f"{CTS}/belangrijk/slapen")
    page.get_by_label("Heel belangrijk", exact=True).check()
    for address in PAGES:
        page.goto(address)
        assert page.evaluate(SHIFTS) == 0, address


@pytest.mark.walk
def test_the_measurement_sees_text_that_jumps(visitor: Visitor) -> None:
    assert opened(visitor, "/", swap=True).evaluate(SHIFTS) > 0


@pytest.mark.walk
def test_a_browser_fetches_what_was_counted_and_waits_for_one_stylesheet(visitor: Visitor) -> None:
    for address in PAGES:
        visit = visitor.visit(address)
        page = visit.page
        page.wait_for_load_state("networkidle")
        fetched = {urlsplit(url).path for url in visit.requests}
        blocking = page.evaluate(BLOCKING)
        assert [urlsplit(url).path.rsplit("/", 1)[1] for url in blocking] == ["keuzehulp.css"], address
        kinds = {name.rsplit(".", 1)[-1] for name in fetched if name.startswith("/static/")}
        assert kinds <= {"css", "js", "mjs", "woff2", "svg"}
        bodies = [page.request.get(name).body() for name in fetched if not name.endswith(".woff2")]
        # Further on the browser also fetches the answers that stand beside what someone reads.
        further = weight.HTML + weight.STYLE + weight.SCRIPT
        most = weight.FIRST_WITHOUT_FONT if address in FIRST else further
        assert sum(map(weight.gzipped, bodies)) <= most + weight.QR_SCRIPT, address
        page.close()
