"""Bad connections: slow ones, very many, far too large ones, and bytes that are no request at all."""

import contextlib
import random
import socket
import time
from collections import Counter

from tests.faults.outcome import Outcome, outcome
from tests.faults.site import Site, site, visitors

SLOW, OPEN, NOISE = 200, 1000, 400
MEGABYTES_10 = 10 * 1024 * 1024


def slow() -> Outcome:
    """Two hundred who send their request a letter at a time, for as long as the server lets them."""
    with site() as found, visitors(found) as people:
        connections = [found.connect() for _ in range(SLOW)]
        ended = Counter[str]()
        end = time.monotonic() + 25
        while connections and time.monotonic() < end:
            for one in list(connections):
                try:
                    one.sendall(b"G" if one.fileno() % 2 else b"x")
                except OSError:
                    ended["hung up on"] += 1
                    connections.remove(one)
            time.sleep(0.5)
        for one in connections:
            one.close()
        people.stopped.set()
        return outcome("200 slow visitors", SLOW, found, people, note=f"{ended['hung up on']} were hung up on")


def thousand() -> Outcome:
    """A thousand who each keep a connection open after one page, while others read on."""
    with site() as found, visitors(found) as people:
        held = []
        answered = 0
        for _ in range(OPEN):
            one = found.connect()
            one.sendall(b"GET /gezond HTTP/1.1\r\nHost: x\r\n\r\n")
            answered += one.recv(4096).startswith(b"HTTP/1.1 200")
            held.append(one)
        time.sleep(3)
        for one in held:
            one.close()
        people.stopped.set()
        return outcome("1,000 open connections", OPEN, found, people, note=f"{answered} answered")


def large() -> Outcome:
    """Ten megabytes of headers, of address, and of body, with its length said and without."""
    with site() as found, visitors(found) as people:
        seen = Counter[str]()
        for _ in range(5):
            seen[_status(found, b"GET /k/hernia/start HTTP/1.1\r\nHost: x\r\nX: ", b"a" * MEGABYTES_10)] += 1
            seen[_status(found, b"GET /", b"geheim" * (MEGABYTES_10 // 6))] += 1
            said = b"POST /zoeken HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % MEGABYTES_10
            seen[_status(found, said, b"a" * MEGABYTES_10)] += 1
            chunked = b"POST /zoeken HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            seen[_status(found, chunked, b"10000\r\n" + b"a" * 65536 + b"\r\n", times=160)] += 1
        people.stopped.set()
        note = ", ".join(f"{many}× {status}" for status, many in sorted(seen.items()))
        return outcome("10 MB headers, address, body", 20, found, people, note=note)


def noise() -> Outcome:
    """Random bytes, and requests with random bytes in them. The same ones in every run."""
    dice = random.Random(14)
    with site() as found, visitors(found) as people:
        seen = Counter[str]()
        for number in range(NOISE):
            bytes_ = dice.randbytes(dice.randint(1, 3000))
            begun = b"GET /%s HTTP/1.1\r\nHost: x\r\n" % bytes_[:40] if number % 2 else b""
            seen[_status(found, begun, bytes_ + b"\r\n\r\n")] += 1
        people.stopped.set()
        note = ", ".join(f"{many}× {status}" for status, many in sorted(seen.items()))
        return outcome("random bytes on the socket", NOISE, found, people, note=note)


def _status(found: Site, begun: bytes, rest: bytes, times: int = 1) -> str:
    """What the server says to bytes: a status, or that it hung up or said nothing."""
    with contextlib.closing(found.connect(timeout=5)) as one:
        with contextlib.suppress(OSError):
            one.sendall(begun)
            for _ in range(times):
                one.sendall(rest)
            one.shutdown(socket.SHUT_WR)
        try:
            said = one.recv(64)
        except TimeoutError:
            return "silence"
        except OSError:
            return "hung up"
        return said.split()[1].decode("latin-1") if said.startswith(b"HTTP/") else "hung up"
