"""What stands before Flask: pages that depend on content alone are made once, and then served as bytes.

Flask says with `Cache-Control: public` that a page is the same for everyone. Search, private pages, failures and
addresses with something unknown never say so, and always reach Flask.
"""

import gzip
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Bytes that one process keeps. Pages are kept compressed: this is about 1,200 of them.
KEPT_BYTES = 8 * 1024 * 1024
# Bytes. What is larger is not kept, so that one page can never push out all others.
_LARGEST = 1024 * 1024
_COMPRESSES = re.compile(r"text/|application/json|image/svg")
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
_READS = frozenset({"GET", "HEAD"})
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as bytes. `packed` where the bytes are gzip, which is undone for who cannot read that."""

    tag: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    packed: bool


class _Kept:
    """Pages of one day, at most so many bytes. The half that was used last stays when the other half has to go.

    Threads share it without a lock: two that write at once make the same page twice, and nothing else.
    """

    def __init__(self, day: date, most: int) -> None:
        self.day, self._half = day, most // 2
        self._young: dict[_Key, _Page] = {}
        self._old: dict[_Key, _Page] = {}
        self._bytes = 0

    def get(self, key: _Key) -> _Page | None:
        page = self._young.get(key)
        if page is None and (page := self._old.get(key)) is not None:
            self.put(key, page)
        return page

    def put(self, key: _Key, page: _Page) -> None:
        size = len(page.body) + sum(map(len, key))
        if self._bytes + size > self._half:
            self._old, self._young, self._bytes = self._young, {}, 0
        self._young[key] = page
        self._bytes += size


class Front:
    """Flask with its public pages kept. A new day starts with none, because pages tell how old their text is."""

    def __init__(
        self,
        app: "WSGIApplication",
        today: Callable[[], date],
        most: int = KEPT_BYTES,
        count: Callable[[str], object] | None = None,
    ) -> None:
        """`count` is told the path of each page that is given, where a site asked for that."""
        self._app, self._today, self._most, self._count = app, today, most, count
        self._kept = _Kept(today(), most)

    def emptied(self) -> "Front":
        """The same, with nothing kept."""
        return Front(self._app, self._today, self._most, self._count)

    def counting(self, count: Callable[[str], object]) -> "Front":
        """The same, telling the path of each page that is given."""
        made = Front(self._app, self._today, self._most, count)
        made._kept = self._kept
        return made

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method not in _READS:
            return self._app(environ, start_response)
        kept = self._kept
        if (day := self._today()) != kept.day:
            kept = self._kept = _Kept(day, self._most)
        key = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        page = kept.get(key)
        if page is None and method == "GET":
            return self._made(environ, start_response, kept, key)
        if page is None:
            return self._app(environ, start_response)
        if self._count is not None:
            self._count(key[0])
        return _sent(page, environ, start_response)

    def _made(
        self, environ: "WSGIEnvironment", start_response: "StartResponse", kept: _Kept, key: _Key
    ) -> Iterable[bytes]:
        """What Flask answers, kept where that may be."""
        begun: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], object]:
            begun[:] = [status, headers, exc_info]
            return lambda _: None

        made = self._app(environ, start)
        try:
            body = b"".join(made)
        finally:
            if hasattr(made, "close"):
                made.close()
        status, headers, exc_info = begun
        if exc_info is None and (page := _page(status, headers, body)) is not None:
            kept.put(key, page)
            if self._count is not None:
                self._count(key[0])
            return _sent(page, environ, start_response)
        start_response(status, headers, exc_info)
        return [body]


def _page(status: str, headers: Iterable[tuple[str, str]], body: bytes) -> _Page | None:
    """The page to keep; None where it is not the same for everyone."""
    found = {name.lower(): value for name, value in headers}
    same = (
        "public" in found.get("cache-control", "") and "set-cookie" not in found and "content-encoding" not in found
    )
    if not status.startswith(f"{HTTPStatus.OK.value} ") or not same or "etag" not in found or len(body) > _LARGEST:
        return None
    rest = tuple((name, value) for name, value in headers if name.lower() not in {"etag", "content-length", "vary"})
    tag = found["etag"].removeprefix("W/")
    # One page in two codings is one page: that is what a weak tag says.
    rest = (*rest, ("ETag", f"W/{tag}"), ("Vary", "Accept-Encoding"))
    packed = gzip.compress(body, mtime=0) if _COMPRESSES.match(found.get("content-type", "")) else body
    return _Page(tag, rest, packed, packed is not body)


def _sent(page: _Page, environ: Mapping[str, Any], start_response: "StartResponse") -> Iterable[bytes]:
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if asked is not None and page.tag in asked:
        start_response("304 Not Modified", [one for one in page.headers if one[0] != "Content-Type"])
        return []
    headers, body = list(page.headers), page.body
    if page.packed:
        if _TAKES_GZIP.search(environ.get("HTTP_ACCEPT_ENCODING", "")):
            headers.append(("Content-Encoding", "gzip"))
        else:
            body = gzip.decompress(body)
    headers.append(("Content-Length", str(len(body))))
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
