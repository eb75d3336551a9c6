"""A document with its words: what takes longest to find out about it, and changes only with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.search import analysis
from engine.search.documents import Document


@dataclass(frozen=True)
class Reading:
    """Of each text of a document its words, and the parts of those that are compounds."""

    document: Document
    words: tuple[tuple[str, ...], ...]
    pieces: tuple[tuple[str, ...], ...]


def readings(documents: Iterable[Document], earlier: Iterable[Reading] = ()) -> tuple[Reading, ...]:
    """Every document with its words; what was read `earlier` and is still the same is not read again."""
    known = {one.document: one for one in earlier}
    return tuple(known.get(document) or _read(document) for document in documents)


def _read(document: Document) -> Reading:
    words = tuple(tuple(analysis.words(text)) for _, text in document.texts)
    pieces = tuple(tuple(piece for word in every for piece in analysis.all_parts(word)) for every in words)
    return Reading(document, words, pieces)
