"""The sentences that the engine makes, in every catalogue, at the edges of their numbers."""

from datetime import date

import pytest

from engine import language
from engine.model import Period
from engine.terms import Certainty, Moment, Unit, Who

DUTCH = {
    0: "Bij geen van de 100 mensen zijn de klachten weg.",
    1: "Bij 1 van de 100 mensen zijn de klachten weg.",
    99: "Bij 99 van de 100 mensen zijn de klachten weg.",
    100: "Bij alle 100 mensen zijn de klachten weg.",
}
ENGLISH = {
    0: "In none of 100 people, the symptoms are gone.",
    1: "In 1 of 100 people, the symptoms are gone.",
    99: "In 99 of 100 people, the symptoms are gone.",
    100: "In all 100 people, the symptoms are gone.",
}
EXPECTED = [
    *[("nl", count, "zijn de klachten weg", text) for count, text in DUTCH.items()],
    *[("nl@je", count, "zijn de klachten weg", text) for count, text in DUTCH.items()],
    *[("en", count, "the symptoms are gone", text) for count, text in ENGLISH.items()],
]


@pytest.mark.parametrize(("code", "count", "clause", "text"), EXPECTED)
def test_a_count_as_a_sentence(code: str, count: int, clause: str, text: str) -> None:
    assert str(language.count_sentence(count, 100, Who.PEOPLE, clause, code)) == text


def test_the_number_is_the_part_that_can_be_bold() -> None:
    sentence = language.count_sentence(8, 10_000, Who.OPERATIONS, "komen er problemen", "nl")
    assert (sentence.before, sentence.count, sentence.after) == (
        "Bij ",
        "8 van de 10.000",
        " operaties komen er problemen.",
    )


@pytest.mark.parametrize("code", ["nl", "nl@je", "en"])
def test_every_fixed_term_has_a_sentence_in_every_catalogue(code: str) -> None:
    made = {language.certainty_sentence(certainty, code) for certainty in Certainty}
    timed = (Moment.AFTER, Moment.WITHIN, Moment.AFTER_MEAN)
    made |= {
        language.period_sentence(Period(when, n, unit=unit), code) for when in timed for unit in Unit for n in (1, 2)
    }
    made |= {language.period_sentence(Period(when), code) for when in Moment if when not in timed}
    made |= {str(language.count_sentence(3, 100, who, "x", code)) for who in Who}
    assert len(made) == len(Certainty) + 2 * len(timed) * len(Unit) + 2 + len(Who)
    assert not [text for text in made if "{" in text or "|" in text]
    if code == "en":
        dutch = {language.certainty_sentence(certainty, "nl") for certainty in Certainty}
        assert not made & dutch


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(Moment.AFTER, 18, unit=Unit.MONTH), "Gekeken na 18 maanden."),
        (Period(Moment.WITHIN, 90, unit=Unit.DAY), "Geteld binnen 90 dagen."),
        (Period(Moment.AFTER_MEAN, 2, unit=Unit.YEAR), "Gekeken na gemiddeld 2 jaar."),
        (Period(Moment.AFTER, 1, unit=Unit.WEEK), "Gekeken na 1 week."),
        (Period(Moment.AFTER, 2, until=3, unit=Unit.DAY), "Gekeken na 2 tot 3 dagen."),
        (Period(Moment.DURING_TREATMENT), "Geteld tijdens de behandeling."),
        (Period(Moment.VARYING), "Niet iedereen is even lang gevolgd."),
    ],
)
def test_a_period_as_a_sentence(period: Period, text: str) -> None:
    assert language.period_sentence(period, "nl") == text


def test_days_numbers_and_lists_as_people_write_them() -> None:
    assert language.day(date(2026, 3, 1), "nl") == "1 maart 2026"
    assert language.day(date(2026, 3, 1), "en") == "1 March 2026"
    assert language.number(855_832, "nl") == "855.832"
    assert language.listed(["spalk", "prik", "operatie"], "nl@je") == "spalk, prik en operatie"
