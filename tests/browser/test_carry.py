"""The file that a family keeps: made in the browser, judged like its schema, and never in place of what is there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from engine import schema
from engine.paths import SCHEMAS
from tests.browser import checks
from tests.browser.answering import choose, fill_in, stored, summary
from tests.browser.conftest import CTS, Visitor
from web.site import static_mark

pytestmark = pytest.mark.walk
SHAPES = json.loads(Path(__file__).with_name("shapes.json").read_text(encoding="utf-8"))
VALIDATOR = schema.load(SCHEMAS / "antwoorden.schema.json")
KNOWN = [{"nr": nr, "version": 1, "questions": list(range(1, 64)), "options": list(range(1, 16))} for nr in (0, 1)]
NOTHING = {"formaat": 1, "nr": 1, "versie": 1, "gewijzigd": "2026-11-22T10:00:00Z", "antwoorden": {}}


@pytest.fixture
def page(visitor: Visitor) -> Iterator[Page]:
    visit = visitor.visit(f"{CTS}/wissen")
    yield visit.page
    assert not visit.complaints


def test_browser_and_schema_judge_alike(page: Page) -> None:
    assert len(SHAPES) >= 40
    address = f"/static/{static_mark()}/js/carry.js"
    page.evaluate("a => import(a).then(found => { window.carry = found })", address)
    for shape in SHAPES:
        assert VALIDATOR.is_valid(shape["raw"]) == shape["fits"], shape["why"]
        found = page.evaluate(
            "([text, known]) => window.carry.unpack(text, known)", [json.dumps(shape["raw"]), KNOWN]
        )
        refused = "problem" in found or bool(found["left"])
        assert refused == (not shape["fits"]), (shape["why"], found)


def kept_file(page: Page) -> dict[str, Any]:
    """What `Bewaar als bestand` gives, whole and right."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert download.value.suggested_filename.startswith("keuzehulp-carpaletunnelsyndroom-20")
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert VALIDATOR.is_valid(found)
    return found


def bring(page: Page, text: str | bytes) -> None:
    """Open a file with this in it."""
    body = text if isinstance(text, bytes) else text.encode()
    page.get_by_label("Open mijn bestand").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": body}
    )


def test_everything_comes_back_from_the_file(visitor: Visitor) -> None:
    visit = visitor.visit(f"{CTS}/start")
    fill_in(visit.page)
    before = summary(visit.page)
    visit.page.goto(f"{CTS}/wissen")
    file = kept_file(visit.page)
    other = visitor.visit(f"{CTS}/wissen")
    bring(other.page, json.dumps(file))
    expect(other.page.get_by_text("Uw bestand is geopend.")).to_be_visible()
    assert not other.page.locator("[data-left]:visible").count()
    assert summary(other.page) == before
    assert not [line for line in visit.sent + other.sent if "zwaluwnest" in line or not line.startswith("GET ")]
    assert not visit.complaints
    assert not other.complaints


def test_nothing_is_replaced_before_the_reader_agrees(page: Page) -> None:
    choose(page, "belangrijk/slapen", "Heel belangrijk")
    page.goto(f"{CTS}/wissen")
    before = stored(page)
    bring(page, json.dumps({**NOTHING, "antwoorden": {"1": 1}}))
    expect(page.get_by_text("Er staat hier al iets.")).to_be_visible()
    assert stored(page) == before
    checks.no_axe_violations(page)
    page.get_by_role("button", name="Laat het zoals het is").click()
    assert stored(page) == before
    bring(page, json.dumps({**NOTHING, "antwoorden": {"1": 1}}))
    page.get_by_role("button", name="Open dit bestand").click()
    expect(page.get_by_text("Uw bestand is geopend.")).to_be_visible()
    page.goto(f"{CTS}/belangrijk/slapen")
    assert page.get_by_label("Niet belangrijk").is_checked()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"formaat":1,"nr":1,"ver', "niet heel"),
        ("", "niet heel"),
        (b"\xff\xfe\x00\x01", "niet heel"),
        ("[" * 100_000, "niet heel"),
        ("[]", "geen bestand van deze site"),
        ('{"formaat":"1"}', "geen bestand van deze site"),
        (json.dumps({"formaat": 1, "nr": 1}), "geen bestand van deze site"),
        (json.dumps({**NOTHING, "formaat": 2}), "nieuwere site"),
        (json.dumps({**NOTHING, "nr": 999}), "andere keuzehulp"),
        ("x" * 5_000_000, "te groot"),
    ],
    ids=["cut", "empty", "bytes", "deep", "list", "format", "parts", "newer", "aid", "large"],
)
def test_a_file_that_is_no_use_changes_nothing_and_says_why(page: Page, text: str | bytes, said: str) -> None:
    choose(page, "belangrijk/slapen", "Heel belangrijk")
    page.goto(f"{CTS}/wissen")
    before = stored(page)
    bring(page, text)
    notice = page.locator("[data-carried]:visible")
    notice.wait_for()
    assert said in notice.inner_text()
    assert "Er is niets veranderd." in notice.inner_text()
    assert stored(page) == before


def test_what_is_left_out_of_a_hostile_file_is_counted(page: Page) -> None:
    goals = json.dumps([{"tekst": "g" * 5000} for _ in range(40)])
    hostile = (
        '{"formaat":1,"nr":1,"versie":9,"gewijzigd":"2026-11-22T10:00:00Z","antwoorden":{"1":3,"62":2},'
        '"__proto__":{"neiging":1},"eigen":{"zorg":"<img src=x onerror=alert(1)>"},"neiging":99,'
        f'"doelen":{goals}}}'
    )
    bring(page, hostile)
    page.get_by_text("Uw bestand is geopend.").wait_for()
    counts = {
        part.get_attribute("data-left"): part.locator("span").inner_text()
        for part in page.locator("[data-left]:visible").all()
    }
    assert counts == {"long": "30", "many": "10", "wrong": "1", "unknown": "1", "dropped": "1"}
    assert "Heel belangrijk" in summary(page)
    assert "<img src=x" in page.locator(".kh-sheet").inner_text()


def test_what_stays_on_this_device_stays_there_when_a_file_is_opened(page: Page) -> None:
    choose(page, "belangrijk/slapen", "Heel belangrijk")
    page.goto(f"{CTS}/wissen")
    page.get_by_label("Bewaar mijn antwoorden op dit apparaat").check()
    kept = "Object.keys(localStorage).filter(key => /^keuzehulp:\\d/.test(key))"
    passing = kept.replace("localStorage", "sessionStorage")
    assert page.evaluate(kept) == ["keuzehulp:1"]
    bring(page, json.dumps({**NOTHING, "antwoorden": {"1": 1}}))
    page.get_by_role("button", name="Open dit bestand").click()
    expect(page.get_by_text("Uw bestand is geopend.")).to_be_visible()
    assert page.evaluate(kept) == ["keuzehulp:1"]
    assert page.evaluate(passing) == []
    page.goto(f"{CTS}/belangrijk/slapen")
    assert page.get_by_label("Niet belangrijk").is_checked()
