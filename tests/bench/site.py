"""A site under load, side by side: `python -m tests.bench.site`. Needs wrk; nginx where it is measured.

Ratios are of medians over interleaved rounds; seconds are of this machine, with what else ran on it.
"""

import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from engine import library
from engine.library.versions import content_sha256, index_text
from engine.model import Release
from engine.paths import AIDS
from tests.conftest import ROOT
from tests.faults.site import free_port

ROUNDS, SECONDS, STARTS = 7, 1.0, 3
PAGE = "/k/aandoening-1/vergelijken"
_COMPILED = Path(tempfile.gettempdir()) / f"keuzehulp-bench-compiled-{os.getuid()}"
_LOAD = ["wrk", "-t1", "-c8", f"-d{SECONDS:.0f}s", "-H", "Accept-Encoding: gzip"]
# Around the shipped site: a server of one file, which is as fast as nginx gets, with the same log.
_NGINX = """worker_processes 1;
user root;
pid {folder}/nginx.pid;
error_log {folder}/error.log emerg;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    sendfile on;
    tcp_nopush on;
    {shipped}
    server {{
        listen 127.0.0.1:{static};
        root {folder};
        access_log {folder}/static.log keuzehulp;
    }}
}}
"""


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


@contextmanager
def served(what: str, workers: int, *places: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server that answers, and where."""
    port = str(free_port())
    command = [sys.executable, "-m", "tests.bench.serve", what, port, str(workers), *map(str, places)]
    if what == "bare":
        command = [sys.executable, "-m", "tests.bench.bare", port]
    # As on a server: modules are compiled once, and not again at each start.
    compiled = {"PYTHONPYCACHEPREFIX": str(_COMPILED), "PYTHONDONTWRITEBYTECODE": ""}
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=os.environ | compiled)
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
    return sum(_own_processor(one) for one in (pid, *_children(pid)))


def _own_processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def show(what: str, found: Mapping[str, float], goal: str) -> None:
    (first, ours), (second, other) = found.items()
    both = f"{first} {ours:8,.0f}  {second} {other:8,.0f} a processor second"
    print(f"{what:46} {both}  ratio {ours / other:5.2f}  (goal {goal})")


def speed(folder: Path) -> None:
    """A page of an aid beside a hello, on the same server."""
    aids = make_aids(folder / "10", 10)
    with ExitStack() as stack:
        hello, bare = stack.enter_context(served("hello", 1))
        front, site = stack.enter_context(served("site", 1, aids, folder / "kept"))
        flask, made = stack.enter_context(served("flask", 1, aids, folder / "kept"))
        size = len(get(site + PAGE))
        found = rates(front=(site + PAGE, front.pid), flask=(made + PAGE, flask.pid), hello=(bare + "/", hello.pid))
    pairs = {name: {name: found[name], "hello": found["hello"]} for name in ("front", "flask")}
    show(f"page of {size:,} bytes, kept / Flask hello", pairs["front"], ">= 3")
    show(f"page of {size:,} bytes, made by Flask / hello", pairs["flask"], "no goal: the front answers")


def cached(folder: Path) -> None:
    """The same bytes through the shipped nginx with its cache, and as a file of nginx; both write the shipped log."""
    aids = make_aids(folder / "10", 10)
    with served("site", 1, aids, folder / "kept") as (_, address):
        ours, static = free_port(), free_port()
        asked = urllib.request.Request(address + PAGE, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked, timeout=30) as response:
            (folder / "page.html").write_bytes(response.read())
        shipped = (ROOT / "docs" / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        shipped = shipped.replace("listen 80 ", f"listen 127.0.0.1:{ours} ")
        shipped = shipped.replace("server unix:/run/keuzehulp/socket;", f"server {address.removeprefix('http://')};")
        for place in ("/var/cache/nginx", "/var/log/nginx"):
            (folder / place[1:]).mkdir(parents=True)
            shipped = shipped.replace(place, f"{folder}{place}")
        file = folder / "nginx.conf"
        file.write_text(_NGINX.format(folder=folder, static=static, shipped=shipped), encoding="utf-8")
        process = subprocess.Popen(["/usr/sbin/nginx", "-c", str(file), "-g", "daemon off;"])
        try:
            wait(f"http://127.0.0.1:{ours}/gezond", process)
            page, bare = f"http://127.0.0.1:{ours}{PAGE}", f"http://127.0.0.1:{static}/page.html"
            found = rates(cache=(page, process.pid), file=(bare, process.pid))
            show("nginx with cache / a file of nginx", found, ">= 0.9")
        finally:
            process.terminate()
            process.wait(timeout=30)


def growth(folder: Path, many: int) -> None:
    """The same page with few aids and with many, and what a worker holds for itself."""
    few, lots = make_aids(folder / "few", 10), make_aids(folder / "many", many)
    with ExitStack() as stack:
        other, small = stack.enter_context(served("site", 2, few, folder / "kept"))
        process, large = stack.enter_context(served("site", 2, lots, folder / "kept-many"))
        fresh = ", ".join(f"{_private(pid):.1f}" for pid in _children(process.pid))
        print(f"{'MiB private per new worker, ' + str(many) + ' aids':46} {fresh}  (goal <= 10)")
        found = rates(**{str(many): (large + PAGE, process.pid), "10": (small + PAGE, other.pid)})
        show(f"{many} aids / 10 aids, 2 workers each", found, ">= 0.95")
        for number in range(400):
            get(f"{large}/k/aandoening-{number % many + 1}/start")
        private = [_private(pid) for pid in _children(process.pid)]
        shown = ", ".join(f"{one:.1f}" for one in private)
        print(f"{'the same after 400 pages of 400 aids':46} {shown}")
        _reload(process, large, lots)


def _reload(process: subprocess.Popen[bytes], address: str, aids: Path) -> None:
    """How long until a change of one aid is read by visitors: in its text, and in the words search looks at."""
    for what, old, new in (
        ("text", "situatie: ", "situatie: Nieuw gezegd. "),
        ("title", "titel: Kwaal1x", "titel: Kwaal1y"),
    ):
        file = aids / "aandoening-1" / "keuzehulp.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        before = get(f"{address}/gezond")
        changed = re.sub(r"(?m)^versie: 1$", "versie: 2", text.replace(old, new, 1), count=1)
        file.write_text(changed, encoding="utf-8")
        start, spent = time.monotonic(), _own_processor(process.pid)
        process.send_signal(signal.SIGHUP)
        while get(f"{address}/gezond") == before:
            assert time.monotonic() - start < 120
            time.sleep(0.02)
        took, spent = time.monotonic() - start, _own_processor(process.pid) - spent
        print(f"{'change of a ' + what + ' live after':46} {took:.2f} s, processor {spent:.2f} s  (goal <= 1)")
        time.sleep(3)


def cold(folder: Path, many: int) -> None:
    """From a new process to the first page: with nothing but the content, and with what an earlier start kept."""
    aids, kept = make_aids(folder / "aids", many), folder / "kept"
    _start(aids)  # compiles the modules
    _start(aids, kept)
    ways = {"nothing kept": ("site", aids), "all kept": ("site", aids, kept), "bare": ("bare",)}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(STARTS):
        for name, (what, *places) in ways.items():
            found[name].append(_start(*places, what=what))
    goal = {100: "1", 1000: "5"}.get(many, "?")
    for name, times in found.items():
        seconds, spent = (statistics.median(values) for values in zip(*times, strict=True))
        told = f"start with {many} aids, {name}  (goal <= {goal})"
        told = "start of a hello in Flask, without our code" if name == "bare" else told
        print(f"{told:52} {seconds:.2f} s, processor {spent:.2f} s")


def _start(*places: Path, what: str = "site") -> tuple[float, float]:
    """Seconds from a new process to its first page, and those of processor time until it stopped."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    with served(what, 1, *places) as (_, address):
        get(address + (PAGE if what == "site" else "/"))
        seconds = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _private(pid: int) -> float:
    found = dict(re.findall(r"(\w+):\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text()))
    return (int(found["Private_Dirty"]) + int(found["Private_Clean"])) / 1024


def main(names: list[str]) -> None:
    if shutil.which("wrk") is None:
        sys.exit("wrk is needed: apt install wrk")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="keuzehulp-bench-") as name:
        parts: dict[str, Callable[[Path], None]] = {
            "speed": speed,
            "cached": cached,
            "growth": lambda folder: growth(folder, 1000),
            "cold-100": lambda folder: cold(folder, 100),
            "cold-1000": lambda folder: cold(folder, 1000),
        }
        for part in names or parts:
            (Path(name) / part).mkdir()
            parts[part](Path(name) / part)


if __name__ == "__main__":
    main(sys.argv[1:])
