"""WOORD-MOEILIJK: words that few texts use, and jargon.

How common a word is says little about a whole text about health, but it points at words. A compound is as hard as
its hardest part. Names, numbers and everyday words about health are left alone.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from engine import words
from engine.plain_dutch import lists
from engine.plain_dutch.hits import Check, Hit, Setting, hit
from engine.plain_dutch.phrases import phrases
from engine.plain_dutch.text import Text
from engine.problem import Level
from engine.thresholds import COMMON_PART, COMMON_WORD, RARE_LETTERS, RARE_WORD

ID = "WOORD-MOEILIJK"
_SHORT = 3
_LONGEST = 60
# In a text of fewer words than this it pays to look at its different words first.
_FEW = 1000
# 'Een orthopeed, een arts voor botten'; 'dat heet staar', 'we noemen dat …'.
_MEANS = frozenset({"dat", "dit", "een", "of", "oftewel", "ofwel"})
_NAMES = frozenset({"genaamd", "heet", "heten", "noemen", "noemt"})
_NAMED = 4


@lru_cache(maxsize=65536)
def level(word: str) -> Level | None:
    """How bad a rare word is; None where it is common enough or allowed."""
    if len(word) <= _SHORT or not word.replace("-", "").isalpha() or allowed(word):
        return None
    if "-" in word:
        levels = [found for part in word.split("-") if (found := level(part))]
        return min(levels, key=list(Level).index) if levels else None
    if len(word) <= _LONGEST:
        if commonness(word) >= COMMON_WORD:
            return None
        rare = commonness(word) < RARE_WORD
    else:
        rare = True
    return Level.ERROR if rare and len(word) >= RARE_LETTERS else Level.WARNING


@lru_cache(maxsize=65536)
def commonness(word: str) -> float:
    """How common a word is in any of its forms, or as a compound: at least its allowed or common parts."""
    best = max(words.frequency(form) for form in words.lookup(word))
    if best >= COMMON_WORD:
        return best
    parts = words.split(word)
    if len(parts) > 1:
        least = min(COMMON_WORD if allowed(part) else words.common(part) for part in parts)
        if least >= COMMON_PART or all(allowed(part) or words.common(part) >= COMMON_PART for part in parts):
            return max(best, COMMON_WORD)
        return max(best, min(least, COMMON_WORD - 0.1))
    return best


def allowed(word: str) -> bool:
    """Whether a word, or what it is a form of, is on the list of everyday words about health."""
    known = lists.allowed()
    return word in known or any(form in known for form in words.lookup(word)[1:])


def rare(text: Text, setting: Setting) -> Iterator[int]:
    """The numbers of the rare words of a text; names and words that are explained are left out."""
    if len(text.words) < _FEW and not any(map(level, text.vocabulary)):
        return
    known = lists.known()
    fine: set[str] = set()
    for number, word in enumerate(text.words):
        if word in fine:
            continue
        if not level(word) or word in known or setting.explains(word) or explained_here(text, number, number):
            fine.add(word)
            continue
        written = text.written(number)
        if not written[0].isupper() or (number in text.firsts and not written.isupper()):
            yield number


def let_through(text: Text, setting: Setting) -> Iterator[int]:
    """The numbers of the words that only the lists keep from being called difficult: allowed, or explained.

    For the sheet that shows measures with and without these lists: an allowed word still is a word to count.
    """
    for number, word in enumerate(text.words):
        if len(word) > _SHORT and commonness(word) < COMMON_PART and (allowed(word) or setting.explains(word)):
            yield number


def jargon(text: Text, setting: Setting) -> Iterator[tuple[int, int, lists.Entry]]:
    """Where jargon stands that is explained neither elsewhere nor on the spot."""
    if lists.by_first_word("vaktaal").keys().isdisjoint(text.vocabulary):
        return
    told = set()
    for first, last, entry in phrases(text, "vaktaal"):
        if entry.forms in told or any(setting.explains(form) for form in entry.forms):
            continue
        if explained_here(text, first, last):
            told.add(entry.forms)
        else:
            yield first, last, entry


def find(text: Text, setting: Setting) -> Iterator[Hit]:
    """Rare words, and jargon where no aid explains it."""
    for number in rare(text, setting):
        word = text.words[number]
        found = Level.INFO if in_brackets(text, number) else level(word) or Level.WARNING
        message = f"'{word}' is een woord dat weinig mensen gebruiken."
        yield hit(text, number, number, message, setting.way_out, level=found)
    if setting.jargon:
        for first, last, entry in jargon(text, setting):
            said = " ".join(text.words[first : last + 1])
            found = Level.INFO if in_brackets(text, first) else Level.WARNING
            yield hit(text, first, last, f"'{said}' is vaktaal.", plainer(entry), level=found, better=entry.better)


def plainer(entry: lists.Entry) -> str:
    """What to say instead of jargon."""
    return f"Gewoner is: {' of '.join(entry.better)}."


def explained_here(text: Text, first: int, last: int) -> bool:
    """Whether a sentence says what a word means: 'een orthopeed, een arts voor botten' or 'dat heet staar'."""
    after = text.between(last)
    following = text.words[last + 1 : last + 3]
    if after.startswith(" (") or (after.startswith(",") and following[:1] and following[0] in _MEANS):
        return True
    if following[:1] == ["betekent"] or (
        following == ["is", "een"] and not text.firsts.isdisjoint((first, first - 1))
    ):
        return True
    return not _NAMES.isdisjoint(text.words[max(0, first - _NAMED) : first])


def in_brackets(text: Text, number: int) -> bool:
    """Whether a word stands in brackets behind a plainer one: 'uitzaaiingen (metastasen)'."""
    before = text.between(number - 1) if number else ""
    return "(" in before and ")" in text.between(number)


CHECK = Check(ID, find)


def glossary(terms: Iterable[str]) -> frozenset[str]:
    """The words of a glossary and their stems, for `Setting.explained`; of a term of more words also each word."""
    said = {word for term in terms for word in (term.lower(), *term.lower().split())}
    return frozenset(said | {words.stem(word) for word in said})


def is_used(term: str, vocabulary: frozenset[str], read: Iterable[Text]) -> bool:
    """Whether texts use a term, in any form or as the start of a compound; `vocabulary` holds all their words."""
    wanted = term.lower().split()
    if len(wanted) > 1:
        return any(term.lower() in " ".join(text.small.split()) for text in read)
    stem = words.stem(wanted[0])
    return wanted[0] in vocabulary or any(
        word.startswith(wanted[0]) or words.stem(word) == stem or wanted[0] in words.lookup(word)
        for word in vocabulary
        if word[:2] == wanted[0][:2]
    )
