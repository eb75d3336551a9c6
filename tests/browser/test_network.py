"""Mijn plaatje: list, drawing, goals, trying, agreements, looking back, paper and file, by touch and by keyboard."""

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser import checks
from tests.browser.conftest import Visit, Visitor
from tests.browser.networking import (
    PAGES,
    SECRET,
    SHEET,
    VALIDATOR,
    drawing,
    fill_in,
    said,
    save,
    theme,
)

pytestmark = pytest.mark.walk


def accessible_and_private(visit: Visit) -> None:
    checks.no_axe_violations(visit.page)
    checks.fits_the_width(visit.page)
    assert len(visit.sent) >= 5
    assert not [line for line in visit.sent if re.search("zwaluw|paardrij|hond", line, re.I)]
    assert all(line.startswith("GET ") and line.endswith(" None") for line in visit.sent)
    assert not visit.complaints


def test_the_whole_route_on_a_phone(visitor: Visitor) -> None:
    visit = visitor.visit(f"{SHEET}/start", has_touch=True)
    page = visit.page
    page.get_by_role("link", name="Maak mijn plaatje").click()
    fill_in(page)
    texts = said(page)
    for word in (SECRET, "School", "Niet zo goed", "Heel goed", "Mama", "Familie", "Heel dichtbij"):
        assert any(word in text for text in texts), (word, texts)
    label = page.get_by_role("img").first.get_attribute("aria-label") or ""
    assert SECRET in label
    assert "thema’s: 3" in label
    accessible_and_private(visit)
    checks.follow(page.get_by_role("link", name="Verder"))
    page.get_by_label("Ik wil weer naar school.").check()
    accessible_and_private(visit)
    checks.follow(page.get_by_role("link", name="Verder"))
    page.get_by_label("Een vriend uitnodigen.").check()
    page.get_by_label("Iets anders om te proberen").fill("De hond uitlaten")
    page.get_by_role("button", name="Zet dit erbij").click()
    accessible_and_private(visit)
    checks.follow(page.get_by_role("link", name="Verder"))
    page.get_by_role("button", name="De hond uitlaten").click()
    page.get_by_label("Wie", exact=True).fill("Ik, met Mama")
    page.get_by_role("button", name="Zet deze afspraak erbij").click()
    accessible_and_private(visit)
    checks.follow(page.get_by_role("link", name="Verder"))
    page.get_by_label("Een beetje gelukt").check()
    look_again(page)
    accessible_and_private(visit)


def look_again(page: Page) -> None:
    """Make the sheet again; what it was stands beside it."""
    checks.follow(page.get_by_role("link", name="Ik maak mijn plaatje opnieuw"))
    theme(page, "School", 2)
    page.goto(f"{SHEET}/terugkijken")
    rows = [row.inner_text().split("\t") for row in page.locator("[data-then-rows] tr").all()]
    assert ["School", "Niet zo goed", "Goed"] in rows
    assert len(rows) == 3
    then = page.locator("[data-picture=toen] svg text").all_text_contents()
    assert "Niet zo goed" in then
    assert "Niet zo goed" not in page.locator("[data-picture=nu] svg text").all_text_contents()


def tab_to(page: Page, selector: str) -> None:
    """Tab until the focus is there: everything can be reached, in the order of the page."""
    for _ in range(80):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(selector)


def test_the_sheet_with_the_keyboard_only(visitor: Visitor) -> None:
    visit = visitor.visit(f"{SHEET}/plaatje", 1280)
    page = visit.page
    press = page.keyboard.press
    go = partial(tab_to, page)

    go("[data-name]")
    page.keyboard.type("Noor")
    go("[data-area]")
    press("Space")
    go("[data-own-area]")
    page.keyboard.type("Muziek")
    press("Enter")
    assert page.locator("details.kh-area").count() == 2
    go("summary")
    press("Enter")
    go("[data-field=hoe]")
    press("Space")
    press("ArrowDown")
    go("[data-field=anders]")
    page.keyboard.type("Meer rust")
    go("[data-person-field=naam]")
    page.keyboard.type("Oma")
    go("#mens-rol")
    page.keyboard.type("Fam")
    go("[data-person-field=kring]")
    press("Space")
    go("[data-put-person]")
    press("Enter")
    texts = said(page)
    assert {"Noor", "Muziek", "Goed", "Oma", "Familie"} <= set(texts)
    change_and_remove(page)
    assert not visit.complaints


def change_and_remove(page: Page) -> None:
    """The one person there is, with the keyboard."""
    go, press = partial(tab_to, page), page.keyboard.press
    go("[data-edit-person]")
    press("Enter")
    assert page.evaluate("document.activeElement.dataset.personField") == "naam"
    page.keyboard.type("Omaatje")
    go("[data-put-person]")
    press("Enter")
    go("[data-remove-person]")
    press("Enter")
    assert "Familie" not in said(page)
    assert page.evaluate("document.activeElement !== document.body")


