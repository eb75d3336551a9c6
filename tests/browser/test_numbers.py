"""Numbers as a reader sees them: alike in every arm, folded on wish, told apart without colour, the same on paper."""

import base64

import pytest
from playwright.sync_api import Page, expect

from engine import language
from tests.aids.test_one_cell import EXAMPLE, LIBRARY
from tests.browser import checks
from tests.browser.conftest import CTS, Visitor

pytestmark = pytest.mark.walk
EXAMPLE_PAGE = "/k/voorbeeld/vergelijken"
# What a reader could take for a hint: size, letter, colour, place.
LOOKS = """() => [...document.querySelectorAll('.kh-row')].map(row => [...row.querySelectorAll('.kh-arm')]
  .map(arm => {
  const names = ['fontSize', 'fontWeight', 'color', 'backgroundColor', 'borderColor', 'opacity', 'fill', 'textAlign'];
  const style = (element) => names.map(name => getComputedStyle(element)[name]);
  const box = arm.getBoundingClientRect(), picture = arm.querySelector('svg.kh-people, svg.kh-scale');
  const drawn = picture && picture.getBoundingClientRect();
  return JSON.stringify([Math.round(box.width), style(arm), style(arm.querySelector('.kh-arm-name')),
    [...arm.querySelectorAll('.kh-count, .kh-count strong, .kh-count svg')].map(style),
    drawn && [Math.round(drawn.width), Math.round(drawn.height), Math.round(drawn.left - box.left)]]);
}))"""
PIXELS = """async (png) => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const data = pen.getImageData(0, 0, image.width, image.height).data, light = [];
  for (let i = 0; i < data.length; i += 4) light.push(0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2]);
  return light;
}"""


def open_groups(page: Page) -> None:
    """Every group at once; a reader opens one, and that closes another."""
    page.evaluate("document.querySelectorAll('.kh-group').forEach(e => { e.name = ''; e.open = true; })")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("mode", [{}, {"forced_colors": "active"}], ids=["light", "forced"])
def test_arms_look_alike(example: Visitor, width: int, mode: dict[str, str]) -> None:
    page = example.visit(EXAMPLE_PAGE, width, **mode).page
    open_groups(page)
    page.locator(".kh-sensitive > summary").click()
    rows = page.evaluate(LOOKS)
    assert sorted(len(arms) for arms in rows) == [1, 2, 2, 2, 3]
    assert all(len(set(arms)) == 1 for arms in rows), [set(arms) for arms in rows]


def test_all_numbers_fold_away_and_the_page_still_reads(example: Visitor) -> None:
    page = example.visit(EXAMPLE_PAGE, java_script_enabled=False).page
    blocks = page.locator(".kh-row")
    assert blocks.count() == 5
    expect(blocks.last).to_be_visible()
    page.locator(".kh-numbers > summary").press("Enter")
    for block in blocks.all():
        expect(block).to_be_hidden()
    expect(page.locator("table.kh-words")).to_be_visible()
    expect(page.locator(".kh-button")).to_be_visible()
    checks.fits_the_width(page)


def test_the_reader_opens_one_group(example: Visitor) -> None:
    page = example.visit(EXAMPLE_PAGE, java_script_enabled=False).page
    groups = page.locator(".kh-group")
    assert groups.count() == 2
    expect(page.locator("#rij-hik-weg")).to_be_hidden()
    groups.nth(0).locator("summary").first.press("Enter")
    expect(page.locator("#rij-hik-weg .kh-arm").first).to_be_visible()
    groups.nth(1).locator("summary").first.press("Enter")
    expect(page.locator("#rij-last h4")).to_be_visible()
    expect(page.locator("#rij-hik-weg")).to_be_hidden()
    # A link to a row of a group opens the group.
    page.goto(f"{EXAMPLE_PAGE}#rij-hik-weg")
    expect(page.locator("#rij-hik-weg .kh-arm").first).to_be_visible()


def test_a_sensitive_row_opens_only_when_the_reader_taps(example: Visitor) -> None:
    page = example.visit(f"{EXAMPLE_PAGE}#rij-last", java_script_enabled=False).page
    inside = page.locator("#rij-last .kh-arm").first
    expect(page.locator("#rij-last h4")).to_be_visible()
    expect(inside).to_be_hidden()
    page.locator("#rij-last summary").first.press("Enter")
    expect(inside).to_be_visible()
    # The page to print shows them to nobody, and says where they are.
    page.goto("/k/voorbeeld/alles")
    assert page.locator("#rij-last .kh-arm").count() == 0
    assert page.locator("#rij-last a").get_attribute("href") == "/k/voorbeeld/vergelijken#rij-last"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_word_opens_and_closes_by_keyboard_and_the_page_stays_where_it_is(visitor: Visitor, script: bool) -> None:
    page = visitor.visit(f"{CTS}/vergelijken", java_script_enabled=script).page
    word = page.locator("a.kh-word").nth(3)
    word.focus()
    before = page.evaluate("scrollY")
    assert before > 0
    page.keyboard.press("Enter")
    sheet = page.locator(".kh-tapped:target")
    expect(sheet).to_be_visible()
    assert sheet.inner_text().lower().startswith(word.inner_text().lower()[:4])
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Sluit"
    page.keyboard.press("Enter")
    assert page.locator(".kh-tapped:target").count() == 0
    assert abs(page.evaluate("scrollY") - before) <= 1
    if script:
        assert word.evaluate("e => e === document.activeElement")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        assert page.locator(".kh-tapped:target").count() == 0
        assert word.evaluate("e => e === document.activeElement")


def apart(page: Page, first: str, second: str) -> float:
    """The share of the pixels of two drawn people that clearly differ in lightness."""
    lights = []
    for mark in (first, second):
        shot = page.locator(f'.kh-mark:has(use[href="#kh-one-{mark}"])').first.screenshot()
        lights.append(page.evaluate(PIXELS, base64.b64encode(shot).decode()))
    pairs = list(zip(*lights, strict=False))
    return sum(abs(one - other) > 60 for one, other in pairs) / len(pairs)


@pytest.mark.parametrize("deficiency", ["none", "deuteranopia", "protanopia", "tritanopia", "achromatopsia"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_outcomes_are_told_apart_without_colour(example: Visitor, deficiency: str, scheme: str) -> None:
    page = example.visit(EXAMPLE_PAGE, color_scheme=scheme, device_scale_factor=3, bypass_csp=True).page
    open_groups(page)
    page.context.new_cdp_session(page).send("Emulation.setEmulatedVisionDeficiency", {"type": deficiency})
    for first, second in (("full", "striped"), ("full", "empty"), ("striped", "empty")):
        assert apart(page, first, second) > 0.05, (first, second)


@pytest.mark.parametrize("page_name", ["vergelijken", "alles"])
def test_every_number_is_on_paper(visitor: Visitor, page_name: str) -> None:
    seen = 0
    for slug, entry in LIBRARY.entries.items():
        said = checks.printed_text(visitor.visit(f"/k/{slug}/{page_name}").page)
        for row in entry.aid.rows:
            for arm in row.arms:
                for sentence in language.arm_sentences(row, arm, "nl") if not row.sensitive else ():
                    assert str(sentence) in said, (slug, row.id)
                    seen += 1
    assert seen >= 60


def test_the_example_has_what_these_tests_look_at() -> None:
    assert EXAMPLE is not None
    assert {len(row.outcomes) for row in EXAMPLE.rows} == {2, 3}
    assert any(row.sensitive for row in EXAMPLE.studies)
    assert {row.denominator for row in EXAMPLE.rows} == {100, 1000, 10_000}
