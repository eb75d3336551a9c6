"""What must hold for any page in the browser."""

import contextlib
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Locator, Page
from pypdfium2 import PdfDocument

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

# Text that is cut: more of it than its box shows, while the box hides the rest.
_CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
  const style = getComputedStyle(e);
  return e.offsetParent && !e.closest('.kh-unseen, .kh-skip, svg, textarea, input') &&
    (style.overflowX === 'hidden' || style.overflowY === 'hidden' || style.textOverflow === 'ellipsis') &&
    (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => e.className + ': ' + e.textContent.slice(0, 40))"""


def no_axe_violations(page: Page) -> None:
    """WCAG 2.2 AA and axe's best practices, once no colour is on its way to another."""
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)))")
    found = Axe().run(page, options=RULES)
    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()


def fits_the_width(page: Page) -> None:
    """No scrolling sideways."""
    wide, view = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= view, f"{page.url}: {wide} > {view}"


def nothing_is_cut(page: Page) -> None:
    """No box hides a part of its own text."""
    assert not page.evaluate(_CUT), page.url


def follow(link: Locator) -> None:
    """Click a link and wait until the page it leads to is there: a click alone returns before that."""
    with link.page.expect_navigation():
        link.click()


def until(page: Page, condition: str, given: object = None) -> None:
    """Wait until a JavaScript expression, or a function of what is given, is true.

    Playwright's own `wait_for_function` asks the page to evaluate the text again, which our policy against scripts
    in text forbids: it only works where the condition already holds.
    """
    for _ in range(100):
        # While another page takes its place, the page cannot be asked.
        with contextlib.suppress(Error):
            if page.evaluate(condition, given):
                return
        page.wait_for_timeout(50)
    raise AssertionError(f"never so on {page.url}: {condition}")


def printed_pages(page: Page) -> int:
    """How many A4 pages the page prints on."""
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4", prefer_css_page_size=True)))


def printed_text(page: Page) -> str:
    """Everything the page prints, white space folded."""
    document = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    # A soft hyphen at the end of a printed line.
    return " ".join(text.replace("\ufffe", "").replace("\xad", "").split())


def targets_are_large(page: Page, least: int = 24) -> None:
    """Links and buttons that stand alone are large enough to hit (WCAG 2.5.8)."""
    small = page.evaluate(
        """least => [...document.querySelectorAll('a.kh-button, button, summary, .kh-links a, .kh-top a, .kh-back')]
        .filter(e => e.offsetParent && (e.offsetHeight < least || e.offsetWidth < least)).map(e => e.textContent)""",
        least,
    )
    assert not small
