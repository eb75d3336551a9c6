"""The index in RAM that names the documents worth weighing. The only importer of whoosh.

One merged field without positions. Only what whoosh 2.7.4 and its successor share: terms, Or, AndMaybe; no parser.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Any

from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.formats import Existence
from whoosh.query import AndMaybe, Or, Query, Term
from whoosh.scoring import Frequency

# A term in more documents than this, and than this share of them, names none by itself while a rarer one is there.
_FREQUENT, _SHARE = 60, 0.04
# Terms that are looked for at most: rare ones, and frequent ones, which cost most.
_MANY, _FEW = 9, 3
# Documents worth weighing.
CANDIDATES = 16


class _Weighed(FieldType):  # type: ignore[misc]
    """A field of terms that already have their weights, where whoosh would take a text apart and count its words."""

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None)

    def index(self, value: Mapping[str, float], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        return ((term.encode(), 1, weight, b"") for term, weight in value.items())


class Backend:
    """Which documents have which terms. Made once, then only read; safe to share between threads."""

    def __init__(self, documents: Iterable[Mapping[str, float]]) -> None:
        """Of each document its terms, each with its weight."""
        schema = Schema(words=_Weighed())
        storage = RamStorage()
        # whoosh would put its scratch files in one fixed folder of the machine, where processes meet.
        storage.temp_storage = lambda _name=None: RamStorage()
        writer = storage.create_index(schema).writer()
        for terms in documents:
            writer.add_document(words=terms)
        writer.commit()
        self._searcher = storage.open_index().searcher(weighting=Frequency())
        # whoosh reads postings by seeking in one shared place: two at once read each other's bytes.
        self._one_at_a_time = Lock()
        self._frequent = max(_FREQUENT, int(self._searcher.doc_count_all() * _SHARE))

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
        # Without `optimize`: whoosh 2.7.4 can skip through AndMaybe for ever once a term fills more than one block.
        with self._one_at_a_time:
            # One writer and one commit make one segment, so that a document keeps the number it came in.
            found = [hit.docnum for hit in self._searcher.search(query, limit=CANDIDATES, optimize=False)]
        yield from found


def _any_of(terms: Sequence[tuple[str, float, int]]) -> Or:
    query = Or([Term("words", name, boost=boost) for name, boost, _ in terms])
    # whoosh would fill a table over all documents, which costs more than these few terms have documents.
    query.matcher_type = Or.DEFAULT_MATCHER
    return query
