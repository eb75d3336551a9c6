"""How a test talks: a child, a parent and a practice nurse fill in, and what of it is in sight."""

import re

from playwright.sync_api import Page

from engine import library
from engine.paths import AIDS
from tests.browser import checks
from tests.browser.conftest import Visit
from tests.conftest import TODAY

PAIN = "/k/buikpijn-bij-kinderen"
AID = library.load(AIDS, "aids", TODAY).entries["buikpijn-bij-kinderen"].aid
FIRST = AID.preference_questions[0].id
SECRET = "zwaluwgeheim 🤫"


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
