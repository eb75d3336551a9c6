"""Prepare, goals, agree, look back: a child, a parent and a practice nurse on one phone, and weeks later again."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page

from engine import library
from engine.paths import AIDS
from tests.browser import checks
from tests.browser.conftest import Visit, Visitor
from tests.conftest import TODAY

pytestmark = pytest.mark.walk
PAIN = "/k/buikpijn-bij-kinderen"
AID = library.load(AIDS, "aids", TODAY).entries["buikpijn-bij-kinderen"].aid
FIRST = AID.preference_questions[0].id
SECRET = "zwaluwgeheim 🤫"
PHASES = ("voorbereiden", "doelen", "afspraken", "terugkijken", "controle")


def add_goal(page: Page, text: str) -> None:
    page.get_by_label("Mijn eigen doel").fill(text)
    page.get_by_role("button", name="Zet dit doel erbij").click()


def agree(page: Page, what: str, who: str = "", when: str = "") -> None:
    for label, text in (("Wat", what), ("Wie", who), ("Wanneer", when)):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Zet deze afspraak erbij").click()


def set_day(page: Page, day: str) -> None:
    page.get_by_label(re.compile("^Op welke dag")).fill(day)
    page.keyboard.press("Tab")


def child_fills_in(page: Page) -> None:
    page.goto(f"{PAIN}/doelen?voor=kind")
    page.locator("[data-goal]").first.check()
    add_goal(page, "Naar het zwaluwkamp")
    page.goto(f"{PAIN}/belangrijk/{FIRST}?voor=kind")
    page.get_by_label("Heel belangrijk").check()
    page.goto(f"{PAIN}/belangrijk/eigen?voor=kind")
    page.locator("[data-own]").fill(SECRET)


def parent_fills_in(page: Page) -> None:
    page.goto(f"{PAIN}/doelen?voor=ouder")
    add_goal(page, "Een rustige avond")
    page.goto(f"{PAIN}/belangrijk/{FIRST}?voor=ouder")
    page.get_by_label("Een beetje belangrijk").check()


def in_sight(page: Page) -> str:
    """Everything the page says, also in its fields."""
    values = page.evaluate("[...document.querySelectorAll('textarea, input')].map(e => e.checked ? '✓' : e.value)")
    return f"{page.inner_text('body')} {' '.join(values)}"


def accessible_and_private(visit: Visit) -> None:
    checks.no_axe_violations(visit.page)
    checks.fits_the_width(visit.page)
    told = [line for line in visit.sent if re.search("zwaluw|fietsen|rustige|2027-01-15", line)]
    assert not told
    assert all(line.startswith("GET ") and line.endswith(" None") for line in visit.sent)
    assert not visit.complaints


def test_a_family_from_goals_to_looking_back(visitor: Visitor) -> None:
    visit = visitor.visit(f"{PAIN}/start?voor=kind")
    page = visit.page
    child_fills_in(page)
    accessible_and_private(visit)
    page.get_by_role("link", name="Klaar? Geef het door").click()
    assert SECRET not in in_sight(page)
    assert not page.get_by_role("button", name="Laat zien").is_visible()
    checks.follow(page.get_by_role("link", name="De ouder"))
    parent_fills_in(page)
    page.get_by_role("link", name="Klaar? Geef het door").click()
    page.get_by_text("Het kind, De ouder").wait_for()
    accessible_and_private(visit)
    page.get_by_role("button", name="Laat zien").click()
    sheets = page.locator("[data-one]")
    assert sheets.count() == 2
    assert SECRET in sheets.nth(0).inner_text()
    assert "Heel belangrijk" in sheets.nth(0).inner_text()
    assert "Een beetje belangrijk" in sheets.nth(1).inner_text()
    accessible_and_private(visit)
    assert checks.printed_pages(page) <= 2
    # The practice nurse, on the same phone.
    page.goto(f"{PAIN}/besluit/keuze")
    page.get_by_label(AID.options[0].name, exact=True).check()
    page.goto(f"{PAIN}/afspraken")
    assert "Naar het zwaluwkamp" in page.locator("[data-list=doelen]").inner_text()
    agree(page, "Elke dag samen fietsen", "Kind en ouder", "Vanaf maandag")
    agree(page, "School bellen", "De ouder")
    set_day(page, "2027-01-15")
    accessible_and_private(visit)
    with page.expect_download() as calendar:
        page.get_by_role("button", name="Zet het in uw agenda").click()
    day = Path(calendar.value.path()).read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20270115" in day
    assert not re.search("zwaluw|buik|fietsen", day)
    paper = checks.printed_text(page)
    assert "Elke dag samen fietsen" in paper
    assert "Naar het zwaluwkamp" in paper
    assert checks.printed_pages(page) == 1
    page.goto(f"{PAIN}/wissen")
    with page.expect_download() as file:
        page.get_by_role("button", name="Bewaar als bestand").click()
    kept = Path(file.value.path()).read_text(encoding="utf-8")
    assert {sheet["stem"] for sheet in json.loads(kept)["stemmen"]} == {"kind", "ouder"}
    weeks_later(visitor, kept)


def weeks_later(visitor: Visitor, kept: str) -> None:
    """A fresh browser on the day itself: open the file, look back, change one's mind."""
    visit = visitor.visit("/")
    page = visit.page
    page.context.clock.install(time="2027-01-15T10:00:00Z")
    page.goto(f"{PAIN}/wissen")
    page.get_by_label("Open mijn bestand").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": kept.encode()}
    )
    page.get_by_text("Uw bestand is geopend.").wait_for()
    page.goto(f"{PAIN}/terugkijken")
    goals = page.locator("[data-list=doelen] fieldset")
    assert goals.count() == 3
    assert ["Het kind" in goals.nth(at).inner_text() for at in range(3)] == [True, True, False]
    goals.nth(1).get_by_label("Goed gelukt").check()
    page.get_by_label("Wat ging er goed?").fill("Het zwaluwkamp was leuk")
    assert "School bellen" in page.locator("[data-list=afspraken]").inner_text()
    accessible_and_private(visit)
    checks.follow(page.get_by_role("link", name="Ik denk er nu anders over"))
    assert page.url.endswith("/vergelijken")
    assert "Naar het zwaluwkamp" in page.locator("[data-list=doelen]").inner_text()
    page.goto(f"{PAIN}/besluit/keuze")
    page.get_by_label(AID.options[1].name, exact=True).check()
    page.goto(f"{PAIN}/terugkijken")
    assert goals.nth(1).get_by_label("Goed gelukt").is_checked()
    changed = " ".join(page.locator("[data-changed]").inner_text().split())
    assert f"Toen: {AID.options[0].name} Nu: {AID.options[1].name}" in changed
    accessible_and_private(visit)
    paper = checks.printed_text(page)
    assert "Het zwaluwkamp was leuk" in paper
    assert f"Toen: {AID.options[0].name}" in paper


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
    parent_fills_in(page)
    cached = seen = 0
    for _ in range(6):
        page.go_back(wait_until="commit")
        page.wait_for_function("window.wasCached !== undefined")
        page.wait_for_function("document.querySelector('main').style.visibility !== 'hidden'")
        cached += page.evaluate("window.wasCached ? 1 : 0")
        assert not re.search("zwaluw", in_sight(page)), page.url
        if "voor=kind" in page.url:
            assert not page.locator("[data-answer]:checked, [data-goal]:checked").count()
            seen += 1
    assert seen >= 3
    assert cached >= 1, "the page cache must have been on for this test to prove anything"
    for _ in range(6):
        page.go_forward(wait_until="commit")
        assert not re.search("zwaluw", in_sight(page)), page.url
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
    page.goto(f"{PAIN}/wissen?voor=ouder")
    with page.expect_download() as file:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert "zwaluw" not in Path(file.value.path()).read_text(encoding="utf-8")
    page.goto(f"{PAIN}/belangrijk/eigen?voor=kind")
    assert page.get_by_text("Dit blad is dicht.").is_visible()
    page.get_by_role("button", name="Dit is mijn blad. Open het.").click()
    assert SECRET in in_sight(page)
    page.goto(f"{PAIN}/belangrijk/{FIRST}?voor=ouder")
    assert page.get_by_text("Dit blad is dicht.").is_visible()


