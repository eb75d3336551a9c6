"""What is measured: our search, and two others over the same documents with nothing but their own means."""

import sqlite3
from collections.abc import Callable, Sequence

from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import MultifieldParser, OrGroup

from engine.search import Document, Index, Part

Engine = Callable[[str], list[str]]
# Where a match counts more, for the two others: as much as helps them.
BOOSTS = {Part.TITLE: 4, Part.SEARCH_WORD: 3, Part.OPTION: 2, Part.QUESTION: 2, Part.CORE: 1, Part.THEME: 1}
_MOST = 10


def ours(documents: Sequence[Document]) -> Engine:
    index = Index.of(documents)
    return lambda query: [hit.slug for hit in index.find(query)]


def trigram(documents: Sequence[Document]) -> Engine:
    """SQLite's FTS5 with trigrams: every three letters of the query, any of them, ranked by BM25."""
    base = sqlite3.connect(":memory:", check_same_thread=False)
    columns = [part.name.lower() for part in BOOSTS]
    base.execute(f"create virtual table found using fts5(slug unindexed, {', '.join(columns)}, tokenize='trigram')")
    for document in documents:
        base.execute(
            f"insert into found values (?{', ?' * len(columns)})",
            (document.slug, *(" \n ".join(_texts(document, part)) for part in BOOSTS)),
        )
    weights = ", ".join(str(weight) for weight in BOOSTS.values())
    ask = f"select slug from found where found match ? order by bm25(found, 0, {weights}) limit {_MOST}"

    def find(query: str) -> list[str]:
        words = ["".join(filter(str.isalnum, word)) for word in query.lower().split()]
        pieces = dict.fromkeys(word[at : at + 3] for word in words for at in range(len(word) - 2))
        if not pieces:
            return []
        return [row[0] for row in base.execute(ask, (" OR ".join(f'"{piece}"' for piece in pieces),))]

    return find


def stock(documents: Sequence[Document]) -> Engine:
    """whoosh with its own Dutch analyser, every field, any word."""
    analyzer = LanguageAnalyzer("nl")
    fields = {part.name.lower(): TEXT(analyzer=analyzer, field_boost=float(boost)) for part, boost in BOOSTS.items()}
    storage = RamStorage()
    # Not in the one folder where whoosh would meet other processes.
    storage.temp_storage = lambda _name=None: RamStorage()
    index = storage.create_index(Schema(slug=ID(stored=True), **fields))
    writer = index.writer()
    for document in documents:
        writer.add_document(
            slug=document.slug, **{part.name.lower(): ". ".join(_texts(document, part)) for part in BOOSTS}
        )
    writer.commit()
    parser = MultifieldParser(list(fields), index.schema, group=OrGroup)
    searcher = index.searcher()
    return lambda query: [hit["slug"] for hit in searcher.search(parser.parse(query), limit=_MOST)]


def _texts(document: Document, part: Part) -> list[str]:
    return [text for where, text in document.texts if where is part]
