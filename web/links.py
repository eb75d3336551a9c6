"""Addresses inside the site, and the choices that travel in them.

`taal`, `voor`, `opties` and `stem` stand in that order, and only where they differ from the default. They
are about content; nothing a reader answers ever stands in an address (ADR 1).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from engine.library import Entry
from engine.terms import Audience, Language
from engine.voice import OWN_VOICE, Voice
from web.fixed_terms import VOICES

# Pages that are about the aid as it is now, whatever version someone reads.
OF_NOW = frozenset({"wijzigingen", "kwaliteit"})
# Pages about the making of the aid, and the sheet of the professional: in the aid's own words, for whoever asks.
OWN_WORDS = frozenset({*OF_NOW, "blad"})
_NAMES = frozenset({"taal", "voor", "opties", "stem"})
# All names that any address of the site may have: with those of search, and of the link for a patient.
OUR_NAMES = _NAMES | {"q", "thema", "pagina"}
# Where "Snel weg" goes: a page that anyone may have open.
NEUTRAL_PAGE = "https://nl.wikipedia.org/wiki/Weer"
# A choice between fewer options than this is none.
FEWEST_OPTIONS = 2


@dataclass(frozen=True)
class Choices:
    """What an address asks for. `options` are ids in the aid's order; empty means all. `version` is a frozen one.

    `speaker` says whose sheet the page fills in, where the texts are not of that reader alone.
    """

    options: tuple[str, ...] = ()
    version: int | None = None
    voice: Voice = OWN_VOICE
    speaker: str = ""

    @property
    def whose(self) -> str:
        """Whose sheet this is: of the speaker, else of whom the texts are for; empty for the shared one."""
        return self.speaker or str(self.voice.audience or "")

    def values(self) -> dict[str, str]:
        """What of it stands in an address, by name."""
        language = "" if self.voice.language is Language.DUTCH else str(self.voice.language)
        return {
            "taal": language,
            "voor": str(self.voice.audience or ""),
            "opties": ",".join(self.options),
            "stem": self.speaker,
        }

    def query(self) -> str:
        """The end of an address: `?voor=kind&opties=…`, or nothing."""
        return f"?{encoded(self.values())}" if any(self.values().values()) else ""


def encoded(values: Mapping[str, str]) -> str:
    """A query of the values that are not empty, with readable commas."""
    return urlencode({name: value for name, value in values.items() if value}, safe=",")


def parse(arguments: Mapping[str, str], entry: Entry) -> tuple[Choices, bool]:
    """The choices in an address, and whether something in it is unknown and was left out."""
    options, odd_options = _options(arguments.get("opties"), [option.id for option in entry.aid.options])
    voice, odd_voice = _voice(arguments, entry)
    speaker = arguments.get("stem", "")
    odd_speaker = "stem" in arguments and speaker not in VOICES
    unknown = not _NAMES.issuperset(arguments) or odd_options or odd_voice or odd_speaker
    return Choices(options, voice=voice, speaker="" if odd_speaker else speaker), unknown


def _options(asked: str | None, known: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    names = [name for name in (asked or "").split(",") if name]
    every = tuple(known)
    found = tuple(name for name in every if name in names)
    odd = len(found) < len(names) or (asked is not None and len(found) < FEWEST_OPTIONS)
    return (() if len(found) < FEWEST_OPTIONS or len(found) == len(every) else found), odd


def _voice(arguments: Mapping[str, str], entry: Entry) -> tuple[Voice, bool]:
    """The voice that is asked for; where the aid does not have it, at least its language."""
    language, audience = arguments.get("taal", Language.DUTCH), arguments.get("voor", "")
    if language not in list(Language) or (audience and audience not in list(Audience)):
        return OWN_VOICE, True
    asked = Voice(Language(language), Audience(audience) if audience else None)
    for voice in (asked, Voice(asked.language)):
        if voice in entry.voices or voice == OWN_VOICE:
            return voice, voice != asked
    return OWN_VOICE, True


def link(slug: str, page: str, choices: Choices, fragment: str = "") -> str:
    """The address of a page of an aid, with the choices and, if given, the place on the page."""
    # What is about all versions belongs to none.
    version = "" if choices.version is None or page in OF_NOW else f"v/{choices.version}/"
    address = f"/k/{quote(slug)}/{version}{quote(page)}{choices.query()}"
    return f"{address}#{quote(fragment)}" if fragment else address
