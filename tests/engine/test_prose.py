"""Markdown of content: a few forms come through, everything else stays text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from engine import prose


def test_paragraphs_lists_and_emphasis() -> None:
    assert prose.render("Een **vette** zin.\n\n- a\n- b") == (
        "<p>Een <strong>vette</strong> zin.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
    )
    assert prose.inline("Een *schuine* zin.") == "Een <em>schuine</em> zin."


def test_plain_text_for_search_and_counting() -> None:
    assert prose.plain("Een **vette**\nzin.\n\n- a\n- b") == "Een vette zin.\na\nb"


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab <>&\"'![]()#`>-*_\n\\/:"), max_size=60))
def test_no_text_makes_any_other_tag_or_attribute(text: str) -> None:
    for html in (prose.render(text), prose.inline(text)):
        tags = re.findall(r"<[^>]*>", html)
        assert all(re.fullmatch(r"</?(p|ul|ol|li|strong|em|br)( start=\"\d+\")?( /)?>", tag) for tag in tags)


def test_hostile_text_stays_text() -> None:
    for text in (
        "<script>alert(1)</script>",
        "<b onclick=alert(1)>x</b>",
        "![x](https://example.org/volg.png)",
        "[x](javascript:alert(1))",
        "<https://example.org>",
    ):
        html = prose.render(text)
        assert html.startswith("<p>")
        assert not re.search(r"<(?!/?p>)", html), html
