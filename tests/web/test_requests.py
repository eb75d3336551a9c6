"""Bad requests get a plain page with a way on; good ones get the right headers, and a cache gets its key."""

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from web import headers, pages

START = "/k/carpaletunnelsyndroom/start"
NOT_THERE = [
    "/x",
    "/k/",
    "/k/bestaat-niet",
    "/k/bestaat-niet/start",
    "/k/_voorbeeld/start",
    "/k/carpaletunnelsyndroom/hoofdstuk",
    "/k/carpaletunnelsyndroom/opties/gips",
    "/k/carpaletunnelsyndroom/belangrijk/gips",
    "/k/carpaletunnelsyndroom/v/9/start",
    "/k/carpaletunnelsyndroom/v/-1/start",
    "/k/carpaletunnelsyndroom/v/laatste/start",
    "/k/carpaletunnelsyndroom/start/start",
    "/k/../../etc/passwd",
    "/k/%2e%2e/start",
    "/%00",
    "/k/%ff%fe/start",
    "/k/carpaletunnelsyndroom/%F0%9F%91%8D",
    "/static/../web/cli.py",
]


def test_what_is_not_there_has_a_plain_page_with_a_way_on(client: FlaskClient) -> None:
    for address in NOT_THERE:
        response = client.get(address)
        html = response.get_data(as_text=True)
        assert response.status_code == 404, address
        assert "bestaat niet" in html or "/v/" in address
        assert 'href="/keuzehulpen"' in html
        assert "Traceback" not in html


def test_an_unknown_page_of_a_known_aid_leads_back_to_that_aid(client: FlaskClient) -> None:
    html = client.get("/k/carpaletunnelsyndroom/opties/gips").get_data(as_text=True)
    assert f'href="{START}"' in html


def test_no_answer_sends_a_visitor_to_the_host_that_the_request_named(client: FlaskClient) -> None:
    for address in ("/k//carpaletunnelsyndroom", "/k/carpaletunnelsyndroom", "/k/carpaletunnelsyndroom/"):
        response = client.get(address, headers={"Host": "evil.example"})
        assert "evil.example" not in response.headers.get("Location", "")


def test_an_unknown_version_is_never_another_one(client: FlaskClient) -> None:
    html = client.get("/k/carpaletunnelsyndroom/v/99/start").get_data(as_text=True)
    assert "Deze versie hebben wij niet" in html


@pytest.mark.parametrize(
    "query",
    [
        *(
            "taal=xx",
            "voor=kind",
            "opties=gips",
            "opties=",
            "opties=spalk",
            "opties=spalk,gips",
            "thema=hand",
        ),
        *("opties=spalk%00", "voor=%fe", "opties=" + "spalk," * 500, "stem=" + "a" * 10_000),
    ],
)
def test_an_unknown_choice_gives_the_ordinary_page_and_says_so(client: FlaskClient, query: str) -> None:
    response = client.get(f"{START}?{query}")
    html = response.get_data(as_text=True)
    assert response.status_code == 200
    if query.startswith("opties=spalk,spalk"):
        assert "iets dat wij niet kennen" in html
    else:
        assert "iets dat wij niet kennen" in html
    assert query not in html


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        (f"{START}?utm_source=brief&utm=1", START),
        (f"{START}?fbclid=a%26b&opties=spalk,operatie&x", f"{START}?opties=spalk,operatie"),
        (f"{START}?opties=&%ff=%fe&opties=x%26taal=en", f"{START}?opties=&opties=x%26taal%3Den"),
        (f"{START}?{'a' * 10_000}", START),
        ("/?gclid=1", "/"),
        (f"{START}?bundel=abc&papier=a4", START),
        ("/zoeken?q=pijn+in+mijn+hand&fbclid=1&thema=hand", "/zoeken?q=pijn+in+mijn+hand&thema=hand"),
        ("/zorgverlener/hernia/blad?opties=a&opties=b&ref=1", "/zorgverlener/hernia/blad?opties=a&opties=b"),
        ("/blad%23ABC?x=1", "/blad%23ABC"),
    ],
)
def test_what_others_hang_on_an_address_is_taken_off(client: FlaskClient, asked: str, led_to: str) -> None:
    found = client.get(asked)
    assert (found.status_code, found.headers["Location"]) == (302, led_to)
    assert found.headers["Cache-Control"] == "private, no-cache"
    assert client.get(led_to).headers.get("Location") != led_to


@pytest.mark.parametrize("path", ["//kwaad.example/", "//kwaad.example/k/hernia/start", "/\\kwaad.example/", "/x"])
def test_nobody_is_led_from_an_address_that_is_none_of_ours(client: FlaskClient, path: str) -> None:
    found = client.get("/", environ_overrides={"PATH_INFO": path, "QUERY_STRING": "x=1"})
    assert found.status_code == 404
    assert "Location" not in found.headers


@pytest.mark.parametrize("query", ["", "taal=nl", "opties=spalk,operatie", "opties=operatie,spalk&taal=nl"])
def test_a_known_choice_says_nothing(client: FlaskClient, query: str) -> None:
    assert "iets dat wij niet kennen" not in client.get(f"{START}?{query}").get_data(as_text=True)


