"""Numbers of pages: whole days only, nothing small, nothing about a person, and none lost between processes."""

import multiprocessing
import re
import urllib.request
from datetime import date, timedelta

from web import numbers
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
