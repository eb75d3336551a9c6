"""Which known word someone meant: by how it sounds, with an error or two, or by how it begins.

Words are compared as they are written, not as stems. Only a word that no document has is corrected, and only where
it is no ordinary Dutch word: who types `tand` does not mean `hand`.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.search import analysis
from engine.thresholds import TYPO_LETTERS

# Spellings that sound alike, in the order in which they are replaced; then doubled letters become one.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        *(("ph", "f"), ("th", "t"), ("sch", "sg"), ("ch", "g"), ("ck", "k"), ("qu?", "k"), ("x", "ks")),
        *(("c(?=[eiy])", "s"), ("c", "k"), ("eau", "o"), ("ai", "e"), ("ij|ei", "y"), ("ou", "au"), ("ie|y", "i")),
        *(("v", "f"), ("z", "s"), ("dt$|d$", "t"), ("tt?$", "t")),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
# Zipf from which a word is an ordinary Dutch word, and from which it may be one.
_ORDINARY, _KNOWN = 4.2, 2.0
# Zipf from which a word is no slip of the pen: `griep` is never asked about as `grijpt`.
_EVERYDAY = 3.0
# Letters from which two errors are forgiven, with which a word may be the beginning of another, and that two words
# of one root share, or one that stands inside the other.
_LONG, _BEGINNING, _ROOT = 8, 5, 7
# Costs: an error, the same sound in other letters, another first letter, a beginning.
_ERROR, _SOUND, _FIRST, _BEGUN = 1.0, 0.4, 0.4, 0.9
_SECOND = 0.6
_MOST_SHOWN = 4
_CHEAPEST = 0.15
_RELATED = 0.6
# Words that differ in their last letters only, and how many letters they then share.
_AKIN, _ENDING, _AKIN_LETTERS = 0.8, 3, 6
# The share of pieces that two words of one root have in common.
_ALIKE = 0.55


@dataclass(frozen=True)
class Meant:
    """A known word that someone may have meant, and how sure that is (1 is certain)."""

    word: str
    sureness: float


class Corrector:
    """The surface words of titles, synonyms and options, ready to be looked up with an error."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = sorted({word for word in words if len(word) >= TYPO_LETTERS and not word.isdigit()})
        self._heard = sorted((sound(word), number) for number, word in enumerate(self._sorted))
        self._by_piece: dict[str, array[int]] = {}
        for number, word in enumerate(self._sorted):
            for piece in sorted(_pieces(word)):
                self._by_piece.setdefault(piece, array("I")).append(number)
        self._by_key: dict[str, list[int]] = {}
        for number, word in enumerate(self._sorted):
            for key in _keys(sound(word)) | _keys(word):
                self._by_key.setdefault(key, []).append(number)

    def meant(self, word: str, *, loose: bool = False) -> tuple[Meant, ...]:
        """The words nearest to a folded word, surest first. `loose` is for a question back, not for an answer."""
        known = analysis.familiarity(word)
        if len(word) < TYPO_LETTERS or word.isdigit() or known >= _ORDINARY:
            return ()
        limit = _ERROR + (_SECOND if len(word) >= _LONG or loose else 0.0) + _SOUND
        if known >= (_EVERYDAY if loose else _KNOWN):
            limit = _SOUND + _FIRST
        elif known >= _KNOWN:
            limit = _ERROR
        costs = self._near(word)
        for begun, cost in self._beginning_with(word):
            costs[begun] = min(costs.get(begun, cost), cost)
        near = sorted((cost, other) for other, cost in costs.items() if cost <= limit)
        best = near[0][0] + _CHEAPEST if near else 0.0
        found = [Meant(other, 1 - 0.22 * cost) for cost, other in near if cost <= best]
        return tuple(sorted(found, key=lambda one: (-one.sureness, -analysis.familiarity(one.word), one.word)))[
            :_MOST_SHOWN
        ]

    def beside(self, word: str) -> tuple[str, ...]:
        """The other known words at most one error away, nearest first: how a misspelt known word may be spelled."""
        if len(word) < TYPO_LETTERS:
            return ()
        near = sorted((cost, other) for other, cost in self._near(word).items() if other != word)
        return tuple(other for cost, other in near if cost <= _ERROR)

    def _near(self, word: str) -> dict[str, float]:
        numbers = {number for key in _keys(sound(word)) | _keys(word) for number in self._by_key.get(key, ())}
        return {self._sorted[number]: _cost(word, self._sorted[number]) for number in numbers}

    def akin(self, word: str) -> tuple[Meant, ...]:
        """The known words that are the same but for their endings: `depressief` → `depressie`. Any word may ask."""
        place = bisect_left(self._sorted, word)
        beside = self._sorted[max(0, place - _MOST_SHOWN) : place + _MOST_SHOWN]
        lengths = {other: _begin_alike(word, other) for other in beside}
        return tuple(
            Meant(other, _AKIN)
            for other, same in lengths.items()
            if same >= _AKIN_LETTERS and max(len(word), len(other)) - same <= _ENDING
        )

    def related(self, word: str) -> tuple[Meant, ...]:
        """The known words that an unknown one begins like, or holds: `hypercholesterolemie` → `cholesterol`."""
        if len(word) < _BEGINNING + 1 or analysis.familiarity(word) >= _KNOWN:
            return ()
        place = bisect_left(self._sorted, word)
        beside = self._sorted[max(0, place - _MOST_SHOWN) : place + _MOST_SHOWN]
        found = {other for other in beside if other[:_ROOT] == word[:_ROOT]}
        for start in range(len(word) - _ROOT + 1):
            for end in range(len(word), start + _ROOT - 1, -1):
                if self.knows(word[start:end]):
                    found.add(word[start:end])
                    break
        if not found:
            return self._alike(word)
        best = max((_shared(word, other) for other in found), default=0)
        return tuple(Meant(other, _RELATED) for other in sorted(found) if _shared(word, other) == best)[:_MOST_SHOWN]

    def _alike(self, word: str) -> tuple[Meant, ...]:
        """The known word that shares most pieces of three letters: `infection` → `infectie`."""
        pieces, counts = _pieces(word), Counter[int]()
        for piece in pieces:
            counts.update(self._by_piece.get(piece, ()))
        best, alike = -1, _ALIKE
        for number, shared in sorted(counts.items()):
            share = 2 * shared / (len(pieces) + len(self._sorted[number]) - 1)
            if share > alike:
                best, alike = number, share
        return (Meant(self._sorted[best], _RELATED),) if best >= 0 else ()

    def knows(self, word: str) -> bool:
        """Whether some title, synonym or option has exactly this folded word."""
        place = bisect_left(self._sorted, word)
        return place < len(self._sorted) and self._sorted[place] == word

    def _beginning_with(self, word: str) -> Iterator[tuple[str, float]]:
        if len(word) < _BEGINNING:
            return
        place = bisect_left(self._sorted, word)
        for other in self._sorted[place : place + _MOST_SHOWN]:
            if other.startswith(word):
                yield other, _BEGUN
        heard = sound(word)
        place = bisect_left(self._heard, (heard, 0))
        for sounding, number in self._heard[place : place + _MOST_SHOWN]:
            if len(heard) >= _BEGINNING and sounding.startswith(heard):
                yield self._sorted[number], _BEGUN + _SOUND


