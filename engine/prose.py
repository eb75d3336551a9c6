"""The one Markdown renderer: paragraphs, lists, bold and italics, nothing else. The only importer of markdown_it.

HTML, images, links, headings and code in content stay visible as the characters the editor typed; the rule
`opmaak` tells the editor. So no content can bring in markup or a request to someone else.
"""

from functools import lru_cache

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("zero", {"html": False, "typographer": False}).enable(
    ["list", "emphasis", "newline", "escape"]
)


@lru_cache(maxsize=4096)
def render(text: str) -> str:
    """Markdown as HTML blocks: `<p>`, `<ul>`, `<ol>`, `<li>`, `<strong>`, `<em>` and `<br>` only."""
    return str(_MARKDOWN.render(text)).strip()


def plain(text: str) -> str:
    """Markdown as plain text, one block per line: for search, counting and reading aloud."""
    lines = []
    for token in _MARKDOWN.parse(text):
        if token.type == "inline":
            parts = [
                child.content if child.type == "text" else " "
                for child in token.children or []
                if child.type in ("text", "softbreak", "hardbreak")
            ]
            lines.append("".join(parts))
    return "\n".join(lines)


@lru_cache(maxsize=4096)
def inline(text: str) -> str:
    """Markdown of one line as HTML without a block around it: `<strong>` and `<em>` only."""
    return str(_MARKDOWN.renderInline(text)).strip()
