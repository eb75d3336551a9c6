"""What the bench of the site needs: many aids, a server that answers, load on it, and what that cost."""

import atexit
import http.client
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from engine import library
from engine.library.versions import content_sha256, index_text
from engine.model import Release
from engine.paths import AIDS
from tests.conftest import ROOT
from tests.faults.site import free_port

ROUNDS, SECONDS = 7, 1.0
_ON_GUNICORN = {
    "site gunicorn": "web.starting:application()",
    "hello gunicorn": "tests.bench.bare:app",
}
GUNICORN = ROOT / "docs" / "deploy" / "gunicorn.conf.py"
_LOAD = ["wrk", "-t1", "-c8", f"-d{SECONDS:.0f}s", "-H", "Accept-Encoding: gzip"]


def make_aids(folder: Path, many: int) -> Path:
    """The shipped aid under many names and numbers, each with its version frozen as a real site has them."""
    text = (AIDS / "carpaletunnelsyndroom" / "keuzehulp.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^versie: \d+$", "versie: 1", text, count=1)
    for number in range(1, many + 1):
        place = folder / f"aandoening-{number}"
        place.mkdir(parents=True)
        named = text.replace("nr: 1\n", f"nr: {number}\n", 1)
        named = named.replace("titel: Carpaletunnelsyndroom", f"titel: Kwaal{number}x", 1)
        content = {library.FILE_NAME: named.encode()}
        (place / library.FILE_NAME).write_bytes(content[library.FILE_NAME])
        frozen = {f"versies/1/{library.FILE_NAME}": named.encode()}
        index = index_text([Release(1, date(2026, 11, 1), content_sha256(content), "Dit is de eerste versie.")])
        for name, data in {**frozen, "versies/index.yaml": index.encode()}.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(data)
    return folder


@cache
def installed() -> Path:
    """A folder with the program as a server has it: the wheel, installed, with its modules and templates compiled."""
    folder = Path(tempfile.mkdtemp(prefix="keuzehulp-bench-program-"))
    atexit.register(shutil.rmtree, folder)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT], check=True)
    subprocess.run([*pip, "install", "--no-deps", "--target", folder, *folder.glob("*.whl")], check=True)
    return folder


@contextmanager
def served(what: str, workers: int, *places: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server that answers, and where: the command that production gives for `site`, else one of the bench.

    A name that ends in `gunicorn` is served by that, as shipped: it is the slower server, so Flask's part is smaller.
    """
    port = str(free_port())
    command = [sys.executable, "-m", "tests.bench.serve", what, port, str(workers), *map(str, places)]
    if what == "bare":
        command = [sys.executable, "-m", "tests.bench.bare", port]
    folder, path = ROOT, {}
    if what == "site":
        folder, path = installed(), {"PYTHONPATH": str(installed())}
        options = [f"--{name}={place}" for name, place in zip(("aids", "voorraad"), places, strict=False)]
        command = [sys.executable, "-m", "web.cli", "start", "--productie", "--met-proef", f"--port={port}"]
        command += [f"--werkers={workers}", *options]
    if what in _ON_GUNICORN:
        command = [sys.executable, "-m", "gunicorn", f"--config={GUNICORN}", f"--bind=127.0.0.1:{port}"]
        command += [f"--workers={workers}", _ON_GUNICORN[what]]
        path = {"KEUZEHULP_AIDS": str(places[0]), "KEUZEHULP_MET_PROEF": "ja"} if places else {}
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=os.environ | path)
    try:
        wait(f"http://127.0.0.1:{port}/gezond", process)
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait(address: str, process: subprocess.Popen[bytes], seconds: float = 900) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            get(address)
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"no answer from {address}")


def get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as response:
        body: bytes = response.read()
        return body


def rates(**served_at: tuple[str, int]) -> dict[str, float]:
    """Requests in a second of the server's own processor time, the median of interleaved rounds.

    That is what one core can do, also where others use the machine. A failed request ends the bench.
    """
    found: dict[str, list[float]] = {name: [] for name in served_at}
    for _ in range(ROUNDS):
        for name, (address, pid) in served_at.items():
            before = _processor(pid)
            said = subprocess.run([*_LOAD, address], capture_output=True, text=True, check=True).stdout
            spent = _processor(pid) - before
            assert "Non-2xx" not in said, said
            assert "Socket errors" not in said, said
            found[name].append(int(re.findall(r"(\d+) requests in", said)[0]) / spent)
    return {name: statistics.median(values) for name, values in found.items()}


def _processor(pid: int) -> float:
    """Seconds of processor time of a server and the workers it has."""
    return sum(own_processor(one) for one in (pid, *children(pid)))


def own_processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def show(what: str, found: Mapping[str, float], goal: str) -> None:
    (first, ours), (second, other) = found.items()
    both = f"{first} {ours:8,.0f}  {second} {other:8,.0f} a processor second"
    print(f"{what:46} {both}  ratio {ours / other:5.2f}  (goal {goal})")


@contextmanager
def readers(address: str, many: int = 4, *, fresh: bool = False) -> Iterator[Counter[str]]:
    """Visitors who read one page again and again, each time on a new connection, until the block ends.

    A `fresh` page comes from no cache.
    """
    count, stop = Counter[str](), threading.Event()

    def read() -> None:
        while not stop.is_set():
            count["read"] += 1
            try:
                query = f"?opties={threading.get_ident()}{count['read']}" if fresh else ""
                assert b"</html>" in get(address + query)
            except (OSError, http.client.HTTPException, AssertionError):
                count["lost"] += 1

    threads = [threading.Thread(target=read) for _ in range(many)]
    for thread in threads:
        thread.start()
    try:
        yield count
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def private_mib(pid: int) -> float:
    found = dict(re.findall(r"(\w+):\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text()))
    return (int(found["Private_Dirty"]) + int(found["Private_Clean"])) / 1024
