"""Texts of an aid as HTML; safe because prose.py escapes everything it does not know."""

from markupsafe import Markup

from engine import prose


def blocks(text: str) -> Markup:
    """A text of one or more paragraphs and lists."""
    return Markup(prose.render(text))


def line(text: str) -> Markup:
    """A text of one line, without a block around it."""
    return Markup(prose.inline(text))
