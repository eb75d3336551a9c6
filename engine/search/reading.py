"""A document with its words: what takes longest to find out about it, and changes only with it."""

from dataclasses import dataclass

from engine.model import Aid
from engine.search import analysis
from engine.search.documents import Document, document


@dataclass(frozen=True)
class Reading:
    """Of each text of a document its words, and the parts of those that are compounds."""

    document: Document
    words: tuple[tuple[str, ...], ...]
    pieces: tuple[tuple[str, ...], ...]


def of_aid(slug: str, aid: Aid, earlier: "tuple[Aid, Reading] | None" = None) -> Reading:
    """The document of an aid with its words; what was read `earlier` and is still the same is not read again."""
    if earlier is not None and earlier[0] is aid:
        return earlier[1]
    found = document(slug, aid)
    return earlier[1] if earlier is not None and earlier[1].document == found else of(found)


def of(one: Document) -> Reading:
    """A document with its words."""
    words = tuple(tuple(analysis.words(text)) for _, text in one.texts)
    pieces = tuple(tuple(piece for word in every for piece in analysis.all_parts(word)) for every in words)
    return Reading(one, words, pieces)
