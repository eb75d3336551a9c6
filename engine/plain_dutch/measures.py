"""Measures of a text, with the range that plain texts about health have. Never a level, never a grade.

They are known to be blind for sense (fluent nonsense scores best) and can be gamed by chopping, so connectives stand
beside them. A word that is explained or cannot be avoided can be left out of the scores; it stays counted as a word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.plain_dutch import lists
from engine.plain_dutch.text import Kind, Sentence, Text
from engine.thresholds import SCORE_WORDS, SENTENCE_WORDS

# Words that tie sentences together; short sentences at their price are harder to follow.
CONNECTIVES = lists.group("verbinding")
_LONG = 6
_SYLLABLE = re.compile(
    r"[äëïöü]|aai|ooi|oei|eeuw|ieuw|uw(?=[^aeiou]|$)|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyáéíóúàèêô]"
)


@dataclass(frozen=True)
class Range:
    """Where plain Dutch texts about health lay, a goal, and the value from which most were hard (readability 2c).

    These come from 16 texts made for plain Dutch and 33 others: a style to compare with, not a test with readers.
    """

    lowest: float
    highest: float
    goal: float
    hard: float


RANGES = {
    "mean_sentence": Range(7.5, 12.4, 11, 13),
    "lix": Range(26, 44, 38, 45),
    "brouwer": Range(57, 86, 55, 45),
    "share_over": Range(0, 0.19, 0.15, 0.25),
    "remarks": Range(0, 4.3, 4, 6),
}


@dataclass(frozen=True)
class Measures:
    """What was counted. `lix` and `brouwer` are None below a hundred words: there they say nothing."""

    words: int
    sentences: int
    mean_sentence: float
    sentences_over: int
    lix: float | None
    brouwer: float | None
    connectives: int

    @property
    def share_over(self) -> float:
        """The share of sentences above the goal."""
        return self.sentences_over / self.sentences if self.sentences else 0.0


def measure(*texts: Text, without: frozenset[str] = frozenset()) -> Measures:
    """The measures of some texts together. `without`: words, in small letters, that the scores leave out."""
    lengths = [sentence.length for text in texts for sentence in _spoken(text)]
    spoken = [word for text in texts for sentence in _spoken(text) for word in text.words_in(sentence)]
    scored = [word for word in spoken if word not in without] if without else spoken
    total, count = len(spoken), len(lengths)
    mean = total / count if count else 0.0
    enough = total >= SCORE_WORDS and bool(scored)
    return Measures(
        words=total,
        sentences=count,
        mean_sentence=round(mean, 1),
        sentences_over=sum(length > SENTENCE_WORDS for length in lengths),
        lix=round(mean + 100 * _long_words(scored) / len(scored), 1) if enough else None,
        brouwer=round(195 - 2 * mean - 67 * _syllables_each(scored), 1) if enough else None,
        connectives=sum(word in CONNECTIVES for word in spoken),
    )


def per_hundred(count: int, words: int) -> float:
    """So many per hundred words."""
    return round(100 * count / words, 1) if words else 0.0


def syllables(word: str) -> int:
    """How many syllables a word has, by its groups of vowels; a number or a name in capitals counts as one."""
    return max(1, len(_SYLLABLE.findall(word)))


def _spoken(text: Text) -> Iterator[Sentence]:
    return (one for one in text.sentences if one.kind in (Kind.SENTENCE, Kind.ITEM))


def _long_words(words: Iterable[str]) -> int:
    return sum(len(word) > _LONG for word in words)


def _syllables_each(words: list[str]) -> float:
    known: dict[str, int] = {}
    total = 0
    for word in words:
        if word not in known:
            known[word] = syllables(word)
        total += known[word]
    return total / len(words)
