"""What to look for: every word of a query with the terms that may stand for it, and how good each of them is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from engine.search import analysis, synonyms
from engine.search.vocabulary import Vocabulary
from engine.thresholds import QUERY_CHARACTERS, QUERY_WORDS

# How good a match is. A part of a compound stands for the word less well the more ordinary it is.
_SAME, _JOINED, _SYNONYM, _IN_COMPOUND, _SPLIT = 1.0, 1.0, 0.8, 0.6, 0.85
# Neighbours that may be one word: `midden oor ontsteking`. Compounds have at most a linking s between them.
_MOST_JOINED = 3
_LINKS = ("", "s")
# Terms looked for per word: more would slow a query down and say little.
_MOST_WAYS = 10


@dataclass(frozen=True)
class Way:
    """A term that may stand for a word: as a word of its own, or as a part of a compound. `typed` is a correction."""

    term: int
    quality: float
    compound: bool = False
    corrected: str = ""


@dataclass
class Unit:
    """A word of the query: what it says, the ways to find it, and the parts it falls apart in where it has none."""

    word: str
    weight: float
    ways: list[Way] = field(default_factory=list)
    parts: tuple["Unit", ...] = ()

    def all_ways(self) -> Iterator[Way]:
        yield from self.ways
        for part in self.parts:
            yield from part.ways


def units(query: str, vocabulary: Vocabulary) -> list[Unit]:
    """The words of a query that say something. Whatever is typed is words: there is no syntax."""
    typed = [token.word for token in analysis.tokens(query[:QUERY_CHARACTERS])]
    every = _without_repeats(typed)
    found: list[Unit | None] = [None if analysis.says_nothing(word) else _unit(word, vocabulary) for word in every]
    _add_joined(every, found, vocabulary)
    _add_synonyms(every, found, vocabulary)
    known = [unit for unit in found if unit]
    for unit in known:
        if not unit.ways:
            _look_harder(unit, vocabulary)
        unit.ways = sorted(set(unit.ways), key=lambda way: (-way.quality, way.compound, way.term))[:_MOST_WAYS]
    # A number that no document has says nothing: an age, a year.
    return [unit for unit in known if unit.ways or unit.parts or not unit.word.isdigit()]


def _without_repeats(typed: Iterable[str]) -> list[str]:
    kept: list[str] = []
    saying = 0
    for word in typed:
        if saying < QUERY_WORDS and (analysis.says_nothing(word) or word not in kept):
            kept.append(word)
            saying += not analysis.says_nothing(word)
    return kept


def _unit(word: str, vocabulary: Vocabulary) -> Unit:
    number = vocabulary.number(word)
    unit = Unit(word, analysis.weight(word))
    if number is not None:
        unit.ways.extend(_as_word(number, _SAME, vocabulary))
        if vocabulary.with_word(number):
            unit.weight *= vocabulary.scarcity(vocabulary.with_word(number))
        # A word that no text has by itself is still looked for harder: only compounds hold it.
    return unit


def _as_word(number: int, quality: float, vocabulary: Vocabulary, corrected: str = "") -> Iterator[Way]:
    if vocabulary.with_word(number):
        yield Way(number, quality, corrected=corrected)
    if vocabulary.with_compound(number):
        yield Way(number, quality * _IN_COMPOUND, compound=True, corrected=corrected)


def _add_joined(every: Sequence[str], found: Sequence[Unit | None], vocabulary: Vocabulary) -> None:
    for start in range(len(every)):
        for size in range(2, _MOST_JOINED + 1):
            pieces = every[start : start + size]
            if len(pieces) < size or not any(found[start : start + size]):
                continue
            for link in _LINKS:
                number = vocabulary.number(link.join(pieces))
                if number is not None:
                    for unit in found[start : start + size]:
                        if unit:
                            unit.ways.extend(_as_word(number, _JOINED, vocabulary))


def _add_synonyms(every: Sequence[str], found: Sequence[Unit | None], vocabulary: Vocabulary) -> None:
    for start, end, others in synonyms.standing_for(every):
        for unit in found[start:end]:
            if unit is None:
                continue
            for other in others:
                for word in other:
                    number = vocabulary.number(word)
                    if number is not None and not analysis.says_nothing(word):
                        unit.ways.extend(_as_word(number, _SYNONYM, vocabulary))


def _look_harder(unit: Unit, vocabulary: Vocabulary) -> None:
    """For a word that no document has: what someone meant to type, or the parts it is made of."""
    for meant in vocabulary.corrector.meant(unit.word):
        number = vocabulary.number(meant.word)
        if number is not None:
            unit.ways.extend(_as_word(number, meant.sureness, vocabulary, meant.word))
    if unit.ways:
        return
    pieces = [_unit(part, vocabulary) for part in _split(unit.word, vocabulary)]
    for piece in pieces:
        for start, _, others in synonyms.standing_for([piece.word]):
            _add_synonyms([piece.word], [piece], vocabulary)
            del start, others
        piece.ways = [Way(way.term, way.quality * _SPLIT, way.compound) for way in piece.ways]
    unit.parts = tuple(pieces)


def _split(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The parts of a compound, by what is common in Dutch, else by what the documents have."""
    found = analysis.parts(word)
    if found:
        return found
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for cut in range(3, len(word) - 2):
        left, right = word[:cut], word[cut:]
        for first in (left, left.removesuffix("s")):
            one, other = vocabulary.number(first), vocabulary.number(right)
            if one is not None and other is not None and len(first) > 2:
                worth = vocabulary.weight(one) + vocabulary.weight(other)
                best = max(best, (worth, (first, right)))
    return best[1]
