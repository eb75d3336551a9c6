"""What a reader may pick while typing: per aid its title and the few words that lead to it.

Browsers match by the beginnings of words and forgive one error, so whatever that already finds is left out.
"""

from dataclasses import dataclass
from functools import lru_cache

from engine.library import Library
from engine.search import analysis
from engine.search.correction import distance
from engine.terms import OptionKind
from engine.thresholds import SUGGESTED_FIRST, SUGGESTED_LETTERS, SUGGESTED_WORDS, TYPO_LETTERS

# Errors between two texts that are the same words in another spelling.
_RESPELLED = 2
_WAITING = frozenset({OptionKind.WAIT, OptionKind.DO_NOTHING})


@dataclass(frozen=True)
class Suggestion:
    """An aid with what people call it, in the editor's order."""

    slug: str
    title: str
    words: tuple[str, ...]


def suggestions(library: Library) -> tuple[Suggestion, ...]:
    """One suggestion per aid of a library, by title."""
    found = []
    for entry in library.entries.values():
        options = [option.name for option in entry.aid.options if option.kind not in _WAITING]
        known = entry.aid.search_words
        words = leading_to(entry.aid.title, (*known[:SUGGESTED_FIRST], *options, *known[SUGGESTED_FIRST:]))
        found.append(Suggestion(entry.slug, entry.aid.title, words))
    return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.slug)))


@lru_cache(maxsize=8192)
def leading_to(title: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts that add a word to what is there, until there are enough. Remembered: it compares many words."""
    known = analysis.words(title)
    whole = ["".join(known)]
    kept: list[str] = []
    letters = 0
    for text in texts:
        if len(kept) == SUGGESTED_WORDS:
            break
        if letters + len(text) > SUGGESTED_LETTERS:
            continue
        words = analysis.words(text)
        if all(any(_found(word, other) for other in known) for word in words):
            continue
        if not any(distance("".join(words), other, _RESPELLED) <= _RESPELLED for other in (*known, *whole)):
            kept.append(text)
            known += words
            whole.append("".join(words))
            letters += len(text)
    return tuple(kept)


def _found(word: str, known: str) -> bool:
    if known.startswith(word):
        return True
    # One error leaves the first or the last letter as it is.
    touched = word[0] != known[0] and word[-1] != known[-1]
    return len(word) >= TYPO_LETTERS and not touched and distance(word, known, 1) <= 1
