"""What the templates of an aid see: frozen objects with finished texts, and never an `Aid` or a request."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from engine.language import CountSentence
from web.frame import Link


@dataclass(frozen=True)
class Labelled:
    """A text under the name of what it answers or of the option it is about."""

    label: str
    body: Markup


@dataclass(frozen=True)
class OptionView:
    nr: int
    id: str
    name: str
    href: str
    icon: Markup
    what: Markup
    experience: Markup
    pros: tuple[Markup, ...]
    cons: tuple[Markup, ...]
    details: tuple[Labelled, ...]
    layers: tuple[Labelled, ...]
    waiting: "WaitingView | None"


@dataclass(frozen=True)
class WaitingView:
    how_long: Markup
    watch_for: tuple[Markup, ...]
    call: tuple[Markup, ...]
    choose_later: Markup


@dataclass(frozen=True)
class SourceView:
    number: int
    id: str
    title: str
    lang: str
    origin: str
    url: str
    read_on: str
    href: str


@dataclass(frozen=True)
class CountView:
    """A sentence with a number, the drawn person it belongs to, and how many it may also be."""

    sentence: CountSentence
    mark: Markup
    range: str | None


@dataclass(frozen=True)
class ArmView:
    """A group of a study. `picture` is empty where there are too many people to draw."""

    name: str
    in_words: str | None
    picture: Markup
    counts: tuple[CountView, ...]
    counted: str | None


@dataclass(frozen=True)
class TableRow:
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class TableView:
    """The numbers of one study for who prefers figures: a column per group."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class RowView:
    """One study as a block of its own (ADR 4)."""

    id: str
    question: str
    for_readers: str | None
    sensitive: bool
    period: str
    group: Markup
    scale: str | None
    arms: tuple[ArmView, ...]
    table: TableView
    certainty: str
    caveat: Markup
    source: SourceView
    not_studied: str | None
    not_applicable: str | None


@dataclass(frozen=True)
class GroupView:
    """The studies about one group of readers, under what it is called."""

    name: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class GroupChoiceView:
    """Groups of which the reader opens the own one."""

    question: str
    explanation: Markup
    groups: tuple[GroupView, ...]


@dataclass(frozen=True)
class TestView:
    """What a test measures, how good it is, and what comes after it. `detection` may be empty."""

    measures: Markup
    group: Markup
    sentences: tuple[CountSentence, ...]
    detection: tuple[CountSentence, ...]
    certainty: str
    caveat: Markup
    source: SourceView
    if_found: Markup
    if_not_found: Markup
    overdiagnosis: Markup | None


@dataclass(frozen=True)
class WordRow:
    """A row of the table of words: one question, one cell per option shown. `place` is its own on the page."""

    label: str
    cells: tuple[Labelled, ...]
    place: str


@dataclass(frozen=True)
class PreferenceView:
    nr: int
    id: str
    question: str
    why: str
    href: str
    meanings: tuple[Labelled, ...]
    rows: tuple[Link, ...]


@dataclass(frozen=True)
class KnowledgeView:
    id: str
    statement: str
    correct: bool
    explanation: Markup


@dataclass(frozen=True)
class Choice:
    """One worded answer. `apart` stands under a thin "of": not knowing is an answer too."""

    value: int
    label: str
    apart: bool = False


@dataclass(frozen=True)
class HelpView:
    """A question of the SURE test, and where to read on after "nee"."""

    name: str
    question: str
    wish: str
    link: Link


@dataclass(frozen=True)
class IntroView:
    """What a reader needs to know before choosing."""

    for_whom: Markup
    not_for: Markup
    decision_moment: Markup
    minutes: int
    core: tuple[Markup, ...]
    situation: Markup
    without_treatment: Markup
    layers: tuple[Labelled, ...]


@dataclass(frozen=True)
class AnswersView:
    """The worded answers a reader can choose from."""

    importance: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    leanings: tuple[Choice, ...]
    help: tuple[HelpView, ...]


@dataclass(frozen=True)
class BackgroundView:
    """Where the content comes from."""

    sources: tuple[SourceView, ...]
    guidelines: tuple[Link, ...]
    people: tuple[Labelled, ...]


@dataclass(frozen=True)
class AidView:
    """Everything of an aid that a page can show, in the aid's own order.

    `chosen` are the options that the address asks for, `others` the rest. `words` is the table over the chosen
    options, `facts` its rows of facts over all options. `rows` are all studies: those `by_group` and those
    `rows_for_all`. `pictures` must stand once on a page that shows rows.
    `glossary` explains the words of the aid. `pages` holds the addresses of pages by name.
    `slug` names it in its address and in the file that a reader keeps.
    `has_code`: this version is frozen, so that an antwoordcode of it can always be read.
    """

    slug: str
    title: str
    question: str
    intro: IntroView
    order_reason: Markup
    options: tuple[OptionView, ...]
    chosen: tuple[OptionView, ...]
    others: tuple[OptionView, ...]
    words: tuple[WordRow, ...]
    facts: tuple[WordRow, ...]
    rows: tuple[RowView, ...]
    rows_for_all: tuple[RowView, ...]
    by_group: GroupChoiceView | None
    pictures: Markup
    test: TestView | None
    preferences: tuple[PreferenceView, ...]
    knowledge: tuple[KnowledgeView, ...]
    talk_questions: tuple[str, ...]
    answers: AnswersView
    background: BackgroundView
    glossary: Mapping[str, Markup]
    pages: dict[str, str]
    has_code: bool
