"""Rules about whole sentences: ZIN-LANG, BIJZINNEN, OPSOMMING and DUBBEL-NIET."""

import re
from collections.abc import Iterator

from engine import words
from engine.plain_dutch import lists
from engine.plain_dutch.hits import Check, Hit, Setting
from engine.plain_dutch.text import Kind, Text
from engine.problem import Level
from engine.thresholds import (
    COMMON_WORD,
    SENTENCE_COMMAS,
    SENTENCE_WORDS,
    SENTENCE_WORDS_MAX,
    SUBORDINATE_CLAUSES,
)

# 'Als' and 'omdat' help a reader: only three or more in one sentence are too many.
_OPENS = lists.group("bijzin")
_OPENS_INSIDE = frozenset({"dat", "die", "of"})
_MAY_OPEN = _OPENS | _OPENS_INSIDE
_ASKS = lists.group("vragen")
_SUBJECTS = lists.group("onderwerp")
_COMMA = re.compile(r",(?!\d)")
_NOT = frozenset({"geen", "niet", "nooit", "niemand", "niets"})
_NOT_EITHER = frozenset({"geen", "niet", "nooit", "onmogelijk", "uitgesloten", "zonder"})
_NOT_FAR, _OPPOSITE_FAR = 3, 2
_UN = re.compile(r"on(\w{5,})")


def _long(text: Text, _setting: Setting) -> Iterator[Hit]:
    if len(text.words) <= SENTENCE_WORDS:
        return
    for sentence in text.sentences:
        if sentence.length > SENTENCE_WORDS and sentence.kind is not Kind.CELL:
            what = "Dit punt van de lijst" if sentence.kind is Kind.ITEM else "Deze zin"
            message = f"{what} heeft {sentence.length} woorden. Het doel is hoogstens {SENTENCE_WORDS}."
            found = Level.ERROR if sentence.length > SENTENCE_WORDS_MAX else Level.WARNING
            remedy = "Knip de zin in twee, of maak er een lijst van. Houd woorden als 'want' en 'omdat'."
            yield Hit(sentence.start, sentence.end, message, remedy, found)


def _nested(text: Text, _setting: Setting) -> Iterator[Hit]:
    if sum(word in _MAY_OPEN for word in text.words) < SUBORDINATE_CLAUSES:
        return
    for sentence in text.sentences:
        found = text.words_in(sentence)
        if sum(word in _MAY_OPEN for word in found) < SUBORDINATE_CLAUSES:
            continue
        if sum(_opens(found, number) for number in range(len(found))) >= SUBORDINATE_CLAUSES:
            message = f"Deze zin heeft {SUBORDINATE_CLAUSES} of meer bijzinnen."
            yield Hit(sentence.start, sentence.end, message, "Maak er twee zinnen van.")


def _opens(found: list[str], number: int) -> bool:
    """Whether a word starts a subordinate clause: 'dat' only behind another word, 'of' only in a question."""
    word = found[number]
    if word in _OPENS:
        return not (word == "als" and number and found[number - 1] in ("net", "zoals", "evenals"))
    if word not in _OPENS_INSIDE or number == 0 or number + 2 >= len(found):
        return False
    if word == "of":
        return not _ASKS.isdisjoint(found[max(0, number - 3) : number]) and found[number + 1] in _SUBJECTS
    return found[number - 1] not in ("en", "of", "maar", "want", "dus", "bij", "in", "van", "met", "dan", "is", "kan")


def _enumeration(text: Text, _setting: Setting) -> Iterator[Hit]:
    if text.clean.count(",") < SENTENCE_COMMAS:
        return
    for sentence in text.sentences:
        if sentence.length > SENTENCE_COMMAS and sentence.kind is not Kind.CELL:
            commas = len(_COMMA.findall(text.clean, sentence.start, sentence.end))
            if commas >= SENTENCE_COMMAS:
                message = f"Deze zin heeft {commas} komma's."
                yield Hit(sentence.start, sentence.end, message, "Maak er een lijst van, of knip de zin.")


def _twice_not(text: Text, _setting: Setting) -> Iterator[Hit]:
    for number, word in enumerate(text.words[:-1]):
        if word in _NOT and (last := _second_not(text, number)):
            message = "Hier staat twee keer 'niet', en dat is samen 'wel'."
            yield Hit(text.starts[number], text.end(last), message, "Zeg het zonder 'niet'.")


def _second_not(text: Text, number: int) -> int | None:
    """The second denial in the same clause, at most three words further on."""
    for ahead in range(number + 1, min(number + 1 + _NOT_FAR, len(text.words))):
        if not text.joined(ahead - 1):
            return None
        word = text.words[ahead]
        if word in _NOT_EITHER or (_is_opposite(word) and ahead - number <= _OPPOSITE_FAR):
            return ahead
        if word in _OPENS or word in ("en", "maar", "of", "want", "dus", "om"):
            return None
    return None


def _is_opposite(word: str) -> bool:
    """Whether a word says the opposite of another: 'ongevaarlijk', not 'onderzocht'."""
    match = _UN.fullmatch(word)
    if not match or word.startswith(("onder", "ontst", "ontw")):
        return False
    return words.frequency(match[1]) >= COMMON_WORD


LONG = Check("ZIN-LANG", _long)
NESTED = Check("BIJZINNEN", _nested, _MAY_OPEN)
ENUMERATION = Check("OPSOMMING", _enumeration)
TWICE_NOT = Check("DUBBEL-NIET", _twice_not, _NOT)
