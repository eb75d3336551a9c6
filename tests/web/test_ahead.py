"""A start with helpers makes the same site as one without, also where they die (ADR 32)."""

import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Response

from engine import library
from engine.library import checking
from tests.conftest import ROOT, TODAY
from web import ahead, loading, starting
from web.live import Live

MANY = 60


@pytest.fixture
def many(aids: Path, good: str) -> Path:
    """Enough aids for helpers, one of them broken."""
    for number in range(2, MANY + 1):
        place = aids / f"kwaal-{number}"
        place.mkdir()
        text = good.replace("nr: 1\n", f"nr: {number}\n").replace("Piepknie", f"Kwaal {number}")
        (place / "keuzehulp.yaml").write_text(
            text.replace("opties:", "optis:" if number == 9 else "opties:"), "utf-8"
        )
    return aids


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


def started(root: Path, *, quickly: bool, store: Path | None = None) -> Live:
    wanted = starting.Wanted(root, "x", True, store=store, quickly=quickly)
    return starting.start(wanted, lambda: TODAY, lambda _: None)


def page(live: Live, address: str) -> str:
    """A page without what differs at each request."""
    return re.sub(r"nonce-\S+", "", Client(live.application, Response).get(address).get_data(as_text=True))


def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The aids that this process looks at itself, from now on."""
    found: list[str] = []
    ordinary = library.check_folder

    def counted(folder: Path, shown: str, today: date, *, weigh: bool = True) -> library.Checked:
        found.append(folder.name)
        return ordinary(folder, shown, today, weigh=weigh)

    monkeypatch.setattr(checking, "check_folder", counted)
    return found


PAGES = ("/", "/keuzehulpen", "/zoeken?q=kwaal+17", "/k/kwaal-17/start", "/k/klein/vergelijken", "/k/kwaal-9/start")


@pytest.mark.usefixtures("two_cores")
def test_helpers_make_the_same_site(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = started(many, quickly=False)
    here, before_loading = looked_at(monkeypatch), []
    ordinary = loading.load

    def counted(*rest: Any) -> library.Library | None:
        before_loading.append(len(here))
        return ordinary(*rest)

    monkeypatch.setattr(loading, "load", counted)
    helped = started(many, quickly=True)
    assert before_loading == [len(here)], "every aid was looked at before, here or by a helper, and none again"
    assert len(set(here)) == len(here) <= MANY
    assert helped._loaded == alone._loaded
    assert len(helped._loaded.entries) == MANY - 1
    assert len(PAGES) >= 6
    for address in PAGES:
        assert page(helped, address) == page(alone, address)
    del here[:]
    assert helped.reload()
    assert here == [], "what they found is remembered"


def dies(*_: object) -> bytes:
    os._exit(1)


def fails(*_: object) -> bytes:
    raise OSError(24, "Too many open files")


def test_the_command_asks_for_help_before_it_imports_what_makes_pages() -> None:
    code = "import sys, web.cli; print(*{'flask', 'granian', 'waitress', 'icalendar'} & sys.modules.keys())"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.split() == []


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("how", [dies, fails])
def test_a_helper_that_dies_or_fails_stops_nothing(
    many: Path, monkeypatch: pytest.MonkeyPatch, how: Callable[..., bytes]
) -> None:
    monkeypatch.setattr(ahead, "_part", how)
    live = started(many, quickly=True)
    assert len(live._loaded.entries) == MANY - 1
    assert "Kwaal 17" in page(live, "/k/kwaal-17/start")


@pytest.mark.parametrize("allowed", [0, 1])
def test_a_machine_that_gives_no_more_processes_starts_the_site(
    many: Path, monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3}, raising=False)
    ordinary, made = os.fork, list[int]()

    def fork() -> int:
        if len(made) >= allowed:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        made.append(0)
        return ordinary()

    monkeypatch.setattr(os, "fork", fork)
    assert len(started(many, quickly=True)._loaded.entries) == MANY - 1
    for child in multiprocessing.active_children():
        child.join(10)
    assert multiprocessing.active_children() == []


def test_a_machine_without_shared_memory_starts_the_site(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    asked = []

    def none(*_: object) -> None:
        asked.append(0)
        raise PermissionError(13, "Permission denied", "/dev/shm")

    monkeypatch.setattr(ahead, "ProcessPoolExecutor", none)
    assert len(started(many, quickly=True)._loaded.entries) == MANY - 1
    assert asked == [0]


_STARTS = r"""
import os, sys, time
from datetime import date
from pathlib import Path
from web import ahead, starting
os.sched_getaffinity = lambda _: {0, 1, 2}
def slow(*rest):
    # In one piece: two that print at once would write their lines into each other.
    os.write(1, b"%d\n" % os.getpid())
    time.sleep(60)
ahead._part = slow
starting.start(starting.Wanted(Path(sys.argv[1]), "x", True, quickly=True), lambda: date(2026, 11, 22), print)
"""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_helper_outlives_a_start_that_was_stopped(many: Path, how: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _STARTS, str(many)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    working = {process.pid, *(int(process.stdout.readline()) for _ in range(2))}
    process.send_signal(how)
    process.wait(20)
    process.stdout.close()
    end = time.monotonic() + 20
    while time.monotonic() < end and any(_alive(pid) for pid in working):
        time.sleep(0.05)
    assert len(working) == 3
    assert [pid for pid in working if _alive(pid)] == []


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def no_pool(*_: object) -> None:
    raise AssertionError("no helper is of use here")


@pytest.mark.parametrize("few", [True, False])
def test_with_one_core_or_few_aids_there_are_no_helpers(
    many: Path, monkeypatch: pytest.MonkeyPatch, few: bool
) -> None:
    monkeypatch.setattr(ahead, "ProcessPoolExecutor", no_pool)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1} if few else {0}, raising=False)
    for number in range(20, MANY + 1) if few else ():
        shutil.rmtree(many / f"kwaal-{number}")
    assert "Piepknie" in page(started(many, quickly=True), "/k/klein/start")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    monkeypatch.setattr(ahead, "_WORTH_IT", 1)
    with pytest.raises(AssertionError, match="no helper"):
        started(many, quickly=True)


@pytest.mark.usefixtures("two_cores")
def test_what_is_remembered_is_not_read_ahead(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = started(many, quickly=True, store=tmp_path / "kept")
    assert len(list((tmp_path / "kept").glob("*/*.kh"))) == MANY
    assert first.reload()
    monkeypatch.setattr(ahead, "_part", dies)
    here = looked_at(monkeypatch)
    again = started(many, quickly=True, store=tmp_path / "kept")
    assert here == []
    assert again._loaded == first._loaded


@pytest.mark.usefixtures("two_cores")
def test_a_helper_and_this_process_each_read_a_part(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is free takes the next few aids: here neither may go on before the other has some."""
    monkeypatch.setattr(ahead, "_AT_A_TIME", 4)
    told = many.parent / "told"
    told.mkdir()
    ordinary, began = ahead._look, time.monotonic()

    def slow(names: tuple[str, ...], *rest: Any) -> Any:
        if len(names) == 1:
            # The first aid is read before there are helpers.
            return ordinary(names, *rest)
        (told / str(os.getpid())).touch()
        while len(list(told.iterdir())) < 2 and time.monotonic() - began < 20:
            time.sleep(0.01)
        return ordinary(names, *rest)

    monkeypatch.setattr(ahead, "_look", slow)
    here = looked_at(monkeypatch)
    live = started(many, quickly=True)
    assert len(live._loaded.entries) == MANY - 1
    assert 4 <= len(here) <= MANY - 4
