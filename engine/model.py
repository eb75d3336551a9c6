"""What a decision aid is: frozen data with the field's standard terms, and nothing about files or pages.

`terms.py` holds the fixed terms, `build.py` the Dutch keys.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engine.terms import Address, Age, AidKind, Callee, Certainty, Moment, OptionKind, Status, Unit, Urgency, Who
from engine.thresholds import REVIEW_SOON_DAYS


@dataclass(frozen=True)
class AlarmSign:
    sign: str
    when: Urgency
    call: Callee


@dataclass(frozen=True)
class Codes:
    icpc: tuple[str, ...]


@dataclass(frozen=True)
class Waiting:
    """What waiting takes: how long, what to watch for, when to call, and that one can still choose later."""

    how_long: str
    watch_for: tuple[str, ...]
    call: tuple[str, ...]
    choose_later: str


@dataclass(frozen=True)
class Pictogram:
    """A simple picture; `alt` says what it means here, not what it draws."""

    icon: str
    alt: str
    licence: str
    source: str


@dataclass(frozen=True)
class Option:
    nr: int
    id: str
    kind: OptionKind
    name: str
    what: str
    experience: str
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    when_and_how_long: str
    afterwards: str
    where: str
    costs: str
    waiting: Waiting | None = None
    pictogram: Pictogram | None = None


@dataclass(frozen=True)
class Period:
    when: Moment
    number: int
    unit: Unit


@dataclass(frozen=True)
class Outcome:
    id: str
    clause: str


@dataclass(frozen=True)
class Arm:
    """One group of a study. `counts` are per `OutcomeRow.denominator`; `counted` are people of `participants`."""

    name: str
    counts: Mapping[str, int]
    option: str | None = None
    participants: int | None = None
    counted: Mapping[str, int] | None = None


@dataclass(frozen=True)
class OutcomeRow:
    """One study, one denominator, one period, one group, one caveat (ADR 4)."""

    id: str
    question: str
    study: str
    certainty: Certainty
    caveat: str
    denominator: int
    period: Period
    who: Who
    group: str
    outcomes: tuple[Outcome, ...]
    arms: tuple[Arm, ...]
    not_applicable: tuple[str, ...] = ()

    def not_studied(self, options: tuple["Option", ...]) -> tuple["Option", ...]:
        """The options to which this question applies but which this study did not look at."""
        covered = {arm.option for arm in self.arms} | set(self.not_applicable)
        return tuple(option for option in options if option.id not in covered)


@dataclass(frozen=True)
class FactCell:
    """Exactly one of `text` (with `source`), `unknown` and `not_applicable` is filled."""

    text: str | None = None
    source: str | None = None
    unknown: str | None = None
    not_applicable: str | None = None


@dataclass(frozen=True)
class FactRow:
    id: str
    question: str
    cells: Mapping[str, FactCell]


@dataclass(frozen=True)
class PreferenceQuestion:
    nr: int
    id: str
    question: str
    why: str
    rows: tuple[str, ...]
    meaning: Mapping[str, str]


@dataclass(frozen=True)
class KnowledgeQuestion:
    id: str
    statement: str
    correct: bool
    explanation: str


@dataclass(frozen=True)
class Source:
    id: str
    title: str
    organisation: str
    year: int
    url: str
    read_on: date
    language: str = "nl"


@dataclass(frozen=True)
class Guideline:
    name: str
    organisation: str
    year: int
    url: str


@dataclass(frozen=True)
class Person:
    name: str
    role: str


@dataclass(frozen=True)
class Reviewer:
    name: str
    role: str
    on: date


@dataclass(frozen=True)
class ReaderTest:
    on: date
    number: int
    group: str
    findings: str
    low_literacy: bool = False


@dataclass(frozen=True)
class Support:
    organisation: str
    on: date
    url: str


@dataclass(frozen=True)
class TestAccuracy:
    """How good a test is, in one study: four counts that together are `denominator` (IPDAS K24-K27)."""

    study: str
    certainty: Certainty
    caveat: str
    denominator: int
    who: Who
    group: str
    true_positives: int
    false_positives: int
    true_negatives: int
    false_negatives: int


@dataclass(frozen=True)
class DetectionRate:
    """In how many people something is found with and without the test, per `TestAccuracy.denominator` (K28)."""

    with_test: int
    without_test: int


@dataclass(frozen=True)
class MedicalTest:
    """What an aid about a test or a screening tells beside its options (IPDAS C7-C10)."""

    measures: str
    if_found: str
    if_not_found: str
    accuracy: TestAccuracy
    detection: DetectionRate | None = None
    overdiagnosis: str | None = None


@dataclass(frozen=True)
class Aid:
    """A decision aid; `test` is there for the kinds TEST and SCREENING only."""

    schema_version: int
    kind: AidKind
    nr: int
    version: int
    status: Status
    title: str
    question: str
    address: Address
    themes: tuple[str, ...]
    search_words: tuple[str, ...]
    for_whom: str
    not_for: str
    decision_moment: str
    minutes: int
    core: tuple[str, ...]
    situation: str
    without_treatment: str
    alarm: tuple[AlarmSign, ...]
    order_reason: str
    options: tuple[Option, ...]
    rows: tuple[OutcomeRow, ...]
    preference_questions: tuple[PreferenceQuestion, ...]
    talk_questions: tuple[str, ...]
    sources: tuple[Source, ...]
    guidelines: tuple[Guideline, ...]
    owner: str
    review_by: date
    review_when: str
    makers: tuple[Person, ...]
    funding: str
    interests: str
    codes: Codes | None = None
    waiting_impossible: str | None = None
    test: MedicalTest | None = None
    facts: tuple[FactRow, ...] = ()
    knowledge_questions: tuple[KnowledgeQuestion, ...] = ()
    glossary: Mapping[str, str] | None = None
    reviewers: tuple[Reviewer, ...] = ()
    reader_tests: tuple[ReaderTest, ...] = ()
    support: tuple[Support, ...] = ()

    def age(self, today: date) -> Age:
        """The date stage on `today`; the day of `review_by` itself still counts as in time."""
        if today > self.review_by:
            return Age.STALE
        return Age.DUE if today > self.review_by - timedelta(days=REVIEW_SOON_DAYS) else Age.FRESH