def test_the_file_gives_the_same_drawing(visitor: Visitor) -> None:
    page = visitor.visit(f"{SHEET}/start").page
    fill_in(page)
    page.reload()
    before = drawing(page)
    assert SECRET in before
    file = save(page)
    other = visitor.visit(f"{SHEET}/wissen").page
    other.get_by_label("Open mijn bestand").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    other.get_by_text("Je bestand is geopend.").wait_for()
    other.goto(f"{SHEET}/plaatje")
    assert drawing(other) == before


@pytest.fixture
def caching_page(browser_type: BrowserType, browser_type_launch_args: dict[str, Any], server: str) -> Iterator[Page]:
    """A page of a browser that keeps whole pages for Back, as those of readers do."""
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    yield browser.new_context(base_url=server, viewport={"width": 360, "height": 740}).new_page()
    browser.close()


def in_sight(page: Page) -> str:
    """Everything the page says, also in its fields and in its drawing."""
    values = page.evaluate(
        "[...document.querySelectorAll('textarea, input, svg')].map(e => e.value || e.textContent)"
    )
    return f"{page.inner_text('body')} {' '.join(values)}"


def test_a_parent_sees_the_sheet_of_the_child_only_after_it_is_shown(caching_page: Page) -> None:
    page = caching_page
    page.add_init_script("window.addEventListener('pageshow', e => { window.wasCached = e.persisted })")
    fill_in(page)
    assert SECRET in in_sight(page)
    checks.follow(page.get_by_role("link", name="Klaar? Geef het door"))
    assert SECRET not in in_sight(page)
    checks.follow(page.get_by_role("link", name="De ouder"))
    assert "Vertel wat je zelf ziet." in page.inner_text("main")
    assert SECRET not in in_sight(page)
    theme(page, "School", 2)
    cached = 0
    for _ in range(2):
        page.go_back(wait_until="commit")
        checks.until(page, "window.wasCached !== undefined")
        checks.until(page, "document.querySelector('main').style.visibility !== 'hidden'")
        cached += page.evaluate("window.wasCached ? 1 : 0")
        assert SECRET not in in_sight(page), page.url
    assert cached >= 1, "the page cache must have been on for this test to prove anything"
    for name in PAGES:
        for stem in ("", "?stem=ouder"):
            page.goto(f"{SHEET}/{name}{stem}")
            assert SECRET not in in_sight(page), name
    page.goto(f"{SHEET}/samen")
    page.get_by_role("button", name="Laat zien").click()
    sheets = page.locator("[data-one]")
    assert sheets.count() == 2
    pictures = [one.locator("svg text").all_text_contents() for one in sheets.all()]
    assert any(SECRET in texts and "Niet zo goed" in texts for texts in pictures)
    assert any(SECRET not in texts and "Goed" in texts for texts in pictures)
    checks.no_axe_violations(page)


def test_a_teacher_has_a_sheet_too(visitor: Visitor) -> None:
    visit = visitor.visit(f"{SHEET}/plaatje?stem=school")
    page = visit.page
    assert "De juf of meester" in page.inner_text(".kh-whose")
    theme(page, "School", 3)
    page.goto(f"{SHEET}/wissen?stem=school")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    kept = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert VALIDATOR.is_valid(kept)
    assert [sheet["stem"] for sheet in kept["stemmen"]] == ["school"]


def test_a_theme_and_a_person_are_kept_when_someone_goes_on_without_the_button(visitor: Visitor) -> None:
    page = visitor.visit(f"{SHEET}/plaatje").page
    page.locator("[data-own-area]").fill("Muziek")
    page.locator("[data-person-field=naam]").fill("Oma")
    page.locator("[data-person-field=kring]").first.check()
    checks.follow(page.locator(".kh-onward a"))
    page.go_back()
    expect(page.locator("details.kh-area")).to_have_count(1)
    assert {"Muziek", "Oma"} <= set(said(page))
    expect(page.locator("[data-area-problem]:visible, [data-person-problem]:visible")).to_have_count(0)


@pytest.mark.parametrize(("width", "stacked"), [(320, True), (390, True), (1280, False)])
def test_answers_stand_below_each_other_on_a_phone(visitor: Visitor, width: int, *, stacked: bool) -> None:
    page = visitor.visit(f"{SHEET}/plaatje", width=width).page
    page.locator("[data-area]").first.check()
    page.locator("details.kh-area > summary").first.click()
    groups = page.locator("details.kh-area .kh-faces, details.kh-area .kh-inline, [data-person] .kh-inline")
    assert groups.count() == 3
    for group in groups.all():
        lefts = group.locator(".kh-choice").evaluate_all("all => all.map(e => e.getBoundingClientRect().left)")
        assert len(lefts) >= 3
        assert (len(set(lefts)) == 1) == stacked
