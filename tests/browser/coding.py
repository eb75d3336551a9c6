"""How a test makes a code, types it and sees what a sheet shows."""

from playwright.sync_api import Page

from tests.antwoordcode import Reader, encode
from tests.browser.answering import AID
from tests.browser.conftest import CTS

NRS = [question.nr for question in AID.preference_questions]
OPTIONS = [option.nr for option in AID.options]
SHEET = f"{CTS}/v/{AID.version}/blad"
SHOWN = "[data-sheet]:not([hidden])"


def code_of(said: dict[int, int], leaning: int = 0, role: int = 0) -> str:
    return encode(Reader(AID.nr, AID.version, leaning, role, said), NRS)


WHOLE = code_of({1: 3}, 2, 3)
OTHER_AID = encode(Reader(1023, 1, 0, 0, {1: 1}), [1])
NEWER = encode(Reader(AID.nr, 900, 0, 0, {1: 1}), NRS)


def read(page: Page, typed: str, address: str = "/blad") -> None:
    """Type a code and press Enter."""
    page.goto(address)
    page.get_by_label("Code", exact=True).fill(typed)
    page.get_by_label("Code", exact=True).press("Enter")


def shown(page: Page) -> tuple[dict[int, str], list[str]]:
    """The points in view with the answer beside each, and what else was said."""
    page.wait_for_selector(SHOWN)
    points = page.evaluate(
        """[...document.querySelectorAll('.kh-points > li:not([hidden])')].map(e =>
        [e.querySelector('strong').textContent, e.querySelector('.kh-said:not([hidden])').textContent])"""
    )
    numbers = {question.question: question.nr for question in AID.preference_questions}
    others = page.locator(".kh-mine .kh-said:visible").all_inner_texts()
    return {numbers[question]: answer for question, answer in points}, others