def test_a_change_in_another_tab_does_not_show_a_closed_sheet(visitor: Visitor) -> None:
    page = visitor.visit(f"{PAIN}/wissen?voor=kind").page
    page.locator("[data-keep]").check()
    child_fills_in(page)
    parent = visitor.another_tab(page.context, f"{PAIN}/doelen?voor=ouder").page
    add_goal(parent, "Een rustige avond")
    page.wait_for_function("!document.querySelector('[data-notice=closed]').hidden")
    assert not re.search("zwaluw", in_sight(page))
    assert not page.locator("[data-own]").is_visible()


def test_the_code_is_of_one_person(visitor: Visitor) -> None:
    page = visitor.visit("/k/hernia/besluit/keuze?stem=ik").page
    page.get_by_label("Operatie").check()
    page.goto("/k/hernia/besluit/keuze?stem=partner")
    page.get_by_label("Afwachten").check()
    page.goto("/k/hernia/samenvatting?stem=partner")
    mine = page.locator("[data-code]").inner_text()
    page.goto("/k/hernia/samenvatting?stem=ik")
    page.get_by_role("button", name="Dit is mijn blad. Open het.").click()
    page.wait_for_function("code => document.querySelector('[data-code]').innerText !== code", arg=mine)
    assert mine
    assert "Operatie" in page.locator("[data-leaning]:visible").inner_text()


