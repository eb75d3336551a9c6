"""Rules about chances and numbers: PROCENT, EEN-OP-DE, RELATIEF and KANSWOORD-ZONDER-GETAL (field.md R1, R5, R10)."""

import re
from collections.abc import Iterator

from engine.plain_dutch.finder import Finder, phrases, said
from engine.plain_dutch.hits import Check, Hit, Setting
from engine.plain_dutch.text import Kind, Text
from engine.wordlists import CHANCES, MONTHS, NO_NUMBER, NOT_PEOPLE, NUMBERS, RELATIVE

_PERCENTAGE = re.compile(
    r"(?:(?<![\w.,])\d[\d.,]*\s*)?(?:[%‰]|(?<![^\W\d_])procent(?:en|punt|punten)?(?![^\W_]))", re.IGNORECASE
)

_WORDS = "|".join(NUMBERS)
# The last part keeps out 'een op een', 'de nacht van 1 op 2 januari' and '1 op 1'.
_ONE_IN_N = re.compile(
    rf"(?:\d[\d.]*|een|één|{_WORDS})\s+op\s+(?:de\s+|elke\s+|iedere\s+)?"
    rf"(?:(?!1\b(?!\.\d))\d[\d.]*|(?:{_WORDS})\b)(?!\s+(?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
_ONE = frozenset(NUMBERS) | {"een", "één"}

# 'Drie keer zo nodig' is how often to do something, so 'zo nodig' and 'zo mogelijk' are left alone.
_TIMES_AS = re.compile(
    rf"(?<![\w.,])(?:\d+(?:[.,]\d+)?|x|anderhalf|{'|'.join(NUMBERS)})\s*(?:keer|maal|×|x)\s+"
    r"(?:zo(?!\s+(?:nodig|mogelijk)\b)|groter|kleiner|hoger|lager)(?![^\W_])",
    re.IGNORECASE,
)
_BIGGER = frozenset({"groter", "hoger", "kleiner", "lager", "zo"})
_RELATIVE = (phrases(RELATIVE), Finder(_TIMES_AS, _BIGGER))

_CHANCE = phrases(CHANCES)
# These ask or compare: 'hoe vaak is niet onderzocht', 'even vaak'.
_NO_CHANCE = re.compile(r"\b(?:even|hoe|te|zo)[\s*_]+$", re.IGNORECASE)
# As an adverb only. 'Dat is niet mogelijk', 'zo snel mogelijk' and 'het is mogelijk om …' tell no chance.
_POSSIBLY = Finder(
    re.compile(
        r"(?<!niet )(?<!wel )(?<!weer )(?<!ook )(?<![^\W_])mogelijk(?=\s+[^\W\d_])"
        r"(?!\s+(?:als|bij|dat|door|en|is|met|of|om|te|voor|was|wordt|zijn)\b)",
        re.IGNORECASE,
    ),
    frozenset({"mogelijk"}),
)
_AS_POSSIBLE = re.compile(r"\bzo[\s*_]+\w+[\s*_]+$", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?<![\w.,])(?:\d[\d.]*|(?:{'|'.join(NUMBERS)})\b)"
    rf"(?!\d)(?!\s+(?:(?:tot|of|en)\s+\w+\s+)?(?:{'|'.join(NOT_PEOPLE)})\b)",
    re.IGNORECASE,
)
_SAYS_NO_NUMBER = phrases(NO_NUMBER).pattern
# How far back a word is looked at that makes another one no chance.
_BEHIND = 40


def _percentages(text: Text, _setting: Setting) -> Iterator[Hit]:
    if not any(sign in text.small for sign in ("%", "‰", "procent")):
        return
    for match in _PERCENTAGE.finditer(text.clean):
        message = f"Hier staat '{said(match)}'. Procenten zijn voor veel lezers lastig."
        yield Hit(match.start(), match.end(), message, "Tel mensen, zoals '20 van de 100 mensen'.")


def _one_in_n(text: Text, _setting: Setting) -> Iterator[Hit]:
    for number in range(1, len(text.words)):
        if text.words[number] != "op" or not (text.words[number - 1] in _ONE or text.words[number - 1][0].isdigit()):
            continue
        match = _ONE_IN_N.match(text.clean, text.starts[number - 1])
        if not match:
            continue
        found = match[0].rstrip(".")
        message = f"Hier staat '{said(match).rstrip('.')}'. Zo zijn kansen moeilijk te vergelijken."
        remedy = "Tel mensen van de 100 of de 1000, zoals '20 van de 100 mensen'."
        yield Hit(match.start(), match.start() + len(found), message, remedy)


def _relative(text: Text, _setting: Setting) -> Iterator[Hit]:
    for finder in _RELATIVE:
        for match in finder.all(text):
            message = f"Hier staat '{said(match)}'. De lezer weet dan niet om hoeveel mensen het gaat."
            remedy = "Noem allebei de aantallen, zoals '4 van de 100 en 2 van de 100'."
            yield Hit(match.start(), match.end(), message, remedy)


def _chance_words(text: Text, _setting: Setting) -> Iterator[Hit]:
    """A word for a chance without a number of people in the same sentence or the next one."""
    found = sorted(_chances(text), key=lambda match: match.start())
    if not found:
        return
    spoken = [sentence for sentence in text.sentences if sentence.kind is not Kind.CELL]
    ahead = iter(found)
    match = next(ahead, None)
    for number, sentence in enumerate(spoken):
        until = spoken[min(number + 1, len(spoken) - 1)].end
        told: bool | None = None
        while match and match.start() < sentence.end:
            if match.start() >= sentence.start:
                told = _told(text.clean, sentence.start, until) if told is None else told
                if not told:
                    yield _without_number(match)
            match = next(ahead, None)


def _told(text: str, start: int, end: int) -> bool:
    return bool(_COUNT.search(text, start, end) or _SAYS_NO_NUMBER.search(text, start, end))


def _without_number(match: re.Match[str]) -> Hit:
    message = f"Hier staat '{said(match)}' zonder getal. Elke lezer denkt dan aan iets anders."
    remedy = "Zet er een aantal mensen bij, of schrijf dat u geen getal vond. Of schrijf dat het kan gebeuren."
    return Hit(match.start(), match.end(), message, remedy)


def _chances(text: Text) -> Iterator[re.Match[str]]:
    for finder, unless in ((_CHANCE, _NO_CHANCE), (_POSSIBLY, _AS_POSSIBLE)):
        for match in finder.all(text):
            if not unless.search(text.clean, max(0, match.start() - _BEHIND), match.start()):
                yield match


PERCENTAGE = Check("PROCENT", _percentages)
ONE_IN_N = Check("EEN-OP-DE", _one_in_n, frozenset({"op"}))
RELATIVE_WORDS = Check("RELATIEF", _relative, frozenset().union(*(finder.hints for finder in _RELATIVE)))
CHANCE_WORDS = Check("KANSWOORD-ZONDER-GETAL", _chance_words, _CHANCE.hints | _POSSIBLY.hints)
