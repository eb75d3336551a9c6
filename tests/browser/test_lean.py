"""What builders read in a stylesheet is left out on the way to a browser, and nothing else."""

import pytest

from tests.browser.conftest import CTS, Visitor
from web.lean import SHEETS, sheet
from web.site import STATIC

RULES = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map(rule => rule.cssText);
}"""


@pytest.mark.walk
@pytest.mark.parametrize("name", SHEETS)
def test_a_browser_reads_the_same_rules(visitor: Visitor, name: str) -> None:
    page = visitor.visit(f"{CTS}/start").page
    whole = "".join((STATIC / part).read_text(encoding="utf-8") for part in SHEETS[name])
    rules = page.evaluate(RULES, whole)
    assert len(rules) >= 200
    assert page.evaluate(RULES, sheet(name)) == rules
    assert len(sheet(name)) < 0.95 * len(whole)
