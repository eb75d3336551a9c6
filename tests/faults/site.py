"""A production server of the shipped aids for one fault, and the visitors that count what they get from it."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from engine.paths import AIDS
from tests.conftest import ROOT

ADDRESSES = (
    "/",
    "/keuzehulpen",
    "/k/hernia/start",
    "/k/hernia/alles",
    "/k/statines/vergelijken",
    "/blad",
    "/zoeken?q=rug",
)
START_SECONDS = 120


@dataclass
class Site:
    """A running server: where its content and its log are, and the process that makes the workers."""

    folder: Path
    port: int
    socket: Path | None
    process: subprocess.Popen[bytes] = field(init=False)

    @property
    def aids(self) -> Path:
        return self.folder / "aids"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def workers(self) -> list[int]:
        """The processes that serve, made by the one that was started."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(one) for one in found.split()]

    def connect(self, timeout: float = 10) -> socket.socket:
        if self.socket is None:
            return socket.create_connection(("127.0.0.1", self.port), timeout)
        made = socket.socket(socket.AF_UNIX)
        made.settimeout(timeout)
        made.connect(str(self.socket))
        return made

    def get(self, address: str, timeout: float = 10) -> tuple[int, bytes]:
        """One request on a connection of its own."""
        found = Connection(self, timeout)
        try:
            return found.get(address)
        finally:
            found.close()

    def reload(self) -> None:
        self.process.send_signal(signal.SIGHUP)

    def set_day(self, day: date) -> None:
        """Let a site whose clock is a file live on this day."""
        part = self.folder / "day.part"
        part.write_text(str(day))
        part.replace(self.folder / "day")

    def wait_for_log(self, words: str, seconds: float = 60, *, more_than: int = 0) -> bool:
        """Whether the log comes to say something, more often than before."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.log.count(words) > more_than:
                return True
            time.sleep(0.02)
        return False


class Connection(http.client.HTTPConnection):
    """A connection to a site, over its port or its socket file."""

    def __init__(self, site: Site, timeout: float = 10) -> None:
        super().__init__("127.0.0.1", site.port, timeout=timeout)
        self._site = site

    def connect(self) -> None:
        self.sock = self._site.connect(self.timeout or 10)

    def get(self, address: str) -> tuple[int, bytes]:
        self.request("GET", address)
        response = self.getresponse()
        return response.status, response.read()


@contextmanager
def site(
    *, on_socket: bool = False, workers: int = 2, log: str | None = None, clocked: bool = False
) -> Iterator[Site]:
    """A server of a copy of the shipped aids; stopped and taken away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="keuzehulp-fault-"))
    shutil.copytree(AIDS, folder / "aids")
    (folder / "log").touch()
    made = Site(folder, free_port(), folder / "socket" if on_socket else None)
    if clocked:
        made.set_day(date(2026, 11, 22))
        start = ["-m", "tests.faults.clocked", folder / "day", folder / "aids", kept(), made.port]
    else:
        start = ["-m", "web.cli", "start", "--productie", "--met-proef", "--werkers", workers, "--port", made.port]
        start += ["--aids", folder / "aids", "--voorraad", kept(), *(["--socket", made.socket] if on_socket else [])]
    with open(log or folder / "log", "wb") as stream:
        made.process = subprocess.Popen(
            [sys.executable, *map(str, start)], cwd=ROOT, stdout=stream, stderr=subprocess.STDOUT
        )
    try:
        _wait_until_up(made)
        yield made
    finally:
        made.process.terminate()
        try:
            made.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            made.process.kill()
            made.process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def kept() -> Path:
    """What came of the shipped aids, kept between faults so that each starts at once."""
    return Path(tempfile.gettempdir()) / f"keuzehulp-fault-{os.getuid()}-voorraad"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait_until_up(made: Site) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if made.process.poll() is not None:
            raise RuntimeError(f"the server did not start: {made.log}")
        try:
            if made.get("/gezond")[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server did not start in time")


@dataclass
class Visitors:
    """People who read at the same time and count what they get. `right` holds every body an address may have."""

    site: Site
    right: dict[str, set[bytes]]
    count: Counter[str] = field(default_factory=Counter)
    stopped: threading.Event = field(default_factory=threading.Event)
    kept: bool = True

    def _read(self, number: int) -> None:
        connection: Connection | None = None
        turn = number
        while not self.stopped.is_set():
            address = ADDRESSES[turn % len(ADDRESSES)]
            turn += 1
            fresh = connection is None
            connection = connection or Connection(self.site)
            self.count["requests"] += 1
            try:
                self._judge(address, *connection.get(address))
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                connection = None
                # On a connection that was kept, a server may hang up before it read: every browser asks again.
                self.count["lost" if fresh else "asked again"] += 1
                if fresh:
                    self.count[f"lost: {type(error).__name__}"] += 1
                continue
            if not self.kept:
                connection.close()
                connection = None

    def _judge(self, address: str, status: int, body: bytes) -> None:
        if status >= 500:
            self.count["5xx"] += 1
            self.count[f"{status} {address}: {body[:300]!r}"] += 1
        elif status != 200 or _plain(body) not in self.right[address]:
            self.count["wrong"] += 1
        else:
            self.count["good"] += 1


@contextmanager
def visitors(found: Site, many: int = 8, *, kept: bool = True) -> Iterator[Visitors]:
    """Visitors who read until the block ends."""
    right = {address: {_plain(found.get(address)[1])} for address in ADDRESSES}
    people = Visitors(found, right, kept=kept)
    threads = [threading.Thread(target=people._read, args=(number,)) for number in range(many)]
    for thread in threads:
        thread.start()
    try:
        yield people
    finally:
        people.stopped.set()
        for thread in threads:
            thread.join(timeout=30)


def _plain(body: bytes) -> bytes:
    return re.sub(rb"/static/[0-9a-f]+/", b"/static/", body)
