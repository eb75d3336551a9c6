"""Paper: no way to click on it, and on it all that a loose sheet must say."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from tests.browser import checks
from tests.browser.answering import fill_in
from tests.browser.conftest import CTS, Visitor, serve
from tests.browser.test_pages import TYPES
from tests.conftest import ROOT

pytestmark = pytest.mark.walk
TRIAL = "Dit is een proef. Kies niet alleen met deze tekst."
HANDOUT = "/zorgverlener/carpaletunnelsyndroom/blad"


def sheets(page: Page) -> list[str]:
    """What stands on each printed sheet, white space folded."""
    document = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


def test_every_sheet_has_its_number_and_nothing_to_click(visitor: Visitor) -> None:
    page = visitor.visit("/").page
    for address in (*TYPES, HANDOUT):
        page.goto(address)
        page.emulate_media(media="print")
        assert not page.locator("nav, button, .kh-onward, form[role=search]").filter(visible=True).count(), address
        page.emulate_media(media=None)
        found = sheets(page)
        for number, text in enumerate(found, start=1):
            assert f"{number} van {len(found)}" in text, address
        if address.startswith("/k/") or address == HANDOUT:
            whole = " ".join(found)
            assert "Dit is een proef. Nog geen arts en geen patiënt heeft deze tekst nagekeken." in whole, address
            assert "Wanneer belt u?" in whole, address
            assert re.search(r"Versie \d+ van \d+ november 2026", whole), address
            assert all(TRIAL in text for text in found[1:]), (address, found)
    assert len(TYPES) >= 31


def test_one_sheet_each_for_card_handout_and_a_full_summary(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    fill_in(page)
    for address in (f"{CTS}/samenvatting", f"{CTS}/keuzekaart", HANDOUT):
        page.goto(address)
        (text,) = sheets(page)
        assert "1 van 1" in text
        assert "Drie goede vragen" in text or "Mijn vragen" in text


# Answers everything on the page with every question, with words of one's own and three questions.
EVERYTHING = """() => {
  const find = (kind) => [...document.querySelectorAll(`main ${kind}`)];
  const radios = find("input[type=radio]");
  for (const name of new Set(radios.map(e => e.name))) radios.filter(e => e.name === name)[0].click();
  find("input[type=checkbox]").slice(0, 3).forEach(e => e.click());
  for (const box of find("textarea")) {
    box.value = "Ik ben bang voor littekens, en ik wil weten hoe lang het duurt.";
    box.dispatchEvent(new Event("input", {bubbles: true}));
  }
  return radios.length;
}"""


@pytest.mark.parametrize("slug", ["carpaletunnelsyndroom", "hernia", "statines", "buikpijn-bij-kinderen"])
def test_a_summary_of_all_there_is_to_say_is_one_sheet(visitor: Visitor, slug: str) -> None:
    page = visitor.visit(f"/k/{slug}/alles").page
    assert page.evaluate(EVERYTHING) > 20
    page.goto(f"/k/{slug}/samenvatting")
    expect(page.get_by_text("Ik ben bang voor littekens").first).to_be_visible()
    (text,) = sheets(page)
    assert text.count("Ik ben bang voor littekens") == 2
    assert "Opnieuw bekijken" in text


OVER_THE_CODE = """() => {
  const code = document.querySelector('.kh-share').getBoundingClientRect();
  return [...document.querySelectorAll('.kh-sheet h2, .kh-sheet h3, .kh-sheet .kh-said, .kh-sheet li')]
    .filter(e => !e.closest('.kh-share') && e.getClientRects().length)
    .filter(e => {
      const words = document.createRange();
      words.selectNodeContents(e);
      return [...words.getClientRects()].some(box => box.width && box.left < code.right && box.right > code.left
        && box.top < code.bottom && box.bottom > code.top);
    }).map(e => e.textContent.trim());
}"""


@pytest.mark.parametrize("goal", ["", "Ik wil weer kunnen naaien zonder dat mijn vingers slapen, ook na een uur"])
def test_nothing_is_printed_over_the_code(visitor: Visitor, goal: str) -> None:
    page = visitor.visit(f"{CTS}/start").page
    fill_in(page)
    if goal:
        page.goto(f"{CTS}/doelen")
        page.get_by_label("Mijn eigen doel").fill(goal)
        page.get_by_role("button", name="Zet dit doel erbij").click()
    page.goto(f"{CTS}/samenvatting")
    page.locator("[data-code]").filter(has_text=re.compile("[0-9A-Z]{4}")).wait_for()
    # As wide as a sheet between its margins.
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    expect(page.locator(".kh-share")).to_be_visible()
    assert page.locator(".kh-sheet h3:visible").count() >= 5
    assert page.evaluate(OVER_THE_CODE) == []


def test_a_handout_of_every_aid_is_one_sheet(visitor: Visitor) -> None:
    page = visitor.visit("/zorgverlener/").page
    addresses = page.locator("main .kh-card > a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(addresses) >= 9
    for address in addresses:
        page.goto(f"{address}/blad")
        assert checks.printed_pages(page) == 1, address


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that knows where readers find it."""
    folder = tmp_path_factory.mktemp("addressed")
    shutil.copytree(ROOT / "aids" / "_voorbeeld", folder / "aids" / "voorbeeld")
    yield from serve(Path(folder), folder / "aids", "--adres", "https://keuzehulp.example/")


def test_paper_names_the_address_of_the_page_in_full(browser: Browser, addressed: str) -> None:
    page = browser.new_page(base_url=addressed)
    for address in ("/keuzehulpen", "/k/voorbeeld/start", "/k/voorbeeld/vergelijken"):
        page.goto(address)
        assert f"https://keuzehulp.example{address}" in "".join(sheets(page)).replace(" ", "")
    page.goto("/k/voorbeeld/bronnen")
    text = "".join(sheets(page)).replace(" ", "")
    links = page.locator("main a[href^=http]").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(links) >= 2
    for link in links:
        assert text.count(link.replace(" ", "")) >= 1, link
    page.close()
