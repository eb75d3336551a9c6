"""Words and phrases from the lists: WOORD-FORMEEL, OMSLACHTIG, WOORD-ENGELS, and half of AFKORTING."""

from collections.abc import Iterator

from engine.plain_dutch import lists
from engine.plain_dutch.hits import Check, Hit, Setting, hit, in_words
from engine.plain_dutch.text import Text
from engine.problem import Level

_MUST = frozenset({"dien", "dient", "dienen", "diende", "dienden"})
# 'U dient' with 'te' this many words further on means 'moet'.
_REACH = 14


def phrases(text: Text, name: str) -> Iterator[tuple[int, int, lists.Entry]]:
    """Where a phrase of a table stands: the numbers of its first and last word."""
    table = lists.by_first_word(name)
    taken = -1
    for number, word in enumerate(text.words):
        if word in table and number > taken:
            for phrase, entry in table[word]:
                last = number + len(phrase) - 1
                if text.words[number + 1 : last + 1] == phrase[1:] and _unbroken(text, number, last):
                    yield number, last, entry
                    taken = last
                    break


def _unbroken(text: Text, first: int, last: int) -> bool:
    return all(text.joined(number) for number in range(first, last))


def _formal(text: Text, _setting: Setting) -> Iterator[Hit]:
    for first, last, entry in phrases(text, "vervangen"):
        bracketed = "(" in (text.between(first - 1) if first else "") or text.between(last).startswith(" (")
        found = Level.INFO if bracketed else Level.WARNING
        yield _instead(text, first, last, entry, f"'{_said(text, first, last)}' kan gewoner.", found)
    if not _MUST.isdisjoint(text.vocabulary):
        for sentence in text.sentences:
            yield from _must(text, sentence.first, sentence.last)


def _must(text: Text, first: int, last: int) -> Iterator[Hit]:
    for number in range(first, last):
        if text.words[number] in _MUST:
            ahead = text.words[number + 1 : min(last, number + _REACH)]
            if "te" in ahead and "om" not in ahead[: ahead.index("te")]:
                message = f"'{text.words[number]} … te' kan gewoner."
                better = ("moeten",) if text.words[number].endswith("en") else ("moet",)
                yield hit(text, number, number, message, in_words(better), better=better)


def _verbose(text: Text, _setting: Setting) -> Iterator[Hit]:
    for first, last, entry in phrases(text, "omslachtig"):
        yield _instead(text, first, last, entry, f"'{_said(text, first, last)}' kan korter.")


def _english(text: Text, _setting: Setting) -> Iterator[Hit]:
    for first, last, entry in phrases(text, "engels"):
        yield _instead(text, first, last, entry, f"'{_said(text, first, last)}' is Engels.")


def _instead(
    text: Text, first: int, last: int, entry: lists.Entry, message: str, level: Level = Level.WARNING
) -> Hit:
    return hit(text, first, last, message, in_words(entry.better), level=level, better=entry.better)


def _said(text: Text, first: int, last: int) -> str:
    return " ".join(text.words[first : last + 1])


def _hints(name: str) -> frozenset[str]:
    return frozenset(lists.by_first_word(name))


FORMAL = Check("WOORD-FORMEEL", _formal, _hints("vervangen") | _MUST)
VERBOSE = Check("OMSLACHTIG", _verbose, lists.key_words("omslachtig"))
ENGLISH = Check("WOORD-ENGELS", _english, _hints("engels"))