def test_what_is_too_long_or_too_big_is_refused_with_a_page(client: FlaskClient) -> None:
    long_path = client.get("/" + "a" * (headers.PATH_CHARACTERS + 1))
    long_query = client.get("/zoeken?q=" + "a" * headers.QUERY_BYTES)
    big_body = client.post("/zoeken", data=b"x" * (headers.BODY_BYTES + 1))
    for response, status in ((long_path, 414), (long_query, 414), (big_body, 413)):
        assert response.status_code == status
        assert 'href="/keuzehulpen"' in response.get_data(as_text=True)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_another_method_is_refused_with_a_page(client: FlaskClient, method: str) -> None:
    response = client.open(START, method=method)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD"}
    assert "<h1>" in response.get_data(as_text=True)


def test_a_bug_of_ours_is_a_plain_page_and_a_traceback_without_the_address(
    client_of: Callable[..., FlaskClient], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(pages, "home_page", broken)
    with caplog.at_level(logging.INFO):
        response = client_of().get("/?q=geheim")
    assert response.status_code == 500
    assert "U hebt niets verkeerd gedaan" in response.get_data(as_text=True)
    assert "RuntimeError: kapot" in caplog.text
    assert "geheim" not in caplog.text


@pytest.mark.parametrize("address", ["/", "/keuzehulpen", "/zoeken?q=hand", START, "/x", "/static/x/icon.svg"])
def test_every_response_has_the_security_headers_and_no_cookie(client: FlaskClient, address: str) -> None:
    with client.get(address) as response:
        found = response.headers
    policy = found["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert found["Referrer-Policy"] == "no-referrer"
    assert found["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in found


def test_a_page_that_a_browser_has_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get(START)
    tag = first.headers["ETag"]
    again = client.get(START, headers={"If-None-Match": tag})
    assert (again.status_code, again.get_data()) == (304, b"")
    assert again.headers["ETag"] == tag
    assert client.get(START, headers={"If-None-Match": '"anders"'}).status_code == 200
    assert client.get(START, headers={"If-None-Match": f"W/{tag}"}).status_code == 304
    both = client.get(START, headers={"If-None-Match": tag, "If-Match": tag})
    assert (both.status_code, both.get_data()) == (304, b"")
    head = client.head(START)
    assert (head.status_code, head.get_data(), head.headers["ETag"]) == (200, b"", tag)


def test_the_key_of_a_page_follows_content_address_and_age(
    aids: Path, good: str, client_of: Callable[..., FlaskClient]
) -> None:
    def tag(client: FlaskClient, address: str = "/k/klein/start") -> str:
        return client.get(address).headers["ETag"]

    fresh = client_of()
    keys = {tag(fresh), tag(fresh, "/k/klein/situatie"), tag(fresh, "/k/klein/start?q=1")}
    assert tag(fresh) == tag(client_of(date(2026, 12, 1)))
    keys |= {tag(client_of(date(2028, 10, 1))), tag(client_of(date(2028, 12, 1)))}
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("Piepknie", "Kraakknie"), encoding="utf-8")
    keys.add(tag(client_of()))
    assert len(keys) == 6


def test_what_someone_searches_for_is_kept_by_no_cache(client: FlaskClient) -> None:
    assert client.get("/zoeken?q=hand").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", "\x00", "'\"><b>", "{{ 1234*5678 }}", "‮abc", "a" * 9000, "👍" * 99]
)
def test_a_query_comes_back_as_text(client: FlaskClient, query: str) -> None:
    response = client.get("/zoeken", query_string={"q": query})
    html = response.get_data(as_text=True)
    assert response.status_code == 200
    assert "<script>" not in html
    assert "<b>" not in html
    assert "7006652" not in html
    nothing = client.get("/zoeken", query_string={"q": "xyzzy"}).get_data(as_text=True)
    assert len(html) < len(nothing) + 4000, "a query is cut before it is shown"


def test_static_files_may_be_kept_and_carry_their_hash(client: FlaskClient) -> None:
    html = client.get("/").get_data(as_text=True)
    address = html.split('rel="stylesheet" href="')[1].split('"')[0]
    with client.get(address) as response:
        assert response.status_code == 200
        assert f"max-age={headers.STATIC_SECONDS}" in response.headers["Cache-Control"]
    with client.get("/static/0123456789ab/css/keuzehulp.css") as old:
        assert old.status_code == 200
        assert f"max-age={headers.STATIC_SECONDS}" not in old.headers["Cache-Control"]


def test_two_sites_on_the_same_content_give_the_same_bytes(client_of: Callable[..., FlaskClient]) -> None:
    one, two = client_of(), client_of()
    for address in ("/", "/keuzehulpen", "/k/klein/vergelijken", "/k/klein/alles", "/zoeken?q=knie"):
        first, second = one.get(address), two.get(address)
        assert first.get_data() == second.get_data()
        assert first.headers.get("ETag") == second.headers.get("ETag")
