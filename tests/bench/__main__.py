"""Measure interleaved, take medians, print the ratio last. No ratio is a test: machines differ, ratios less so.

The corpus is the shipped aid under many names and numbers: real structure and real sizes.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml
from flask import Flask

from engine import build, library, plain_dutch, schema, source, texts
from engine.paths import AIDS, SCHEMAS
from tests.search import growth, report
from tests.weight import weigh
from web.app import create_app

TODAY = date(2026, 11, 22)
AID = (AIDS / "carpaletunnelsyndroom" / "keuzehulp.yaml").read_text(encoding="utf-8")
ROUNDS = 7
AIDS_GENERATED = 1000


def medians(**things: Callable[[], object]) -> dict[str, float]:
    """Milliseconds for each thing, the median of interleaved rounds."""
    times: dict[str, list[float]] = {name: [] for name in things}
    for _ in range(ROUNDS):
        for name, thing in things.items():
            start = time.perf_counter()
            thing()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def show(what: str, found: dict[str, float], goal: str) -> None:
    (first, ours), (second, other) = found.items()
    print(f"{what:34} {first} {ours:9.2f} ms   {second} {other:9.2f} ms   ratio {ours / other:6.2f}   ({goal})")


def repeat(times: int, thing: Callable[[], object]) -> Callable[[], object]:
    return lambda: [thing() for _ in range(times)]


def reading() -> None:
    raw = AID.encode()
    bare = repeat(5, lambda: yaml.load(AID, Loader=yaml.CSafeLoader))
    show(
        "read with places / C loader", medians(ours=repeat(5, lambda: source.parse(raw, "x")), bare=bare), "goal 1.5"
    )
    validator = schema.load(SCHEMAS / "keuze.schema.json")
    read = source.parse(raw, "x")
    show(
        "schema check / C loader", medians(ours=repeat(5, lambda: schema.check(read, validator)), bare=bare), "goal 3"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "keuzehulp.yaml"
        file.write_text(AID, encoding="utf-8")
        whole = medians(ours=repeat(5, lambda: library.check_file(file, "x", TODAY)), bare=bare)
    show("controleer one aid / C loader", whole, "goal 6")


def serving() -> None:
    app = create_app(library.load(AIDS, "aids", TODAY), today=lambda: TODAY, with_trial=True)
    hello = Flask("hello")
    hello.add_url_rule("/", view_func=lambda: "hello")
    ours, bare = app.test_client(), hello.test_client()
    address = "/k/carpaletunnelsyndroom/opties/spalk"
    tag = {"If-None-Match": ours.get(address).headers["ETag"]}
    empty = repeat(100, lambda: bare.get("/"))
    show("option page / Flask hello", medians(ours=repeat(100, lambda: ours.get(address)), hello=empty), "part 13")
    not_sent = repeat(100, lambda: ours.get(address, headers=tag))
    show("304 / Flask hello", medians(ours=not_sent, hello=empty), "goal 2")


def language() -> None:
    """Words per second of the language check on the texts of the aid: with its tables still to load, and again."""
    code = "from tests.bench.__main__ import checked_words as check; print(*check())"
    fresh = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    checked_words()
    words, seconds = min((checked_words() for _ in range(ROUNDS)), key=lambda found: found[1])
    print(
        f"language check of {words} words: cold {words / float(fresh[1]):,.0f} words/s, warm {words / seconds:,.0f}"
    )


def checked_words() -> tuple[int, float]:
    """How many words were checked, and in how many seconds of this process."""
    tree = source.parse(AID.encode(), "x").tree
    raw = [text.raw for _, text in texts.for_patients(build.build(tree))]
    start = time.process_time()
    read = [plain_dutch.Text(text) for text in raw]
    for text in read:
        plain_dutch.remarks(text)
    return sum(len(text.words) for text in read), time.process_time() - start


def loading() -> None:
    """A thousand aids as `controleer` reads them, beside bare C-loader parsing of the same files."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, AIDS_GENERATED + 1):
            place = Path(folder) / f"aandoening-{number}"
            place.mkdir()
            text = AID.replace("nr: 1\n", f"nr: {number}\n", 1)
            text = text.replace("titel: Carpaletunnelsyndroom", f"titel: Kwaal{number}x", 1)
            (place / "keuzehulp.yaml").write_text(text, encoding="utf-8")
        start = time.perf_counter()
        library.load(Path(folder), "x", TODAY)
        middle = time.perf_counter()
        for file in Path(folder).glob("*/keuzehulp.yaml"):
            yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
        end = time.perf_counter()
    ours, bare = (middle - start) * 1000 / AIDS_GENERATED, (end - middle) * 1000 / AIDS_GENERATED
    ratio = f"ratio {ours / bare:.2f} (goal 6)"
    print(f"controleer {AIDS_GENERATED} aids: {ours:.1f} ms an aid, C loader {bare:.1f} ms, {ratio}")


def weights() -> None:
    """What pages weigh compressed, beside their budgets (tests/weight.py)."""
    app = create_app(library.load(AIDS, "aids", TODAY), today=lambda: TODAY, with_trial=True)
    client = app.test_client()

    def body(address: str) -> bytes:
        with client.get(address) as response:
            return response.get_data()

    print(f"{'KiB, gzip':34} html  style  script  of others  without font  with font")
    for address in ("/", *(f"/k/carpaletunnelsyndroom/{page}" for page in ("start", "vergelijken", "samenvatting"))):
        found = weigh(body, address)
        parts = (found.html, found.style, found.script, found.vendored, found.without_font, found.total)
        print(f"{address:34} " + "  ".join(f"{part / 1024:5.1f}" for part in parts))


if __name__ == "__main__":
    weights()
    reading()
    language()
    serving()
    loading()
    growth.report()
    report.main([])
