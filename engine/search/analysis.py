"""From text to the words that search knows: fold, drop what says nothing, stem, take compounds apart.

One chain for documents and queries, so that both sides always meet.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from engine.words import frequency, lookup, split, stem

_WORD = re.compile(r"[a-z0-9]+")
# People type "'s nachts", "s nachts" and "snachts", and "baby's": what joins goes away, so that all are one word.
_JOINING = "’'‘`´\u00ad\u200b\u200c\u200d"
_UNSEEN = dict.fromkeys(map(ord, _JOINING))
# Letters that Unicode does not take apart.
_PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
# Words that say nothing about what someone has. `niet`, `geen`, `zonder` and `niks` are not here: they are options.
_STOP_WORDS = frozenset(
    """
    aan al als bij dan dat de den der die dit doe doen door doet een en er ga gaan gaat had heb hebben hebt heeft hem
    het hij hoe ik in is je jij kan kun kunt maar me mee met mij mijn moet moeten mag na naar nog nou nu of om ook op
    over t te tot u uit uw van veel voor waarom wanneer wat we wel welke wie wil wilt wij word worden wordt ze zich
    zij zijn zo bent ben
    and for from have how my the what when why with your
    """.split()  # noqa: SIM905 (a hundred words read better as a text than as a list of strings)
)
# What a word says at most and at least, and the Zipf values between which that goes down.
_MOST, _LEAST, _RARE, _COMMON = 1.0, 0.08, 3.2, 6.6
# Words that say next to nothing, though they are no mere glue: how often, how much.
_FILLERS = frozenset(
    """
    achter alle alleen alles altijd beetje best bijna daar dagen daarom echt eigenlijk elk elke erg ergens even gewoon
    gevoel goed haar heel hele helpen helpt iedere ieder iemand iets inmiddels jaar kijken komen komt kom last laten
    leven maand maanden man mensen mevrouw meer minder misschien mogelijk mijnheer nodig nogal opeens paar per plots
    snel soms steeds tegen telkens tijd tijdens toch vaak vinden volgens vorige vrij weer week weken weet weinig
    weten zeggen zegt zeker zelf ziet zien zit zitten zoveel
    """.split()  # noqa: SIM905
)
_PLURALS = frozenset({"as", "is", "os", "us", "ys"})
# How much rarer the word without s may be.
_RARER = 0.7
# The fewest and the most letters of a word; what is longer is none.
_LETTERS, _LONGEST = 2, 40
_PART_LETTERS = 3


@dataclass(frozen=True)
class Token:
    """A word of a text: folded, and where it stands."""

    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """Small letters without accents, and without the marks that join a word to another."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(letter for letter in decomposed.translate(_UNSEEN) if not unicodedata.combining(letter))


def tokens(text: str) -> Iterator[Token]:
    """Every word of a text, with its place in the text as it is written."""
    if text.isascii() and "'" not in text and "`" not in text:
        folded, places = text.lower(), range(len(text) + 1)
    else:
        pairs = [(letter, place) for place, original in enumerate(text) for letter in fold(original)]
        folded = "".join(letter for letter, _ in pairs)
        places = [place for _, place in pairs]  # type: ignore[assignment]
    for match in _WORD.finditer(folded):
        yield Token(match[0], places[match.start()], places[match.end() - 1] + 1)


def says_nothing(word: str) -> bool:
    """Whether a folded word tells nothing about what someone looks for."""
    return not _LETTERS <= len(word) <= _LONGEST or word in _STOP_WORDS


def words(text: str) -> list[str]:
    """The folded words of a text that say something, in order: those of `tokens`, without their places."""
    folded = text.lower().translate(_UNSEEN) if text.isascii() else fold(text)
    return [word for word in _WORD.findall(folded) if not says_nothing(word)]


@lru_cache(maxsize=65536)
def term(word: str) -> str:
    """What the forms of a folded word share. A plural that is written with 's is found too: `hernia's`, `baby's`."""
    bare = word[:-1]
    if word[-2:] in _PLURALS and frequency(bare) > frequency(word) - _RARER:
        return stem(bare)
    return stem(word)


@lru_cache(maxsize=65536)
def parts(word: str) -> tuple[str, ...]:
    """The folded parts of a compound; empty where it is none."""
    found = tuple(part for part in split(word) if len(part) >= _PART_LETTERS)
    return found if len(found) > 1 else ()


@lru_cache(maxsize=65536)
def all_parts(word: str) -> tuple[str, ...]:
    """The parts of a compound, and of those: middenoorontsteking → midden, oorontsteking, oor, ontsteking."""
    return tuple(dict.fromkeys(piece for part in parts(word) for piece in (part, *all_parts(part))))


@lru_cache(maxsize=65536)
def familiarity(word: str) -> float:
    """How common a folded word is in Dutch, on the Zipf scale; 0 where it is unknown."""
    return max(frequency(form) for form in lookup(word))


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """How much a folded word says: `hernia` much, `kind` little, `niet` next to nothing."""
    if word in _FILLERS:
        return _LEAST
    share = (_COMMON - familiarity(word)) / (_COMMON - _RARE)
    return max(_LEAST, min(_MOST, share))
