"""A conversation around care, with an aid or without one: prepare, set goals, agree, look back."""

from dataclasses import dataclass
from datetime import date

from engine.model.record import Person, age
from engine.terms import Address, Age, Callee, ConversationKind, Status, Urgency


@dataclass(frozen=True)
class AlarmSign:
    """What someone notices, how soon to call, and whom."""

    sign: str
    when: Urgency
    call: Callee


@dataclass(frozen=True)
class Phase:
    """What helps in one phase: questions to think about, and tips for who comes and for who receives."""

    prompts: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    professional_tips: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phases:
    """The four phases. In an aid each may be left out: the general conversation has them all."""

    prepare: Phase | None = None
    set_goals: Phase | None = None
    agree: Phase | None = None
    look_back: Phase | None = None


@dataclass(frozen=True)
class Conversation:
    """Goals and questions without options or figures; `nr` 0 is the general one, for any reason to talk."""

    schema_version: int
    kind: ConversationKind
    nr: int
    version: int
    status: Status
    title: str
    question: str
    address: Address
    for_whom: str
    core: tuple[str, ...]
    alarm: tuple[AlarmSign, ...]
    goals: tuple[str, ...]
    check_questions: tuple[str, ...]
    phases: Phases
    owner: str
    review_by: date
    review_when: str
    makers: tuple[Person, ...]
    funding: str
    interests: str
    talk_questions: tuple[str, ...] = ()

    def age(self, today: date) -> Age:
        """The date stage on `today`."""
        return age(self.review_by, today)
