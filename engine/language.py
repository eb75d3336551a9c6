"""Dates, numbers and generated sentences per catalogue. The only importer of babel.

The Dutch sentences in this file are the source texts; `catalogues/<code>.po` holds the others. A catalogue falls
back on its base (`nl@je` on `nl`), so it holds only what differs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path as File

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from engine.model import Arm, MeasuredArm, MedicalTest, OutcomeRow, Period, Scale, TestAccuracy
from engine.paths import CATALOGUES
from engine.terms import Certainty, Moment, Unit, Who

BASE = "nl"
FORMAL, INFORMAL, ENGLISH = "nl", "nl@je", "en"

# Where English is read here, a date is 1 November and not November 1.
_REGIONS = {ENGLISH: "en_GB"}

Translate = Callable[[str], str]


@dataclass(frozen=True)
class CountSentence:
    """A sentence about people, cut where the number stands so that a page can make it bold."""

    before: str
    count: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.count}{self.after}"


def N_(text: str) -> str:
    """Mark a source text for extraction where it is not translated on the spot."""
    return text


_NONE = N_("Bij |geen van de {total}| {who} {clause}.")
_SOME = N_("Bij |{count} van de {total}| {who} {clause}.")
_ALL = N_("Bij |alle {total}| {who} {clause}.")
_WHO = {
    Who.PEOPLE: N_("mensen"),
    Who.CHILDREN: N_("kinderen"),
    Who.WOMEN: N_("vrouwen"),
    Who.MEN: N_("mannen"),
    Who.OPERATIONS: N_("operaties"),
    Who.INFECTIONS: N_("ontstekingen"),
}
_PERIOD = {
    Moment.AFTER: N_("Gekeken na {time}."),
    Moment.WITHIN: N_("Geteld binnen {time}."),
    Moment.AFTER_MEAN: N_("Gekeken na gemiddeld {time}."),
    Moment.DURING_TREATMENT: N_("Geteld tijdens de behandeling."),
    Moment.VARYING: N_("Niet iedereen is even lang gevolgd."),
}
# The four levels of GRADE as fixed plain sentences (field.md 2.7, R11); own wording, to be tested with readers.
_CERTAINTY = {
    Certainty.HIGH: N_("Dit weten we vrij zeker."),
    Certainty.MODERATE: N_("Dit klopt waarschijnlijk. Nieuw onderzoek kan het nog veranderen."),
    Certainty.LOW: N_("Dit is nog onzeker. Er is weinig goed onderzoek."),
    Certainty.VERY_LOW: N_("Dit weten we eigenlijk niet. Het onderzoek is te klein of niet goed genoeg."),
}
# The four results of a test, and what is found with and without it. Said of "something", because not every test
# looks for a disease, and without a second "not", because a count can be none.
_TRUE_POSITIVE = N_("vindt de test iets dat er echt is")
_FALSE_POSITIVE = N_("vindt de test iets dat er niet is")
_TRUE_NEGATIVE = N_("vindt de test niets, en is er ook niets")
_FALSE_NEGATIVE = N_("mist de test iets dat er wel is")
_WITH_TEST = N_("vinden artsen iets met de test")
_WITHOUT_TEST = N_("vinden artsen iets zonder de test")
_COUNTED = N_("Zo is het geteld.")
_RANGE = N_("Het kunnen er ook {low} tot {high} zijn.")
_MEAN = N_("Gemiddeld gaven mensen het cijfer |{mean}|.")
_SCALE = N_("{low} is {low_means}. {high} is {high_means}.")
_UNTIL = N_("{first} tot {time}")
_TIME = {
    Unit.DAY: (N_("1 dag"), N_("{number} dagen")),
    Unit.WEEK: (N_("1 week"), N_("{number} weken")),
    Unit.MONTH: (N_("1 maand"), N_("{number} maanden")),
    Unit.YEAR: (N_("1 jaar"), N_("{number} jaar")),
}


def catalogue(folder: File, code: str) -> Mapping[str, str]:
    """The translations in `folder/<code>.po` by source text; empty for the base language."""
    file = folder / f"{code}.po"
    if code == BASE:
        return {}
    with file.open("rb") as stream:
        return {
            str(message.id): str(message.string)
            for message in read_po(stream, locale=_locale(code))
            if message.id and message.string and not message.fuzzy
        }


@cache
def translator(code: str, folder: File = CATALOGUES) -> Translate:
    """The function from a source text to the text in catalogue `code` of `folder`; without one, of the engine."""
    known = catalogue(folder, code)
    return lambda text: known.get(text, text)


def number(value: int | Decimal, code: str) -> str:
    """A number as people write it: 10.000 and 2,8 in Dutch, 10,000 and 2.8 in English."""
    return str(format_decimal(value, locale=_locale(code)))


def decimal(value: float, code: str) -> str:
    """A measured number with at most one decimal: 8,5."""
    return number(Decimal(str(round(value, 1))), code)


def day(value: date, code: str) -> str:
    """A date in words: 22 november 2026."""
    return str(format_date(value, format="long", locale=_locale(code)))


def listed(names: Sequence[str], code: str) -> str:
    """Names as people list them: `afwachten, spalk en injectie`."""
    return str(format_list(names, locale=_locale(code)))


def who(value: Who, code: str) -> str:
    """What was counted, in the plural: `mensen`."""
    return translator(code)(_WHO[value])


def count_sentence(count: int, total: int, counted: Who, clause: str, code: str) -> CountSentence:
    """`Bij 61 van de 100 mensen zijn de klachten weg.`, with its own words for none and for all."""
    template = _NONE if count == 0 else _ALL if count == total else _SOME
    _ = translator(code)
    before, middle, after = _(template).split("|")
    values = {
        "count": number(count, code),
        "total": number(total, code),
        "who": who(counted, code),
        "clause": clause,
    }
    return CountSentence(before.format(**values), middle.format(**values), after.format(**values))


def arm_sentences(row: OutcomeRow, arm: Arm, code: str) -> tuple[CountSentence, ...]:
    """One sentence per outcome of the row: both sides of the number, from the same cells."""
    return tuple(
        count_sentence(arm.counts[outcome.id], row.denominator, row.who, outcome.clause, code)
        for outcome in row.outcomes
    )


def accuracy_sentences(accuracy: TestAccuracy, code: str) -> tuple[CountSentence, ...]:
    """The four results of a test, each a whole sentence: found rightly and wrongly, not found rightly and wrongly."""
    counts = {
        _TRUE_POSITIVE: accuracy.true_positives,
        _FALSE_POSITIVE: accuracy.false_positives,
        _TRUE_NEGATIVE: accuracy.true_negatives,
        _FALSE_NEGATIVE: accuracy.false_negatives,
    }
    return _test_sentences(counts, accuracy, code)


def detection_sentences(test: MedicalTest, code: str) -> tuple[CountSentence, ...]:
    """What is found with and without the test; empty where the aid does not give it."""
    if test.detection is None:
        return ()
    counts = {_WITH_TEST: test.detection.with_test, _WITHOUT_TEST: test.detection.without_test}
    return _test_sentences(counts, test.accuracy, code)


def _test_sentences(counts: Mapping[str, int], accuracy: TestAccuracy, code: str) -> tuple[CountSentence, ...]:
    _ = translator(code)
    return tuple(
        count_sentence(count, accuracy.denominator, accuracy.who, _(clause), code) for clause, count in counts.items()
    )


def counted_sentence(row: OutcomeRow, arm: Arm, code: str) -> str | None:
    """The people really counted in the study, for each outcome for which the aid gives them; None without any."""
    if arm.participants is None or not arm.counted:
        return None
    sentences = [
        str(count_sentence(arm.counted[outcome.id], arm.participants, row.who, outcome.clause, code))
        for outcome in row.outcomes
        if outcome.id in arm.counted
    ]
    return " ".join([translator(code)(_COUNTED), *sentences])


def range_sentence(arm: Arm, outcome: str, code: str) -> str | None:
    """How many it may also be: `Het kunnen er ook 56 tot 66 zijn.`; None where the study gives no range."""
    if not arm.ranges or outcome not in arm.ranges:
        return None
    low, high = (number(value, code) for value in arm.ranges[outcome])
    return translator(code)(_RANGE).format(low=low, high=high)


def mean_sentence(arm: MeasuredArm, code: str) -> CountSentence:
    """The mean mark of a group: `Gemiddeld gaven mensen het cijfer 2,8.`"""
    before, middle, after = translator(code)(_MEAN).split("|")
    return CountSentence(before, middle.format(mean=number(arm.mean, code)), after)


def scale_sentence(scale: Scale, code: str) -> str:
    """What the ends of a scale mean: `0 is geen pijn. 10 is de ergste pijn.`"""
    low, high = number(scale.lowest, code), number(scale.highest, code)
    return translator(code)(_SCALE).format(
        low=low, low_means=scale.lowest_means, high=high, high_means=scale.highest_means
    )


def period_sentence(period: Period, code: str) -> str:
    """When the study looked: `Gekeken na 18 maanden.`"""
    _ = translator(code)
    if period.unit is None or period.number is None:
        return _(_PERIOD[period.when])
    one, more = _TIME[period.unit]
    last = period.until or period.number
    time = _(one) if last == 1 else _(more).format(number=number(last, code))
    if period.until:
        time = _(_UNTIL).format(first=number(period.number, code), time=time)
    return _(_PERIOD[period.when]).format(time=time)


def certainty_sentence(certainty: Certainty, code: str) -> str:
    """The fixed plain sentence for a level of certainty."""
    return translator(code)(_CERTAINTY[certainty])


def direction(code: str) -> str:
    """How the language of a catalogue is written: `ltr` or `rtl`."""
    return str(_locale(code).text_direction)


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(_REGIONS.get(code, code.split("@")[0]))
