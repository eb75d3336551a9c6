"""How often each chapter was given on the last whole day, for Prometheus. Off unless a site asks for it.

Pages are counted, never people. Only whole days are told, because the difference between two looks at a day that is
going on is one reader; and nothing is told of less than `LEAST`. Nothing is written to disk.
"""

import mmap
import multiprocessing
import os
import socket
from array import array
from collections.abc import Callable, Iterable
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Lock, Thread

from engine.journey import CHAPTERS, EXTRA_PAGES

# Fewer than this in a day are not told.
LEAST = 10
PATH = "/metrics"
# Processes that count at one time, and those they replace.
_ROWS = 64
# Room for aids that come later.
_SPARE = 2048
_NUMBER = 4
# Pages that each browser keeps for itself, so that the front never gives them: they cannot be counted.
_PRIVATE = frozenset({"keuzekaart", "groep"})
_PAGES = tuple(page for page in (*CHAPTERS, *EXTRA_PAGES) if page not in _PRIVATE)
_NAME = "keuzehulp_bladzijden_per_dag"


class Numbers:
    """Counts in memory that all processes share. Each process writes in a row of its own, so that none is lost.

    A row holds its day, the counts of that day, and those of the day before.
    """

    def __init__(self, slugs: Iterable[str], today: Callable[[], date]) -> None:
        names = list(slugs)
        self._today = today
        self._places: dict[tuple[str, str], int] = {}
        self._room = len(names) * len(_PAGES) + _SPARE
        self._width = 1 + 2 * self._room
        self._cells = memoryview(mmap.mmap(-1, _ROWS * self._width * _NUMBER)).cast("I")
        self._next_row = multiprocessing.Value("i", 0)
        self._row, self._process, self._lock = 0, -1, Lock()
        self.know(names)

    def know(self, slugs: Iterable[str]) -> None:
        """Count these aids too, from now on, in the processes that start from here."""
        for slug in slugs:
            for page in _PAGES:
                if (slug, page) not in self._places and len(self._places) < self._room:
                    self._places[slug, page] = len(self._places)

    def count(self, path: str) -> None:
        """A page was given. What is no page of an aid is not counted."""
        parts = path.split("/")
        place = self._places.get((parts[2], parts[3])) if len(parts) > 3 and parts[1] == "k" else None
        if place is None:
            return
        with self._lock:
            start = self._own_row()
            self._turn(start, self._today().toordinal())
            self._cells[start + 1 + place] += 1

    def as_text(self) -> str:
        """The last whole day in the format of Prometheus."""
        day = self._today().toordinal()
        totals = array("Q", bytes(8 * self._room))
        for row in range(_ROWS):
            start = row * self._width
            # A row that nobody wrote in today still has yesterday in front.
            behind = day - self._cells[start]
            if behind in (0, 1):
                first = start + 1 + (self._room if behind == 0 else 0)
                for place in range(len(self._places)):
                    totals[place] += self._cells[first + place]
        lines = [
            f"# HELP {_NAME} Hoe vaak een hoofdstuk gegeven is op de dag voor vandaag; onder {LEAST} staat er niets.",
            f"# TYPE {_NAME} gauge",
        ]
        for (slug, page), place in sorted(self._places.items()):
            if totals[place] >= LEAST:
                lines.append(f'{_NAME}{{keuzehulp="{slug}",hoofdstuk="{page}"}} {totals[place]}')
        return "\n".join(lines) + "\n"

    def _own_row(self) -> int:
        if self._process != os.getpid():
            self._process = os.getpid()
            with self._next_row.get_lock():
                self._row = self._next_row.value % _ROWS
                self._next_row.value += 1
        return self._row * self._width

    def _turn(self, start: int, day: int) -> None:
        """Put the counts of another day behind, or away."""
        was = self._cells[start]
        if was == day:
            return
        first, second, end = start + 1, start + 1 + self._room, start + 1 + 2 * self._room
        self._cells[second:end] = self._cells[first:second] if was == day - 1 else _zeros(self._room)
        self._cells[first:second] = _zeros(self._room)
        self._cells[start] = day


def _zeros(many: int) -> memoryview:
    return memoryview(bytes(many * _NUMBER)).cast("I")


def serve(numbers: Numbers, host: str, port: int) -> int:
    """Answer on an address of its own, in a thread of the process that makes the workers. Gives the port."""

    class Handler(BaseHTTPRequestHandler):
        server_version, sys_version = "keuzehulp", ""
        # Seconds, so that one who says nothing holds up nobody.
        timeout = 5

        def do_GET(self) -> None:
            found = self.path == PATH
            body = numbers.as_text().encode() if found else b""
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Who asks is written down nowhere."""

    class Server(HTTPServer):
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

        def handle_error(self, *_: object) -> None:
            """Python would print the address of who hung up."""

    server = Server((host, port), Handler)
    os.register_at_fork(after_in_child=server.socket.close)
    Thread(target=server.serve_forever, daemon=True).start()
    bound: int = server.server_address[1]
    return bound
