"""The quality sheet of one aid: every criterion with its verdict, who made and checked it, and the counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.model import Aid, Person, ReaderTest, Reviewer, Support
from engine.problem import Problem
from engine.quality import ipdas_basis, ipdas_quality, leidraad, nice, own_rules
from engine.quality.criterion import Basis, Case, Criterion, Standard, Verdict
from engine.quality.evaluation import Evaluation, evaluation
from engine.quality.measure import Measure
from engine.quality.places import place
from engine.quality.records import reader_tests, reviewers, support

CRITERIA: tuple[Criterion, ...] = (
    *ipdas_basis.CRITERIA,
    *ipdas_quality.CRITERIA,
    *nice.CRITERIA,
    *leidraad.CRITERIA,
    *own_rules.CRITERIA,
)
NOBODY = "nog niemand"


@dataclass(frozen=True)
class Row:
    """One criterion and its verdict. `places` are key paths as an editor writes them."""

    id: str
    standard: Standard
    part: str
    sentence: str
    confirmed: bool
    bases: tuple[Basis, ...]
    verdict: Verdict
    reason: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Count:
    """How many criteria of one standard have each verdict; together `total`."""

    standard: Standard
    met: int
    not_met: int
    no_information: int
    not_applicable: int

    @property
    def total(self) -> int:
        """All criteria of the standard."""
        return self.met + self.not_met + self.no_information + self.not_applicable


@dataclass(frozen=True)
class People:
    """Who did what. An empty tuple is "nog niemand" (`NOBODY`); what has yet to happen is not here."""

    makers: tuple[Person, ...]
    reviewers: tuple[Reviewer, ...]
    reader_tests: tuple[ReaderTest, ...]
    support: tuple[Support, ...]


@dataclass(frozen=True)
class Sheet:
    """The whole sheet. `measures` is None as long as nobody measured the text."""

    evaluation: Evaluation
    people: People
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    measures: tuple[Measure, ...] | None = None


def sheet(
    aid: Aid,
    problems: Iterable[Problem],
    today: date,
    *,
    issued: date | None = None,
    measures: tuple[Measure, ...] | None = None,
) -> Sheet:
    """The quality sheet of one aid on `today`.

    `problems` are those of `engine.rules.check` for this aid, remarks included. `issued` is the day on which this
    version came out, and `measures` what was measured about the text. The sheet follows `today` only where
    `Aid.age` changes and where a recorded day arrives.
    """
    case = Case(aid, tuple(problems), today, issued, measures)
    rows = tuple(_row(criterion, case) for criterion in CRITERIA)
    people = People(
        tuple(aid.makers),
        tuple(one for _, one in reviewers(case)),
        tuple(one for _, one in reader_tests(case)),
        tuple(one for _, one in support(case)),
    )
    counts = tuple(_count(standard, rows) for standard in Standard)
    return Sheet(evaluation(aid, issued), people, counts, rows, measures)


def _row(criterion: Criterion, case: Case) -> Row:
    ruling = criterion.rule(case)
    return Row(
        id=criterion.id,
        standard=criterion.standard,
        part=criterion.part,
        sentence=criterion.sentence,
        confirmed=criterion.confirmed,
        bases=criterion.decider.bases,
        verdict=ruling.verdict,
        reason=ruling.reason,
        places=tuple(place(case.aid, path) for path in ruling.paths if path),
    )


def _count(standard: Standard, rows: tuple[Row, ...]) -> Count:
    found = [row.verdict for row in rows if row.standard is standard]
    met, not_met, no_information, not_applicable = (found.count(verdict) for verdict in Verdict)
    return Count(standard, met, not_met, no_information, not_applicable)
