"""The few words that lead to an aid, besides its title, for who types in a browser.

Browsers match by the beginnings of words and forgive one error, so whatever that already finds is left out.
"""

from collections.abc import Iterable

from engine.search import analysis
from engine.search.correction import distance
from engine.thresholds import SUGGESTED_LETTERS, SUGGESTED_WORDS, TYPO_LETTERS

# Errors between two texts that are the same words in another spelling.
_RESPELLED = 2


def leading_to(title: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that add a word to what is there, until there are enough."""
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
        joined = "".join(words)
        if not any(distance(joined, other, _RESPELLED) <= _RESPELLED for other in (*known, *whole)):
            kept.append(text)
            known += words
            whole.append(joined)
            letters += len(text)
    return tuple(kept)


def _found(word: str, known: str) -> bool:
    if known.startswith(word):
        return True
    # One error leaves the first or the last letter as it is.
    if len(word) < TYPO_LETTERS or (word[0] != known[0] and word[-1] != known[-1]):
        return False
    return distance(word, known, 1) <= 1
