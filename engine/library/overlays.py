"""The overlays beside an aid: read, held against it and its lock file, and made into aids of their own (ADR 20)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as File
from types import MappingProxyType

from engine import build, overlay, overlay_lock, rules, schema, source, texts
from engine.library.children import long_for_a_child
from engine.model import Aid
from engine.overlay import Overlay
from engine.paths import SCHEMAS
from engine.problem import Level, Problem, errors
from engine.source import Source, Tree
from engine.terms import Audience, Language, Status
from engine.voice import OWN_VOICE, VOICES, Voice

FILES = MappingProxyType({f"{voice.name}.yaml": voice for voice in VOICES if voice != OWN_VOICE})
# Rules about what a text says, whatever its language. Rules about Dutch have ids in capitals and two names more.
_IN_EVERY_LANGUAGE = frozenset({"betekent-balans", "opmaak", "todo"})
_IN_DUTCH = frozenset({"situatie-lang", "voorkeur-richting"})


@dataclass(frozen=True)
class Spoken:
    """A voice of an aid that readers can choose: the aid in its words, and its text as read."""

    aid: Aid
    tree: Tree = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True)
class Voices:
    """The overlays of an aid: those that can be read, all as held against the aid, and what is wrong with them."""

    spoken: Mapping[Voice, Spoken] = field(default_factory=dict)
    overlays: tuple[Overlay, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def trees(self) -> Mapping[str, Tree]:
        """What the files hold, by the name of the voice, to compare with a frozen version."""
        return {one.voice.name: one.source.tree for one in self.overlays if one.source.tree is not None}

    @property
    def readable(self) -> bool:
        """Whether each file could be read; else nobody knows what it says now."""
        return all(one.source.tree is not None for one in self.overlays)


NO_VOICES = Voices()


def read(folder: File, shown: str, aid: Aid, tree: Tree, today: date) -> Voices:
    """The overlays in the folder of an aid."""
    found = [name for name in FILES if (folder / name).is_file()]
    if not found and not (folder / overlay_lock.NAME).is_file():
        return NO_VOICES
    recorded = lock(folder, shown)
    known = overlay_lock.read(recorded)
    damage = overlay_lock.damage(recorded)
    level = Level.ERROR if aid.status is Status.PUBLISHED else Level.WARNING
    spoken, overlays, problems = {}, [], [*damage]
    for name in found:
        one = overlay.compare(FILES[name], source.read(folder / name, f"{shown}/{name}"), aid, tree)
        overlays.append(one)
        made, wrong = _spoken(one, aid, tree, today)
        problems += [*one.problems, *wrong]
        if not damage:
            problems += overlay_lock.problems(one, known.get(one.voice.name, {}), folder.name, level)
        if made is not None and not errors([*one.problems, *wrong]):
            spoken[one.voice] = made
    return Voices(MappingProxyType(spoken), tuple(overlays), tuple(sorted(problems)))


def frozen(files: Mapping[str, Source], aid: Aid, tree: Tree) -> Mapping[Voice, Spoken]:
    """The overlays of a frozen version, by file name. The rules looked at them when they were frozen."""
    found = {}
    for name, read_file in files.items():
        one = overlay.compare(FILES[name], read_file, aid, tree)
        if not errors(one.problems):
            merged = overlay.merged(one, aid, tree)
            if not schema.check(merged, schema.load(SCHEMAS / "keuze.schema.json")):
                found[one.voice] = _built(one, merged)
    return MappingProxyType(found)


def lock(folder: File, shown: str) -> Source:
    """The lock file of an aid, as read; without one, nothing."""
    file = folder / overlay_lock.NAME
    return source.read(file, f"{shown}/{file.name}") if file.is_file() else source.parse(b"{}", shown)


def _spoken(one: Overlay, aid: Aid, tree: Tree, today: date) -> tuple[Spoken | None, tuple[Problem, ...]]:
    if errors(one.problems):
        return None, ()
    merged = overlay.merged(one, aid, tree)
    found = schema.check(merged, schema.load(SCHEMAS / "keuze.schema.json"))
    if found:
        return None, found
    made = _built(one, merged)
    checked = rules.check(made.aid, merged, today, _rules_for(one.voice))
    own = tuple(problem for problem in checked if overlay.is_own(one, problem.path))
    return made, (*own, *_child_sentences(one, made.aid))


def _built(one: Overlay, merged: Source) -> Spoken:
    assert merged.tree is not None
    return Spoken(build.build(merged.tree), merged.tree, one.source.text)


def _rules_for(voice: Voice) -> Callable[[str], bool]:
    dutch = voice.language is Language.DUTCH
    return lambda rule: rule in _IN_EVERY_LANGUAGE or (dutch and (rule in _IN_DUTCH or rule.isupper()))


def _child_sentences(one: Overlay, aid: Aid) -> Iterator[Problem]:
    if one.voice.audience is not Audience.CHILD or one.voice.language is not Language.DUTCH:
        return
    if too_long := long_for_a_child(text for _, text in texts.for_patients(aid)):
        yield Problem(one.source.file, 1, 1, "overlay-kind-zin", *too_long)
