"""Filling in "Mijn plaatje" in the browser."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from engine import schema
from engine.paths import SCHEMAS

SHEET = "/k/mijn-plaatje"
PAGES = ("start", "plaatje", "doelen", "proberen", "afspraken", "terugkijken", "samen", "vertellen", "afdrukken")
VALIDATOR = schema.load(SCHEMAS / "antwoorden.schema.json")
SECRET = "Zwaluwmeisje"


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


def save(page: Page) -> dict[str, Any]:
    page.goto(f"{SHEET}/wissen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert VALIDATOR.is_valid(found)
    return found


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
