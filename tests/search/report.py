"""The report of `make zoekrapport`: hits and false hits per sort of query, tuned and set apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine import library
from engine.paths import AIDS
from engine.search import Document, Part, document
from tests.conftest import TODAY, shipped
from tests.search import engines
from tests.search.table import LATER, NOTHING, Lean, Query, corpus, later, queries

ENGINES = {"keuzehulp": engines.ours, "FTS5 trigram": engines.trigram, "whoosh nl, OR": engines.stock}
TOP = 3


@dataclass(frozen=True)
class Count:
    """How many queries, and for how many the right one came first or in the first three; or anything came at all."""

    queries: int
    first: int
    among: int
    anything: int


def lean(one: Lean) -> Document:
    """A document of the corpus as search takes it."""
    return Document(
        one.slug,
        (
            (Part.TITLE, one.title),
            *((Part.SEARCH_WORD, text) for text in one.search_words),
            *((Part.OPTION, text) for text in one.options),
            (Part.QUESTION, one.question),
            *((Part.CORE, text) for text in one.core),
            *((Part.THEME, text) for text in one.themes),
        ),
    )


def documents(aids: Path = AIDS) -> list[Document]:
    """The aids of a folder and the corpus."""
    found = shipped() if aids == AIDS else library.load(aids, "aids", TODAY)
    entries = found.entries.values()
    return [*(document(entry.slug, entry.aid) for entry in entries), *(lean(one) for one in corpus())]


def counted(known: Iterable[str], table: Iterable[Query] | None = None) -> list[Query]:
    """The queries of a table whose answers are among the documents, and those without an answer."""
    slugs = set(known)
    return [query for query in (queries() if table is None else table) if not query.answers or query.answers & slugs]


def count(engine: engines.Engine, asked: Sequence[Query]) -> Count:
    found = [(query, engine(query.text)) for query in asked]
    return Count(
        len(asked),
        sum(bool(query.answers & set(slugs[:1])) for query, slugs in found),
        sum(bool(query.answers & set(slugs[:TOP])) for query, slugs in found),
        sum(bool(slugs) for _, slugs in found),
    )


def main(arguments: Sequence[str]) -> None:
    """Print the report; `--tuned` leaves out what nobody tuned on, `--missed` names what went wrong."""
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    made = documents(folders[0] if folders else AIDS)
    asked = counted(one.slug for one in made)
    print(f"{len(made)} documenten, {len(asked)} vragen; {len(queries()) - len(asked)} wachten op hun keuzehulp")
    found = {name: make(made) for name, make in ENGINES.items()}
    for apart, title in ((False, "afgestemd"), (True, "apart gezet")):
        if apart and "--tuned" in arguments:
            continue
        print(f"\n{title}: juiste op 1 / in de eerste {TOP}")
        _table(found, [query for query in asked if query.apart is apart])
    if "--tuned" not in arguments:
        for number in LATER:
            print(f"\nlater geschreven, lijst {number} (daarna ook afgestemd): juiste op 1 / in de eerste {TOP}")
            _table(found, counted((one.slug for one in made), later(number)))
    if "--missed" in arguments:
        _missed(found["keuzehulp"], [query for query in asked if not query.apart])


def _table(found: dict[str, engines.Engine], asked: Sequence[Query]) -> None:
    print(f"{'soort':16}{'vragen':>8}" + "".join(f"{name:>18}" for name in found))
    for sort in dict.fromkeys(query.sort for query in asked if query.sort != NOTHING):
        _row(sort, found, [query for query in asked if query.sort == sort])
    _row("samen", found, [query for query in asked if query.sort != NOTHING])
    empty = [query for query in asked if query.sort == NOTHING]
    wrong = [f"{count(engine, empty).anything:>18}" for engine in found.values()]
    print(f"{'vals bij geen':16}{len(empty):>8}" + "".join(wrong))


def _row(name: str, found: dict[str, engines.Engine], asked: Sequence[Query]) -> None:
    counts = [count(engine, asked) for engine in found.values()]
    print(f"{name:16}{len(asked):>8}" + "".join(f"{f'{one.first} / {one.among}':>18}" for one in counts))


def _missed(engine: engines.Engine, asked: Sequence[Query]) -> None:
    print("\nniet op 1, of ten onrechte iets:")
    for query in asked:
        slugs = engine(query.text)
        if (query.answers and not query.answers & set(slugs[:1])) or (not query.answers and slugs):
            print(f"  {query.sort}: {query.text} -> {', '.join(slugs[:TOP]) or 'niets'}")
