"""What stands around the content of every page: title, where you are, the alarm line, banners and the way on."""

from collections.abc import Sized
from dataclasses import dataclass, replace

from engine import journey, language
from engine.language import N_
from engine.library import Entry
from engine.model import Aid, Conversation, PracticeSheet
from engine.terms import Status
from web import readers, safety
from web.alarm import AlarmGroup, alarm_groups
from web.chapters import Whereabouts, whereabouts
from web.chapters import name as chapter_name
from web.fixed_terms import TERMS
from web.links import Choices, link
from web.readers import Voices
from web.safety import Safety
from web.site import catalogue_of, site, translator


@dataclass(frozen=True)
class Link:
    text: str
    href: str


@dataclass(frozen=True)
class Progress:
    """`Stap 3 van 9`, and inside a chapter with more pages `vraag 2 van 6`."""

    text: str
    number: int
    count: int
    within: str


@dataclass(frozen=True)
class VersionNotice:
    """Says that a page is of a frozen version, and leads to the same page of now."""

    text: str
    now: Link


@dataclass(frozen=True)
class AidFrame:
    """What a page of an aid has around it besides. The numbers are what the scripts need to know of the aid.

    `returning` leads back to the summary, and shows only to who came from there.
    """

    name: str
    nr: int
    version: int
    questions: str
    options: str
    start: Link
    alarm: tuple[AlarmGroup, ...]
    trial: bool
    unchecked: str
    stale: bool
    unknown_choice: bool
    notice: VersionNotice | None
    shortcuts: tuple[Link, ...]
    colophon: tuple[str, ...]
    voices: Voices
    safety: Safety
    where: Whereabouts | None
    progress: Progress | None = None
    back: Link | None = None
    onward: Link | None = None
    returning: Link | None = None


@dataclass(frozen=True)
class Frame:
    """`index` says whether search engines may list the page; `wide` gives tables the room of the whole screen.

    `landscape` prints on its side; `audience` is for whom the page speaks, where that is not everyone. `path` is the
    page's own address on the site, if it is not the one asked for. `sheet` is the stylesheet it needs.
    """

    title: str
    lang: str
    direction: str
    index: bool
    aid: AidFrame | None = None
    wide: bool = False
    landscape: bool = False
    audience: str = ""
    path: str = ""
    sheet: str = "keuzehulp"


# The h1 of every fixed page, which is also the first part of its title. The start asks the aid's own question.
HEADINGS = {
    "situatie": N_("Wat is er aan de hand?"),
    "opties": N_("Wat kunt u kiezen?"),
    "vergelijken": N_("Wat zijn de verschillen?"),
    "belangrijk": N_("Wat vindt u belangrijk?"),
    "belangrijk/eigen": N_("Wat vindt u nog meer belangrijk?"),
    "begrepen": N_("Is het duidelijk?"),
    "besluit": N_("Wat wilt u?"),
    "besluit/wie": N_("Wie beslist er, als het aan u ligt?"),
    "besluit/keuze": N_("Waar denkt u nu aan?"),
    "besluit/zeker": N_("Waar wilt u nog hulp bij?"),
    "vragen": N_("Wat wilt u vragen?"),
    "samenvatting": N_("Wat neemt u mee?"),
    "alles": N_("De hele keuzehulp"),
    "bronnen": N_("Waar komt dit vandaan?"),
    "wissen": N_("Wilt u uw antwoorden bewaren of wissen?"),
    "wijzigingen": N_("Wat is er veranderd?"),
    "kwaliteit": N_("Hoe goed is deze keuzehulp gemaakt?"),
    "keuzekaart": N_("Keuzekaart voor het gesprek"),
    "beeld": N_("De mogelijkheden in beeld"),
    "blad": N_("Wat heeft de patiënt ingevuld?"),
    "doelen": N_("Wat wilt u bereiken?"),
    "afspraken": N_("Wat spreekt u af?"),
    "terugkijken": N_("Hoe ging het?"),
    "samen": N_("Samen invullen"),
    "groep": N_("Voor een groep"),
}
_SHORTCUTS = {
    "doelen": TERMS["goals"],
    "opties": N_("De mogelijkheden"),
    "vergelijken": N_("Vergelijken"),
    "samenvatting": N_("Samenvatting"),
    "afspraken": TERMS["agreements"],
    "terugkijken": TERMS["look_back"],
    "samen": N_("Samen invullen"),
    "beeld": N_("In beeld"),
    "keuzekaart": N_("Keuzekaart"),
    "alles": N_("Alles op één bladzijde"),
    "wissen": N_("Bewaren of wissen"),
    "bronnen": N_("Bronnen en makers"),
    "wijzigingen": N_("Wat is er veranderd?"),
    "kwaliteit": N_("Kwaliteit"),
}
# Where "Wijzig" on the summary leads.
_CHANGED = ("belangrijk", "besluit", "vragen", "doelen")
_WIDE = ("vergelijken", "alles", "kwaliteit", "keuzekaart")
_WITHIN = {
    "opties": N_("mogelijkheid {position} van {size}"),
    "belangrijk": N_("vraag {position} van {size}"),
    "besluit": N_("vraag {position} van {size}"),
}


