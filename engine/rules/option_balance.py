"""Options get like room and like words: length, pros and cons, short names, ease (IPDAS C1; field.md KH05, KH22).

A longer text looks more important. An option that is far too long or too short breaks `optie-scheef` instead.

GOED
    opties: 60 words and 3 pros for one option, 70 words and 2 pros for the other
FOUT
    opties: 60 words for one option, 200 words for the other
"""

from collections.abc import Iterator
from datetime import date
from statistics import median

from engine import texts
from engine.model import Aid
from engine.plain_dutch import Text, measure, per_hundred
from engine.problem import Level
from engine.rules import Finding, language
from engine.source import Source
from engine.thresholds import (
    OPTION_LIX_APART,
    OPTION_NAME_WORDS,
    OPTION_REMARKS_APART,
    OPTION_WORDS_FACTOR,
    OPTION_WORDS_FACTOR_MAX,
    PROS_OR_CONS_APART,
)

ID = "OPTIE-BALANS"
SOFT_UNTIL_PUBLISHED = True


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """The options of an aid are about as long, and have short names."""
    yield from too_long_or_short(aid, OPTION_WORDS_FACTOR, OPTION_WORDS_FACTOR_MAX)
    yield from _points(aid, "pros", "voordelen")
    yield from _points(aid, "cons", "nadelen")
    yield from _harder(aid)
    for number, option in enumerate(aid.options):
        words = texts.count_words(option.name)
        if words > OPTION_NAME_WORDS:
            message = f"Deze naam heeft {words} woorden. Het doel is hoogstens {OPTION_NAME_WORDS}."
            remedy = "Kort de naam in. De uitleg hoort bij 'wat'."
            yield Finding(("options", number, "name"), message, remedy)


def too_long_or_short(aid: Aid, factor: float, up_to: float) -> Iterator[Finding]:
    """The options more than `factor`, and at most `up_to`, times longer or shorter than the middle one."""
    counts = [_words(aid, number) for number in range(len(aid.options))]
    middle = median(counts)
    for number, words in enumerate(counts):
        apart = max(words, middle) / min(words, middle)
        if factor < apart <= up_to:
            longer = words > middle
            message = (
                f"Deze optie heeft {words} woorden, veel {'meer' if longer else 'minder'} dan het midden van alle "
                f"opties ({round(middle)})."
            )
            remedy = "Maak deze optie korter." if longer else "Vertel hier evenveel."
            yield Finding(("options", number, "name"), message, f"{remedy} Lengte lijkt op een voorkeur.")


def _words(aid: Aid, number: int) -> int:
    """What is shown at once. Without `afwachten`: only options of that kind have it."""
    option = aid.options[number]
    about = (option.name, option.what, option.experience, option.pros, option.cons)
    return texts.count_words(*about, option.when_and_how_long, option.afterwards, option.where, option.costs)


def _points(aid: Aid, field: str, key: str) -> Iterator[Finding]:
    counts = [len(getattr(option, field)) for option in aid.options]
    fewest, most = min(counts), max(counts)
    if most - fewest > PROS_OR_CONS_APART:
        message = f"Deze optie heeft {most} {key}, een andere heeft er {fewest}."
        remedy = f"Maak het verschil hoogstens {PROS_OR_CONS_APART}. Een langere lijst lijkt op een voorkeur."
        yield Finding(("options", counts.index(most), field), message, remedy, at_key=True)


def _harder(aid: Aid) -> Iterator[Finding]:
    """An option whose text reads harder than another's: who finds it hard, may well choose the easy one."""
    for what, scores, apart in _scores(aid):
        if len(scores) > 1:
            hardest, easiest = max(scores, key=scores.__getitem__), min(scores, key=scores.__getitem__)
            if scores[hardest] - scores[easiest] > apart:
                message = (
                    f"Deze optie leest moeilijker dan '{aid.options[easiest].name}': {_told(scores[hardest])} tegen "
                    f"{_told(scores[easiest])} {what}."
                )
                remedy = "Schrijf alle opties even gewoon. Een moeilijke tekst lijkt op een afrader."
                yield Finding(("options", hardest, "name"), message, remedy, level=Level.WARNING)


def _scores(aid: Aid) -> Iterator[tuple[str, dict[int, float], float]]:
    """LIX and remarks per hundred words, of each option with enough words to say something."""
    measures = {number: measure(*_read(aid, number)) for number in range(len(aid.options))}
    lix = {number: found.lix for number, found in measures.items() if found.lix is not None}
    yield "LIX", lix, OPTION_LIX_APART
    if len(lix) > 1:
        counts = language.remarks_per_option(aid)
        shares = {number: per_hundred(counts.get(number, 0), measures[number].words) for number in lix}
        yield "opmerkingen per 100 woorden", shares, OPTION_REMARKS_APART


def _read(aid: Aid, number: int) -> list[Text]:
    """The texts of an option, without those that only some kinds of option have."""
    return [
        text
        for path, text in texts.for_patients(aid)
        if path[:2] == ("options", number) and not {"waiting", "pictogram"} & set(path)
    ]


def _told(score: float) -> str:
    return f"{score:.1f}".replace(".", ",")
