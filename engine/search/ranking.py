"""How well a document answers: what share of the query it has, and how much of that stands together in one text."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.search.documents import WORTH, Part
from engine.search.plan import Unit
from engine.search.vocabulary import Terms, Vocabulary

# What a part of a compound is worth by where it stands: that is not kept, so as in a question.
_COMPOUND = 0.9
# The score is made of the share of the query in the whole document, and of what one text has of it.
_WHOLE, _ONE_TEXT = 0.6, 0.4
_OTHER_KIND = 0.5
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
        self._all = sum(unit.weight for unit in query) or 1.0
        leaves = [(number, leaf) for number, unit in enumerate(query) for leaf in (unit.parts or (unit,))]
        self._leaves = [leaf for _, leaf in leaves]
        # In Dutch the first part of a compound tells what kind it is: without it the rest says little.
        self._first = [next(at for at, (other, _) in enumerate(leaves) if other == number) for number, _ in leaves]
        self._shares = [_share_of(query[number], leaf) for number, leaf in leaves]
        self._words: dict[int, list[tuple[int, float]]] = {}
        self._compounds: dict[int, list[tuple[int, float]]] = {}
        for number, leaf in enumerate(self._leaves):
            for way in leaf.ways:
                target = self._compounds if way.compound else self._words
                target.setdefault(way.term, []).append((number, way.quality))
        self._weights = {term: vocabulary.weight(term) for term in self._words}

    def score(self, terms: Terms) -> Score:
        """How well a document answers the query."""
        best = [0.0] * len(self._leaves)
        here: dict[int, dict[int, float]] = {}
        matched: dict[int, float] = {}
        found = set()
        for term, ways in self._words.items():
            for text in terms.places(term):
                found.add(term)
                says = here.setdefault(text, {})
                matched[text] = matched.get(text, 0.0) + self._weights[term]
                worth = WORTH[terms.parts[text]]
                for number, quality in ways:
                    says[number] = max(says.get(number, 0.0), quality)
                    best[number] = max(best[number], quality * worth)
        for term, ways in self._compounds.items():
            if terms.has_compound(term):
                found.add(term)
                for number, quality in ways:
                    best[number] = max(best[number], quality * _COMPOUND)
        one, together, telling = None, 0.0, 0.0
        for text in sorted(here):
            value, named = self._together(terms, text, here[text], matched[text])
            telling = max(telling, named)
            if value > together:
                one, together = text, value
        share = 0.0
        for number, value in enumerate(best):
            share += value * self._shares[number] / self._all * (1 if best[self._first[number]] else _OTHER_KIND)
        return Score(_WHOLE * share + _ONE_TEXT * together, share, telling, one, frozenset(found))

    def _together(self, terms: Terms, text: int, says: dict[int, float], matched: float) -> tuple[float, float]:
        """What one text has of the query, and what it says where the query names a title or synonym."""
        part, holds = terms.parts[text], terms.says[text] or 1.0
        worth = WORTH[part]
        if part == Part.THEME and len(says) < len(self._leaves):
            return 0.0, 0.0
        has = sum(quality * self._shares[number] for number, quality in says.items())
        telling = has if worth == 1 and matched >= _NAMED * holds else 0.0
        if part == Part.TITLE and terms.head in self._words:
            worth *= _HEAD
        return worth * has / self._all * (_LOOSE + (1 - _LOOSE) * min(1.0, matched / holds)), telling


def _share_of(unit: Unit, leaf: Unit) -> float:
    """What a part of a word says of the word: the rarer part says more."""
    if leaf is unit:
        return unit.weight
    return unit.weight * leaf.weight / (sum(part.weight for part in unit.parts) or 1.0)
