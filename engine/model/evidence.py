"""What studies found: rows of counts, rows of means, facts in words, and how good a test is."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from engine.terms import Certainty, Moment, Unit, Who


@dataclass(frozen=True)
class Period:
    """When a study looked. `number` to `until` of `unit`; all three are None where `when` says enough."""

    when: Moment
    number: int | None = None
    until: int | None = None
    unit: Unit | None = None


@dataclass(frozen=True)
class Outcome:
    id: str
    clause: str


@dataclass(frozen=True)
class Arm:
    """One group of a study. `counts` are per `OutcomeRow.denominator`; `counted` are people of `participants`.

    `ranges` gives, per outcome, the lowest and highest count that the study thinks likely.
    """

    name: str
    counts: Mapping[str, int]
    option: str | None = None
    ranges: Mapping[str, tuple[int, ...]] | None = None
    in_words: str | None = None
    participants: int | None = None
    counted: Mapping[str, int] | None = None


@dataclass(frozen=True)
class OutcomeRow:
    """One study, one denominator, one period, one group, one caveat (ADR 4).

    `for_readers` names the readers the row is about, where that is not everyone. A `sensitive` row opens only when
    the reader asks for it.
    """

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
    for_readers: str | None = None
    sensitive: bool = False
    not_applicable: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scale:
    """The marks people could give, from `lowest` to `highest`, and what those two mean."""

    lowest: int
    highest: int
    lowest_means: str
    highest_means: str


@dataclass(frozen=True)
class MeasuredArm:
    """One group of a study and the mean of the marks it gave."""

    name: str
    mean: Decimal
    option: str | None = None
    participants: int | None = None


@dataclass(frozen=True)
class ScaleRow:
    """One study that did not count people but gave a mean mark per group (ADR 12)."""

    id: str
    question: str
    study: str
    certainty: Certainty
    caveat: str
    scale: Scale
    period: Period
    group: str
    arms: tuple[MeasuredArm, ...]
    for_readers: str | None = None
    sensitive: bool = False
    not_applicable: tuple[str, ...] = ()


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
