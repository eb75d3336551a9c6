"""Pages kept before Flask: the same bytes as Flask makes, only where they are the same for everyone, and bounded."""

import gzip
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client
from werkzeug.wrappers import Response

from tests.conftest import TODAY
from web.front import Front
from web.site import static_mark

START = "/k/carpaletunnelsyndroom/start"
PUBLIC = (
    "/",
    "/keuzehulpen",
    "/blad",
    "/suggesties.json",
    START,
    "/k/hernia/alles",
    "/k/middenoorontsteking-bij-kinderen/start?opties=pijnstilling,antibiotica",
)
NEVER = (
    *("/zoeken?q=knie", "/zoeken?q=", "/zorgverlener/", "/zorgverlener/hernia", "/k/hernia/keuzekaart", "/k/hernia"),
    "/k/hernia/groep",
    *(
        "/x",
        "/?x=1",
        "/keuzehulpen?x",
        "/suggesties.json?x=1",
        f"{START}?utm=1",
        f"{START}?opties=gips",
        # What means nothing is no other page: made-up addresses must not push pages out.
        *(
            f"{START}?{query}"
            for query in ("&", "taal=nl", "taal=nl&taal=x1", "voor=&voor=geheim", "opties=&opties=x")
        ),
        "/static/x/icon.svg",
        # A name of ours that means nothing there.
        *(f"/static/{static_mark()}/{name}?q=1" for name in ("icon.svg", "css/keuzehulp.css", "js/page.js")),
    ),
)


class Counted:
    """An application that makes a page and counts how often."""

    def __init__(self, caching: str = "public", size: int = 10, tag: str = '"a"') -> None:
        self.asked: list[str] = []
        self.headers = [("Content-Type", "text/html"), ("Cache-Control", caching), ("ETag", tag)]
        self.size = size

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.asked.append(environ["PATH_INFO"])
        start_response("200 OK", self.headers)
        return [bytes(index * 31 % 251 for index in range(self.size))]


def front(app: Any, today: Any = lambda: TODAY, most: int = 1000) -> Client:
    return Client(Front(app, today, most), Response)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_kept_page_is_the_page(client: FlaskClient, address: str) -> None:
    first, second = client.get(address), client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert first.status_code == second.status_code == packed.status_code == 200
    assert first.get_data() == second.get_data() == gzip.decompress(packed.get_data())
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in second.headers
    for one in (first, second, packed):
        assert one.headers["ETag"] == first.headers["ETag"]
        assert one.headers["Vary"] == "Accept-Encoding"
        assert one.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
        assert int(one.headers["Content-Length"]) == len(one.get_data())
    assert client.head(address).get_data() == b""
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")


@pytest.mark.parametrize("address", NEVER)
def test_what_is_not_the_same_for_everyone_is_never_kept(client: FlaskClient, address: str) -> None:
    for _ in range(2):
        response = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert "public" not in response.headers["Cache-Control"]
        assert "Content-Encoding" not in response.headers


@pytest.mark.parametrize("address", PUBLIC)
def test_a_page_for_everyone_does_not_follow_who_asks(client: FlaskClient, address: str) -> None:
    front = client.application.wsgi_app
    assert isinstance(front, Front)
    bare = Client(front._app, Response)
    asked = [
        bare.get(address, headers=headers)
        for headers in ({}, {"Host": "evil.example"}, {"Accept-Language": "en", "User-Agent": "x", "Cookie": "a=b"})
    ]
    assert len({one.get_data() for one in asked}) == len({one.headers["ETag"] for one in asked}) == 1


def test_a_page_is_made_once_a_day() -> None:
    app, days = Counted(), [TODAY]
    client = front(app, lambda: days[0])
    for _ in range(3):
        client.get("/a")
    days[0] += timedelta(days=1)
    client.get("/a")
    days[0] = date(2020, 1, 1)
    client.get("/a")
    assert app.asked == ["/a"] * 3


@pytest.mark.parametrize("app", [Counted("no-store"), Counted("private"), Counted(size=2 * 1024 * 1024)])
def test_what_may_not_be_kept_or_is_too_large_is_made_each_time(app: Counted) -> None:
    client = front(app, most=100_000_000)
    assert {client.get("/a").content_length for _ in range(3)} == {None}
    assert len(app.asked) == 3


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS"])
def test_only_reading_is_answered_from_what_is_kept(method: str) -> None:
    app = Counted()
    client = front(app)
    client.get("/a")
    client.open("/a", method=method)
    assert len(app.asked) == 2


def test_what_is_kept_stays_within_its_bytes_and_the_most_used_stays() -> None:
    app = Counted()
    made = Front(app, lambda: TODAY, 2000)
    client = Client(made, Response)
    for number in range(500):
        client.get(f"/{number}")
        client.get("/often")
        held = {**made._kept._old, **made._kept._young}
        assert sum(len(page.body) for page in held.values()) <= 2000
    assert app.asked.count("/often") <= 2
    assert len(app.asked) >= 500


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("identity", False),
        ("gzip;q=0", False),
        ("", False),
        ("deflate", False),
    ],
)
def test_a_reader_gets_what_it_can_unpack(accepted: str, packed: bool) -> None:
    client = front(Counted(size=500))
    client.get("/a")
    response = client.get("/a", headers={"Accept-Encoding": accepted})
    assert ("Content-Encoding" in response.headers) is packed


@pytest.mark.parametrize("name", ["icon.svg", "css/keuzehulp.css", "js/page.js"])
def test_a_file_is_kept_under_its_own_address_only(client: FlaskClient, name: str) -> None:
    address = f"/static/{static_mark()}/{name}"
    assert "public" in client.get(address).headers["Cache-Control"]
    for query in ("q=1", "opties=a,b"):
        again = client.get(f"{address}?{query}", headers={"If-None-Match": client.get(address).headers["ETag"]})
        assert again.headers["Cache-Control"] == "no-store"
