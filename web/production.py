"""The server of a public site: granian, which answers slow visitors without holding a worker. Its only importer.

One process reads the content; the workers are forks of it and share its memory. SIGHUP reads the content again, and
new workers take over from the old ones. No request is written down.
"""

import errno
import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.mp import MPServer

from web import numbers
from web.live import Live

# Bytes of a request line with its headers.
_HEADER_BYTES = 64 * 1024
# Milliseconds that a visitor may take for them.
_HEADER_MILLISECONDS = 10_000
# Python works on one request at a time; a second thread is there for a page that still has to be made.
_THREADS = 2
# Connections that one worker holds open.
_CONNECTIONS = 4096
# Seconds between a new worker and the end of the old one, and those the old one has for what it was doing.
_OVERLAP_SECONDS, _LAST_SECONDS = 0.3, 10
# Workers that may die in a minute before the server gives up, and systemd starts it again.
_DEATHS, _MINUTE = 10, 60
# What readers send arrives through a proxy on the same machine, which may be of another user.
_SOCKET_MODE = 0o666


@dataclass(frozen=True)
class Where:
    """Where to listen: at a socket file, or at a port of an address."""

    host: str
    port: int
    file: Path | None = None

    def __str__(self) -> str:
        return str(self.file) if self.file else f"http://{self.host}:{self.port}"


class _Patience(dict[int, float]):
    """When each worker was started again, as granian asks it to see whether workers die in a loop.

    granian takes the second death of a worker within six seconds for a loop, and ends. One that is killed during a
    reload is no loop: it ends at more than `_DEATHS` in a minute.
    """

    def __init__(self) -> None:
        super().__init__()
        self._asked: list[float] = []

    def get(self, key: int, default: float = 0) -> float:  # type: ignore[override]
        now = time.monotonic()
        self._asked = [*(one for one in self._asked if now - one < _MINUTE), now]
        return super().get(key, default) if len(self._asked) > _DEATHS else 0


def serve(
    live: Live,
    where: Where,
    workers: int,
    said: Callable[[str], object] = print,
    counting: tuple[str, int] | None = None,
) -> None:
    """Serve until stopped, counting pages where that is asked. Raises OSError where the address is not free."""
    _refuse_taken(where)
    # The workers are forks, also where Python's own choice is another: that is how they share what was loaded.
    multiprocessing.set_start_method("fork", force=True)
    # Until it has its own, a new worker has the signals of its maker, and would sleep through the word to stop.
    os.register_at_fork(after_in_child=lambda: signal.signal(signal.SIGTERM, signal.SIG_DFL))
    server = _server(where, workers)
    server.respawned_wrks = _Patience()
    server.on_reload(live.reload)

    def application() -> Any:
        return live.application

    live.settle()
    if counting is not None:
        numbers.serve(live.count(date.today), *counting)
    said(f"Keuzehulp staat klaar: {where}  ({workers} werkers; stoppen: Ctrl+C)")
    server.serve(target_loader=application, wrap_loader=False)


def _server(where: Where, workers: int) -> MPServer:
    return MPServer(
        "keuzehulp",
        address=where.host,
        port=where.port,
        uds=where.file,
        uds_permissions=_SOCKET_MODE if where.file else None,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADER_MILLISECONDS, max_buffer_size=_HEADER_BYTES),
        websockets=False,
        workers=workers,
        blocking_threads=_THREADS,
        backpressure=_CONNECTIONS,
        backlog=_CONNECTIONS,
        respawn_failed_workers=True,
        respawn_interval=_OVERLAP_SECONDS,
        workers_kill_timeout=_LAST_SECONDS,
        log_level=LogLevels.warning,
        log_access=False,
    )


def _refuse_taken(where: Where) -> None:
    """The workers each bind for themselves, and would die one by one where they cannot."""
    if where.file is not None:
        _clear(where.file)
        return
    family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
    with socket.socket(family) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        one.bind((where.host, where.port))


def _clear(file: Path) -> None:
    """Take away what a server left that had no time to; a server that answers keeps its place."""
    if not file.is_socket():
        return
    with socket.socket(socket.AF_UNIX) as one:
        try:
            one.connect(str(file))
        except OSError:
            file.unlink()
            return
    raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
