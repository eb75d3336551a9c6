"""What to look for: every word of a query with the terms that may stand for it, and how good each of them is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from engine.search import analysis, synonyms
from engine.search.vocabulary import Vocabulary
from engine.thresholds import QUERY_CHARACTERS, QUERY_WORDS, TYPO_LETTERS
from engine.words import lookup

# How good a match is. A part of a compound stands for the word less well the more ordinary it is.
_SAME, _JOINED, _PAIRED, _SYNONYM, _IN_COMPOUND, _SPLIT = 1.0, 1.0, 0.9, 0.8, 0.6, 0.85
# Neighbours that may be one word: `midden oor ontsteking`. Compounds have at most a linking s between them.
_MOST_JOINED = 3
# Words of a query of which any two may be one word.
_MOST_PAIRED = 6
_LINKS = ("", "s")
# Terms looked for per word: more would slow a query down and say little.
_MOST_WAYS = 10
# A correction as sure as this is the same word, spelled as it sounds.
_SURE = 0.85
# Another form of the same word.
_FORM = 0.9


@dataclass(frozen=True)
class Way:
    """A term that may stand for a word: as a word of its own, or as a part of a compound. `typed` is a correction."""

    term: int
    quality: float
    compound: bool = False
    corrected: str = ""


@dataclass
class Unit:
    """A word of the query: what it says, the ways to find it, and the parts it falls apart in where it has none.

    `said` is the word and what may stand for it.
    """

    word: str
    weight: float
    ways: list[Way] = field(default_factory=list)
    parts: tuple["Unit", ...] = ()
    said: list[str] = field(default_factory=list)

    def all_ways(self) -> Iterator[Way]:
        yield from self.ways
        for part in self.parts:
            yield from part.ways


def units(query: str, vocabulary: Vocabulary) -> list[Unit]:
    """The words of a query that say something. Whatever is typed is words: there is no syntax."""
    typed = [token.word for token in analysis.tokens(query[:QUERY_CHARACTERS])]
    every = _without_repeats(typed)
    found: list[Unit | None] = [None if analysis.says_nothing(word) else _unit(word, vocabulary) for word in every]
    _add_synonyms(every, found, vocabulary)
    _add_joined(every, found, vocabulary)
    known = [unit for unit in found if unit]
    for unit in known:
        if not unit.ways:
            _look_harder(unit, vocabulary)
    corrected = [_corrected(unit) or word for word, unit in zip(every, found, strict=True)]
    if corrected != every:
        # `blaas ontstekking`: only the corrected word makes one with its neighbour.
        _add_joined(corrected, found, vocabulary)
    for unit in known:
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


def _corrected(unit: Unit | None) -> str:
    return next((way.corrected for way in unit.ways if way.corrected), "") if unit else ""


def _unit(word: str, vocabulary: Vocabulary) -> Unit:
    number = vocabulary.number(word)
    unit = Unit(word, analysis.weight(word), said=[word])
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
    """Neighbours that are one word (`midden oor ontsteking`), and two words that are one in any order."""
    for start in range(len(every)):
        for size in range(2, _MOST_JOINED + 1):
            pieces = every[start : start + size]
            if len(pieces) == size and any(found[start : start + size]):
                _join(pieces, [unit for unit in found[start : start + size] if unit], _JOINED, vocabulary)
    known = [unit for unit in found if unit][:_MOST_PAIRED]
    for one in known:
        for other in known:
            if one is not other:
                for left in one.said:
                    for right in other.said:
                        _join((left, right), (one, other), _PAIRED, vocabulary)


def _join(pieces: Sequence[str], covered: Iterable[Unit], quality: float, vocabulary: Vocabulary) -> None:
    for link in _LINKS:
        number = vocabulary.number(link.join(pieces))
        if number is not None:
            for unit in covered:
                unit.ways.extend(_as_word(number, quality, vocabulary))
            return


def _add_synonyms(every: Sequence[str], found: Sequence[Unit | None], vocabulary: Vocabulary) -> None:
    for start, end, others in synonyms.standing_for(every):
        for unit in found[start:end]:
            for word in (word for other in others for word in other if unit and not analysis.says_nothing(word)):
                assert unit
                unit.said.append(word)
                number = vocabulary.number(word)
                if number is not None:
                    unit.ways.extend(_as_word(number, _SYNONYM, vocabulary))


def _look_harder(unit: Unit, vocabulary: Vocabulary) -> None:
    """For a word that no document has: the parts it is made of, what someone meant to type, or a word of its root."""
    pieces = [_unit(part, vocabulary) for part in _split(unit.word, vocabulary)]
    for piece in pieces:
        _add_synonyms([piece.word], [piece], vocabulary)
    meant = vocabulary.corrector.meant(unit.word)
    if pieces and all(piece.ways for piece in pieces):
        # Every part is a word that documents have: only an error that nobody hears goes before that.
        meant = tuple(one for one in meant if one.sureness >= _SURE)
    forms = () if meant or len(unit.word) < TYPO_LETTERS else lookup(unit.word)[1:]
    for form in forms:
        number = vocabulary.number(form)
        if number is not None:
            unit.ways.extend(_as_word(number, _FORM, vocabulary))
    meant = meant or (() if unit.ways else vocabulary.corrector.akin(unit.word))
    if not meant and not unit.ways and not any(piece.ways for piece in pieces):
        meant = vocabulary.corrector.related(unit.word)
    for one in meant:
        number = vocabulary.number(one.word)
        if number is not None:
            unit.ways.extend(_as_word(number, one.sureness, vocabulary, one.word))
    if not unit.ways:
        for piece in pieces:
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
