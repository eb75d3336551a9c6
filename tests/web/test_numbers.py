"""Numbers of pages: whole days only, nothing small, nothing about a person, and none lost between processes."""

import multiprocessing
import re
import socket
import urllib.request
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client
from werkzeug.wrappers import Response

from web import numbers
from web.front import Front
from web.numbers import LEAST, Numbers

DAY = date(2026, 11, 22)


class Clock:
    def __init__(self) -> None:
        self.day = DAY

    def __call__(self) -> date:
        return self.day


def rows(found: Numbers) -> dict[tuple[str, str], int]:
    lines = re.findall(r'^\w+\{keuzehulp="([a-z-]+)",hoofdstuk="([a-z]+)"\} (\d+)$', found.as_text(), re.MULTILINE)
    told = [line for line in found.as_text().splitlines() if not line.startswith("#")]
    assert len(lines) == len(told)
    return {(slug, page): int(count) for slug, page, count in lines}


def given(found: Numbers, path: str, times: int) -> None:
    for _ in range(times):
        found.count(path)


def test_a_day_is_told_when_it_is_over_and_then_forgotten() -> None:
    clock = Clock()
    found = Numbers(["hernia", "klein"], clock)
    given(found, "/k/hernia/start", LEAST)
    assert rows(found) == {}
    clock.day += timedelta(days=1)
    assert rows(found) == {("hernia", "start"): LEAST}
    given(found, "/k/klein/opties/spalk", LEAST + 5)
    assert rows(found) == {("hernia", "start"): LEAST}
    clock.day += timedelta(days=1)
    assert rows(found) == {("klein", "opties"): LEAST + 5}
    clock.day += timedelta(days=1)
    assert rows(found) == {}


def test_a_small_count_is_not_told() -> None:
    clock = Clock()
    found = Numbers(["hernia"], clock)
    given(found, "/k/hernia/start", LEAST - 1)
    clock.day += timedelta(days=1)
    assert rows(found) == {}
    assert "hernia" not in found.as_text()


def test_what_is_no_page_of_an_aid_is_not_counted() -> None:
    clock = Clock()
    found = Numbers(["hernia"], clock)
    others = (
        "/",
        "/zoeken",
        "/k/hernia",
        "/k/onbekend/start",
        "/k/hernia/geheim",
        "/x/hernia/start",
        "/k/hernia/v/1/start",
    )
    for path in others:
        given(found, path, LEAST)
    clock.day += timedelta(days=1)
    assert rows(found) == {}


def test_an_aid_that_comes_later_is_counted() -> None:
    clock = Clock()
    found = Numbers([], clock)
    found.know(["nieuw"])
    given(found, "/k/nieuw/start", LEAST)
    clock.day += timedelta(days=1)
    assert rows(found) == {("nieuw", "start"): LEAST}


def test_no_count_is_lost_between_processes() -> None:
    clock = Clock()
    found = Numbers(["hernia"], clock)
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=given, args=(found, "/k/hernia/start", 2000)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    clock.day += timedelta(days=1)
    assert rows(found) == {("hernia", "start"): 8000}


def test_the_numbers_are_on_an_address_of_their_own() -> None:
    clock = Clock()
    found = Numbers(["hernia"], clock)
    given(found, "/k/hernia/start", LEAST)
    clock.day += timedelta(days=1)
    port = numbers.serve(found, "127.0.0.1", 0)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{numbers.PATH}", timeout=5) as response:
        assert response.read().decode() == found.as_text()
        assert response.headers["Content-Type"].startswith("text/plain; version=0.0.4")


def test_every_page_that_is_told_is_counted_when_it_is_read(client: FlaskClient) -> None:
    counted: list[str] = []
    front = client.application.wsgi_app
    assert isinstance(front, Front)
    reader = Client(front.emptied().counting(counted.append), Response)
    item = {"opties": "/afwachten", "belangrijk": "/eigen", "besluit": "/neiging"}
    found = Numbers(["hernia"], lambda: DAY)
    pages = [page for _, page in found._places]
    assert len(pages) > 15
    for page in pages:
        address = f"/k/hernia/{page}"
        if reader.get(address).status_code == 404:
            address += item[page]
            assert reader.get(address).status_code == 200, address
        assert address in counted


def test_nothing_is_said_of_who_hangs_up(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[str] = []

    def hung_up(_: Numbers) -> str:
        reached.append("asked")
        raise ConnectionResetError

    monkeypatch.setattr(Numbers, "as_text", hung_up)
    port = numbers.serve(Numbers([], lambda: DAY), "127.0.0.1", 0)
    with socket.create_connection(("127.0.0.1", port), timeout=5) as other:
        other.sendall(f"GET {numbers.PATH} HTTP/1.0\r\n\r\n".encode())
        assert other.recv(1) == b"", "the server hangs up, after it said all it says"
    assert reached == ["asked"]
    said = capfd.readouterr()
    assert said.out + said.err == ""
