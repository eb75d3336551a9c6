"""Rules about verbs: LIJDEND, NAAMWOORDSTIJL and TANG. Patterns, not a parser: they are right most of the time."""

import re
from collections.abc import Iterator

from engine import words
from engine.plain_dutch import lists
from engine.plain_dutch.hits import Check, Hit, Setting, hit
from engine.plain_dutch.text import Sentence, Text
from engine.problem import Level
from engine.thresholds import COMMON_WORD, VERB_GAP, VERB_GAP_SENTENCE

_BECOME = frozenset({"word", "worden", "wordt", "werd", "werden"})
_BEFORE_VERB = (
    "aan|achter|af|bij|binnen|boven|dicht|door|droog|goed|in|klaar|kwijt|los|mee|na|neer|om|onder|open|op|over|plaats|samen"
    "|schoon|stil|tegen|terecht|terug|toe|uit|vast|vol|voor|vrij|weer|weg|"
)
_PARTICIPLE = re.compile(
    rf"(?:{_BEFORE_VERB})ge(?!en$|zond|woon|noeg|heel|makkelijk|leid|lijk|bied|vaar|beurt)\w{{2,}}(?:d|t|en)"
    rf"|(?:{_BEFORE_VERB})(?:be|her|ont|ver)\w{{2,}}[^aeiou](?:d|t)"
    r"|\w+eerd"
)
# Strong verbs whose participle has no 'ge-'; other words on -en with be- or ver- are infinitives.
_STRONG = lists.group("deelwoord-sterk")
_WEAK_INSIDE = lists.group("deelwoord-anders")
_NO_PARTICIPLE = lists.group("geen-deelwoord")
# A clause ends at these: what stands behind them belongs to another verb.
_CLAUSE_ENDS = lists.group("zinsdeel-begin")
_AHEAD, _BACK = 14, 3

_OF = "van"
_MAKES_THING = re.compile(r"\w{4,}(?:ing|atie)")
_A_THING = lists.group("gewone-ing")
_NO_INFINITIVE = lists.group("geen-werkwoord")
_IRREGULAR = frozenset({"doen", "gaan", "staan", "slaan", "zien"})

_HAVE = (
    frozenset({"ben", "bent", "had", "hadden", "heb", "hebben", "hebt", "heeft", "is", "was", "waren", "zijn"})
    | _BECOME
)
_CAN = lists.group("kunnen")


def participle(word: str) -> bool:
    """Whether a word looks like a past participle."""
    if word in _NO_PARTICIPLE or word.endswith(("ingen", "heden", "elijk", "elijks")):
        return False
    return word in _STRONG or word in _WEAK_INSIDE or bool(_PARTICIPLE.fullmatch(word))


def _passive(text: Text, _setting: Setting) -> Iterator[Hit]:
    for number, word in enumerate(text.words):
        if word in _BECOME and (other := _its_participle(text, number)) is not None:
            first, last = sorted((number, other))
            remedy = "Zeg wie het doet: 'de arts maakt', 'u krijgt'. Weet niemand wie het doet? Dan mag het zo."
            yield hit(text, first, last, f"'{word}' met '{text.words[other]}' is lijdend.", remedy)


def _its_participle(text: Text, number: int) -> int | None:
    for ahead in range(number + 1, min(number + _AHEAD, len(text.words))):
        if not text.joined(ahead - 1):
            break
        word = text.words[ahead]
        if participle(word):
            return ahead
        if word in _CLAUSE_ENDS:
            break
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        if not text.joined(back) or text.words[back] in _CLAUSE_ENDS:
            break
        if participle(text.words[back]) and not _is_adjective(text, back):
            return back
    return None


def _is_adjective(text: Text, number: int) -> bool:
    """Whether a participle stands with a noun: 'het gebruikte verband wordt nat'."""
    return text.words[number].endswith("en") and text.words[max(0, number - 1)] in ("de", "het", "een", "deze", "die")


def _noun_style(text: Text, _setting: Setting) -> Iterator[Hit]:
    for number in range(len(text.words) - 2):
        article, noun, of = text.words[number : number + 3]
        if of == _OF and article in ("het", "de") and _is_a_verb_made_noun(article, noun):
            message = f"'{article} {noun} van' maakt van een werkwoord een ding."
            yield hit(text, number, number + 2, message, "Zeg wie wat doet, met een werkwoord.")


def _is_a_verb_made_noun(article: str, noun: str) -> bool:
    if article == "het":
        return noun in _IRREGULAR or (noun.endswith("en") and len(noun) > 4 and noun not in _NO_INFINITIVE)
    if not _MAKES_THING.fullmatch(noun) or noun in _A_THING or any(noun.endswith(thing) for thing in _A_THING):
        return False
    verb = noun.removesuffix("ing") + "en" if noun.endswith("ing") else noun.removesuffix("atie") + "eren"
    return max(words.frequency(form) for form in (verb, *words.lookup(verb))) >= COMMON_WORD - 1


def _apart(text: Text, _setting: Setting) -> Iterator[Hit]:
    if len(text.words) <= VERB_GAP_SENTENCE:
        return
    for sentence in text.sentences:
        if sentence.length > VERB_GAP_SENTENCE:
            yield from _verbs_apart(text, sentence)


def _verbs_apart(text: Text, sentence: Sentence) -> Iterator[Hit]:
    for number in sentence.span:
        word = text.words[number]
        if word not in _HAVE and word not in _CAN:
            continue
        last = _end_of_clause(text, number, sentence.last)
        if last - number - 1 > VERB_GAP and _closes(text.words[last], word):
            if any(_closes(between, word) for between in text.words[number + 1 : last - 1]):
                continue
            message = f"'{word}' en '{text.words[last]}' staan ver uit elkaar."
            yield hit(
                text, number, last, message, "Zet de delen van het werkwoord dicht bij elkaar.", level=Level.INFO
            )


def _closes(word: str, verb: str) -> bool:
    """Whether a word can be the other part of a verb."""
    if verb in _HAVE:
        return participle(word)
    return word in _IRREGULAR or (
        len(word) > 4 and word.endswith("en") and words.frequency(word) > 0 and word not in _A_PLURAL
    )


_A_PLURAL = lists.group("meervoud")


def _end_of_clause(text: Text, number: int, last: int) -> int:
    for ahead in range(number + 1, last):
        if text.words[ahead] in _CLAUSE_ENDS:
            return ahead - 1
        if not text.joined(ahead):
            return ahead
    return last - 1


PASSIVE = Check("LIJDEND", _passive, _BECOME)
NOUN_STYLE = Check("NAAMWOORDSTIJL", _noun_style, frozenset({_OF}))
APART = Check("TANG", _apart, _HAVE | _CAN)