def plain(title: str, catalogue: str = language.FORMAL, *, index: bool = True, wide: bool = False) -> Frame:
    """The frame of a page that belongs to no aid."""
    named = _named([title], translator(catalogue))
    return Frame(named, _lang(catalogue), language.direction(catalogue), index, wide=wide)


def of_aid(entry: Entry, choices: Choices, heading: str, page: str, *, unknown_choice: bool = False) -> Frame:
    """The frame of a page of an aid; a page of the walk also has its progress and the way back and on."""
    aid, catalogue = entry.aid, catalogue_of(entry)
    _ = translator(catalogue)
    around = _around(entry, choices, page, unknown_choice=unknown_choice)
    title = [heading]
    steps, number = _place(entry.aid, choices, page)
    if number is not None:
        around = _walking(around, entry, choices, steps, number)
        assert around.progress is not None
        title.append(f"{around.progress.text}: {chapter_name(steps[number].chapter, _)}")
    title.append(aid.title)
    if choices.version is not None:
        title.append(_(N_("Versie {version}")).format(version=choices.version))
    index = aid.status is Status.PUBLISHED and choices.version is None
    return Frame(
        _named(title, _),
        _lang(catalogue),
        language.direction(catalogue),
        index,
        around,
        wide=page in _WIDE,
        landscape=page == "keuzekaart",
        audience=str(choices.voice.audience or ""),
        path=link(entry.slug, page, choices) if page else "",
    )


def _around(entry: Entry, choices: Choices, page: str, *, unknown_choice: bool) -> AidFrame:
    aid, catalogue = entry.aid, catalogue_of(entry)
    _ = translator(catalogue)
    return AidFrame(
        name=aid.title,
        nr=aid.nr,
        version=aid.version,
        questions=" ".join(str(question.nr) for question in aid.preference_questions),
        options=" ".join(str(option.nr) for option in aid.options),
        start=Link(aid.title, link(entry.slug, "start", choices)),
        alarm=alarm_groups(aid.alarm, _),
        trial=is_trial(aid),
        unchecked=unchecked(aid.reviewers, _),
        stale=aid.age(site().today()).overdue,
        unknown_choice=unknown_choice,
        notice=_notice(entry, choices, page, _),
        shortcuts=_shortcuts(entry, choices, page, _),
        colophon=colophon(entry, catalogue),
        where=whereabouts(aid, page, lambda chapter: link(entry.slug, chapter, choices), _),
        voices=readers.voices(entry, choices, page, _),
        safety=safety.of_aid(entry, choices, page, _),
        returning=Link(_(N_("Terug naar uw samenvatting")), link(entry.slug, "samenvatting", choices))
        if page.partition("/")[0] in _CHANGED
        else None,
    )


def _lang(catalogue: str) -> str:
    return catalogue.split("@")[0]


