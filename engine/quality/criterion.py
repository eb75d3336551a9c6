"""What a line of the quality sheet is made of: a criterion of a standard, how it is decided, and what came out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from engine.model import Aid
from engine.problem import Problem
from engine.quality.measure import Measure
from engine.source import Path


class Standard(StrEnum):
    """Who asks it. The order is that of the sheet."""

    IPDAS = "IPDAS"
    NICE = "NICE"
    LEIDRAAD = "Leidraad"
    OWN = "Eigen regels"


class Verdict(StrEnum):
    """What can be said about one criterion. `NOT_APPLICABLE` only where the standard itself makes an exception."""

    MET = "voldaan"
    NOT_MET = "niet voldaan"
    NO_INFORMATION = "geen informatie"
    NOT_APPLICABLE = "niet van toepassing"


class Means(StrEnum):
    """How a criterion is decided."""

    FORMAT = "bestandsformaat"
    RULE = "controle"
    RECORD = "vastgelegd in het bestand"
    PROGRAM = "toets van het programma"
    SUPPLIED = "aangeleverd bij het blad"
    UNSEEN = "niet te zien in het bestand"


@dataclass(frozen=True)
class Basis:
    """One ground of a verdict. `names` are key paths, ids of rules or names of tests; none where nothing is seen."""

    means: Means
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ruling:
    """A verdict, its reason in one plain Dutch sentence, and the places in the model that it is about."""

    verdict: Verdict
    reason: str
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Case:
    """All that a verdict may rest on. `issued` is the day on which this version came out."""

    aid: Aid
    problems: tuple[Problem, ...]
    today: date
    issued: date | None = None
    measures: tuple[Measure, ...] | None = None


@dataclass(frozen=True)
class Decider:
    """A way to decide, with its grounds beside it, so that the sheet cannot name others than were used."""

    bases: tuple[Basis, ...]
    decide: Callable[[Case], Ruling]


@dataclass(frozen=True)
class Exemption:
    """When a criterion does not apply, in the standard's own terms, and the sentence that says so."""

    holds: Callable[[Aid], bool]
    reason: str


@dataclass(frozen=True)
class Criterion:
    """One criterion. The id is permanent: addresses and evaluations refer to it.

    `confirmed` is False where we had only a summary of the standard: the sense is right, the exact wording and
    place in the standard still have to be laid beside the text itself.
    """

    id: str
    standard: Standard
    part: str
    sentence: str
    decider: Decider
    unless: Exemption | None = None
    confirmed: bool = True

    def rule(self, case: Case) -> Ruling:
        """The verdict on one aid."""
        if self.unless and self.unless.holds(case.aid):
            return Ruling(Verdict.NOT_APPLICABLE, self.unless.reason)
        return self.decider.decide(case)


def all_of(*deciders: Decider, met: str | None = None) -> Decider:
    """Met where each is met. Otherwise the first that is not met speaks, then the first without information.

    `met` is the reason for a criterion that is met as a whole; without it the first decider gives its own.
    """

    def decide(case: Case) -> Ruling:
        rulings = [decider.decide(case) for decider in deciders]
        for verdict in (Verdict.NOT_MET, Verdict.NO_INFORMATION):
            for ruling in rulings:
                if ruling.verdict is verdict:
                    return ruling
        paths = tuple(dict.fromkeys(path for ruling in rulings for path in ruling.paths))
        return replace(rulings[0], reason=met or rulings[0].reason, paths=paths)

    return Decider(_merged(deciders), decide)


def _merged(deciders: tuple[Decider, ...]) -> tuple[Basis, ...]:
    """The grounds of all deciders, one per means."""
    names: dict[Means, dict[str, None]] = {}
    for decider in deciders:
        for basis in decider.bases:
            names.setdefault(basis.means, {}).update(dict.fromkeys(basis.names))
    return tuple(Basis(means, tuple(names[means])) for means in Means if means in names)
