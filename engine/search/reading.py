"""A document with its words: what takes longest to find out about it, and changes only with it."""

from dataclasses import dataclass

from engine.model import Aid
from engine.search import analysis
from engine.search.documents import Document, document
from engine.search.leading import leading_to


@dataclass(frozen=True)
class Reading:
    """Of each text of a document its words, and the parts of those that are compounds.

    `leading` are the few texts that a browser may suggest besides the title of an aid.
    """

    document: Document
    words: tuple[tuple[str, ...], ...]
    pieces: tuple[tuple[str, ...], ...]
    leading: tuple[str, ...]


def of_aid(slug: str, aid: Aid, earlier: "tuple[Aid, Reading] | None" = None) -> Reading:
    """The document of an aid with its words; what was read `earlier` and is still the same is not read again."""
    if earlier is not None and earlier[0] is aid:
        return earlier[1]
    found = document(slug, aid)
    if earlier is not None and earlier[1].document == found:
        return earlier[1]
    return of(found)


def of(one: Document) -> Reading:
    """A document with its words."""
    words = tuple(tuple(analysis.words(text)) for _, text in one.texts)
    pieces = tuple(tuple(piece for word in every for piece in analysis.all_parts(word)) for every in words)
    title = one.texts[0][1] if one.texts else ""
    return Reading(one, words, pieces, leading_to(title, one.offered))
