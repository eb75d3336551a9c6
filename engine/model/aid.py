"""The aid itself, and the questions it asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from engine.model.conversation import AlarmSign, Phases
from engine.model.evidence import FactRow, MedicalTest, OutcomeRow, ScaleRow
from engine.model.option import Option
from engine.model.record import Guideline, Person, ReaderTest, Reviewer, Source, Support, age
from engine.terms import Address, Age, AidKind, Status


@dataclass(frozen=True)
class Codes:
    icpc: tuple[str, ...]


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
class GroupChoice:
    """Rows that each count for one group of readers (`OutcomeRow.for_readers`): the reader opens the own group.

    Nothing is computed: which group that is, a professional tells.
    """

    question: str
    explanation: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Aid:
    """A decision aid; `test` is there for the kinds TEST and SCREENING only. `sensitive`: who reads it may want to be
    away at once.
    """

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
    explanation: str | None = None
    more: str | None = None
    scale_rows: tuple[ScaleRow, ...] = ()
    card_rows: tuple[str, ...] = ()
    group_choice: GroupChoice | None = None
    codes: Codes | None = None
    waiting_impossible: str | None = None
    test: MedicalTest | None = None
    facts: tuple[FactRow, ...] = ()
    knowledge_questions: tuple[KnowledgeQuestion, ...] = ()
    glossary: Mapping[str, str] | None = None
    reviewers: tuple[Reviewer, ...] = ()
    reader_tests: tuple[ReaderTest, ...] = ()
    support: tuple[Support, ...] = ()
    sensitive: bool = False
    goals: tuple[str, ...] = ()
    phases: Phases | None = None

    @property
    def studies(self) -> tuple[OutcomeRow | ScaleRow, ...]:
        """Every row that is one study, in reading order."""
        return (*self.rows, *self.scale_rows)

    def placed_studies(self) -> Iterator[tuple[tuple[str, int], OutcomeRow | ScaleRow]]:
        """Every row that is one study, with its path in the model."""
        yield from ((("rows", number), row) for number, row in enumerate(self.rows))
        yield from ((("scale_rows", number), row) for number, row in enumerate(self.scale_rows))

    def not_studied(self, row: OutcomeRow | ScaleRow) -> tuple[Option, ...]:
        """The options to which the question of `row` applies but which its study did not look at."""
        covered = {arm.option for arm in row.arms} | set(row.not_applicable)
        return tuple(option for option in self.options if option.id not in covered)

    @property
    def about_children(self) -> bool:
        """Whether this is about a child; its theme is called so in schemas/keuze.schema.json."""
        return "Kinderen" in self.themes

    def age(self, today: date) -> Age:
        """The date stage on `today`."""
        return age(self.review_by, today)
