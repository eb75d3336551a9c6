"""An aid becomes the objects its pages show. Templates see only those."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from engine import icon_array, journey, language
from engine.language import N_
from engine.library import Entry
from engine.model import (
    Aid,
    FactCell,
    GroupChoice,
    KnowledgeQuestion,
    MedicalTest,
    Option,
    Pictogram,
    PreferenceQuestion,
    Source,
    Waiting,
)
from web import wording
from web.content import blocks, line
from web.frame import Link
from web.links import Choices, link
from web.page_objects import (
    AidView,
    BackgroundView,
    GroupChoiceView,
    GroupView,
    IntroView,
    KnowledgeView,
    Labelled,
    OptionView,
    PreferenceView,
    RowView,
    SourceView,
    TestView,
    WaitingView,
    WordRow,
)
from web.site import catalogue_of, pictogram_svg, translator
from web.studies import Studies


def present(entry: Entry, choices: Choices) -> AidView:
    """The aid of `entry` with finished texts and addresses that carry `choices`."""
    return _presented(_Same(entry), choices)


class _Same:
    """An entry as a key: the same aid from the same folder, since neither has a hash."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def _parts(self) -> tuple[int, int, str]:
        return id(self.entry.aid), id(self.entry.history.releases), self.entry.slug


# Who walks asks for one page of an aid after the other: a few at once is what a server sees.
@lru_cache(maxsize=4)
def _presented(same: _Same, choices: Choices) -> AidView:
    return _Presenter(same.entry, choices).aid_view()


