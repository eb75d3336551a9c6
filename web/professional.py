"""What a professional opens: choose what fits this patient, and get a link, a QR code and a sheet to give.

Nothing is stored and nobody logs in. The options ticked are content, not patient data (design: Sharing).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from engine import language
from engine.language import N_
from engine.library import Entry
from engine.model import Aid
from engine.terms import Audience, Language
from web import frame, links, professional_start, qr, sheet
from web.alarm import AlarmGroup, alarm_groups
from web.frame import Frame, Link
from web.links import Choices, link
from web.site import catalogue_of, entry_of, site, translator

blueprint = Blueprint("professional", __name__, url_prefix="/zorgverlener")

# Where a patient can begin, in the words of the choice.
_FIRST_PAGES = {
    "start": N_("Bij het begin"),
    "opties": N_("Bij de mogelijkheden"),
    "vergelijken": N_("Bij de verschillen"),
    "belangrijk": N_("Bij wat de patiënt belangrijk vindt"),
}


@dataclass(frozen=True)
class Tick:
    value: str
    label: str
    ticked: bool


@dataclass(frozen=True)
class GivePage:
    """The link for this patient, and everything made from it. `problem` says what of the request was left out."""

    frame: Frame
    title: str
    question: str
    options: tuple[Tick, ...]
    first_pages: tuple[Tick, ...]
    readers: tuple[Tick, ...]
    languages: tuple[Tick, ...]
    lang: str
    is_all: bool
    chosen: str
    others: str
    address: str
    picture: Markup
    letter: str
    papers: tuple[Link, ...]
    trial: str
    rehearsal: str
    alarm: tuple[AlarmGroup, ...]
    minutes: int
    problem: str
    colophon: tuple[str, ...]


@blueprint.get("/")
def overview() -> Response:
    page = professional_start.overview(request.args.get("q", ""))
    return _answer("pages/zorgverlener.html", page)


@blueprint.get("/<slug>")
def give(slug: str) -> Response:
    entry = entry_of(slug)
    return _answer("pages/geven.html", _page(entry, entry, N_("Een link voor uw patiënt")))


@blueprint.get("/<slug>/blad")
def handout(slug: str) -> Response:
    entry = entry_of(slug)
    spoken = entry.speaking(_asked(entry)[0].voice)
    return _answer("pages/uitreikvel.html", _page(entry, spoken, N_("Voor uw gesprek")), catalogue_of(spoken))


def _answer(template: str, page: object, catalogue: str = language.FORMAL) -> Response:
    # The page holds the address under which it was asked for, so no cache between us may keep it.
    body = render_template(template, page=page, _=translator(catalogue))
    return Response(body, headers={"Cache-Control": "private, no-store"})


def _page(entry: Entry, spoken: Entry, heading: str) -> GivePage:
    """What the page shows in the voice of `spoken`: that of the professional, or on the sheet that of the reader."""
    aid, catalogue = spoken.aid, catalogue_of(spoken)
    choices, first, problem = _asked(entry)
    reader = entry.speaking(choices.voice)
    _ = translator(catalogue)
    chosen = [option for option in aid.options if not choices.options or option.id in choices.options]
    others = [option.name for option in aid.options if option not in chosen]
    address = site().public_address(request.host_url) + link(entry.slug, first, choices)
    title = f"{_(heading)} – {aid.title}"
    return GivePage(
        frame=frame.plain(title, catalogue, index=False, wide=True),
        title=aid.title,
        question=aid.question,
        # Of two options both are always seen: there is nothing to choose.
        options=tuple(Tick(option.id, option.name, option in chosen) for option in aid.options)
        if len(aid.options) > links.FEWEST_OPTIONS
        else (),
        is_all=len(chosen) == len(aid.options),
        first_pages=tuple(Tick(page, _(text), page == first) for page, text in _FIRST_PAGES.items()),
        readers=_readers(entry, choices),
        languages=_languages(entry, choices),
        lang=catalogue_of(reader).split("@")[0],
        chosen=language.listed([option.name for option in chosen], catalogue),
        others=language.listed(others, catalogue) if others else "",
        address=address,
        picture=qr.of_aid(address, aid.title, _),
        letter=_letter(reader, address),
        papers=_papers(entry.slug, choices, first, _),
        trial=_trial(aid, _),
        rehearsal=sheet.rehearsal(entry),
        alarm=alarm_groups(aid.alarm, _),
        minutes=aid.minutes,
        problem=problem,
        colophon=frame.colophon(spoken, catalogue),
    )


def _papers(slug: str, choices: Choices, first: str, _: language.Translate) -> tuple[Link, ...]:
    """What can be printed: the sheet to give, two to have on the table, and a pack with all options for a group."""
    query = links.encoded({**choices.values(), "pagina": first})
    return (
        Link(_(N_("Open het blad om af te drukken")), f"/zorgverlener/{slug}/blad?{query}"),
        Link(_(N_("Keuzekaart")), link(slug, "keuzekaart", choices)),
        Link(_(N_("In beeld")), link(slug, "beeld", choices)),
        Link(_(N_("Voor een groep")), link(slug, "groep", Choices(voice=choices.voice))),
    )


def _trial(aid: Aid, _: language.Translate) -> str:
    """What goes with an aid that is a trial, wherever it goes; else nothing."""
    if not frame.is_trial(aid):
        return ""
    return " ".join((_(N_("Dit is een proef.")), frame.unchecked(aid.reviewers, _)))


def _readers(entry: Entry, choices: Choices) -> tuple[Tick, ...]:
    """For whom the link can be, where the aid has texts for more readers."""
    known = {voice.audience for voice in entry.voices} & set(Audience)
    every = {None: N_("Iedereen"), Audience.CHILD: N_("Een kind"), Audience.PARENT: N_("Een ouder")}
    return tuple(
        Tick(str(audience or ""), _(text), audience is choices.voice.audience)
        for audience, text in every.items()
        if known and (audience is None or audience in known)
    )


def _languages(entry: Entry, choices: Choices) -> tuple[Tick, ...]:
    known = {voice.language for voice in entry.voices} - {Language.DUTCH}
    every = {Language.DUTCH: N_("Nederlands"), Language.ENGLISH: N_("Engels")}
    return tuple(
        Tick(str(one), _(text), one is choices.voice.language)
        for one, text in every.items()
        if known and (one is Language.DUTCH or one in known)
    )


def _asked(entry: Entry) -> tuple[Choices, str, str]:
    """The choices and the first page that the address asks for, and what was wrong with them in one sentence."""
    arguments = request.args
    ids = [name for value in arguments.getlist("opties") for name in value.split(",") if name]
    voice = {name: arguments[name] for name in ("taal", "voor") if arguments.get(name)}
    choices, _unknown = links.parse({"opties": ",".join(dict.fromkeys(ids)), **voice}, entry)
    known = {option.id for option in entry.aid.options}
    problem = ""
    if ids and not known.issuperset(ids):
        problem = _(N_("In het adres stond een mogelijkheid die wij niet kennen. Die hebben wij weggelaten."))
    if ids and len(known.intersection(ids)) < links.FEWEST_OPTIONS:
        problem = _(N_("Kies twee of meer mogelijkheden. Nu staan ze er allemaal."))
    if voice and choices.voice.name != _named(voice):
        problem = _(N_("Deze keuzehulp heeft die tekst niet voor deze lezer of in deze taal. Nu staat de gewone er."))
    first = arguments.get("pagina", "start")
    return choices, first if first in _FIRST_PAGES else "start", problem


def _named(voice: Mapping[str, str]) -> str:
    language, audience = voice.get("taal", "nl"), voice.get("voor", "")
    return f"{language}.{audience}" if audience else language


def _letter(entry: Entry, address: str) -> str:
    """In the voice of the aid, because the patient reads it."""
    aid, _ = entry.aid, translator(catalogue_of(entry))
    lines = (
        _(N_("Deze keuzehulp gaat over de vraag: {question}")).format(question=aid.question),
        _(N_("Op deze bladzijde leest u rustig wat u kunt kiezen:")),
        address,
        _(N_("Lezen duurt ongeveer {minutes} minuten. U hoeft niet in te loggen.")).format(minutes=aid.minutes),
        _(N_("Niemand ziet uw antwoorden, behalve als u ze laat zien.")),
        _(N_("Neem uw samenvatting mee naar ons gesprek.")),
        _trial(aid, _),
    )
    return "\n".join(filter(None, lines))


def _(text: str) -> str:
    return translator(language.FORMAL)(text)
