"""For whom and in which language an aid speaks: the aid itself, or one of its overlays (ADR 20)."""

from dataclasses import dataclass

from engine.terms import Audience, Language


@dataclass(frozen=True, order=True)
class Voice:
    """A language, and an audience where it is not everyone. The aid as its file says it is `Voice()`."""

    language: Language = Language.DUTCH
    audience: Audience | None = None

    @property
    def name(self) -> str:
        """The name of its file without the end: `nl.kind`."""
        return f"{self.language}.{self.audience}" if self.audience else str(self.language)


OWN_VOICE = Voice()
VOICES = tuple(Voice(language, audience) for language in Language for audience in (None, *Audience))
