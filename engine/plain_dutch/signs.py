"""Rules about signs: SCHUINE-STREEP and AFKORTING."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from engine import words
from engine.plain_dutch import lists
from engine.plain_dutch.hits import Check, Hit, Setting, in_words
from engine.plain_dutch.text import Text

_SLASH = re.compile(r"(?<![\w/.])[^\W\d_]{2,}(?:/[^\W\d_]{2,})+(?![\w/])")
_UNITS = frozenset({"km/u", "mg/ml", "ml/min", "mmol/mol", "mg/dl", "kg/m"})
# The look back comes second: a pattern that opens with a letter is found faster.
_CAPITALS = re.compile(r"[A-Z](?<![\w-][A-Z])[A-Z0-9]{1,5}(?:-[a-z]+)?(?![\w])(?!-[A-Z])")
# Short forms that everyone says as a word, or that are better known than what they stand for.
_KNOWN = lists.group("bekende-afkorting")
_SHOUTED, _AROUND = 0.6, 40
# A word of more letters that is this common is said aloud, not short for something: GOED, FOUT, LET OP.
_A_WORD, _COMMON = 3, 4.0
_NAME = r"([A-Z][A-Z0-9]{1,5})"
_EXPLAINED = re.compile(
    rf"\({_NAME}\)|\b{_NAME}\s?\(|\b[Hh]eet\s{_NAME}\b"
    rf"|\b{_NAME}\s(?:staat voor|betekent|is de afkorting|is een afkorting)"
)


def _slash(text: Text, _setting: Setting) -> Iterator[Hit]:
    if "/" not in text.clean:
        return
    for match in _SLASH.finditer(text.clean):
        if match[0].lower() not in _UNITS:
            message = f"Een schuine streep leest lastig: '{match[0]}'."
            yield Hit(match.start(), match.end(), message, "Schrijf 'of', of kies één van de twee.")


def _short(text: Text, setting: Setting) -> Iterator[Hit]:
    yield from _pointed(text)
    places: dict[str, int] = {}
    for match in _CAPITALS.finditer(text.clean):
        if match[0] not in places and match[0] not in _KNOWN:
            places.setdefault(match[0].split("-")[0], match.start())
    found = [name for name in sorted(places) if not _shouted(text, places[name])]
    if not found:
        return
    explained = {name for match in _EXPLAINED.finditer(text.clean) for name in match.groups() if name}
    for name in found:
        if name not in explained and not setting.explains(name.lower()):
            message = f"De afkorting '{name}' is niet uitgelegd."
            yield Hit(places[name], places[name] + len(name), message, "Schrijf het voluit, of zeg wat het is.")


def _shouted(text: Text, place: int) -> bool:
    """Whether a common word stands there in capitals, or the words around it are in capitals too."""
    end = place + 1
    while text.clean[end : end + 1].isupper():
        end += 1
    if end - place > _A_WORD and words.frequency(text.clean[place:end]) >= _COMMON:
        return True
    around = text.clean[max(0, place - _AROUND) : place + _AROUND]
    letters = [sign for sign in around if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > _SHOUTED * len(letters)


def _pointed(text: Text) -> Iterator[Hit]:
    if text.vocabulary.isdisjoint(_heads()):
        return
    for match in _pattern().finditer(text.small):
        entry = _entries()[match[0]]
        message = f"'{text.clean[match.start() : match.end()]}' is een afkorting."
        yield Hit(match.start(), match.end(), message, in_words(entry.better), better=entry.better)


@cache
def _entries() -> Mapping[str, lists.Entry]:
    return {form: entry for entry in lists.table("afkortingen") for form in entry.forms}


@cache
def _heads() -> frozenset[str]:
    return frozenset(form.split(".")[0] for form in _entries())


@cache
def _pattern() -> re.Pattern[str]:
    either = "|".join(re.escape(form) for form in sorted(_entries(), key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{either})(?!\w)")


SLASH = Check("SCHUINE-STREEP", _slash)
SHORT = Check("AFKORTING", _short)
