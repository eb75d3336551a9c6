"""Security headers, caching, and limits on what a request may be."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

from flask import Flask, Response, abort, redirect, request
from werkzeug.datastructures import ResponseCacheControl
from werkzeug.wrappers import Response as BaseResponse

from web.links import OUR_NAMES

# Bytes of a request body. No page takes one; the limit stands for what will.
BODY_BYTES = 16 * 1024
# Characters of a path and bytes of a query. The longest address the site makes itself is under 500.
PATH_CHARACTERS = 1000
QUERY_BYTES = 16 * 1024
# Seconds. The address of a static file changes when any of them does, so a browser may keep it for a year.
STATIC_SECONDS = 365 * 24 * 3600
# Seconds that a browser may keep the suggestions without asking.
SUGGESTION_SECONDS = 3600
# Seconds that a shared cache may serve a page without asking, and may go on while the site is away.
SHARED_SECONDS, AWAY_SECONDS = 10, 600
# A page that is the same for everyone: a browser asks each time, and gets 304.
SAME_FOR_ALL = f"public, max-age=0, s-maxage={SHARED_SECONDS}, stale-if-error={AWAY_SECONDS}"
NOT_SHARED = "private, no-cache"

# Nothing is allowed but what the pages use, and nothing from anyone else.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# Where the search box is, its script fetches `suggesties.json`. No page with answers may fetch anything.
POLICY_OF_SEARCH = f"{_POLICY}; connect-src 'self'"
SECURITY = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_ALWAYS = (*SECURITY.items(), ("Cache-Control", "no-cache"))


def register(app: Flask) -> None:
    """Put the limits before every request and the headers on every response."""
    app.before_request(_refuse_oversized)
    app.before_request(_without_names_of_others)
    app.after_request(_add_headers)


def _refuse_oversized() -> None:
    if len(request.path) > PATH_CHARACTERS or len(request.query_string) > QUERY_BYTES:
        abort(414)
    if (request.content_length or 0) > BODY_BYTES:
        abort(413)


def _without_names_of_others() -> BaseResponse | None:
    """What others hang on an address, such as `fbclid` and `utm_source`, tells who follows a link; we ask without it.

    Every such address is one of its own for a cache, and would be a page that has to be made.
    """
    asked = list(request.args.items(multi=True))
    ours = [(name, value) for name, value in asked if name in OUR_NAMES]
    # An address that is no page of ours may lead anywhere: `//elsewhere.example`.
    if len(ours) == len(asked) or request.url_rule is None:
        return None
    query = urlencode(ours, safe=",")
    response = redirect(quote(request.path) + (f"?{query}" if query else ""))
    response.headers["Cache-Control"] = NOT_SHARED
    return response


def _add_headers(response: Response) -> Response:
    said = {name.lower() for name, _ in response.headers}
    for name, value in _ALWAYS:
        if name.lower() not in said:
            response.headers.add(name, value)
    if "x-accel-expires" not in said and response.cache_control.public:
        response.headers.add("X-Accel-Expires", _seconds_shared(response.cache_control))
    return response


def _seconds_shared(control: ResponseCacheControl) -> int:
    """How long nginx keeps it. That line nginx reads once; `Cache-Control` it would read again for each reader.

    The shipped nginx keeps nothing that lacks the line, and never passes it on.
    """
    return (control.max_age if control.s_maxage is None else control.s_maxage) or 0


def cached(tag: str, render: Callable[[], str], *, ours: bool | None = None) -> Response:
    """The page, or 304 where the browser or a cache has it. A cache between may change the tag into a weak one.

    Shared caches keep only the addresses that are `ours`, so that made-up ones cannot push the pages out.
    """
    ours = not request.query_string if ours is None else ours
    known = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if known else Response(render())
    response.headers["Cache-Control"] = SAME_FOR_ALL if ours else NOT_SHARED
    response.set_etag(tag)
    return response
