"""The one stylesheet of a page, as a browser gets it: without what only builders read, and with the theme behind it.

One file per page, so that nothing else blocks it (issue 9). There is no build step: this happens once, when it is
first asked for.
"""

import re
from functools import cache
from pathlib import Path

from web.site import STATIC, STYLESHEET

# What each sheet is made of. A page asks for one of them.
SHEETS = {STYLESHEET: (STYLESHEET,), "css/plaatje.css": (STYLESHEET, "css/plaatje.css")}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE = re.compile(r"\s*\n\s*")


@cache
def lean(name: str, folder: Path = STATIC) -> str:
    """The sheet called `name` without comments and indents. Our sheets have no texts with `/*` in them."""
    parts = ((folder / part).read_text(encoding="utf-8") for part in SHEETS[name])
    return _LINE.sub("\n", _COMMENT.sub("", "".join(parts)))


def served(name: str, theme: str) -> str:
    """The sheet with the tokens of the site behind our own."""
    return lean(name) + theme
