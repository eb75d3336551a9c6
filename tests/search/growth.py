"""Search over a hundred, a thousand and ten thousand lean documents: latency, build and memory."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from engine.search import Document, Index, Part
from tests.search.report import lean
from tests.search.table import corpus, queries

SIZES = (100, 1000, 10_000)
# What p99 may be at a thousand documents, in milliseconds.
GOAL = 10.0
_SYLLABLES = "ba bel bron dar del fer fos gam gen hal ker lan lem mir mos nat nor pal per ris ro sal sim tal ver wol zan".split()  # noqa: E501, SIM905
_ROUNDS = 3


def documents(count: int) -> Iterator[Document]:
    """The corpus, then documents that mix two of it with names of their own: real structure, a growing vocabulary."""
    base = [lean(one) for one in corpus()]
    dice = random.Random(1)
    for number in range(count):
        if number < len(base):
            yield base[number]
            continue
        one, other = dice.sample(base, 2)
        names = ["".join(dice.choices(_SYLLABLES, k=3)) for _ in range(4)]
        texts = [text for text in one.texts if text[0] is not Part.TITLE and dice.random() < 0.6]
        texts += [text for text in other.texts if text[0] is Part.SEARCH_WORD and dice.random() < 0.4]
        title = f"{names[0].capitalize()} bij {one.texts[0][1].lower()}"
        own = [(Part.SEARCH_WORD, f"{name} {dice.choice(texts)[1].split()[0].lower()}") for name in names[1:]]
        yield Document(f"{names[0]}-{number}", ((Part.TITLE, title), *texts, *own))


def asked() -> dict[str, list[str]]:
    """The queries of the table, by what they cost: one word, more words, words with an error."""
    table = queries()
    return {
        "een woord": [query.text for query in table if len(query.text.split()) == 1 and query.sort != "tikfout"],
        "meer woorden": [query.text for query in table if len(query.text.split()) > 1 and query.sort != "tikfout"],
        "tikfout": [query.text for query in table if query.sort == "tikfout"],
    }


def latencies(index: Index, texts: Sequence[str]) -> tuple[float, float]:
    """The median and p99 over the queries in milliseconds of this process; of each query the best of three."""
    best = [min(_timed(index, text) for _ in range(_ROUNDS)) for text in texts]
    best.sort()
    return best[len(best) // 2], best[int(len(best) * 0.99)]


def _timed(index: Index, text: str) -> float:
    start = time.process_time()
    index.answer(text)
    return (time.process_time() - start) * 1000


def measure(count: int) -> str:
    """One line about one size, measured in this process."""
    made = list(documents(count))
    before = resident()
    start = time.process_time()
    index = Index.of(made)
    built = time.process_time() - start
    grown = resident() - before
    found = {name: latencies(index, texts) for name, texts in asked().items()}
    said = "   ".join(f"{name} {middle:5.2f} / {last:5.2f}" for name, (middle, last) in found.items())
    return f"{count:6} documenten: bouw {built:5.2f} s, {grown:4.0f} MiB   p50 / p99 in ms: {said}"


def resident() -> float:
    """MiB of memory that this process holds now."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def report() -> None:
    """Every size in a process of its own, so that one leaves nothing behind for the next."""
    for count in SIZES:
        code = f"from tests.search.growth import measure; print(measure({count}))"
        print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout, end="")
    print(f"doel bij 1000: p99 onder {GOAL:.0f} ms")


if __name__ == "__main__":
    report()
