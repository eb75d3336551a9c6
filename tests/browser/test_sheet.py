"""The sheet of the professional: what is refused and how, what goes into the record, and that it is readable."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import checks
from tests.browser.answering import AID, choose
from tests.browser.coding import NEWER, NRS, OTHER_AID, SHEET, SHOWN, WHOLE, code_of, read
from tests.browser.conftest import CTS, Visitor
from tests.browser.test_matrix import SPACING

pytestmark = pytest.mark.walk


@pytest.mark.parametrize("start", ["/blad", f"{CTS}/blad", SHEET])
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Typ eerst de code."),
        (WHOLE[:-2] + ("Y" if WHOLE[-2] == "X" else "X") + WHOLE[-1], "Deze code klopt niet."),
        (WHOLE + "0", "Deze code klopt niet."),
        ("geen code <b>", "Deze code klopt niet."),
        (OTHER_AID, "Deze code is van een keuzehulp die hier niet staat."),
        (NEWER, "Deze code is van een versie die hier niet staat."),
    ],
)
def test_what_is_no_code_here_gets_a_sentence_that_says_what_to_do(
    visitor: Visitor, start: str, typed: str, sentence: str
) -> None:
    visit = visitor.visit(start)
    read(visit.page, typed, start)
    visit.page.get_by_text(sentence).wait_for()
    assert visit.page.locator("[data-problem]:visible").count() == 1
    assert not visit.page.locator(SHOWN).count()
    assert visit.page.evaluate("document.activeElement.matches('[data-typed]')")
    assert visitor.private(visit)


def test_the_page_that_asks_for_a_code_is_ready_to_type_and_has_a_way_back(visitor: Visitor) -> None:
    page = visitor.visit("/zorgverlener/", 360).page
    page.get_by_role("link", name="Lees de code van een patiënt").click()
    expect(page.get_by_label("Code", exact=True)).to_be_focused()
    assert page.evaluate("scrollY") == 0
    checks.no_axe_violations(page)
    page.goto(f"{CTS}/v/1/blad#hulp")
    expect(page.get_by_label("Code", exact=True)).not_to_be_focused()
    page.get_by_role("link", name="Voor zorgverleners").click()
    expect(page.get_by_role("heading", level=1, name="Voor zorgverleners")).to_be_visible()


def test_a_code_of_another_aid_leads_to_its_own(visitor: Visitor) -> None:
    page = visitor.visit("/k/hernia/v/1/blad").page
    for address in ("/k/hernia/v/1/blad", "/k/hernia/blad"):
        read(page, WHOLE, address)
        page.wait_for_selector(SHOWN)
        assert page.url.endswith(SHEET)
    for address in (f"/k/hernia/v/1/blad#{WHOLE}", f"{SHEET}#{WHOLE}", f"/blad%23{WHOLE}", f"{SHEET}%23{WHOLE}"):
        page.goto("/")
        page.goto(address)
        page.wait_for_selector(SHOWN)
        assert page.url.endswith(SHEET)
        expect(page.get_by_text("Deze code kwam uit een link.")).to_be_visible()


def test_the_way_to_the_text_is_no_code_and_a_second_link_is(visitor: Visitor) -> None:
    page = visitor.visit(f"{SHEET}#hulp").page
    assert not page.locator("[data-problem]:visible").count()
    page.evaluate("code => { location.hash = code }", WHOLE)
    page.wait_for_selector(SHOWN)
    page.evaluate("location.hash = 'ONZIN'")
    page.get_by_text("Deze code klopt niet.").wait_for()
    assert not page.locator(SHOWN).count()


RECORD = """Keuzehulp Carpaletunnelsyndroom, versie {version}
Datum: {today}
Ingevuld door de patiënt, niet gecontroleerd.
Dit is een proef. Nog geen arts en geen patiënt heeft deze tekst nagekeken.
Waar de patiënt nu aan denkt: "Nachtspalk"
Wie er beslist, volgens de patiënt: "Wij beslissen samen"
Besproken: Afwachten, Operatie
Wat voor de patiënt telt:
{points}
Mogelijkheden in de keuzehulp: Afwachten, Nachtspalk, Prik in de pols, Operatie
Niet ingevuld: {left}"""


# What matters most comes first; within that the order of the aid.
ANSWERS = [(5, "Heel belangrijk"), (3, "Een beetje belangrijk"), (1, "Niet belangrijk"), (2, "Ik weet het nog niet")]


def test_the_record_is_plain_lines_and_pastes_without_surprises(visitor: Visitor) -> None:
    visit = visitor.visit("/blad", width=1280, permissions=["clipboard-read", "clipboard-write"])
    page = visit.page
    read(page, code_of({1: 1, 2: 4, 3: 2, 5: 3}, 2, 3))
    page.wait_for_selector(SHOWN)
    for option in ("Afwachten", "Operatie"):
        page.get_by_label(option, exact=True).check()
    page.get_by_role("button", name="Kopieer voor het dossier").click()
    page.get_by_text("De regels zijn gekopieerd.").wait_for()
    asked = {question.nr: question.question for question in AID.preference_questions}
    points = "\n".join(f'- "{asked[nr]}" {said}' for nr, said in ANSWERS)
    left = " ".join(f'"{asked[nr]}"' for nr in NRS if nr not in dict(ANSWERS))
    day = "new Date().toLocaleDateString('nl', {day: 'numeric', month: 'long', year: 'numeric'})"
    expected = RECORD.format(version=AID.version, today=page.evaluate(day), points=points, left=left)
    assert page.evaluate("navigator.clipboard.readText()") == expected
    assert page.get_by_label("Deze regels kunnen in het dossier").input_value() == expected
    assert visitor.private(visit)


def test_where_the_clipboard_is_blocked_the_lines_are_selected(visitor: Visitor) -> None:
    visit = visitor.visit("/")
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;"
    )
    read(visit.page, WHOLE)
    visit.page.wait_for_selector(SHOWN)
    visit.page.get_by_role("button", name="Kopieer voor het dossier").click()
    expect(visit.page.get_by_text("druk op Ctrl en C")).to_be_visible()
    assert visit.page.evaluate("getSelection().toString()").startswith("Keuzehulp Carpaletunnelsyndroom, versie ")


def test_a_sheet_can_be_made_empty(visitor: Visitor) -> None:
    page = visitor.visit("/blad").page
    read(page, WHOLE)
    page.wait_for_selector(SHOWN)
    page.get_by_label("Operatie", exact=True).check()
    page.get_by_role("button", name="Maak dit blad leeg").click()
    assert not page.locator(SHOWN).count()
    expect(page.get_by_label("Code", exact=True)).to_be_visible()
    assert page.locator("[data-record]").input_value() == ""
    assert not page.locator(":checked").count()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("mode", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_a_filled_sheet_is_accessible_with_prompts_closed_and_open(
    visitor: Visitor, width: int, mode: dict[str, Any]
) -> None:
    page = visitor.visit("/blad", width, **mode).page
    read(page, WHOLE)
    page.wait_for_selector(SHOWN)
    assert page.locator("details").count() == len(["FHIR"]) + 4
    assert page.locator("details[open]").count() == 0
    checks.no_axe_violations(page)
    checks.fits_the_width(page)
    checks.targets_are_large(page)
    for summary_line in page.locator("summary").all():
        summary_line.click()
    expect(page.get_by_text("Wat is voor u het belangrijkst?")).to_be_visible()
    checks.no_axe_violations(page)
    checks.fits_the_width(page)


def test_nothing_is_cut_with_wide_spacing_or_large_text(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start", 320, bypass_csp=True).page
    choose(page, "belangrijk/slapen", "Heel belangrijk")
    for address in (f"{CTS}/samenvatting", "/blad", f"{SHEET}#{WHOLE}"):
        page.goto(address)
        page.locator(SHOWN if address.endswith(WHOLE) else "main").wait_for()
        for style in (SPACING, "html { font-size: 200% !important }"):
            page.add_style_tag(content=style)
            checks.fits_the_width(page)


def test_without_javascript_the_page_says_what_to_do(visitor: Visitor) -> None:
    for address in ("/blad", SHEET):
        page = visitor.visit(address, java_script_enabled=False).page
        expect(page.get_by_label("Code", exact=True)).to_be_hidden()
        assert "JavaScript staat uit" in page.content()


def test_a_browser_without_storage_still_goes_on(visitor: Visitor) -> None:
    page = visitor.visit("/").page
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('nee') }});")
    read(page, WHOLE)
    page.wait_for_selector(SHOWN)
    expect(page.get_by_text("Deze code kwam uit een link.")).to_be_visible()


AGREED = {
    "Doel": "Weer slapen",
    "Afspraak": "Spalk in de nacht",
    "Wie": "Patiënt",
    "Wanneer": "Elke nacht\n6 weken",
    "Terugkijken": "11 januari",
}


def test_what_is_agreed_stands_in_the_record_and_on_paper_and_is_kept_nowhere(visitor: Visitor) -> None:
    visit = visitor.visit("/blad")
    page = visit.page
    read(page, WHOLE)
    page.wait_for_selector(SHOWN)
    assert "Doel:" not in page.locator("[data-record]").input_value()
    for label, text in AGREED.items():
        page.get_by_label(label, exact=True).fill(text)
    said = [f"{label}: {' '.join(text.split())}" for label, text in AGREED.items()]
    lines = page.locator("[data-record]").input_value().split("\n")
    assert [line for line in lines if line.split(":")[0] in AGREED] == said
    page.emulate_media(media="print")
    for label, text in AGREED.items():
        expect(page.locator(f"p:has-text('{label}:'):visible", has_text=text.split("\n")[0])).to_have_count(1)
    assert not page.locator("textarea:visible").count()
    page.emulate_media(media="screen")
    kept = page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])")
    assert not [text for text in AGREED.values() if text in kept]
    assert visitor.private(visit)
    page.evaluate("code => { location.hash = code }", code_of({2: 3}))
    expect(page.get_by_label("Doel", exact=True)).to_have_value("")
    assert not [line for line in said if line in page.locator("[data-record]").input_value()]


@pytest.mark.parametrize("start", ["/zorgverlener/", "/zorgverlener/carpaletunnelsyndroom"])
def test_a_patient_who_does_not_exist_is_the_same_each_time_and_says_so(visitor: Visitor, start: str) -> None:
    visit = visitor.visit(start)
    page, told = visit.page, "Dit is een verzonnen patiënt, om mee te oefenen."
    seen = []
    for _ in range(2):
        page.goto(start)
        page.get_by_role("link", name="Oefen met een verzonnen patiënt").click()
        page.wait_for_selector(SHOWN)
        expect(page.get_by_text(told).first).to_be_visible()
        expect(page.get_by_text("Ingevuld door de patiënt").filter(visible=True)).to_have_count(0)
        expect(page.get_by_text("Deze code kwam uit een link.")).to_be_hidden()
        seen.append(page.locator("[data-record]").input_value())
    assert seen[0] == seen[1]
    assert seen[0].startswith(told)
    assert "Ingevuld door" not in seen[0]
    assert "Heel belangrijk" in seen[0]
    assert "#" not in page.url
    assert visitor.private(visit)
    page.evaluate("code => { location.hash = code }", WHOLE)
    expect(page.get_by_text(told).first).to_be_hidden()
    expect(page.get_by_text("Ingevuld door de patiënt").filter(visible=True)).to_have_count(1)
    record = page.locator("[data-record]").input_value()
    assert told not in record
    assert "Ingevuld door de patiënt, niet gecontroleerd." in record
