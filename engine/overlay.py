"""An overlay: the texts of an aid for other readers or in another language, under the ids of the aid (ADR 20).

Structure, numbers and sources come from keuzehulp.yaml. So an overlay is held against the aid text by text, and
then its texts take the place of those of the aid: the rules and the pages see an ordinary aid.
"""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from engine import build, texts
from engine.model import Aid
from engine.problem import Problem
from engine.source import Path, Scalar, Source, Tree
from engine.terms import Address, Audience, Language
from engine.voice import Voice

SCHEMA = "schema"
WORDS: Path = ("woorden",)
# A new reviewer must not take a translation away from readers; and texts about the making speak to nobody.
_RECORDS = frozenset({"beoordelaars", "getest_met", "makers"})
_ABOUT = _RECORDS | {"belangen", "financiering", "herzien_bij"}
_REMEDY = "Een overlay heeft alleen teksten. Haal dit hier weg."


@dataclass(frozen=True)
class Place:
    """Where a text stands in the tree of the aid, and what it says there."""

    path: Path
    text: str


@dataclass(frozen=True)
class Overlay:
    """A file held against its aid: the texts that can be used, by place in the overlay, and what is wrong."""

    voice: Voice
    source: Source
    said: Mapping[Path, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def places(aid: Aid, tree: Tree) -> Mapping[Path, Place]:
    """Every text of the aid, by where it stands in an overlay: things with an id stand under it."""
    found = {}
    for model_path, text in texts.worded(aid):
        path = build.source_path(model_path)
        found[_by_id(tree, path)] = Place(path, text)
    return MappingProxyType(found)


def address(voice: Voice, aid: Aid) -> Address:
    """How an overlay speaks to its reader: `je` to a child, as the aid does to others."""
    return Address.INFORMAL if voice.audience is Audience.CHILD else aid.address


def is_needed(path: Path, voice: Voice, aid: Aid) -> bool:
    """Whether a text must be there: that of the aid itself would stand out by its language, or its 'u'."""
    if voice.language is not Language.DUTCH:
        return path[0] not in _RECORDS
    return address(voice, aid) is not aid.address and path[0] not in _ABOUT


def compare(voice: Voice, read: Source, aid: Aid, tree: Tree) -> Overlay:
    """The overlay beside its aid: what it says, what is unknown or no text, and what is missing."""
    if read.tree is None:
        return Overlay(voice, read, problems=read.problems)
    wanted = places(aid, tree)
    comparison = _Comparison(read, tree, wanted)
    problems = [*read.problems, *comparison.node(read.tree, comparison.shape, ())]
    problems += comparison.missing(tuple(path for path in wanted if is_needed(path, voice, aid)))
    said = {path: wanted[path] for path in wanted if path in comparison.said}
    return Overlay(voice, read, MappingProxyType(said), tuple(sorted(problems)))


def merged(overlay: Overlay, aid: Aid, tree: Tree) -> Source:
    """The aid in the words of the overlay, as a source of which every place lies in the overlay."""
    whole: Any = copy.deepcopy(tree)
    whole["aanspreekvorm"] = str(address(overlay.voice, aid))
    where: dict[Path, Scalar | int] = {(): 0}
    for path, place in overlay.said.items():
        said = _value(overlay.source.tree, path)
        _value(whole, place.path[:-1])[place.path[-1]] = copy.deepcopy(said)
        for known, value in overlay.source.values.items():
            if known[: len(path)] == path:
                where[place.path + known[len(path) :]] = value
    return Source(overlay.source.file, overlay.source.text, whole, {}, MappingProxyType(where))


def is_own(overlay: Overlay, path: Path) -> bool:
    """Whether the text at a path of the model comes from the overlay, and not from the aid."""
    there = build.source_path(path)
    return not path or any(there[: len(place.path)] == place.path for place in overlay.said.values())


def _value(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _by_id(tree: Any, path: Path) -> Path:
    steps: list[str | int] = []
    for step in path:
        tree = tree[step]
        steps.append(tree["id"] if isinstance(step, int) and isinstance(tree, dict) and "id" in tree else step)
    return tuple(steps)


class _Comparison:
    """Walks an overlay beside the shape that the aid gives it.

    `said` gathers the places of its texts; `misshapen` those of which it was told that they do not fit as a whole.
    """

    def __init__(self, read: Source, tree: Tree, wanted: Mapping[Path, Place]) -> None:
        self.read, self.tree, self.wanted = read, tree, wanted
        self.said: set[Path] = set()
        self.misshapen: set[Path] = set()
        self.shape: Any = {SCHEMA: 1}
        for path in wanted:
            here = self.shape
            for step in path[:-1]:
                here = here.setdefault(step, {})
            here[path[-1]] = ""

    def node(self, found: Tree, shape: Any, path: Path) -> Iterator[Problem]:
        if path == (SCHEMA,):
            if found != 1:
                yield self._problem(path, "overlay-schema", "'schema' is hier altijd 1.", "Schrijf: schema: 1")
        elif path == WORDS or shape == "":
            yield from self._text(found, path)
        elif found == "":
            self.misshapen.add(path)  # reported where it was read
        elif all(isinstance(step, int) for step in shape):
            yield from self._list(found, shape, path)
        elif isinstance(found, dict):
            for key, value in found.items():
                if key in shape:
                    yield from self.node(value, shape[key], (*path, key))
                else:
                    yield self._unknown((*path, key), list(shape))
        else:
            self.misshapen.add(path)
            remedy = "Zet er namen onder, zoals in keuzehulp.yaml. Wat een id heeft, staat onder dat id."
            yield self._problem(path, "overlay-vorm", f"Bij {_name(path)} hoort een blok met namen.", remedy)

    def missing(self, needed: tuple[Path, ...]) -> Iterator[Problem]:
        """Each text that is not there; of a part that is missing as a whole, only the part."""
        told: set[Path] = set()
        for path in needed:
            if self._has(path):
                continue
            gone = next(path[:depth] for depth in range(1, len(path) + 1) if not self._has(path[:depth]))
            if gone in told or gone[:-1] in self.misshapen:
                continue
            told.add(gone)
            where = f" in {_shown(gone[:-1])}" if gone[:-1] else ""
            what = "Schrijf die tekst ook hier." if gone == path else "Schrijf dat deel ook hier."
            remedy = f"{what} In keuzehulp.yaml staat: '{_start(self.wanted[path].text)}'"
            line, column = self.read.at_key(gone[:-1])
            message = f"'{gone[-1]}' ontbreekt{where}."
            yield Problem(self.read.file, line, column, "overlay-ontbreekt", message, remedy)

    def _text(self, found: Tree, path: Path) -> Iterator[Problem]:
        if path == WORDS and isinstance(found, dict) and all(isinstance(text, str) for text in found.values()):
            self.said.add(path)
        elif path != WORDS and isinstance(found, str):
            if found:
                self.said.add(path)
        else:
            what = "uitleg per woord" if path == WORDS else "tekst"
            remedy = "Getallen staan alleen in keuzehulp.yaml. Hoort het bij de tekst? Zet er aanhalingstekens om."
            yield self._problem(path, "overlay-geen-tekst", f"Bij {_name(path)} hoort {what}.", remedy)

    def _list(self, found: Tree, shape: Mapping[int, Any], path: Path) -> Iterator[Problem]:
        if not isinstance(found, list):
            self.misshapen.add(path)
            message = f"Bij {_name(path)} hoort een lijst."
            yield self._problem(path, "overlay-vorm", message, "Begin elke regel van de lijst met '- '.")
            return
        if len(found) != len(shape):
            # Lines are matched by their place: which one is missing or extra, only the editor can see.
            self.misshapen.add(path)
            message = f"{_name(path)} heeft hier {len(found)} regels, en in keuzehulp.yaml {len(shape)}."
            remedy = "Leg de twee lijsten naast elkaar. Elke regel zegt hetzelfde als daar, in dezelfde volgorde."
            yield self._problem(path, "overlay-aantal", message, remedy)
            return
        for number, value in enumerate(found):
            yield from self.node(value, shape[number], (*path, number))

    def _unknown(self, path: Path, known: list[Any]) -> Problem:
        name, inside = str(path[-1]), _find(self.tree, path[:-1])
        if isinstance(inside, dict) and name in inside:
            message = f"'{name}' staat alleen in keuzehulp.yaml."
            return self._problem(path, "overlay-geen-tekst", message, _REMEDY)
        near = get_close_matches(name, [str(one) for one in known], n=1, cutoff=0.7)
        few = ", ".join(str(one) for one in known[:12])
        remedy = f"Bedoelde u '{near[0]}'?" if near else f"Daar staat: {few}."
        where = f" bij {_shown(path[:-1])}" if path[:-1] else ""
        return self._problem(path, "overlay-onbekend", f"'{name}' staat niet{where} in keuzehulp.yaml.", remedy)

    def _has(self, path: Path) -> bool:
        return self._at(path) is not None

    def _at(self, path: Path) -> Tree | None:
        """What the overlay itself has at a place."""
        found = self.read.tree
        for step in path:
            if isinstance(step, int):
                found = found[step] if isinstance(found, list) and step < len(found) else None
            else:
                found = found.get(step) if isinstance(found, dict) else None
        return found

    def _problem(self, path: Path, rule: str, message: str, remedy: str) -> Problem:
        line, column = self.read.at_key(path)
        return Problem(self.read.file, line, column, rule, message, remedy)


def _find(tree: Any, path: Path) -> Any:
    """What the aid has at a place in an overlay, or None."""
    for step in path:
        if isinstance(tree, list) and isinstance(step, str):
            tree = next((item for item in tree if isinstance(item, dict) and item.get("id") == step), None)
        elif isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def _name(path: Path) -> str:
    return next((f"'{step}'" for step in reversed(path) if isinstance(step, str)), "dit bestand")


def _shown(path: Path) -> str:
    """A place as an editor reads it: 'opties › spalk'; lines of a list count from 1."""
    return "'" + " › ".join(str(step + 1) if isinstance(step, int) else step for step in path) + "'"


def _start(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"
