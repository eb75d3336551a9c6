"""What is in the browser's storage: never trusted, kept no longer than promised, and small to carry."""

import gzip
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.browser.answering import fill_in, summary
from tests.browser.conftest import CTS, Visitor

pytestmark = pytest.mark.walk


NORMAL = (
    '{"formaat":1,"nr":1,"versie":1,"gewijzigd":"%s","antwoorden":{"1":3},"vragen":[],"hulp":{},"eigen":{"zorg":"x"}}'
)
HOSTILE = [
    "niet eens json",
    "null",
    "[]",
    '{"formaat":2,"nr":1}',
    '{"formaat":1,"nr":2,"antwoorden":{"1":3}}',
    '{"formaat":1,"nr":1,"antwoorden":"x","volgorde":7,"vragen":{"a":1},"hulp":[],"eigen":5,"gewijzigd":{}}',
    '{"formaat":1,"nr":1,"antwoorden":{"__proto__":{"1":3},"1":"<img src=x onerror=alert(1)>"},"neiging":99}',
]


@pytest.mark.parametrize("value", HOSTILE)
def test_what_is_not_an_answer_is_ignored(visitor: Visitor, value: str) -> None:
    visit = visitor.visit(f"{CTS}/start")
    page = visit.page
    page.evaluate("value => sessionStorage.setItem('keuzehulp:1', value)", value)
    page.goto(f"{CTS}/belangrijk/slapen")
    assert not page.locator("main :checked").count()
    unreadable = page.get_by_text("Wij konden uw eerdere antwoorden niet lezen.")
    expect(unreadable).to_be_visible(visible=not value.startswith('{"formaat":1,"nr":1,'))
    page.get_by_label("Heel belangrijk").check()
    assert "Heel belangrijk" in summary(page)
    assert not visit.complaints


def now(page: Page, hours: float = 0) -> str:
    return str(page.evaluate("hours => new Date(Date.now() - hours * 3600e3).toISOString()", hours))


def test_answers_pass_after_eight_hours_unless_kept(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    cases = (
        ("sessionStorage", 7.9, 1),
        ("sessionStorage", 8.1, 0),
        ("localStorage", 800, 1),
        ("localStorage", -5, 1),
    )
    for store, hours, left in cases:
        page.evaluate("sessionStorage.clear(); localStorage.clear()")
        page.evaluate(f"v => {store}.setItem('keuzehulp:1', v)", NORMAL % now(page, hours))
        page.goto(f"{CTS}/belangrijk/slapen")
        assert page.locator("main :checked").count() == left, (store, hours)


def test_answers_to_an_older_version_are_kept_where_the_question_still_is(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    old = (NORMAL % now(page)).replace('"versie":1', '"versie":9').replace('{"1":3}', '{"1":3,"62":2}')
    page.evaluate("v => sessionStorage.setItem('keuzehulp:1', v)", old)
    page.goto(f"{CTS}/belangrijk/slapen")
    assert page.get_by_label("Heel belangrijk").is_checked()
    expect(page.get_by_text("Deze keuzehulp is veranderd.")).to_be_visible()


@pytest.mark.parametrize(
    "script",
    [
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('nee') }});"
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('nee') }});",
        "Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError') };",
    ],
    ids=["off", "full"],
)
def test_a_browser_that_keeps_nothing_says_so_and_the_pages_still_work(visitor: Visitor, script: str) -> None:
    visit = visitor.visit("/")
    visit.page.add_init_script(script)
    visit.page.goto(f"{CTS}/belangrijk/slapen")
    expect(visit.page.get_by_text("Uw browser kan uw antwoorden niet onthouden.")).to_be_visible()
    visit.page.get_by_label("Heel belangrijk").check()
    assert visit.page.get_by_label("Heel belangrijk").is_checked()
    visit.page.goto(f"{CTS}/samenvatting")
    expect(visit.page.get_by_role("heading", name="Mijn vragen")).to_be_visible()
    assert not visit.complaints


@pytest.mark.parametrize("text", ["👍" * 500, "‮omgekeerd", "<img src=x onerror=alert(1)>", "a" * 500, "één\ntwee"])
def test_own_words_are_shown_as_they_are(visitor: Visitor, text: str) -> None:
    visit = visitor.visit(f"{CTS}/belangrijk/eigen")
    visit.page.get_by_label("Schrijf het op als u wilt").fill(text)
    left = 500 - len(text)
    assert f"Nog over: {left}." in visit.page.inner_text(".kh-own")
    summary(visit.page)
    assert visit.page.evaluate("document.querySelector('[data-words=zorg]').textContent") == text
    assert not visit.complaints


def test_long_own_words_flow_over_to_a_second_page(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    fill_in(page)
    for address, label in (("belangrijk/eigen", "Schrijf het op als u wilt"), ("vragen", "Mijn eigen vragen")):
        page.goto(f"{CTS}/{address}")
        page.get_by_label(label).fill("Een heel lang verhaal. " * 21)
    summary(page)
    assert checks.printed_pages(page) == 2


def test_more_than_five_hundred_characters_are_cut_in_view(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/belangrijk/eigen").page
    page.get_by_label("Schrijf het op als u wilt").fill("b" * 510)
    assert page.get_by_label("Schrijf het op als u wilt").input_value() == "b" * 500
    assert "Nog over: 0." in page.inner_text(".kh-own")


def test_the_scripts_of_a_page_are_small(visitor: Visitor) -> None:
    for address in ("belangrijk/slapen", "samenvatting", "wissen"):
        visit = visitor.visit(f"{CTS}/{address}")
        scripts = {url for url in visit.requests if url.endswith(".js")}
        drawing = [url for url in visit.requests if url.endswith(".mjs")]
        assert len(drawing) == (1 if address == "samenvatting" else 0)
        assert all(len(gzip.compress(visit.page.request.get(url).body(), 9)) <= 2200 for url in drawing)
        bodies = [visit.page.request.get(url).body() for url in sorted(scripts)]
        assert len(bodies) >= 2
        most = 10 * 1024 if address == "wissen" else 8 * 1024
        assert sum(len(gzip.compress(body, 9)) for body in bodies) <= most, address


@pytest.mark.parametrize("address", ["/gesprek/doelen", "/k/hernia/doelen"])
def test_a_goal_is_kept_when_someone_goes_on_without_the_button(visitor: Visitor, address: str) -> None:
    page = visitor.visit(address).page
    page.get_by_label("Mijn eigen doel").fill("Weer zwemmen")
    checks.follow(page.locator(".kh-onward a" if "gesprek" in address else "footer a[href$='/afspraken']"))
    page.goto(address)
    expect(page.locator("[data-list] li")).to_have_text(re.compile("Weer zwemmen"))
    assert page.get_by_label("Mijn eigen doel").input_value() == ""
    page.reload()
    expect(page.locator("[data-list] li")).to_have_count(1)
