"""How a test answers like a patient, and looks at what is stored."""

from playwright.sync_api import Page

from engine import journey
from tests.browser.conftest import CTS
from tests.conftest import shipped

AID = shipped().entries["carpaletunnelsyndroom"].aid
PAGES = [*(step.page for step in journey.walk(AID)), *journey.EXTRA_PAGES]
CONTROLS = "document.querySelectorAll('main input, main textarea')"
WORRY = "Ik zorg voor mijn zwaluwnest <b>&"


def choose(page: Page, address: str, label: str) -> None:
    page.goto(f"{CTS}/{address}")
    page.get_by_label(label, exact=True).first.check()


def fill_in(page: Page, importance: str = "Heel belangrijk") -> None:
    """Answer everything there is to answer."""
    for question in AID.preference_questions:
        choose(page, f"belangrijk/{question.id}", importance)
    page.goto(f"{CTS}/belangrijk/eigen")
    page.get_by_label("Schrijf het op als u wilt").fill(WORRY)
    choose(page, "besluit/wie", "Wij beslissen samen")
    choose(page, "besluit/keuze", "Nachtspalk")
    page.goto(f"{CTS}/besluit/zeker")
    page.get_by_role("group", name="Hebt u genoeg steun").get_by_label("Nee").check()
    page.goto(f"{CTS}/vragen")
    page.get_by_label("Heb ik een zenuwonderzoek nodig?").check()
    page.get_by_label("Mijn eigen vragen").fill("Kan ik daarna nog naaien?")


def summary(page: Page) -> str:
    page.goto(f"{CTS}/samenvatting")
    return page.locator(".kh-sheet").inner_text()


def wipe(page: Page, scope: str) -> None:
    """Wipe "in deze keuzehulp" or "in alle keuzehulpen", and say yes when asked."""
    page.get_by_role("button", name=scope).click()
    page.get_by_role("button", name="Ja, wis alles").click()


def stored(page: Page) -> str:
    return str(page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"))
