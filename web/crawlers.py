"""`/robots.txt` and `/sitemap.xml`: what search engines may list. A trial is never among it (ADR 11)."""

from flask import Blueprint, Response, request
from markupsafe import escape

from engine.terms import Status
from web.about import PAGES
from web.finding import by_title
from web.links import Choices, link
from web.site import site

blueprint = Blueprint("crawlers", __name__)


@blueprint.get("/robots.txt")
def robots() -> Response:
    """All may be read but results of a search, which are endless. Pages themselves say what is not for a list."""
    lines = ("User-agent: *", "Disallow: /zoeken", f"Sitemap: {_address()}/sitemap.xml", "")
    return Response("\n".join(lines), mimetype="text/plain")


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """The pages someone may begin at, as sitemaps.org wants them."""
    starts = (link(one.slug, "start", Choices()) for one in by_title() if one.aid.status is Status.PUBLISHED)
    pages = ("/", "/keuzehulpen", *starts, *(f"/{name}" for name in PAGES))
    rows = "".join(f"<url><loc>{escape(_address() + page)}</loc></url>\n" for page in pages)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n{rows}</urlset>\n'
    return Response(text, mimetype="application/xml")


def _address() -> str:
    return site().public_address(request.host_url)