def sound(word: str) -> str:
    """How a folded word sounds, roughly: `nagt` and `nacht` alike."""
    for pattern, replaced in _SOUNDS:
        word = pattern.sub(replaced, word)
    return _DOUBLED.sub(r"\1", word)


def _keys(text: str) -> set[str]:
    """A text and every text with one letter less: two texts that share a key are at most two errors apart."""
    if len(text) < TYPO_LETTERS - 1:
        return {text}
    return {text, *(text[:cut] + text[cut + 1 :] for cut in range(len(text)))}


def _pieces(word: str) -> set[str]:
    """The pieces of three letters of a word, with its beginning."""
    return {f" {word}"[start : start + 3] for start in range(len(word) - 1)}


def _shared(one: str, other: str) -> int:
    """Letters of a word that stands inside another, or that both begin with."""
    if other in one:
        return len(other)
    return _begin_alike(one, other)


def _begin_alike(one: str, other: str) -> int:
    same = 0
    for letter, against in zip(one, other, strict=False):
        if letter != against:
            break
        same += 1
    return same


def _cost(typed: str, known: str) -> float:
    written = distance(typed, known, 3)
    heard = distance(sound(typed), sound(known), 3)
    errors = min(written, heard)
    cost = (_ERROR + (errors - 1) * _SECOND if errors else 0.0) + (_SOUND if heard < written else 0.0)
    return cost + (_FIRST if typed[0] != known[0] else 0.0)


def distance(one: str, other: str, most: int) -> int:
    """Errors between two words: a letter more, less, wrong, or two swapped. Above `most` the number means nothing."""
    if abs(len(one) - len(other)) > most or len(set(one) - set(other)) > most:
        return most + 1
    # What both begin or end with has no errors.
    same = _begin_alike(one, other)
    one, other = one[same:], other[same:]
    same = _begin_alike(one[::-1], other[::-1])
    one, other = one[: len(one) - same], other[: len(other) - same]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, last, row = row, before, [number]
        for place, against in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != against))
            if last and place > 1 and letter == other[place - 2] and one[number - 2] == against:
                cost = min(cost, last[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
