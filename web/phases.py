"""The four phases of a conversation, as pages of an aid and of a conversation without one show them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.language import Translate
from engine.library import Entry, Talk
from engine.model import Phase, Phases
from engine.terms import Address, Audience, Language
from engine.voice import Voice
from web.fixed_terms import OUTCOMES, VOICES
from web.links import Choices, link
from web.page_objects import AidView, Choice
from web.present import present
from web.site import site

# The pages of the phases, and where two voices come together.
PAGES = ("doelen", "afspraken", "terugkijken", "samen")
_AUDIENCES = {"kind": Audience.CHILD, "ouder": Audience.PARENT}


@dataclass(frozen=True)
class Speaker:
    """Someone who can have a sheet, and where that sheet begins."""

    id: str
    name: str
    href: str


@dataclass(frozen=True)
class PhasesView:
    """`goals` are chips; `options` what can be agreed; `outcomes` how a goal went; `names` all speakers by id."""

    goals: tuple[str, ...]
    prepare: Phase
    set_goals: Phase
    agree: Phase
    look_back: Phase
    check_questions: tuple[str, ...]
    talk_questions: tuple[str, ...]
    options: tuple[str, ...]
    outcomes: tuple[Choice, ...]
    speakers: tuple[Speaker, ...]
    names: dict[str, str]
    # The aid in the words of each speaker who has words of their own.
    sheets: tuple[tuple[str, AidView], ...] = ()
    # Conversations are written in Dutch only, also beside an aid that is translated.
    lang: str = "nl"


def general(address: Address) -> Talk:
    """The conversation for any reason to talk, in this form of address where there is one."""
    found = site().library.general
    return found.get(address) or next(iter(found.values()))


def of_aid(entry: Entry, choices: Choices, _: Translate) -> PhasesView:
    """The phases of an aid; what it does not say itself comes from the general conversation."""
    aid = entry.aid
    other = general(aid.address).conversation

    def begin(name: str) -> str:
        return link(entry.slug, "start", speaking(entry, choices, name))

    view = _view(
        aid.goals or other.goals,
        (aid.phases, other.phases),
        other.check_questions,
        aid.talk_questions,
        tuple(option.name for option in aid.options),
        begin,
        _,
    )
    # Where the aid speaks to a child, it and a parent take turns; in an aid that is not about children they never do.
    if Voice(Language.DUTCH, Audience.CHILD) in entry.voices:
        return replace(view, speakers=tuple(one for one in view.speakers if one.id in _AUDIENCES))
    if not aid.about_children:
        return replace(view, speakers=tuple(one for one in view.speakers if one.id not in _AUDIENCES))
    return view


def together(entry: Entry, choices: Choices, _: Translate) -> PhasesView:
    """The phases of an aid with what shows two sheets beside each other; `entry` is the aid in its own voice."""
    voices = {name: speaking(entry, choices, name).voice for name in _AUDIENCES}
    sheets = ((name, present(entry.speaking(voice), choices)) for name, voice in voices.items() if voice.audience)
    return replace(of_aid(entry.speaking(choices.voice), choices, _), sheets=tuple(sheets))


def of_talk(talk: Talk, begin: Callable[[str], str], _: Translate) -> PhasesView:
    """The phases of a conversation; a speaker's sheet begins at `begin`."""
    found = talk.conversation
    other = general(found.address).conversation
    return _view(found.goals, (found.phases, other.phases), found.check_questions, found.talk_questions, (), begin, _)


def speaking(entry: Entry, choices: Choices, name: str) -> Choices:
    """The choices with which one speaker reads: in words of their own where the aid has those."""
    audience = _AUDIENCES.get(name)
    voice = Voice(choices.voice.language, audience)
    if audience and voice in entry.voices:
        return replace(choices, voice=voice, speaker="")
    return replace(choices, voice=Voice(choices.voice.language), speaker=name)


def _view(
    goals: tuple[str, ...],
    phases: tuple[Phases | None, Phases],
    check_questions: tuple[str, ...],
    talk_questions: tuple[str, ...],
    options: tuple[str, ...],
    begin: Callable[[str], str],
    _: Translate,
) -> PhasesView:
    own, other = phases
    return PhasesView(
        goals=goals,
        prepare=_phase(own, other, "prepare"),
        set_goals=_phase(own, other, "set_goals"),
        agree=_phase(own, other, "agree"),
        look_back=_phase(own, other, "look_back"),
        check_questions=check_questions,
        talk_questions=talk_questions,
        options=options,
        outcomes=tuple(Choice(value, _(text)) for value, text in enumerate(OUTCOMES, 1)),
        speakers=tuple(Speaker(name, _(text), begin(name)) for name, text in VOICES.items()),
        names={name: _(text) for name, text in VOICES.items()},
    )


def _phase(own: Phases | None, other: Phases, name: str) -> Phase:
    """The help of one phase: each part of the aid's own, else the general one."""
    mine: Phase = getattr(own, name, None) or Phase()
    theirs: Phase = getattr(other, name, None) or Phase()
    return Phase(
        prompts=mine.prompts or theirs.prompts,
        tips=mine.tips or theirs.tips,
        professional_tips=mine.professional_tips or theirs.professional_tips,
    )
