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
from pathlib import Path
from types import MappingProxyType

from tests.bench.load import children, get, make_aids, own_processor, private_mib, rates, readers, served, show, wait
from tests.conftest import ROOT
from tests.faults.site import free_port

STARTS, RELOADS = 3, 16
# Seconds to the first page, by number of aids, and seconds until a change is read.
GOALS, LIVE = {100: 1, 1000: 5}, 1
# Seconds that `import flask` took on the machine that the goals in seconds were set on (performance.md, section 3).
# Seconds say more about a machine than about a program; so each is told in imports of Flask, measured beside it.
IMPORT_OF_GOALS = 0.085
# Of the public pages larger than the 20 kB that the goals speak of, the smallest.
PAGE = "/k/aandoening-1/samenvatting"
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
        location = /same.html {{
            gzip_static on;
            gzip_vary on;
            {headers}
        }}
    }}
}}
"""
# What nginx says of a file only, and what it says of each answer.
_OF_FILES = {"accept-ranges", "last-modified"}
_ITS_OWN = {"server", "date", "connection", "content-type", "content-length", "content-encoding", "etag", "vary"}
_ITS_OWN |= {"x-accel-expires"}


def speed(folder: Path) -> None:
    """A page of an aid beside a hello, on the same server."""
    aids = make_aids(folder / "10", 10)
    with ExitStack() as stack:
        asked = {
            name: stack.enter_context(served(what, 1, *places))
            for name, what, *places in (
                ("front", "site", aids, folder / "kept"),
                ("kept", "kept", aids, folder / "kept"),
                ("made", "flask", aids, folder / "kept"),
                ("hello", "hello"),
                ("protected hello", "protected"),
                ("front on gunicorn", "site gunicorn", aids),
                ("hello on gunicorn", "hello gunicorn"),
            )
        }
        size = len(get(asked["front"][1] + PAGE))
        found = rates(
            **{name: (where + ("/" if "hello" in name else PAGE), at.pid) for name, (at, where) in asked.items()}
        )
    for name, told, hello, goal in (
        ("front", "from the front", "hello", ">= 3"),
        ("front on gunicorn", "from the front", "hello on gunicorn", ">= 0.95"),
        ("kept", "kept, given by Flask", "protected hello", ">= 0.95"),
        ("kept", "kept, given by Flask", "hello", "no goal: hello has fewer headers"),
        ("made", "made each time", "hello", "no goal: the front answers"),
    ):
        show(f"page of {size:,} bytes {told} / hello", {name: found[name], hello: found[hello]}, goal)


def cached(folder: Path) -> None:
    """The same bytes through the shipped nginx with its cache, and as a file of nginx; both write the shipped log.

    As a file twice: bare, and with the headers that protect readers, as a site of files would need them too.
    """
    aids = make_aids(folder / "10", 10)
    with served("site", 1, aids, folder / "kept") as (_, address):
        packed, headers = _packed(address + PAGE)
        for name in ("bare.html", "same.html", "same.html.gz"):
            (folder / name).write_bytes(packed)
        with _nginx(folder, address, headers) as (process, ours, static):
            places = {"cache": ours + PAGE, "same": f"{static}/same.html", "bare": f"{static}/bare.html"}
            lines = {name: {line.lower() for line in _packed(place)[1]} - _OF_FILES for name, place in places.items()}
            assert lines["cache"] == lines["same"], lines
            found = rates(**{name: (place, process.pid) for name, place in places.items()})
    for name, told in (("same", "the same answer from a file"), ("bare", "a file without headers")):
        show(f"nginx with cache / {told}", {"cache": found["cache"], name: found[name]}, ">= 0.9")


def _packed(address: str) -> tuple[bytes, dict[str, str]]:
    """An answer as a browser gets it, packed, and its headers."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=30) as response:
        return response.read(), dict(response.headers.items())