def _named(parts: list[str], _: language.Translate) -> str:
    """A title that says everything when it is read aloud without the page."""
    return " – ".join(dict.fromkeys([*parts, _(N_("Keuzehulp"))]))


def _place(aid: Aid, choices: Choices, page: str) -> tuple[tuple[journey.Step, ...], int | None]:
    """The walk that a page belongs to, and its place in it.

    An option that the professional did not tick is reachable too, with the walk through all of them.
    """
    for steps in (journey.walk(aid, choices.options), journey.walk(aid)):
        number = journey.find(steps, page)
        if number is not None:
            return steps, number
    return (), None


def _shortcuts(entry: Entry, choices: Choices, page: str, _: language.Translate) -> tuple[Link, ...]:
    return tuple(Link(_(text), link(entry.slug, name, choices)) for name, text in _SHORTCUTS.items() if name != page)


def _notice(entry: Entry, choices: Choices, page: str, _: language.Translate) -> VersionNotice | None:
    version = entry.history.version(choices.version) if choices.version is not None else None
    if version is None:
        return None
    now = site().library.entries[entry.slug].aid
    day = language.day(version.release.on, catalogue_of(entry))
    newer = now.version > version.release.n
    text = _(
        N_("U leest versie {version} van {date}. Er is een nieuwere.")
        if newer
        else N_("U leest versie {version} van {date}. Dit is de nieuwste.")
    ).format(version=version.release.n, date=day)
    there = page if journey.has(now, page) else "start"
    today = Choices(voice=choices.voice)
    return VersionNotice(text, Link(_(N_("Deze bladzijde van nu")), link(entry.slug, there, today)))


def is_trial(aid: Aid) -> bool:
    """Whether every page of the aid has to say that nobody has checked it (ADR 11)."""
    return aid.status is Status.TRIAL


def unchecked(reviewers: Sized, _: language.Translate) -> str:
    """Who has not looked yet at a text that is a trial."""
    some = N_("De tekst is nog niet helemaal nagekeken.")
    return _(some if reviewers else N_("Nog geen arts en geen patiënt heeft deze tekst nagekeken."))


def _walking(
    around: AidFrame, entry: Entry, choices: Choices, steps: tuple[journey.Step, ...], number: int
) -> AidFrame:
    _ = translator(catalogue_of(entry))
    step = steps[number]
    text = _(N_("Stap {number} van {count}")).format(number=step.chapter_number, count=step.chapter_count)
    within = ""
    if step.position:
        within = _(_WITHIN[step.chapter]).format(position=step.position, size=step.size)
    back = steps[number - 1].page if number else None
    onward = steps[number + 1].page if number + 1 < len(steps) else None
    return replace(
        around,
        progress=Progress(text, step.chapter_number, step.chapter_count, within),
        back=Link(_(N_("Terug")), link(entry.slug, back, choices)) if back else Link(_(N_("Zoeken")), "/"),
        onward=Link(_(N_("Verder")), link(entry.slug, onward, choices)) if onward else None,
    )


def colophon(entry: Entry, catalogue: str) -> tuple[str, ...]:
    """Version with its day, makers, and when the text is due: on every page and every print."""
    aid, _ = entry.aid, translator(catalogue)
    frozen = entry.history.version(aid.version)
    day = language.day(frozen.release.on, catalogue) if frozen else ""
    text = _(N_("Versie {version} van {date}") if frozen else N_("Versie {version}"))
    return signed(text.format(version=aid.version, date=day), aid, catalogue)


def signed(version: str, work: Aid | Conversation | PracticeSheet, catalogue: str) -> tuple[str, ...]:
    """The colophon of anything that is read: its version, makers, and when the text is due."""
    _ = translator(catalogue)
    makers = language.listed([maker.name for maker in work.makers], catalogue)
    return (
        version,
        _(N_("Gemaakt door {makers}")).format(makers=makers),
        _(N_("Opnieuw bekijken vóór {date}")).format(date=language.day(work.review_by, catalogue)),
    )
