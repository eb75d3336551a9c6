"""No chance in words only: 'grote kans' was read as anything from 65 to 95 of the 100 (field.md R10, KH11).

A number of people belongs in the same sentence or the next one, or words that say that there is none. How long
something takes is no number of people. 'Waarschijnlijk' and 'misschien' tell how sure we are, and are allowed.

GOED
    tekst: Bij 8 van de 100 mensen komt de klacht terug. Dat is meestal binnen een jaar.
    tekst: Er is een kleine kans op schade. Wij vonden geen getal.
FOUT
    tekst: De klacht komt soms terug.
"""

import re
from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.rules import Finding
from engine.source import Path, Source
from engine.wordlists import CHANCES, NO_NUMBER, NOT_PEOPLE, NUMBERS

ID = "kanswoord"
SOFT_UNTIL_PUBLISHED = True

_PARTS = frozenset({"core", "facts", "options", "situation", "without_treatment"})
_CHANCE = texts.phrases(CHANCES)
# These ask or compare: 'hoe vaak is niet onderzocht', 'even vaak'.
_NO_CHANCE = re.compile(r"\b(?:even|hoe|te|zo)[\s*_]+$", re.IGNORECASE)
# As an adverb only. 'Dat is niet mogelijk', 'zo snel mogelijk' and 'het is mogelijk om …' tell no chance.
_POSSIBLY = texts.Finder(
    re.compile(
        r"(?<!niet )(?<!wel )(?<!weer )(?<!ook )(?<![^\W_])mogelijk(?=\s+[^\W\d_])"
        r"(?!\s+(?:als|bij|dat|door|en|is|met|of|om|te|voor|was|wordt|zijn)\b)",
        re.IGNORECASE,
    ),
    ("mogelijk",),
)
_AS_POSSIBLE = re.compile(r"\bzo[\s*_]+\w+[\s*_]+$", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?<![\w.,])(?:\d[\d.]*|(?:{'|'.join(NUMBERS)})\b)"
    rf"(?!\d)(?!\s+(?:(?:tot|of|en)\s+\w+\s+)?(?:{'|'.join(NOT_PEOPLE)})\b)",
    re.IGNORECASE,
)
_SAYS_NO_NUMBER = texts.phrases(NO_NUMBER).pattern


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No text about what may happen holds a word for a chance without a number near it."""
    for path, text in texts.for_patients(aid):
        if _tells_what_may_happen(path) and any(_chances(text)):
            cut = texts.sentences(text)
            for number, (start, sentence) in enumerate(cut):
                near = " ".join(one for _, one in cut[number : number + 2])
                if not (_COUNT.search(near) or _SAYS_NO_NUMBER.search(near)):
                    for match in _chances(sentence):
                        yield _finding(path, texts.said(match), start + match.start())


def _finding(path: Path, word: str, offset: int) -> Finding:
    message = f"Hier staat '{word}' zonder getal. Elke lezer denkt dan aan iets anders."
    remedy = "Zet er een aantal mensen bij, of schrijf dat u geen getal vond. Of schrijf dat het kan gebeuren."
    return Finding(path, message, remedy, offset)


def _tells_what_may_happen(path: Path) -> bool:
    return path[0] in _PARTS or (path[0] == "preference_questions" and "meaning" in path)


def _chances(sentence: str) -> Iterator[re.Match[str]]:
    for match in _CHANCE.all(sentence):
        if not _NO_CHANCE.search(sentence, 0, match.start()):
            yield match
    for match in _POSSIBLY.all(sentence):
        if not _AS_POSSIBLE.search(sentence, 0, match.start()):
            yield match
