"""What a practice lays on its own table: questions for the team, and who of two does what. Nothing in it counts."""

from dataclasses import dataclass
from datetime import date

from engine.model.record import Person, age
from engine.terms import Age, PracticeKind, Status


@dataclass(frozen=True)
class TeamPart:
    """What one part is about, open questions to talk about, and what gets a talk going."""

    what: str
    prompts: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class TeamPhases:
    """The four phases of a conversation, from the side of the practice."""

    prepare: TeamPart
    set_goals: TeamPart
    agree: TeamPart
    look_back: TeamPart


@dataclass(frozen=True)
class PracticeSheet:
    """A sheet for professionals among themselves: no patient, no answers, no number (ADR 35)."""

    schema_version: int
    kind: PracticeKind
    version: int
    status: Status
    title: str
    introduction: tuple[str, ...]
    phases: TeamPhases
    owner: str
    review_by: date
    review_when: str
    makers: tuple[Person, ...]
    funding: str
    interests: str

    def age(self, today: date) -> Age:
        """The date stage on `today`."""
        return age(self.review_by, today)


@dataclass(frozen=True, kw_only=True)
class Yardstick(PracticeSheet):
    """Questions about the care of a whole practice; `practice` is about how it is organised."""

    practice: TeamPart


@dataclass(frozen=True, kw_only=True)
class DuoCard(PracticeSheet):
    """Who of two does what; `observation` is for who watches the other at work."""

    roles: tuple[str, ...]
    observation: TeamPart
