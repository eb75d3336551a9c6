"""The index in RAM that names the documents worth weighing. The only importer of whoosh.

One merged field without positions. Only what whoosh 2.7.4 and its successor share: terms, Or, AndMaybe; no parser.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nsmallest
from threading import Lock
from typing import Any

from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.formats import Existence
from whoosh.query import AndMaybe, Or, Query, Term
from whoosh.scoring import Frequency

from engine.search.documents import Document

# A term in more documents than this, and than this share of them, names none by itself while a rarer one is there.
_FREQUENT, _SHARE = 60, 0.04
# Terms that are looked for at most: rare ones, and frequent ones, which cost most.
_MANY, _FEW = 9, 3
# Documents worth weighing.
CANDIDATES = 16
# The share of documents that may be new or gone before the index is made anew.
_BESIDE = 0.1
# Gives the terms of a document, each with its weight.
_Weigh = Callable[[Document], Mapping[str, float]]


class _Weighed(FieldType):  # type: ignore[misc]
    """A field of terms that already have their weights, where whoosh would take a text apart and count its words."""

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None)

    def index(self, value: Mapping[str, float], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        return ((term.encode(), 1, weight, b"") for term, weight in value.items())


class _Shelf:
    """Some documents and an index over them. One writer and one commit, so that a document keeps its place."""

    def __init__(self, documents: Sequence[Document], weighed: _Weigh) -> None:
        self.documents = tuple(documents)
        schema = Schema(words=_Weighed())
        storage = RamStorage()
        # whoosh would put its scratch files in one fixed folder of the machine, where processes meet.
        storage.temp_storage = lambda _name=None: RamStorage()
        writer = storage.create_index(schema).writer()
        # No document counts for less because it is long.
        writer.codec.length_stats = False
        for document in self.documents:
            writer.add_document(words=weighed(document))
        writer.commit()
        self._searcher = storage.open_index().searcher(weighting=Frequency())
        # whoosh reads postings by seeking in one shared place: two at once read each other's bytes.
        self._one_at_a_time = Lock()

    def found(self, query: Query) -> list[tuple[float, int]]:
        """The documents that answer, each with what it is worth and its place on the shelf."""
        # Without `optimize`: whoosh 2.7.4 can skip through AndMaybe for ever once a term fills more than one block.
        # Without a limit: with one it loses some of the best.
        with self._one_at_a_time:
            results = self._searcher.search(query, limit=None, optimize=False)
            return [(hit.score, hit.docnum) for hit in results]


class Backend:
    """Which documents have which terms. Made once, then only read; safe to share between threads."""

    def __init__(
        self,
        documents: Sequence[Document],
        weighed: _Weigh,
        earlier: "Backend | None" = None,
    ) -> None:
        """`weighed` gives the terms of a document, each with its weight.

        Most documents of an `earlier` index stay where they are; what is new comes on a shelf beside it.
        """
        numbers = {document: number for number, document in enumerate(documents)}
        self._shelves: tuple[_Shelf, ...] = _shelves(documents, weighed, earlier._shelves[0] if earlier else None)
        # Of each shelf the numbers that its documents have now.
        self._numbers = [[numbers.get(document) for document in shelf.documents] for shelf in self._shelves]
        self._frequent = max(_FREQUENT, int(len(documents) * _SHARE))

    def candidates(self, terms: Sequence[tuple[str, float, int]], *, everything: bool = False) -> Iterator[int]:
        """The numbers of the documents with the best of some terms, each with its boost and its documents.

        Rare terms decide; frequent ones only lift what has a rare one. Where `everything` is asked, or no term is
        rare, the few terms that say most decide.
        """
        terms = sorted(terms, key=lambda one: (-one[1], one[0]))
        rare = [one for one in terms if one[2] <= self._frequent]
        rest = [one for one in terms if one[2] > self._frequent]
        if everything and not rest:
            return
        if everything or not rare:
            rare, rest = terms[:_FEW], []
        if not rare:
            return
        query: Query = _any_of(rare[:_MANY])
        if rest:
            query = AndMaybe(query, _any_of(rest[:_FEW]))
        found = []
        for shelf, numbers in zip(self._shelves, self._numbers, strict=True):
            for score, place in shelf.found(query):
                if (number := numbers[place]) is not None:
                    found.append((-score, number))
        yield from (number for _, number in nsmallest(CANDIDATES, found))


def _shelves(documents: Sequence[Document], weighed: _Weigh, first: _Shelf | None) -> tuple[_Shelf, ...]:
    """Shelves with all documents: the `first` there was and one beside it, or one that is new."""
    there = set(first.documents) if first else set()
    new = [document for document in documents if document not in there]
    gone = there.difference(documents)
    if first is None or len(new) + len(gone) > len(documents) * _BESIDE:
        return (_Shelf(documents, weighed),)
    return (first, _Shelf(new, weighed)) if new else (first,)


def _any_of(terms: Sequence[tuple[str, float, int]]) -> Or:
    query = Or([Term("words", name, boost=boost) for name, boost, _ in terms])
    # whoosh would fill a table over all documents, which costs more than these few terms have documents.
    query.matcher_type = Or.DEFAULT_MATCHER
    return query
