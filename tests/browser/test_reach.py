"""Everyone gets there: by keyboard alone, at four times the size, with wide spacing, with long words."""

import pytest
from playwright.sync_api import Page, expect

from engine import journey
from tests.browser import checks
from tests.browser.answering import AID
from tests.browser.conftest import CTS, Visitor
from tests.browser.test_pages import TYPES

# 1280 pixels at 400 % are 320; the height shrinks too (WCAG 1.4.10).
FOUR_TIMES = {"width": 320, "height": 256}
FOCUSED = """() => {
  const at = document.activeElement;
  if (at === document.body || at === document.documentElement) return null;
  const shown = at.matches('.kh-choice input') ? at.closest('.kh-choice') : at;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  return { outline: parseFloat(style.outlineWidth), line: style.outlineStyle, text: at.textContent.trim(),
    href: at.getAttribute('href'), inView: box.bottom > 0 && box.top < innerHeight, main: at.id === 'inhoud' };
}"""


def tab_to(page: Page, text: str) -> int:
    """Tab until what is called `text` has the focus, and count the stops; each of them is seen."""
    for stops in range(1, 120):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        assert found, f"{page.url}: the focus left the page before {text}"
        assert found["outline"] >= 3, (page.url, found)
        assert found["line"] == "solid", (page.url, found)
        assert found["inView"], (page.url, found)
        if found["text"] == text:
            return stops
    raise AssertionError(f"{page.url}: no {text}")


@pytest.mark.walk
def test_the_whole_aid_can_be_walked_by_keyboard_with_the_focus_in_view(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    steps = journey.walk(AID)
    stops = 0
    for step in steps[1:]:
        stops += tab_to(page, "Verder")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.endswith(f"{CTS}/{step.page}")
    assert len(steps) >= 20
    assert stops >= 200


@pytest.mark.walk
def test_the_chapters_unfold_by_keyboard_and_without_script(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/belangrijk", 320, java_script_enabled=False).page
    assert not page.get_by_role("link", name="Verschillen", exact=True).count()
    page.get_by_text("Alle stappen").focus()
    page.keyboard.press("Enter")
    assert page.locator("[aria-current=step]").inner_text() == "Wat telt"
    checks.fits_the_width(page)
    checks.follow(page.get_by_role("link", name="Verschillen", exact=True))
    assert page.url.endswith("/vergelijken")
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(page.get_by_role("link", name="Wat telt", exact=True)).to_be_visible()
    expect(page.get_by_text("Alle stappen")).to_be_hidden()


@pytest.mark.walk
def test_at_four_times_the_size_nothing_is_cut(visitor: Visitor) -> None:
    page = visitor.visit("/").page
    page.set_viewport_size(FOUR_TIMES)  # type: ignore[arg-type]
    for address in TYPES:
        page.goto(address)
        checks.fits_the_width(page)
        checks.nothing_is_cut(page)
        fixed = page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.offsetHeight > 100 && "
            "['fixed', 'sticky'].includes(getComputedStyle(e).position)).length"
        )
        assert not fixed, address
    assert len(TYPES) >= 29


@pytest.mark.walk
def test_long_words_break(example: Visitor) -> None:
    page = example.visit("/k/voorbeeld/start", 320).page
    long = "Hottentottententententoonstellingsmakersopleidingsprogramma"
    for address in ("start", "opties", "vergelijken", "keuzekaart", "samenvatting", "alles"):
        page.goto(f"/k/voorbeeld/{address}")
        changed = page.evaluate(
            """word => {
              const places = document.querySelectorAll('h1, h2, h3, main p, main li, main dd, main td, a');
              places.forEach(place => {
                const text = [...place.childNodes].find(node => node.nodeType === 3 && node.textContent.trim());
                if (text) text.textContent = word;
              });
              return places.length;
            }""",
            long,
        )
        assert changed >= 10
        checks.fits_the_width(page)
