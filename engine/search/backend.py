"""The index in RAM that names the documents worth weighing. The only importer of whoosh.

One merged field without positions. Only what whoosh 2.7.4 and its successor share: terms, Or, AndMaybe; no parser.
"""

from collections.abc import Iterable, Iterator, Sequence

from whoosh.analysis import RegexTokenizer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.query import AndMaybe, Or, Query, Term

# A term in more documents than this, and than this share of them, names none by itself while a rarer one is there.
_FREQUENT, _SHARE = 60, 0.04
# Documents worth weighing.
CANDIDATES = 40


class Backend:
    """Which documents have which terms. Made once, then only read; safe to share between threads."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        schema = Schema(number=STORED, words=TEXT(analyzer=RegexTokenizer(r"\S+"), phrase=False, stored=False))
        storage = RamStorage()
        # whoosh would put its scratch files in one fixed folder of the machine, where processes meet.
        storage.temp_storage = lambda _name=None: RamStorage()
        writer = storage.create_index(schema).writer()
        count = 0
        for count, terms in enumerate(documents, 1):
            writer.add_document(number=count - 1, words=" ".join(terms))
        writer.commit()
        self._searcher = storage.open_index().searcher()
        self._frequent = max(_FREQUENT, int(count * _SHARE))

    def candidates(self, terms: Sequence[tuple[str, float, int]], *, everything: bool = False) -> Iterator[int]:
        """The numbers of the documents with the best of some terms, each with its boost and its documents.

        Rare terms decide; frequent ones only lift what has a rare one, unless `everything` asks for all.
        """
        rare = [Term("words", name, boost=boost) for name, boost, count in terms if count <= self._frequent]
        rest = [Term("words", name, boost=boost) for name, boost, count in terms if count > self._frequent]
        if everything or not rare:
            rare, rest = [*rare, *rest], []
        if not rare:
            return
        query: Query = AndMaybe(Or(rare), Or(rest)) if rest else Or(rare)
        for hit in self._searcher.search(query, limit=CANDIDATES):
            yield hit["number"]
