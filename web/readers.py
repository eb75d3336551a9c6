"""For whom and in which language a page speaks: the links to the same page in another voice."""

from dataclasses import dataclass, replace

from engine.language import N_, Translate
from engine.library import Entry
from engine.terms import Audience, Language
from engine.voice import OWN_VOICE, Voice
from web.links import Choices, link
from web.who_decides import WhoDecides, who_decides

# A language is named in that language, whoever reads.
_NAMES = {Language.DUTCH: "Nederlands", Language.ENGLISH: "English"}
_READERS = {
    Audience.CHILD: N_("Ik ben een kind"),
    Audience.PARENT: N_("Ik ben een ouder"),
    None: N_("Ik ben iemand anders"),
}


@dataclass(frozen=True)
class Other:
    """The same page in another voice; `here` says that it is the one being read."""

    text: str
    href: str
    lang: str
    here: bool = False


@dataclass(frozen=True)
class Voices:
    """The same page in each other voice, who decides about a child, and whether this page lacks a language."""

    languages: tuple[Other, ...]
    audiences: tuple[Other, ...]
    who_decides: WhoDecides | None
    only_here: Other | None


# Of a page that speaks to everyone alike.
NO_VOICES = Voices((), (), None, None)


def voices(entry: Entry, choices: Choices, page: str, _: Translate) -> Voices:
    """What a page says about its readers and its language."""
    return Voices(
        _languages(entry, choices, page),
        _audiences(entry, choices, page, _),
        who_decides(entry.voice.audience, _),
        _only_here(entry, choices),
    )


def _languages(entry: Entry, choices: Choices, page: str) -> tuple[Other, ...]:
    """The languages this aid can be read in, besides the one of the page."""
    found = []
    for language, name in _NAMES.items():
        voice = Voice(language, choices.voice.audience)
        voice = voice if _has(entry, voice) else Voice(language)
        if language is not choices.voice.language and _has(entry, voice):
            found.append(Other(name, link(entry.slug, page, replace(choices, voice=voice)), language))
    return tuple(found)


def _audiences(entry: Entry, choices: Choices, page: str, _: Translate) -> tuple[Other, ...]:
    """The readers for whom this aid has texts of their own in this language; empty where it has none."""
    every = {audience: Voice(choices.voice.language, audience) for audience in _READERS}
    if not any(audience and voice in entry.voices for audience, voice in every.items()):
        return ()
    return tuple(
        Other(
            _(_READERS[audience]),
            link(entry.slug, page, replace(choices, voice=voice)),
            voice.language,
            here=voice == choices.voice,
        )
        for audience, voice in every.items()
        if _has(entry, voice)
    )


def _only_here(entry: Entry, choices: Choices) -> Other | None:
    """Says, in the language someone chose, that this page does not have it; None where it does."""
    if choices.voice.language is entry.voice.language:
        return None
    return Other("This page is only in Dutch.", "", choices.voice.language)


def _has(entry: Entry, voice: Voice) -> bool:
    return voice == OWN_VOICE or voice in entry.voices
