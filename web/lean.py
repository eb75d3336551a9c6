"""Our stylesheets and scripts as a browser gets them: without what only builders read.

One stylesheet per page, with the theme behind it, so that nothing else blocks it (issue 9). There is no build step:
this happens once, when a file is first asked for.
"""

import re
from functools import cache
from pathlib import Path

from web.site import STATIC, STYLESHEET

# What each sheet is made of. A page asks for one of them.
SHEETS = {
    STYLESHEET: (STYLESHEET,),
    "css/plaatje.css": (STYLESHEET, "css/plaatje.css"),
    "css/bladen.css": (STYLESHEET, "css/bladen.css"),
}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE = re.compile(r"\s*\n\s*")
# Our scripts have no texts of more than one line, so a line that begins so says nothing to a browser.
_SAID = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)


@cache
def sheet(name: str, folder: Path = STATIC) -> str:
    """The sheet called `name` without comments and indents. Our sheets have no texts with `/*` in them."""
    parts = ((folder / part).read_text(encoding="utf-8") for part in SHEETS[name])
    return _LINE.sub("\n", _COMMENT.sub("", "".join(parts)))


@cache
def script(file: Path) -> str:
    """A script of ours without the lines that are comments."""
    return _SAID.sub("", file.read_text(encoding="utf-8"))


def served(name: str, theme: str) -> tuple[str, str] | None:
    """The text and media type of a file of ours, a sheet with the tokens of the site behind it; None for others."""
    if name in SHEETS:
        return sheet(name) + theme, "text/css"
    file = STATIC / name
    return (script(file), "text/javascript") if file in _scripts() else None


@cache
def _scripts() -> frozenset[Path]:
    return frozenset((STATIC / "js").glob("*.js"))
