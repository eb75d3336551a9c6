"""What a page weighs: the bodies a browser fetches for it, compressed as a server or proxy in front of us does."""

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

KIB = 1024
# Bytes per page of the site: the budgets (issue 9).
HTML, STYLE, SCRIPT = 12 * KIB, 8 * KIB, 8 * KIB
# The first page of a visit, with and without the font.
FIRST, FIRST_WITHOUT_FONT = 60 * KIB, 20 * KIB
# The summary also draws a QR code, with a script of others.
QR_SCRIPT = int(2.5 * KIB)
# Pages beside the walk where people write more, look back, or make and open the file to carry along.
WRITING_SCRIPT = int(10.5 * KIB)
_IMPORT = re.compile(r'(?:from|import)\s*\(?"([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """Bytes, compressed. `vendored` are scripts of others; fonts are compressed already."""

    html: int
    style: int
    script: int
    vendored: int
    font: int

    @property
    def without_font(self) -> int:
        return self.html + self.style + self.script + self.vendored

    @property
    def total(self) -> int:
        return self.without_font + self.font


def gzipped(body: bytes) -> int:
    return len(gzip.compress(body, 6, mtime=0))


def weigh(get: Callable[[str], bytes], address: str) -> Weight:
    """The weight of the page at `address` with everything it always asks for; `get` fetches a body."""
    body = get(address)
    html = body.decode()
    (sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    style = get(sheet)
    fonts = {urljoin(sheet, name) for name in re.findall(r'url\("([^"]+\.woff2)"\)', style.decode())}
    scripts = set(_scripts(get, re.findall(r'<script type="module" src="([^"]+)"', html), set()))
    ours = [name for name in scripts if "/vendor/" not in name]
    return Weight(
        gzipped(body),
        gzipped(style),
        sum(gzipped(get(name)) for name in ours),
        sum(gzipped(get(name)) for name in scripts if name not in ours),
        sum(len(get(name)) for name in fonts),
    )


def _scripts(get: Callable[[str], bytes], names: list[str], seen: set[str]) -> Iterator[str]:
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name
            imported = [urljoin(name, one) for one in _IMPORT.findall(get(name).decode())]
            yield from _scripts(get, imported, seen)
