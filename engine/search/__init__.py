"""Finding an aid by what people call it: words only, forgiving, and silent where nothing is good enough.

A query goes through one Dutch chain (`analysis`), becomes words with the ways to find them (`plan`), the index names
the documents worth weighing (`backend`), and `ranking` says how well each answers. No query syntax, no clock.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from engine.library import Library
from engine.model import Aid
from engine.search import reading
from engine.search.analysis import familiarity, tokens, words
from engine.search.backend import Backend
from engine.search.documents import WORTH, Document, Part, document
from engine.search.plan import Unit, units
from engine.search.ranking import Ranker, Score
from engine.search.reading import Reading
from engine.search.vocabulary import Terms, Vocabulary
from engine.terms import Age
from engine.thresholds import SEARCH_BESIDE_BEST, SEARCH_HITS, SEARCH_SHARE, SEARCH_SHARE_TELLING, SEARCH_TELLING

__all__ = [
    "Answer",
    "Document",
    "Hit",
    "Index",
    "Known",
    "Part",
    "document",
    "reading",
    "same",
    "stale_last",
    "words",
]

# By slug an aid with its words.
Known = Mapping[str, tuple[Aid, Reading]]
_COMPOUND = "~"
_COMPOUND_WEIGHT = 0.5
_LEAST_BOOST = 0.05
# Letters that a better-spelled word may lack of what was typed: `hoofd` is half of `hoofdpyn`.
_LACKING = 2
# Texts short enough to say what an aid was found with.
_SHORT = frozenset({Part.TITLE, Part.SEARCH_WORD, Part.OPTION})


@dataclass(frozen=True)
class Hit:
    """A document that answers a query. `why` is its text that fits best; `marks` is where the words stand in it."""

    slug: str
    score: float
    why: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Answer:
    """What a query found, best first, and the query that was perhaps meant."""

    hits: tuple[Hit, ...]
    meant: str | None = None


class Index:
    """The words of every document of a library. Made once, then only read; safe to share between threads."""

    def __init__(self, library: Library, earlier: "Index | None" = None, known: Known | None = None) -> None:
        """`earlier` is an index over a library that was much the same, which saves most of the work.

        `known` are aids of this library that were read for search before, by slug.
        """
        before = {**(known or {}), **(earlier.known if earlier else {})}
        self.known: Known = {
            slug: (entry.aid, reading.of_aid(slug, entry.aid, before.get(slug)))
            for slug, entry in library.entries.items()
        }
        self._make([one for _, one in self.known.values()], earlier)

    @classmethod
    def of(cls, documents: Iterable[Document], earlier: "Index | None" = None) -> "Index":
        """An index over any documents."""
        made = cls.__new__(cls)
        made.known = {}
        made._make([reading.of(one) for one in documents], earlier)
        return made

    def _make(self, readings: list[Reading], earlier: "Index | None" = None) -> None:
        self._documents = tuple(one.document for one in readings)
        self._vocabulary = Vocabulary(readings)
        self._proper = frozenset(
            word
            for one in readings
            for (part, _), known in zip(one.document.texts, one.words, strict=True)
            if part is not Part.SEARCH_WORD
            for word in known
        )
        terms = dict(zip(self._documents, self._vocabulary.terms, strict=True))
        before = earlier._backend if earlier else None
        self._backend: Backend = Backend(self._documents, lambda one: self._weighed(terms[one]), before)

    def find(self, query: str, most: int = SEARCH_HITS) -> tuple[Hit, ...]:
        """The documents that answer a query, best first; empty where none is good enough. Never raises."""
        return self.answer(query, most).hits

    def answer(self, query: str, most: int = SEARCH_HITS) -> Answer:
        """The documents that answer a query, and what was perhaps meant. Never raises."""
        asked = units(query, self._vocabulary)
        found = self._ranked(asked)
        hits = tuple(self._hit(number, score) for number, score in found[:most])
        return Answer(hits, self._meant(asked, found))

    def _ranked(self, asked: list[Unit]) -> list[tuple[int, Score]]:
        ways: dict[tuple[bool, int], float] = {}
        for way in (way for unit in asked for way in unit.all_ways()):
            key = (way.compound, way.term)
            ways[key] = max(ways.get(key, 0.0), way.quality)
        terms = [(self._name(key), self._boost(key, ways[key]), self._count(key)) for key in sorted(ways)]
        ranker = Ranker(asked, self._vocabulary)
        good: list[tuple[int, Score]] = []
        for everything in (False, True):
            numbers = self._backend.candidates(terms, everything=everything)
            scored = [(number, ranker.score(self._vocabulary.terms[number])) for number in numbers]
            good = [(number, score) for number, score in scored if _good_enough(score)]
            if good or len(self._documents) <= SEARCH_HITS:
                break
        good.sort(key=lambda one: (-round(one[1].value, 6), self._documents[one[0]].slug))
        return [one for one in good if one[1].value >= good[0][1].value * SEARCH_BESIDE_BEST]

    def _meant(self, asked: list[Unit], found: list[tuple[int, Score]]) -> str | None:
        """The query with its words corrected: as the best hit was found, else as something would be."""
        if found:
            used = found[0][1].terms
            better = [
                next((one for one in _corrections(unit, used) if self._is_spelled(one) and _is_whole(one, unit)), "")
                for unit in asked
            ]
            return _respelled(asked, better)
        near = [() if unit.ways else self._vocabulary.corrector.meant(unit.word, loose=True) for unit in asked]
        better = [next((meant.word for meant in one if self._is_spelled(meant.word)), "") for one in near]
        meant = _respelled(asked, better)
        return meant if meant and self._ranked(units(meant, self._vocabulary)) else None

    def _is_spelled(self, word: str) -> bool:
        """Whether a word may be offered: editors list misspelt search words too."""
        return word in self._proper or (word != "" and familiarity(word) > 0)

    def _hit(self, number: int, score: Score) -> Hit:
        found = self._documents[number]
        wanted = {self._vocabulary.name(term) for term in score.terms}
        text, meant = self._well_spelled(found, score.text or 0)
        if meant:
            wanted.add(self._vocabulary.name(self._vocabulary.number(meant) or 0))
        marks = tuple((one.start, one.end) for one in tokens(text) if self._fits(one.word, wanted))
        return Hit(found.slug, round(score.value, 3), text, marks)

    def _well_spelled(self, found: Document, text: int) -> tuple[str, str]:
        """A text to show, and the word it has instead of one that an editor listed misspelt; else the text itself."""
        part, own = found.texts[text]
        odd = [one.word for one in tokens(own) if part is Part.SEARCH_WORD and not self._is_spelled(one.word)]
        better = [word for one in odd for word in self._vocabulary.corrector.beside(one) if self._is_spelled(word)]
        texts = [
            (len(short), short, word)
            for word in better
            for kind, short in found.texts
            if kind in _SHORT and word in short.lower() and word in {one.word for one in tokens(short)}
        ]
        return min(texts)[1:] if texts else (own, "")

    def _fits(self, word: str, wanted: set[str]) -> bool:
        number = self._vocabulary.number(word)
        return number is not None and self._vocabulary.name(number) in wanted

    def _weighed(self, terms: Terms) -> dict[str, float]:
        """A document for the index: a term weighs what the best part is worth that it stands in."""
        found: dict[str, float] = {self._name((True, number)): _COMPOUND_WEIGHT for number in terms.compounds}
        for number, text in zip(terms.words, terms.texts, strict=True):
            name, worth = self._name((False, number)), WORTH[terms.parts[text]]
            if found.get(name, 0.0) < worth:
                found[name] = worth
        return found

    def _name(self, key: tuple[bool, int]) -> str:
        compound, number = key
        name = self._vocabulary.name(number)
        return f"{_COMPOUND}{name}" if compound else name

    def _boost(self, key: tuple[bool, int], quality: float) -> float:
        return max(_LEAST_BOOST, self._vocabulary.weight(key[1])) * quality

    def _count(self, key: tuple[bool, int]) -> int:
        compound, number = key
        return self._vocabulary.with_compound(number) if compound else self._vocabulary.with_word(number)


def same(one: Library, other: Library) -> bool:
    """Whether search finds the same in two libraries, so that an index over one serves the other."""
    if list(one.entries) != list(other.entries):
        return False
    pairs = zip(one.entries.values(), other.entries.values(), strict=True)
    return all(old.aid is new.aid or document(old.slug, old.aid) == document(new.slug, new.aid) for old, new in pairs)


def _corrections(unit: Unit, used: frozenset[int]) -> Iterable[str]:
    return (way.corrected for way in unit.ways if way.term in used)


def _is_whole(word: str, unit: Unit) -> bool:
    """Whether a better-spelled word says all of what was typed, and not only a piece of it."""
    return word not in unit.word or len(unit.word) - len(word) <= _LACKING


def _respelled(asked: list[Unit], better: list[str]) -> str | None:
    """The words of a query with the better ones in their place; None where there are none."""
    if not any(better):
        return None
    return " ".join(new or unit.word for new, unit in zip(better, asked, strict=True))


def _good_enough(score: Score) -> bool:
    """A document with enough of the query, or with less of it but a word that says much by itself."""
    return score.share >= SEARCH_SHARE or (score.telling >= SEARCH_TELLING and score.share >= SEARCH_SHARE_TELLING)


def stale_last(hits: Iterable[Hit], library: Library, today: date) -> list[Hit]:
    """The hits in their order, behind them those of aids long past their review date: found, but not looked after."""
    return sorted(hits, key=lambda hit: library.entries[hit.slug].aid.age(today) is Age.LONG_STALE)
