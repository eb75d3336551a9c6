"""Each shipped aid does the whole job: found by what people call it, walked with answers, printed."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from engine import journey
from engine.model import Aid
from engine.search import Index
from tests.browser import checks
from tests.browser.conftest import Visitor
from tests.conftest import shipped

pytestmark = pytest.mark.full
LIBRARY = shipped()
OWN = "Ik kijk graag naar zwaluwen"


def test_there_are_aids() -> None:
    assert len(LIBRARY.entries) >= 9


@pytest.mark.parametrize("slug", LIBRARY.entries)
def test_from_search_to_the_printed_summary(visitor: Visitor, slug: str) -> None:
    aid = LIBRARY.entries[slug].aid
    visit = visitor.visit("/")
    page = visit.page
    page.get_by_label("Wat hebt u, of wat voelt u?").fill(_word(slug, aid))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    checks.follow(page.get_by_role("link", name=aid.title, exact=True))
    seen = []
    while True:
        seen.append(urlsplit(page.url).path.removeprefix(f"/k/{slug}/"))
        _answer(page)
        onward = page.get_by_role("link", name="Verder", exact=True)
        if not onward.count():
            break
        checks.follow(onward)
    assert seen == [step.page for step in journey.walk(aid)]
    printed = checks.printed_text(page)
    assert OWN in printed
    for question in aid.preference_questions:
        assert " ".join(question.question.split()) in printed, question.id
    assert all(option.name in printed for option in aid.options)
    assert checks.printed_pages(page) <= 2
    assert not [one for one in visit.sent if "zwaluw" in one]


def _word(slug: str, aid: Aid) -> str:
    """A search word that leads to this aid before every other: two aids about one thing share most of them."""
    index = Index(LIBRARY)
    return next(word for word in aid.search_words if index.find(word)[0].slug == slug)


def _answer(page: Page) -> None:
    """Answer what the page asks: the heaviest importance, the first of anything else, own words where they fit."""
    for group in page.locator("main fieldset").all():
        heavy = group.get_by_label("Heel belangrijk", exact=True)
        (heavy if heavy.count() else group.locator("input")).first.check()
    for text in page.locator("main textarea").all():
        text.fill(OWN)
