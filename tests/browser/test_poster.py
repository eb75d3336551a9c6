"""The poster is one sheet that can be read from a chair."""

import pytest

from tests.browser import checks
from tests.browser.conftest import Visitor

pytestmark = pytest.mark.walk


def test_the_poster_prints_on_one_sheet_without_what_is_for_the_screen(visitor: Visitor) -> None:
    page = visitor.visit("/zorgverlener/poster", width=1280).page
    assert checks.printed_pages(page) == 1
    printed = checks.printed_text(page)
    assert "Wat betekent dat voor mij?" in printed
    assert page.locator(".kh-poster .kh-address").inner_text() in printed
    assert "Deze site is een proef." in printed
    assert "hang hem op" not in printed
