"""The second half of the main job: answers that stay in the browser, and the mirror that shows them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser import checks
from tests.browser.answering import AID, CONTROLS, PAGES, WORRY, choose, fill_in, stored, summary, wipe
from tests.browser.conftest import CTS, Visit, Visitor

pytestmark = pytest.mark.walk


def nothing_sent(visit: Visit) -> bool:
    """No address with a query, no body, and no header that differs with the answers."""
    assert len(visit.sent) >= 10
    for line in visit.sent:
        assert line.startswith("GET ")
        assert line.endswith(" None")
        assert "?" not in line.split()[1]
        assert "cookie" not in line.lower()
        assert not re.search("'referer': '[^']", line)
        assert not re.search("zwaluwnest|naaien|Nachtspalk|belangrijk=", line)
    return True


def test_the_whole_main_job(visitor: Visitor) -> None:
    visit = visitor.visit("/")
    page = visit.page
    page.goto(f"{CTS}/start")
    visit.sent.clear()
    fill_in(page)
    text = summary(page)
    assert "Nachtspalk" in page.locator("[data-leaning]:visible").inner_text()
    assert WORRY in text
    assert "Kan ik daarna nog naaien?" in text
    assert "Heb ik een zenuwonderzoek nodig?" in text
    assert "Wij beslissen samen" in text
    assert "Ik heb nog steun of raad nodig." in text
    assert page.locator("[data-point]:visible").count() == len(AID.preference_questions)
    for option in AID.options:
        assert option.name in page.locator("[data-point]:visible").first.inner_text()
    page.reload()
    assert page.locator(".kh-sheet").inner_text() == text
    page.go_back()
    assert page.get_by_label("Heb ik een zenuwonderzoek nodig?").is_checked()
    page.go_forward()
    second = visitor.another_tab(page.context, f"{CTS}/samenvatting").page
    assert "zwaluwnest" not in second.locator(".kh-sheet").inner_text()
    expect(second.get_by_text("U hebt nog niets ingevuld.")).to_be_visible()
    assert checks.printed_pages(page) == 1
    assert nothing_sent(visit)
    page.goto(f"{CTS}/wissen")
    wipe(page, "in deze keuzehulp")
    expect(page.get_by_text("Uw antwoorden zijn gewist.")).to_be_visible()
    assert "zwaluwnest" not in stored(page)
    assert "Nog niet ingevuld." in summary(page)
    assert not visit.complaints


def test_kept_answers_come_back_in_another_tab_until_they_are_wiped(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/belangrijk/slapen").page
    page.get_by_label("Heel belangrijk").check()
    page.goto(f"{CTS}/samenvatting")
    page.get_by_label("Bewaar mijn antwoorden op dit apparaat").check()
    other = visitor.another_tab(page.context, f"{CTS}/belangrijk/slapen").page
    assert other.get_by_label("Heel belangrijk").is_checked()
    expect(other.get_by_text("Uw antwoorden staan op dit apparaat")).to_be_visible()
    other.goto(f"{CTS}/wissen")
    wipe(other, "in alle keuzehulpen")
    checks.until(page, "document.querySelectorAll('[data-point]:not([hidden])').length === 0")
    assert "antwoorden" not in stored(page)
    assert not page.get_by_label("Bewaar mijn antwoorden op dit apparaat").is_checked()


def test_an_unkept_tab_is_wiped_from_another_tab_too(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/belangrijk/slapen").page
    page.get_by_label("Heel belangrijk").check()
    other = visitor.another_tab(page.context, f"{CTS}/wissen").page
    wipe(other, "in deze keuzehulp")
    checks.until(page, "![...document.querySelectorAll('input')].some(i => i.checked)")
    assert "antwoorden" not in stored(page)
    page.get_by_label("Niet belangrijk").check()
    page.reload()
    assert page.get_by_label("Niet belangrijk").is_checked()


@pytest.fixture
def caching_page(browser_type: BrowserType, browser_type_launch_args: dict[str, Any], server: str) -> Iterator[Page]:
    """A page of a browser that keeps whole pages for Back and Forward; Playwright switches that off by default."""
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    yield browser.new_context(base_url=server, viewport={"width": 360, "height": 740}).new_page()
    browser.close()


def test_wiped_answers_do_not_come_back_from_the_page_cache(caching_page: Page) -> None:
    page = caching_page
    page.add_init_script("window.addEventListener('pageshow', e => { window.wasCached = e.persisted })")
    choose(page, "belangrijk/slapen", "Heel belangrijk")
    page.goto(f"{CTS}/belangrijk/eigen")
    page.get_by_label("Schrijf het op als u wilt").fill(WORRY)
    page.goto(f"{CTS}/samenvatting")
    assert "zwaluwnest" in page.inner_text(".kh-sheet")
    page.goto(f"{CTS}/wissen")
    wipe(page, "in deze keuzehulp")
    cached = 0
    for _ in range(3):
        page.go_back(wait_until="commit")
        checks.until(page, "window.wasCached !== undefined")
        cached += page.evaluate("window.wasCached ? 1 : 0")
        assert "zwaluwnest" not in page.inner_text("body")
        assert not page.evaluate("[...document.querySelectorAll('textarea')].some(a => a.value)")
        assert not page.evaluate("[...document.querySelectorAll('input')].some(i => i.checked)")
    assert cached >= 1, "the page cache must have been on for this test to prove anything"
    for _ in range(3):
        page.go_forward(wait_until="commit")
        assert "zwaluwnest" not in page.inner_text("body")
    assert "zwaluwnest" not in stored(page)


def test_without_javascript_controls_can_be_ticked_and_nothing_is_sent(visitor: Visitor) -> None:
    visit = visitor.visit(f"{CTS}/alles", java_script_enabled=False)
    page = visit.page
    visit.sent.clear()
    ticked = 0
    for box in page.locator("main input").all():
        box.check()
        box.press("Enter")
        ticked += 1
    for area in page.locator("main textarea").all():
        area.fill("zwaluwnest")
        area.press("Enter")
    assert ticked >= 40
    assert not [line for line in visit.sent if "/static/" not in line]
    assert page.url.endswith("/alles")
    page.goto(f"{CTS}/belangrijk/slapen")
    page.get_by_label("Heel belangrijk").check()
    page.keyboard.press("Enter")
    assert page.url.endswith("/belangrijk/slapen")
    # Playwright's way of switching scripts off leaves <noscript> unseen, so look for it in the page as sent.
    assert re.search("<noscript>[^/]*want JavaScript staat uit", page.content())


def test_no_answer_control_has_a_form(visitor: Visitor) -> None:
    page = visitor.visit("/").page
    seen = 0
    for address in PAGES:
        page.goto(f"{CTS}/{address}")
        owners = page.evaluate(f"[...{CONTROLS}].map(e => e.form === null)")
        assert all(owners)
        off = page.evaluate(f"[...{CONTROLS}].map(e => e.autocomplete)")
        assert set(off) <= {"off"}
        assert not page.evaluate("[...document.querySelectorAll('main :checked')].length"), "nothing is preselected"
        seen += len(owners)
    assert seen >= 130


def look(page: Page) -> list[Any]:
    """Every text about an option on the summary, in order, with how it looks."""
    found: list[Any] = page.evaluate(
        """[...document.querySelectorAll('[data-point]:not([hidden]) dl *')].map(e => {
            const style = getComputedStyle(e);
            return [e.textContent, style.color, style.backgroundColor, style.fontSize, style.fontWeight, style.border,
                    style.opacity, style.display];
        })"""
    )
    return found


def test_opposite_patients_read_the_same_about_the_options(visitor: Visitor) -> None:
    looks = []
    for importance, leaning in (("Niet belangrijk", "Afwachten"), ("Heel belangrijk", "Operatie")):
        page = visitor.visit(f"{CTS}/start").page
        fill_in(page, importance)
        choose(page, "besluit/keuze", leaning)
        summary(page)
        looks.append(look(page))
    assert len(looks[0]) >= len(AID.preference_questions) * len(AID.options) * 2
    assert looks[0] == looks[1]


def test_what_counts_most_for_the_reader_comes_first(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    said = ("Niet belangrijk", "Ik weet het nog niet", "Heel belangrijk", "Een beetje belangrijk")
    for question, answer in zip(AID.preference_questions, said, strict=False):
        choose(page, f"belangrijk/{question.id}", answer)
    summary(page)
    numbers = "[...document.querySelectorAll('[data-point]:not([hidden])')].map(e => Number(e.dataset.point))"
    assert page.evaluate(numbers) == [3, 4, 2, 1]


def test_an_answer_given_before_the_script_came_counts(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    page.route("**/js/walk.js", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    for address, name, text in (("slapen", "Heel belangrijk", ""), ("eigen", "", "Weer zwemmen")):
        page.goto(f"{CTS}/belangrijk/{address}", wait_until="commit")
        page.get_by_label(name).check() if name else page.locator("[data-own]").fill(text)
        page.wait_for_load_state("load")
    page.unroute("**/js/walk.js")
    summary(page)
    assert "Heel belangrijk" in page.locator("[data-point]:visible").inner_text()
    assert "Weer zwemmen" in page.inner_text("main")


def test_a_point_that_moves_stays_in_view_and_tells_its_place(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    for question in AID.preference_questions[:4]:
        choose(page, f"belangrijk/{question.id}", "Een beetje belangrijk")
    summary(page)
    down = page.locator("[data-point='1'] [data-down]")
    for place in (2, 3):
        down.press("Enter")
        expect(page.locator("[data-moved]")).to_have_text(f"Nu nummer {place} van 4.")
        expect(down).to_be_in_viewport()


def test_points_move_by_button_and_stay_moved(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    for question in AID.preference_questions[:3]:
        choose(page, f"belangrijk/{question.id}", "Een beetje belangrijk")
    summary(page)
    numbers = "[...document.querySelectorAll('[data-point]:not([hidden])')].map(e => Number(e.dataset.point))"
    assert page.evaluate(numbers) == [1, 2, 3]
    page.locator("[data-point='3'] [data-up]").click()
    assert page.evaluate("document.activeElement.closest('[data-point]').dataset.point") == "3"
    page.keyboard.press("Enter")
    assert page.evaluate(numbers) == [3, 1, 2]
    assert page.locator("[data-point='3'] [data-up]").is_disabled()
    page.reload()
    assert page.evaluate(numbers) == [3, 1, 2]


def test_keeping_can_be_chosen_before_anything_is_answered(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/wissen").page
    page.get_by_label("Bewaar mijn antwoorden op dit apparaat").check()
    choose(page, "belangrijk/slapen", "Heel belangrijk")
    other = visitor.another_tab(page.context, f"{CTS}/belangrijk/slapen").page
    assert other.get_by_label("Heel belangrijk").is_checked()
    other.goto(f"{CTS}/wissen")
    other.get_by_label("Bewaar mijn antwoorden op dit apparaat").uncheck()
    assert page.evaluate("Object.keys(localStorage).length") == 0
    choose(other, "belangrijk/slapen", "Niet belangrijk")
    page.reload()
    assert not page.locator("main :checked").count()