class _Presenter:
    """Holds what every part needs while one aid is being presented."""

    def __init__(self, entry: Entry, choices: Choices) -> None:
        self.entry, self.choices = entry, choices
        self.aid: Aid = entry.aid
        self.code = catalogue_of(entry)
        self._ = translator(self.code)
        self.sources = {source.id: self.source(number, source) for number, source in enumerate(self.aid.sources, 1)}
        self.names = {option.id: option.name for option in self.aid.options}
        ids = choices.options or tuple(self.names)
        self.columns = tuple(option for option in self.aid.options if option.id in ids)

    def href(self, page: str, fragment: str = "") -> str:
        return link(self.entry.slug, page, self.choices, fragment)

    def aid_view(self) -> AidView:
        aid = self.aid
        options = tuple(self.option(option) for option in aid.options)
        shown = {option.id for option in self.columns}
        studies = Studies(aid, self.sources, self.names, self.code, self._)
        rows = tuple(studies.view(row) for row in aid.studies)
        grouped = aid.group_choice.rows if aid.group_choice else ()
        return AidView(
            slug=self.entry.slug,
            title=aid.title,
            question=aid.question,
            intro=self.intro(),
            order_reason=blocks(aid.order_reason),
            options=options,
            chosen=tuple(option for option in options if option.id in shown),
            others=tuple(option for option in options if option.id not in shown),
            words=(*self.words(), *self.facts(self.columns)),
            facts=tuple(self.facts(aid.options)),
            rows=rows,
            rows_for_all=tuple(row for row in rows if row.id not in grouped),
            by_group=self.by_group(aid.group_choice, rows) if aid.group_choice else None,
            pictures=Markup(icon_array.DEFINITIONS),
            test=self.test(aid.test) if aid.test else None,
            preferences=tuple(self.preference(question) for question in aid.preference_questions),
            knowledge=tuple(self.knowledge(question) for question in aid.knowledge_questions),
            talk_questions=aid.talk_questions,
            answers=wording.answers(aid.options, self.href, self._),
            background=self.background(),
            glossary={term: line(text) for term, text in (aid.glossary or {}).items()},
            pages={page: self.href(page) for page in journey.fixed_pages()},
            has_code=self.entry.at(aid.version) is not None,
        )

    def by_group(self, choice: GroupChoice, rows: tuple[RowView, ...]) -> GroupChoiceView:
        """The studies of each group, in the order in which the editor names them."""
        views = {row.id: row for row in rows}
        groups: dict[str, list[RowView]] = {}
        for row in choice.rows:
            groups.setdefault(views[row].for_readers or "", []).append(views[row])
        found = tuple(GroupView(name, tuple(inside)) for name, inside in groups.items())
        return GroupChoiceView(choice.question, blocks(choice.explanation), found)

    def intro(self) -> IntroView:
        aid = self.aid
        return IntroView(
            for_whom=blocks(aid.for_whom),
            not_for=blocks(aid.not_for),
            decision_moment=blocks(aid.decision_moment),
            minutes=aid.minutes,
            core=tuple(line(sentence) for sentence in aid.core),
            situation=blocks(aid.situation),
            without_treatment=blocks(aid.without_treatment),
            layers=self.layers(aid.explanation, aid.more),
        )

    def background(self) -> BackgroundView:
        guidelines = (Link(f"{g.name} ({g.organisation}, {g.year})", g.url) for g in self.aid.guidelines)
        return BackgroundView(tuple(self.sources.values()), tuple(guidelines), tuple(self.people()))

    def option(self, option: Option) -> OptionView:
        return OptionView(
            nr=option.nr,
            id=option.id,
            name=option.name,
            href=self.href(f"opties/{option.id}"),
            icon=_icon(option.pictogram) if option.pictogram else Markup(""),
            what=blocks(option.what),
            experience=blocks(option.experience),
            pros=tuple(line(text) for text in option.pros),
            cons=tuple(line(text) for text in option.cons),
            details=tuple(Labelled(self._(label), blocks(getattr(option, name))) for name, label in _DETAILS.items()),
            layers=self.layers(option.explanation, option.more),
            waiting=self.waiting(option.waiting) if option.waiting else None,
        )

    def layers(self, explanation: str | None, more: str | None) -> tuple[Labelled, ...]:
        """The deeper texts there are, each under the words a reader taps on."""
        texts = {N_("Meer uitleg"): explanation, N_("Alles lezen"): more}
        return tuple(Labelled(self._(label), blocks(text)) for label, text in texts.items() if text)

    def waiting(self, waiting: Waiting) -> WaitingView:
        return WaitingView(
            blocks(waiting.how_long),
            tuple(line(text) for text in waiting.watch_for),
            tuple(line(text) for text in waiting.call),
            blocks(waiting.choose_later),
        )

    def words(self) -> Iterable[WordRow]:
        """The same questions for every option, answered in words."""
        every = [
            (_WHAT, [blocks(option.what) for option in self.columns]),
            (_EXPERIENCE, [blocks(option.experience) for option in self.columns]),
            (_PROS, [_bullets(map(line, option.pros)) for option in self.columns]),
            (_CONS, [_bullets(map(line, option.cons)) for option in self.columns]),
            *((label, [blocks(getattr(one, name)) for one in self.columns]) for name, label in _DETAILS.items()),
        ]
        for number, (label, bodies) in enumerate(every, 1):
            yield self.word_row(label, self.columns, bodies, f"vraag-{number}")

    def facts(self, columns: tuple[Option, ...]) -> Iterable[WordRow]:
        """What is known per option without a number."""
        for fact in self.aid.facts:
            bodies = [self.cell(fact.cells[one.id]) for one in columns]
            yield self.word_row(fact.question, columns, bodies, f"rij-{fact.id}")

    def word_row(self, label: str, columns: tuple[Option, ...], bodies: list[Markup], place: str) -> WordRow:
        cells = zip(columns, bodies, strict=True)
        return WordRow(self._(label), tuple(Labelled(option.name, body) for option, body in cells), place)

    def cell(self, cell: FactCell) -> Markup:
        if cell.source is not None and cell.text is not None:
            source = self.sources[cell.source]
            label = self._(N_("Bron {number}")).format(number=source.number)
            return blocks(cell.text) + Markup('<p class="kh-source"><a href="{}">{}</a></p>').format(
                source.href, label
            )
        if cell.unknown is not None:
            return Markup("<p>{}</p>").format(self._(N_("Onbekend."))) + blocks(cell.unknown)
        return blocks(cell.not_applicable or "")

    def test(self, test: MedicalTest) -> TestView:
        accuracy = test.accuracy
        return TestView(
            measures=blocks(test.measures),
            group=blocks(accuracy.group),
            sentences=language.accuracy_sentences(accuracy, self.code),
            detection=language.detection_sentences(test, self.code),
            certainty=language.certainty_sentence(accuracy.certainty, self.code),
            caveat=blocks(accuracy.caveat),
            source=self.sources[accuracy.study],
            if_found=blocks(test.if_found),
            if_not_found=blocks(test.if_not_found),
            overdiagnosis=blocks(test.overdiagnosis) if test.overdiagnosis else None,
        )

    def day(self, value: date) -> str:
        return language.day(value, self.code)

    def preference(self, question: PreferenceQuestion) -> PreferenceView:
        titles = {row.id: row.question for row in self.aid.studies} | {
            fact.id: fact.question for fact in self.aid.facts
        }
        return PreferenceView(
            nr=question.nr,
            id=question.id,
            question=question.question,
            why=question.why,
            href=self.href(f"belangrijk/{question.id}"),
            meanings=tuple(Labelled(option.name, blocks(question.meaning[option.id])) for option in self.aid.options),
            rows=tuple(Link(titles[row], self.href("vergelijken", f"rij-{row}")) for row in question.rows),
        )

    def knowledge(self, question: KnowledgeQuestion) -> KnowledgeView:
        return KnowledgeView(question.id, question.statement, question.correct, blocks(question.explanation))

    def source(self, number: int, source: Source) -> SourceView:
        return SourceView(
            number=number,
            id=source.id,
            title=source.title,
            lang=source.language,
            origin=f"{source.organisation}, {source.year}",
            url=source.url,
            read_on=self.day(source.read_on),
            href=self.href("bronnen", f"bron-{source.id}"),
        )

    def people(self) -> Iterable[Labelled]:
        """Who made, checked, tested and supports the aid; "nobody yet" is said too."""
        aid, _ = self.aid, self._
        nobody = blocks(_(N_("Nog niemand.")))
        yield Labelled(_(N_("Wie maakte deze keuzehulp?")), _bullets(f"{m.name}, {m.role}" for m in aid.makers))
        reviewers = _bullets(f"{r.name}, {r.role}, {self.day(r.on)}" for r in aid.reviewers)
        yield Labelled(_(N_("Wie keek de tekst na?")), reviewers or nobody)
        tests = _bullets(
            blocks(f"{self.day(t.on)} ({t.number}): {t.group}\n\n{t.findings}") for t in aid.reader_tests
        )
        yield Labelled(_(N_("Met wie is de tekst getest?")), tests or nobody)
        proof = Markup('<a href="{}" rel="noreferrer">{}</a>')
        support = _bullets(proof.format(s.url, f"{s.organisation}, {self.day(s.on)}") for s in aid.support)
        yield Labelled(_(N_("Wie staat achter de inhoud?")), support or nobody)
        yield Labelled(_(N_("Wie zorgt dat de inhoud blijft kloppen?")), Markup("<p>{}</p>").format(aid.owner))
        yield Labelled(_(N_("Wanneer kijken de makers opnieuw?")), blocks(aid.review_when))
        yield Labelled(_(N_("Wie betaalde dit?")), blocks(aid.funding))
        yield Labelled(_(N_("Hebben de makers belang bij een keuze?")), blocks(aid.interests))


def _icon(pictogram: Pictogram) -> Markup:
    """The picture itself, so that it takes the colour of the page and asks for no file."""
    drawing = Markup(pictogram_svg(pictogram.icon))
    return Markup('<span class="kh-icon" role="img" aria-label="{}">{}</span>').format(pictogram.alt, drawing)


def _bullets(items: Iterable[str]) -> Markup:
    """A list; what is not HTML already is escaped."""
    rows = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup("<ul>{}</ul>").format(rows) if rows else Markup("")


_WHAT = N_("Wat gebeurt er?")
_EXPERIENCE = N_("Hoe is dat?")
_PROS = N_("Voordelen")
_CONS = N_("Nadelen")
_DETAILS = {
    "when_and_how_long": N_("Wanneer en hoe lang?"),
    "afterwards": N_("Wat gebeurt er daarna?"),
    "where": N_("Waar kunt u terecht?"),
    "costs": N_("Wat kost het u?"),
}
