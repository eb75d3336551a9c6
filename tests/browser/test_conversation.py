"""Prepare, goals, agree, look back: a child, a parent and a practice nurse on one phone, and weeks later again."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.browser.conftest import CTS, Visit, Visitor
from tests.browser.talking import (
    AID,
    PAIN,
    SECRET,
    accessible_and_private,
    add_goal,
    agree,
    child_fills_in,
    in_sight,
    parent_fills_in,
    set_day,
)

pytestmark = pytest.mark.walk
PHASES = ("voorbereiden", "doelen", "afspraken", "terugkijken", "controle")
# In the words that `accessible_and_private` looks for in requests.
WRITTEN = ("Sinds mei zie ik zwaluwen", "Minder fietsen", "Wij beslissen samen", "Een rustige avond")


def test_a_family_from_goals_to_looking_back(visitor: Visitor) -> None:
    visit = visitor.visit(f"{PAIN}/start?voor=kind")
    page = visit.page
    child_fills_in(page)
    accessible_and_private(visit)
    page.get_by_role("link", name="Klaar? Geef het door").click()
    assert SECRET not in in_sight(page)
    expect(page.get_by_role("button", name="Laat zien")).to_be_hidden()
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
    # Each in the words that they answered to themselves.
    assert "voor jou" in sheets.nth(0).inner_text()
    assert "uw kind" not in sheets.nth(0).inner_text()
    assert "uw kind" in sheets.nth(1).inner_text()
    accessible_and_private(visit)
    assert checks.printed_pages(page) <= 2
    weeks_later(visitor, nurse_makes_agreements(visit))


def nurse_makes_agreements(visit: Visit) -> str:
    """The practice nurse, on the same phone: two agreements, a day, paper, and the file that the family keeps."""
    page = visit.page
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
    return kept


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
    assert "Wat ik eerst zei, en wat ik nu zeg" in paper


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
    expect(page.get_by_text("Er staan er al 30.")).to_be_visible()
    assert page.get_by_label("Mijn eigen doel").input_value() == "Nog een"
    checks.fits_the_width(page)
    checks.no_axe_violations(page)
    page.get_by_role("button", name=re.compile("Haal weg ?: Doel 3$")).click()
    assert page.locator("[data-list=doelen] > li").count() == 29
    page.goto(f"{folder}/afspraken")
    for n in range(31):
        agree(page, f"Afspraak {n}", "محمد" * 30, "👍" * 600)
    assert page.locator("[data-list=afspraken] > li").count() == 30
    expect(page.get_by_text("Er staan er al 30.")).to_be_visible()
    checks.fits_the_width(page)
    for day, said in (("2020-01-01", "Deze dag is al geweest."), ("2099-12-31", "meer dan twee jaar")):
        set_day(page, day)
        expect(page.get_by_text(said)).to_be_visible()
    assert "Doel 25" in checks.printed_text(page)
    page.goto(f"{folder}/terugkijken")
    # What was still in the field went along when there was room again.
    assert page.locator("[data-list=doelen] fieldset").count() == 30
    expect(page.get_by_text("Nog een", exact=True)).to_be_visible()
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
        page.emulate_media(media="null")
        page.set_viewport_size({"width": 360, "height": 740})


def fill_in_before_the_visit(page: Page, query: str = "") -> None:
    page.goto(f"/gesprek/voorbereiden{query}")
    page.locator("[data-own=speelt]").fill("Sinds mei zie ik zwaluwen")
    page.locator("[data-own=bespreken]").fill("Minder fietsen")
    page.locator("[data-ticked]").first.check()
    page.get_by_label("Wij beslissen samen").check()
    page.goto(f"/gesprek/doelen{query}")
    page.locator("[data-goal]").first.check()
    add_goal(page, "Een rustige avond")


def test_what_was_written_before_the_visit_is_taken_along_on_one_sheet(visitor: Visitor) -> None:
    visit = visitor.visit("/gesprek/meenemen")
    page = visit.page
    expect(page.get_by_text("U hebt nog niets ingevuld.")).to_be_visible()
    expect(page.get_by_role("link", name="Kies uw doelen")).to_be_visible()
    accessible_and_private(visit)
    assert checks.printed_pages(page) == 1
    fill_in_before_the_visit(page)
    goal = str(page.locator("[data-goal]").first.get_attribute("value"))
    checks.follow(page.get_by_role("link", name="Verder"))
    assert page.url.endswith("/gesprek/meenemen")
    expect(page.get_by_text("U hebt nog niets ingevuld.")).to_be_hidden()
    for said in (page.inner_text(".kh-sheet"), checks.printed_text(page)):
        assert not [text for text in (*WRITTEN, goal, "Wat kan ik kiezen?") if text not in said]
    assert checks.printed_pages(page) == 1
    accessible_and_private(visit)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Druk af").click()
    assert page.evaluate("window.printed")
    checks.follow(page.get_by_role("link", name="Wijzig : Doelen"))
    for _ in range(2):
        page.get_by_role("button", name=re.compile("^Haal weg")).first.click()
    page.goto("/gesprek/meenemen")
    expect(page.get_by_text("Nog niet ingevuld.").last).to_be_visible()
    assert "Een rustige avond" not in page.inner_text("main")
    # Agreements are not of before the visit.
    page.goto("/gesprek/diabetes-type-2-doelen/afspraken")
    agree(page, "Elke dag samen fietsen")
    page.goto("/gesprek/diabetes-type-2-doelen/meenemen")
    expect(page.get_by_text("U hebt nog niets ingevuld.")).to_be_visible()
    assert not visit.complaints


def test_a_sheet_to_take_along_is_of_one_voice(visitor: Visitor) -> None:
    visit = visitor.visit("/gesprek/meenemen")
    page = visit.page
    fill_in_before_the_visit(page, "?stem=ik")
    checks.follow(page.get_by_role("link", name="Verder"))
    assert page.url.endswith("/gesprek/meenemen?stem=ik")
    assert not [text for text in WRITTEN if text not in checks.printed_text(page)]
    accessible_and_private(visit)
    page.goto("/gesprek/doelen?stem=partner")
    add_goal(page, "Samen uit")
    page.goto("/gesprek/meenemen?stem=partner")
    assert "Samen uit" in page.inner_text("main")
    assert not [text for text in WRITTEN if text in f"{in_sight(page)} {checks.printed_text(page)}"]
    for address in ("/gesprek/meenemen?stem=ik", "/gesprek/meenemen"):
        page.goto(address)
        page.reload()
        assert not [text for text in WRITTEN if text in f"{in_sight(page)} {checks.printed_text(page)}"], address
    page.goto("/gesprek/meenemen?stem=ik")
    page.get_by_role("button", name="Dit is mijn blad. Open het.").click()
    assert not [text for text in WRITTEN if text not in page.inner_text(".kh-sheet")]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("query", ["", "?stem=kind"])
def test_the_whole_conversation_is_two_sheets_to_write_on(visitor: Visitor, query: str, *, script: bool) -> None:
    page = visitor.visit(f"/gesprek/alles{query}", java_script_enabled=script).page
    assert checks.printed_pages(page) == 2
    paper = checks.printed_text(page)
    assert "Wat Wie Wanneer" in paper
    assert "Datum:" in paper
    assert paper.count("Mijn eigen doel") == 1
    assert "Afspraken" not in paper.split("1 van 2")[0], "what is done at home is the first sheet"
    assert not page.get_by_text("Datum:").is_visible() or not script
    page.get_by_label("Mijn eigen doel").fill("Een rustige avond")
    if not script:
        assert "Een rustige avond" in checks.printed_text(page)
        return
    fill_in_before_the_visit(page, query)
    page.goto(f"/gesprek/alles{query}")
    agree(page, "Elke dag samen fietsen", "Ik", "Vanaf maandag")
    set_day(page, "2027-01-15")
    full = checks.printed_text(page)
    assert "Elke dag samen fietsen" in full
    assert "Datum:" not in full
    assert "15 januari 2027" in full
    assert checks.printed_pages(page) == 2
    for box in page.locator("[data-goal]").all():
        box.check()
    page.locator("[data-own=speelt]").fill("Ik ben al lang moe. " * 25)
    assert checks.printed_pages(page) == 2, "what is much takes no third sheet"
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Druk af").click()
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("address", [f"{CTS}/afspraken", "/gesprek/terugkijken", "/gesprek/alles"])
def test_on_paper_the_day_is_in_the_language_of_the_page_whatever_the_browser_speaks(
    visitor: Visitor, address: str
) -> None:
    page = visitor.visit(address, locale="en-US").page
    page.emulate_media(media="print")
    empty = page.locator("[data-day-blank]")
    assert empty.is_visible() == address.endswith("alles")
    assert page.locator(".kh-day").is_visible() == address.endswith("alles")
    page.emulate_media(media="screen")
    expect(empty).to_be_hidden()
    set_day(page, "2027-01-11")
    expect(page.get_by_text("11 januari 2027")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("11 januari 2027")).to_be_visible()
    expect(empty).to_be_hidden()
    expect(page.locator("[data-day]")).to_be_hidden()


def test_without_javascript_the_way_out_is_a_link_and_the_phases_can_be_printed(visitor: Visitor) -> None:
    page = visitor.visit("/gesprek/alles?stem=kind", java_script_enabled=False).page
    assert page.get_by_role("link", name="Snel weg").get_attribute("href")
    assert page.locator("main form").count() == 0
    page.get_by_label("Mijn eigen doel").fill("Naar kamp")
    for text in ("Doelen", "Afspraken", "Terugkijken", "Wie", "Wanneer"):
        assert text in checks.printed_text(page)
    assert "Kindertelefoon" in page.inner_text("main")