@pytest.mark.parametrize("folder", ["/gesprek", "/gesprek/diabetes-type-2-doelen", PAIN])
def test_too_much_stays_readable_and_nothing_runs(visitor: Visitor, folder: str) -> None:
    visit = visitor.visit(f"{folder}/doelen")
    page = visit.page
    add_goal(page, "x" * 5000)
    assert page.locator("[data-list=doelen] li .kh-own-text").first.inner_text() == "x" * 500
    for text in ("👍🏽 " * 20, "שלום עולם", "<img src=x onerror=alert(1)>", *(f"Doel {n}" for n in range(26))):
        add_goal(page, text)
    assert page.locator("[data-list=doelen] > li").count() == 30
    add_goal(page, "Nog een")
    assert page.get_by_text("Er staan er al 30.").is_visible()
    assert page.get_by_label("Mijn eigen doel").input_value() == "Nog een"
    checks.fits_the_width(page)
    checks.no_axe_violations(page)
    page.get_by_role("button", name="Haal weg: Doel 3", exact=True).click()
    assert page.locator("[data-list=doelen] > li").count() == 29
    page.goto(f"{folder}/afspraken")
    for n in range(31):
        agree(page, f"Afspraak {n}", "محمد" * 30, "👍" * 600)
    assert page.locator("[data-list=afspraken] > li").count() == 30
    assert page.get_by_text("Er staan er al 30.").is_visible()
    checks.fits_the_width(page)
    for day, said in (("2020-01-01", "Deze dag is al geweest."), ("2099-12-31", "meer dan twee jaar")):
        set_day(page, day)
        assert page.get_by_text(said).is_visible()
    assert "Doel 25" in checks.printed_text(page)
    page.goto(f"{folder}/terugkijken")
    assert page.locator("[data-list=doelen] fieldset").count() == 29
    checks.fits_the_width(page)
    checks.no_axe_violations(page)
    assert not visit.complaints


def test_every_phase_prints_on_half_a_page(visitor: Visitor) -> None:
    """Filled in as in a short talk. The alarm, the trial banner and the foot come besides."""
    page = visitor.visit("/gesprek/doelen").page
    page.locator("[data-goal]").first.check()
    page.goto("/gesprek/afspraken")
    agree(page, "Elke dag samen fietsen", "Ik", "Vanaf maandag")
    tall = "getComputedStyle(document.querySelector('[data-open-sheet]')).height"
    for phase in PHASES:
        page.goto(f"/gesprek/{phase}")
        assert checks.printed_pages(page) == 1, phase
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 718, "height": 1000})
        assert float(page.evaluate(tall).removesuffix("px")) <= 520, phase
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 360, "height": 740})


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


def test_without_javascript_the_way_out_is_a_link_and_the_phases_can_be_printed(visitor: Visitor) -> None:
    page = visitor.visit("/gesprek/alles?stem=kind", java_script_enabled=False).page
    assert page.get_by_role("link", name="Snel weg").get_attribute("href", timeout=1000)
    assert page.locator("main form").count() == 0
    page.get_by_label("Mijn eigen doel").fill("Naar kamp")
    for text in ("Doelen", "Afspraken", "Terugkijken", "Wie", "Wanneer"):
        assert text in checks.printed_text(page)
    assert "Kindertelefoon" in page.inner_text("main")
