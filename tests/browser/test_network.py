"""Mijn plaatje: list, drawing, goals, trying, agreements, looking back, paper and file, by touch and by keyboard."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page
from pypdfium2 import PdfDocument

from engine import schema
from engine.paths import SCHEMAS
from tests.browser import checks
from tests.browser.conftest import Visit, Visitor

pytestmark = pytest.mark.walk
SHEET = "/k/mijn-plaatje"
PAGES = ("start", "plaatje", "doelen", "proberen", "afspraken", "terugkijken", "samen", "vertellen", "afdrukken")
VALIDATOR = schema.load(SCHEMAS / "antwoorden.schema.json")
SECRET = "Zwaluwmeisje"
PAPERS = {"a4": (210, 297), "a4l": (297, 210), "a3": (297, 420), "a3l": (420, 297)}
POINTS = 72 / 25.4


def theme(page: Page, name: str, how: int, wish: str = "") -> None:
    """Say of a theme how it is, and close it again."""
    box = page.get_by_label(name, exact=True)
    if box.count() and not box.is_checked():
        box.check()
    part = page.locator("details.kh-area", has=page.locator(f"[data-title]:text-is('{name}')")).first
    if not part.evaluate("e => e.open"):
        part.locator("summary").click()
    part.locator(f"[data-field=hoe][value='{how}']").check()
    if wish:
        part.get_by_label(re.compile("anders")).fill(wish)
    part.locator("summary").click()


def person(page: Page, name: str, role: str, close: str, *signs: str) -> None:
    page.get_by_label("Naam van deze persoon").fill(name)
    page.get_by_label("Wie is dat?").select_option(role)
    page.get_by_label(close, exact=True).check()
    for sign in signs:
        page.get_by_label(sign, exact=True).check()
    page.get_by_role("button", name="Zet deze persoon erbij").click()


def fill_in(page: Page, stem: str = "", name: str = SECRET) -> None:
    page.goto(f"{SHEET}/plaatje{stem}")
    page.get_by_label("Naam", exact=True).fill(name)
    theme(page, "School", 4, "Minder druk in de zwaluwklas.")
    theme(page, "Thuis", 1)
    page.get_by_label("Iets anders").fill("Paardrijden 🐴")
    page.get_by_role("button", name="Zet dit erbij").click()
    theme(page, "Paardrijden 🐴", 1)
    person(page, "Mama", "Familie", "Heel dichtbij", "Helpt mij", "Mag dit weten")
    person(page, "Dokter Zwaluw", "Huisarts", "Verder weg", "Mag dit weten")
    # The colours of a button under the pointer take 120 ms.
    page.mouse.move(0, 0)
    page.wait_for_timeout(200)


def drawing(page: Page) -> str:
    return str(page.locator("[data-picture=nu] svg").first.inner_html())


def said(page: Page) -> list[str]:
    return page.locator("[data-picture=nu] svg").first.locator("text").all_text_contents()


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


def test_the_sheet_with_the_keyboard_only(visitor: Visitor) -> None:
    visit = visitor.visit(f"{SHEET}/plaatje", 1280)
    page = visit.page
    press = page.keyboard.press

    def go(selector: str) -> None:
        """Tab until the focus is there: everything can be reached, in the order of the page."""
        for _ in range(80):
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            press("Tab")
        raise AssertionError(selector)

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
    assert not visit.complaints


def save(page: Page) -> dict[str, Any]:
    page.goto(f"{SHEET}/wissen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert VALIDATOR.is_valid(found)
    return found


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


def full(themes: int, people: int, name: str = "Noor") -> dict[str, Any]:
    own = ["Paardrijden", "Hand op de zwaluw", "🦄 spelen", "מוזיקה", "Lange naam " * 5, "W" * 60]
    areas = [{"naam": f"{own[at % 6][:56]} {at}", "hoe": at % 6 + 1, "anders": "Ja."} for at in range(themes)]
    crowd = [
        {"naam": f"{own[at % 6][:56]} {at}", "rol": "Familie", "kring": at % 3 + 1, "helpt": True}
        for at in range(people)
    ]
    head = {"formaat": 1, "nr": 12, "versie": 1, "gewijzigd": "2026-11-22T10:00:00Z", "antwoorden": {}}
    return {**head, "stem": "kind", "plaatje": {"naam": name, "themas": areas, "mensen": crowd}}


def put(page: Page, sheet: dict[str, Any]) -> None:
    """A sheet in the store, changed just now."""
    page.evaluate(
        """sheet => {
          sheet.gewijzigd = new Date().toISOString();
          sessionStorage.setItem("keuzehulp:12:kind", JSON.stringify(sheet));
        }""",
        sheet,
    )


@pytest.mark.parametrize(("themes", "people"), [(0, 0), (1, 0), (8, 6), (40, 30)])
def test_every_size_of_paper_has_one_page(visitor: Visitor, themes: int, people: int) -> None:
    page = visitor.visit(f"{SHEET}/start").page
    put(page, full(themes, people))
    page.goto(f"{SHEET}/afdrukken")
    for value, (width, height) in PAPERS.items():
        page.locator(f"[data-paper][value={value}]").check()
        document = PdfDocument(page.pdf(prefer_css_page_size=True))
        assert len(document) == 1, (value, len(document))
        assert [round(side / POINTS) for side in document[0].get_size()] == [width, height]
        text = document[0].get_textpage().get_text_range()
        assert "112" in text
        assert "proef" in text
        if themes == 8:
            assert "Paardrijden 0" in " ".join(text.split())
    checks.no_axe_violations(page)


def test_the_largest_sheet_is_whole_in_the_list_and_in_the_drawing(visitor: Visitor) -> None:
    visit = visitor.visit(f"{SHEET}/start", 320)
    page = visit.page
    put(page, full(40, 30, "‮Noor " + "x" * 50))
    page.goto(f"{SHEET}/plaatje")
    assert page.locator("details.kh-area").count() == 40
    assert page.locator("[data-people] li").count() == 30
    assert page.locator("[data-picture=nu] svg > g").count() == 71
    assert page.locator("[data-left-out]").is_hidden()
    page.get_by_label("Iets anders").fill("Nog een")
    page.get_by_role("button", name="Zet dit erbij").click()
    assert page.get_by_text("Er staan er al 40.").is_visible()
    checks.fits_the_width(page)
    checks.no_axe_violations(page)
    assert not visit.complaints


def test_words_of_readers_are_only_text(visitor: Visitor) -> None:
    visit = visitor.visit(f"{SHEET}/start")
    page = visit.page
    bad = "<img src=x onerror=alert(1)>"
    sheet = full(1, 1, bad)
    sheet["plaatje"]["themas"][0].update(naam=bad, anders=bad)
    sheet["plaatje"]["mensen"][0].update(naam=bad)
    sheet["proberen"] = [bad]
    sheet["toen"] = {"op": "2026-11-01T10:00:00Z", "plaatje": sheet["plaatje"]}
    sheet["vertellen"] = {"voor": bad, "delen": ["naam", "plaatje", "mensen", "proberen", f"thema:{bad}"]}
    put(page, sheet)
    for name in PAGES:
        page.goto(f"{SHEET}/{name}")
        assert not page.locator("main img").count(), name
    assert not visit.complaints


def test_only_what_is_ticked_is_told(visitor: Visitor) -> None:
    page = visitor.visit(f"{SHEET}/start").page
    fill_in(page)
    page.goto(f"{SHEET}/vertellen")
    assert page.locator("[data-told]").is_hidden()
    assert not page.locator("[data-parts] :checked").count()
    page.get_by_label("Voor wie is dit?").fill("Juf Anja")
    page.get_by_label("De tekening").check()
    page.get_by_label("School", exact=True).check()
    told = page.locator("[data-told]")
    assert "Minder druk in de zwaluwklas." in told.inner_text()
    assert "Juf Anja" in told.inner_text()
    shown = told.locator("svg text").all_text_contents()
    assert "School" in shown
    for word in ("Thuis", "Mama", SECRET):
        assert word not in told.inner_text()
        assert word not in shown
    paper = checks.printed_text(page)
    assert "Minder druk in de zwaluwklas." in paper
    assert "Mama" not in paper
    assert checks.printed_pages(page) == 1
    checks.no_axe_violations(page)
    page.reload()
    assert page.get_by_label("De tekening").is_checked()


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
        page.wait_for_function("window.wasCached !== undefined")
        page.wait_for_function("document.querySelector('main').style.visibility !== 'hidden'")
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


@pytest.mark.parametrize("scheme", ["dark", "forced"])
def test_the_drawing_can_be_read_in_other_colours(visitor: Visitor, scheme: str) -> None:
    options = {"color_scheme": "dark"} if scheme == "dark" else {"forced_colors": "active"}
    page = visitor.visit(f"{SHEET}/start", **options).page
    fill_in(page)
    checks.no_axe_violations(page)


def test_without_a_script_there_is_a_sheet_for_a_pen(visitor: Visitor) -> None:
    page = visitor.visit(f"{SHEET}/plaatje", java_script_enabled=False).page
    checks.follow(page.get_by_role("link", name="Vul alles in op één bladzijde en druk die af"))
    assert page.locator("h1").inner_text() == "Een leeg plaatje op papier"
    assert page.locator(".kh-blank-sheet tr").count() >= 13