@contextmanager
def _nginx(
    folder: Path, address: str, headers: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[subprocess.Popen[bytes], str, str]]:
    """The shipped nginx before a site, where it answers, and where it answers with files of the folder."""
    ours, static = free_port(), free_port()
    shipped = (ROOT / "docs" / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    shipped = shipped.replace("listen 80 ", f"listen 127.0.0.1:{ours} ")
    shipped = shipped.replace("server unix:/run/keuzehulp/socket;", f"server {address.removeprefix('http://')};")
    for place in ("/var/cache/nginx", "/var/log/nginx"):
        (folder / place[1:]).mkdir(parents=True)
        shipped = shipped.replace(place, f"{folder}{place}")
    file = folder / "nginx.conf"
    added = " ".join(
        f'add_header {name} "{value}";' for name, value in headers.items() if name.lower() not in _ITS_OWN
    )
    text = _NGINX.format(folder=folder, static=static, shipped=shipped, headers=added)
    file.write_text(text, encoding="utf-8")
    process = subprocess.Popen(["/usr/sbin/nginx", "-c", str(file), "-g", "daemon off;"])
    try:
        wait(f"http://127.0.0.1:{ours}/gezond", process)
        yield process, f"http://127.0.0.1:{ours}", f"http://127.0.0.1:{static}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def reloads(folder: Path) -> None:
    """What visitors lose while new content is taken: through the shipped nginx, past its cache, and without it."""
    aids = make_aids(folder / "100", 100)
    file = aids / "aandoening-1" / "keuzehulp.yaml"
    text = re.sub(r"(?m)^versie: 1$", "versie: 2", file.read_text(encoding="utf-8"), count=1)
    with served("site", 2, aids) as (process, address), _nginx(folder, address) as (_, ours, _):
        for name, place in (("through nginx", ours), ("without nginx", address)):
            with readers(place + PAGE, fresh=place == ours) as count:
                for turn in range(RELOADS):
                    file.write_text(text.replace("Kwaal1x", f"Kwaal1{turn}y"), encoding="utf-8")
                    process.send_signal(signal.SIGHUP)
                    time.sleep(3)
            told = f"{RELOADS} reloads under readers, {name}"
            print(f"{told:46} {count['read']} requests, {count['lost']} lost  (goal 0)")


def growth(folder: Path, many: int) -> None:
    """The same page with few aids and with many, and what a worker holds for itself."""
    few, lots = make_aids(folder / "few", 10), make_aids(folder / "many", many)
    with ExitStack() as stack:
        other, small = stack.enter_context(served("site", 2, few, folder / "kept"))
        process, large = stack.enter_context(served("site", 2, lots, folder / "kept-many"))
        fresh = ", ".join(f"{private_mib(pid):.1f}" for pid in children(process.pid))
        print(f"{'MiB private per new worker, ' + str(many) + ' aids':46} {fresh}  (goal <= 10)")
        found = rates(**{str(many): (large + PAGE, process.pid), "10": (small + PAGE, other.pid)})
        show(f"{many} aids / 10 aids, 2 workers each", found, ">= 0.95")
        for number in range(400):
            get(f"{large}/k/aandoening-{number % many + 1}/start")
        private = [private_mib(pid) for pid in children(process.pid)]
        shown = ", ".join(f"{one:.1f}" for one in private)
        print(f"{'the same after 400 pages of 400 aids':46} {shown}")
        _reload(process, large, lots)


def _reload(process: subprocess.Popen[bytes], address: str, aids: Path) -> None:
    """How long until a change of one aid is read by visitors, in its text and in what search looks at."""
    unit = statistics.median(_import_flask() for _ in range(STARTS))
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
        start, spent = time.monotonic(), own_processor(process.pid)
        process.send_signal(signal.SIGHUP)
        while get(f"{address}/gezond") == before:
            assert time.monotonic() - start < 120
            time.sleep(0.02)
        took, spent = time.monotonic() - start, own_processor(process.pid) - spent
        told = f"{took:.2f} s, processor {spent:.2f} s, {_in_imports(took, unit, LIVE)}"
        print(f"{'change of a ' + what + ' live after':46} {told}")
        time.sleep(3)


def cold(folder: Path, many: int) -> None:
    """From a new process to the first page: with nothing but the content, and with what an earlier start kept."""
    aids, kept = make_aids(folder / "aids", many), folder / "kept"
    _start(aids, kept)
    ways = {"nothing kept": ("site", aids), "all kept": ("site", aids, kept), "bare": ("bare",)}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    imports = []
    for _ in range(STARTS):
        for name, (what, *places) in ways.items():
            imports.append(_import_flask())
            found[name].append(_start(*places, what=what))
    unit = statistics.median(imports)
    for name, times in found.items():
        seconds, spent = (statistics.median(values) for values in zip(*times, strict=True))
        told, goal = f"start with {many} aids, {name}", GOALS.get(many)
        if name == "bare":
            told, goal = "start of a hello in Flask, without our code", None
        print(f"{told:52} {seconds:.2f} s, processor {spent:.2f} s, {_in_imports(seconds, unit, goal)}")


def _import_flask() -> float:
    """Seconds that a new process needs to import Flask, without the start of Python itself."""
    code = "import time; start = time.perf_counter(); import flask; print(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def _in_imports(seconds: float, unit: float, goal: float | None) -> str:
    """A time as so many imports of Flask, and what the goal is then on the machine that the goals were set on."""
    told = f"{seconds / unit:.1f} x an import of Flask of {unit:.2f} s"
    return told if goal is None else f"{told}  (goal <= {goal} s = {goal / IMPORT_OF_GOALS:.0f} x)"


def _start(*places: Path, what: str = "site") -> tuple[float, float]:
    """Seconds from a new process to its first page, and those of processor time until it stopped."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    with served(what, 1, *places) as (_, address):
        get(address + (PAGE if what == "site" else "/"))
        seconds = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(names: list[str]) -> None:
    if shutil.which("wrk") is None:
        sys.exit("wrk is needed: apt install wrk")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="keuzehulp-bench-") as name:
        parts: dict[str, Callable[[Path], None]] = {
            "speed": speed,
            "cached": cached,
            "reloads": reloads,
            "growth": lambda folder: growth(folder, 1000),
            "cold-100": lambda folder: cold(folder, 100),
            "cold-1000": lambda folder: cold(folder, 1000),
        }
        for part in names or parts:
            (Path(name) / part).mkdir()
            parts[part](Path(name) / part)


if __name__ == "__main__":
    main(sys.argv[1:])
