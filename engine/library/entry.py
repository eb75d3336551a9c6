"""What came of one aid folder: for the editor every problem, for readers the aid in all its voices and versions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from engine.library.overlays import NO_VOICES, Spoken, Voices
from engine.library.versions import NO_HISTORY, History
from engine.model import Aid, Conversation
from engine.problem import Problem
from engine.source import Path, Source
from engine.voice import OWN_VOICE, Voice


@dataclass(frozen=True)
class Entry:
    """A good aid under its slug (the name of its folder), with the hash of its file and its frozen versions.

    `fallback`: the file being edited is broken, so this is the last frozen version (ADR 5). `remarks` are the
    problems that do not keep the aid from readers; None where nobody weighed the file again since it was frozen
    (ADR 30), and then `text` is what to weigh. `voices` are the other voices it can be read in, and `voice` is the
    one that `aid` speaks in (ADR 20).
    """

    slug: str
    aid: Aid
    sha256: str
    history: History = NO_HISTORY
    fallback: bool = False
    remarks: tuple[Problem, ...] | None = ()
    text: str = field(default="", repr=False)
    voices: Mapping[Voice, Spoken] = field(default_factory=dict)
    voice: Voice = OWN_VOICE

    @property
    def spoken(self) -> Mapping[Voice, Aid]:
        """The aid in each other voice."""
        return {voice: one.aid for voice, one in self.voices.items()}

    @property
    def issued(self) -> date | None:
        """The day on which this version was frozen."""
        found = self.history.version(self.aid.version)
        return found.release.on if found else None

    def at(self, n: int) -> "Entry | None":
        """The aid exactly as it was in frozen version `n`."""
        found = self.history.version(n)
        return replace(self, aid=found.aid, sha256=found.sha256, voices=found.voices) if found else None

    def speaking(self, voice: Voice) -> "Entry":
        """The aid in another voice, its frozen versions too where they have it; else as it is."""
        if voice not in self.voices:
            return self
        return replace(self, aid=self.voices[voice].aid, voice=voice, history=self.history.speaking(voice))


@dataclass(frozen=True)
class Checked:
    """What came of one file: the aid if it could be built, every problem, and its frozen versions.

    `weighed`: whether the rules looked at it now; if not, they did when it was frozen (ADR 30).
    """

    slug: str
    source: Source
    aid: Aid | None
    problems: tuple[Problem, ...]
    history: History = NO_HISTORY
    voices: Voices = NO_VOICES
    conversation: Conversation | None = None
    weighed: bool = True

    def slim(self, kept: Collection[Path]) -> "Checked":
        """The same without what only an editor needs; of places those at `kept` and below them stay."""
        spoken = {voice: replace(one, tree={}) for voice, one in self.voices.spoken.items()}
        last = self.history.versions[-1] if self.history.versions else None
        versions = tuple(one.slim(text=one is last) for one in self.history.versions)
        history = replace(self.history, versions=versions)
        return replace(self, source=_slim(self.source, kept), voices=Voices(spoken), history=history)


def _slim(source: Source, kept: Collection[Path]) -> Source:
    """Places and tree are most of a file's memory."""
    values = {path: place for path, place in source.values.items() if path[:1] in kept}
    return replace(source, tree=None, keys={}, values=values)
