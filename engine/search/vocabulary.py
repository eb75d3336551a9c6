"""Every word of all documents as a number, and each document as numbers: small to keep, quick to weigh."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from engine.search import analysis
from engine.search.correction import Corrector
from engine.search.documents import Part
from engine.search.reading import Reading

# Parts of which a word may be what someone meant: short texts that people write and recognise.
_SURFACE = frozenset({Part.TITLE, Part.SEARCH_WORD, Part.OPTION})
# What the number of documents with a word adds to its weight at least.
_SMOOTH = 10
_SAYS_NOTHING = 0.0
# Texts of one document have numbers of so many bits.
_TEXT_BITS = 16
_LAST_TEXT = (1 << _TEXT_BITS) - 1


@dataclass(frozen=True)
class Terms:
    """A document in terms: its whole words in order, each with the text it stands in, and the parts of its compounds.

    Of each text `parts` is its part, and `says` is what all its words say together.
    """

    words: "array[int]"
    texts: "array[int]"
    compounds: "array[int]"
    parts: bytes
    says: "array[float]"
    head: int

    def places(self, term: int) -> "array[int]":
        """The texts in which a term stands."""
        start = bisect_left(self.words, term)
        end = start
        while end < len(self.words) and self.words[end] == term:
            end += 1
        return self.texts[start:end]

    def has_compound(self, term: int) -> bool:
        place = bisect_left(self.compounds, term)
        return place < len(self.compounds) and self.compounds[place] == term


class Vocabulary:
    """The terms of all documents. Terms get their numbers in the order in which documents come."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []
        self._words: list[int] = []
        self._compounds: list[int] = []
        self._weights: list[float] = []
        self._taken: dict[str, int] = {}
        surface: set[str] = set()
        self.terms = tuple(self._read(one, surface) for one in readings)
        self.corrector = Corrector(surface)
        self._taken.clear()
        self._weigh()

    def number(self, word: str) -> int | None:
        """The term of a folded word; None where no document has it."""
        return self._numbers.get(analysis.term(word))

    def name(self, number: int) -> str:
        return self._names[number]

    def with_word(self, number: int) -> int:
        """How many documents have the term as a whole word."""
        return self._words[number]

    def with_compound(self, number: int) -> int:
        """How many documents have the term as a part of a compound."""
        return self._compounds[number]

    def weight(self, number: int) -> float:
        """How much a term says: rare in Dutch and rare among the documents says most."""
        return self._weights[number]

    def scarcity(self, documents: int) -> float:
        """What a word says when so many documents have it: 1 when none has, towards 0 when all have."""
        count = len(self.terms) + _SMOOTH
        return log(count / (documents + 1)) / log(count)

    def _read(self, one: Reading, surface: set[str]) -> Terms:
        # A place is a term and a text in one number, which is quicker to sort than a pair.
        places: set[int] = set()
        compounds: set[int] = set()
        texts = one.document.texts
        for index, ((part, _), words, pieces) in enumerate(zip(texts, one.words, one.pieces, strict=True)):
            places.update([self._take(word) << _TEXT_BITS | index for word in words])
            if part in _SURFACE:
                surface.update(words, pieces)
            if part is not Part.THEME:
                compounds.update([self._take(piece) for piece in pieces])
        ordered = sorted(places)
        whole = array("I", [place >> _TEXT_BITS for place in ordered])
        for number in set(whole):
            self._words[number] += 1
        for number in compounds:
            self._compounds[number] += 1
        title = one.words[0] if texts else ()
        return Terms(
            whole,
            array("H", [place & _LAST_TEXT for place in ordered]),
            array("I", sorted(compounds)),
            bytes(part for part, _ in texts),
            array("f", [0.0] * len(texts)),
            self._take(title[0]) if title else -1,
        )

    def _take(self, word: str) -> int:
        taken = self._taken.get(word)
        if taken is not None:
            return taken
        name = analysis.term(word)
        number = self._numbers.setdefault(name, len(self._names))
        if number == len(self._names):
            self._names.append(name)
            self._words.append(0)
            self._compounds.append(0)
            self._weights.append(_SAYS_NOTHING)
        self._weights[number] = max(self._weights[number], analysis.weight(word))
        self._taken[word] = number
        return number

    def _weigh(self) -> None:
        for number, common in enumerate(self._words):
            self._weights[number] *= self.scarcity(common)
        for terms in self.terms:
            for number, index in zip(terms.words, terms.texts, strict=True):
                terms.says[index] += self._weights[number]
