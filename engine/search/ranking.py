"""How well a document answers: what share of the query it has, and how much of that stands together in one text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from engine.search.documents import WORTH, Part
from engine.search.plan import Unit
from engine.search.vocabulary import Phrase, Terms, Vocabulary

# What a part of a compound is worth by where it stands: that is not kept, so as in a question.
_COMPOUND = 0.9
# The score is made of the share of the query in the whole document, and of what one text has of it.
_WHOLE, _ONE_TEXT = 0.6, 0.4
# A text that holds more than the query is worth less, down to this.
_LOOSE = 0.4
# What share of a title or synonym the query must have to name the subject.
_NAMED = 0.7
# What a title begins with is what it is about.
_HEAD = 1.15


@dataclass(frozen=True)
class Score:
    """`share`: of what the query says, how much the document has. `telling`: what the query says
    of a title or synonym that it names.

    `text`: the text that has most, or None.
    """

    value: float
    share: float
    telling: float
    text: int | None
    terms: frozenset[int]


class Ranker:
    """Weighs documents for one query."""

    def __init__(self, query: Sequence[Unit], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._query = query
        self._all = sum(unit.weight for unit in query) or 1.0
        leaves = [(number, leaf) for number, unit in enumerate(query) for leaf in (unit.parts or (unit,))]
        self._leaves = [leaf for _, leaf in leaves]
        self._shares = [_share_of(query[number], leaf) for number, leaf in leaves]
        self._words: dict[int, list[tuple[int, float]]] = {}
        self._compounds: dict[int, list[tuple[int, float]]] = {}
        for number, leaf in enumerate(self._leaves):
            for way in leaf.ways:
                target = self._compounds if way.compound else self._words
                target.setdefault(way.term, []).append((number, way.quality))

    def score(self, terms: Terms) -> Score:
        """How well a document answers the query."""
        best = [0.0] * len(self._leaves)
        found: set[int] = set()
        text, together = None, 0.0
        self._telling = 0.0
        for phrase in terms.phrases():
            value = self._phrase(phrase, best, found)
            if value > together:
                text, together = phrase.index, value
        for term, ways in self._compounds.items():
            place = bisect_left(terms.compounds, term)
            if place < len(terms.compounds) and terms.compounds[place] == term:
                found.add(term)
                for number, quality in ways:
                    best[number] = max(best[number], quality * _COMPOUND)
        share = sum(value * part for value, part in zip(best, self._shares, strict=True)) / self._all
        value = _WHOLE * share + _ONE_TEXT * together
        return Score(value, share, self._telling, text, frozenset(found))

    def _phrase(self, phrase: Phrase, best: list[float], found: set[int]) -> float:
        """What one text has of the query; keeps in `best` what of each word any text has."""
        worth = WORTH[phrase.part]
        here: dict[int, float] = {}
        matched = 0.0
        for term in phrase.terms:
            ways = self._words.get(term)
            if ways is None:
                continue
            found.add(term)
            matched += self._vocabulary.weight(term)
            for number, quality in ways:
                here[number] = max(here.get(number, 0.0), quality)
        if not here:
            return 0.0
        for number, quality in here.items():
            best[number] = max(best[number], quality * worth)
        if phrase.part is Part.THEME and len(here) < len(self._leaves):
            return 0.0
        has = sum(quality * self._shares[number] for number, quality in here.items()) / self._all
        holds = sum(self._vocabulary.weight(term) for term in phrase.terms) or 1.0
        if worth == 1 and matched >= _NAMED * holds:
            self._telling = max(self._telling, has * self._all)
        if phrase.part is Part.TITLE and phrase.terms[0] in self._words:
            worth *= _HEAD
        return worth * has * (_LOOSE + (1 - _LOOSE) * matched / holds)


def _share_of(unit: Unit, leaf: Unit) -> float:
    """What a part of a word says of the word: the rarer part says more."""
    if leaf is unit:
        return unit.weight
    return unit.weight * leaf.weight / (sum(part.weight for part in unit.parts) or 1.0)
