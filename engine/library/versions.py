"""The frozen versions of an aid: exactly what readers saw, kept beside the file that is being edited.

`versies/<n>/` holds the files of version n, `versies/index.yaml` the day, a hash and what changed.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path as File

from engine import build, schema, source, upgrade
from engine.library import overlays
from engine.library.overlays import Spoken
from engine.model import Aid, Release
from engine.paths import SCHEMAS
from engine.problem import Problem
from engine.source import Path, Source, Tree
from engine.voice import Voice

FOLDER, INDEX = "versies", "index.yaml"
_HEADER = "# Gemaakt door: keuzehulp uitgeven. Verander hier niets.\nschema: 1\nversies:\n"
_REMEDY = "Zet het bestand terug uit Git. Een uitgegeven versie verandert nooit."


@dataclass(frozen=True)
class Version:
    """A version as readers saw it. `source` is its file, `trees` are its overlays, `sha256` is a hash of all."""

    release: Release
    aid: Aid
    source: Source = field(repr=False)
    sha256: str
    voices: Mapping[Voice, Spoken] = field(default_factory=dict)
    trees: Mapping[str, Tree] = field(default_factory=dict, repr=False)

    @property
    def spoken(self) -> Mapping[Voice, Aid]:
        """The aid in each other voice that this version has."""
        return {voice: one.aid for voice, one in self.voices.items()}

    def slim(self, *, text: bool) -> "Version":
        """The same without what only an editor needs; of its file at most the `text`."""
        source = replace(self.source, tree=None, text=self.source.text if text else "", keys={}, values={})
        spoken = {voice: replace(one, tree={}) for voice, one in self.voices.items()}
        return replace(self, source=source, voices=spoken, trees={})

    def same(self, tree: Tree | None, trees: Mapping[str, Tree]) -> bool:
        """Whether these files say the same as this version."""
        return self.source.tree == tree and dict(self.trees) == dict(trees)


@dataclass(frozen=True)
class History:
    """The good frozen versions, oldest first, all that the index names, and what is wrong with them."""

    versions: tuple[Version, ...] = ()
    releases: tuple[Release, ...] = ()
    problems: tuple[Problem, ...] = ()

    def version(self, n: int) -> Version | None:
        """The frozen version with this number."""
        return next((version for version in self.versions if version.release.n == n), None)

    def speaking(self, voice: Voice) -> "History":
        """The same history, where each version that has this voice speaks in it."""
        spoken = (
            replace(version, aid=version.voices[voice].aid) if voice in version.voices else version
            for version in self.versions
        )
        return replace(self, versions=tuple(spoken))


NO_HISTORY = History()


def read(folder: File, shown: str, file_name: str, *, quickly: bool = False) -> History:
    """The history of the aid in `folder`; empty where nothing was ever frozen.

    Read `quickly`, as a server does, the versions have no places (ADR 31).
    """
    place, shown = folder / FOLDER, f"{shown}/{FOLDER}"
    if not place.is_dir():
        return History()
    index = source.read(place / INDEX, f"{shown}/{INDEX}", twice=not quickly)
    problems = list(index.problems)
    if index.tree is None:
        return History(problems=tuple(problems))
    problems += schema.check(index, schema.load(SCHEMAS / "versies.schema.json"))
    if problems:
        return History(problems=tuple(problems))
    releases = build.build_releases(index.tree).releases
    problems += _order(releases, index)
    versions = []
    for number, release in enumerate(releases):
        found = _version(place, release, number, index, f"{shown}/{release.n}/{file_name}", quickly=quickly)
        if isinstance(found, Version):
            versions.append(found)
            problems += [one for one in found.source.problems if one.rule == source.TWO_READINGS]
        else:
            problems += found
    problems += _strangers(place, releases, shown)
    return History(tuple(versions), releases, tuple(problems))


def unchanged(folder: File, file_name: str, history: History) -> Version | None:
    """The last version, where the files being edited are still those that were frozen, to the byte."""
    if not history.versions or history.problems:
        return None
    last = history.versions[-1]
    return last if content_sha256(_content(folder, file_name)) == last.sha256 else None


def _content(folder: File, file_name: str) -> dict[str, bytes]:
    """The files of an aid and its overlays in a folder; nothing where the aid cannot be read."""
    try:
        # A pipe would wait for ever.
        names = [name for name in (file_name, *overlays.FILES) if (folder / name).is_file()]
        found = {name: (folder / name).read_bytes() for name in names}
    except OSError:
        return {}
    return found if file_name in found else {}


def current_format(read: Source) -> Source:
    """The file as one of the format of now; places keep pointing into the file as it is."""
    return replace(read, tree=upgrade.upgraded(read.tree))


def content_sha256(files: Mapping[str, bytes]) -> str:
    """A hash over the names and bytes of the files of one version, whatever Git does to their line ends."""
    digest = hashlib.sha256()
    for name in sorted(files):
        raw = files[name]
        if b"\r" in raw:  # to look is far quicker than to replace
            raw = raw.replace(b"\r\n", b"\n")
        digest.update(name.encode() + b"\0" + hashlib.sha256(raw).digest())
    return digest.hexdigest()


def index_text(releases: Iterable[Release]) -> str:
    """`versies/index.yaml` for these versions."""
    quoted = ((release, release.what_changed.replace("'", "''")) for release in releases)
    return _HEADER + "".join(
        f"  - n: {release.n}\n    datum: {release.on}\n    sha256: '{release.sha256}'\n    wat_veranderd: '{said}'\n"
        for release, said in quoted
    )


def problems_beside(
    current: Source, aid: Aid, history: History, trees: Mapping[str, Tree] | None
) -> Iterator[Problem]:
    """What is wrong with the files being edited, next to the versions that are frozen.

    Without `trees` an overlay cannot be read, and whether it changed is not known.
    """
    yield from _version_number(current, aid, history, trees)
    for name, key in (("options", "opties"), ("preference_questions", "voorkeurvragen")):
        yield from _moved(current, aid, history, name, key)
    for version in history.versions[-1:]:
        if version.aid.nr != aid.nr:
            message = f"nr was {version.aid.nr} in versie {version.release.n}, en is nu {aid.nr}."
            yield _at(current, ("nr",), "nr-veranderd", message, f"Zet er weer {version.aid.nr} neer.")


def _version_number(
    current: Source, aid: Aid, history: History, trees: Mapping[str, Tree] | None
) -> Iterator[Problem]:
    last = history.releases[-1].n if history.releases else 0
    frozen = history.version(aid.version)
    if frozen is not None and trees is not None and not frozen.same(current.tree, trees):
        message = f"De inhoud is anders dan in versie {aid.version}, die al is uitgegeven."
        remedy = f"Zet hier {last + 1}, en geef de nieuwe versie uit met: keuzehulp uitgeven."
        yield _at(current, ("versie",), "versie-zelfde", message, remedy)
    elif history.releases and not last <= aid.version <= last + 1:
        message = f"Dit is versie {aid.version}, maar de laatste uitgegeven versie is {last}."
        yield _at(current, ("versie",), "versie-nummer", message, f"Kies {last} of {last + 1}.")


def _moved(current: Source, aid: Aid, history: History, name: str, key: str) -> Iterator[Problem]:
    """Numbers stand in codes of patients: one number is one thing, in all versions."""
    before = [item for version in history.versions for item in getattr(version.aid, name)]
    id_of = {item.nr: item.id for item in before}
    nr_of = {item.id: item.nr for item in before}
    for place, item in enumerate(getattr(aid, name)):
        path: Path = (key, place, "nr")
        if nr_of.get(item.id, item.nr) != item.nr:
            message = f"'{item.id}' had in een uitgegeven versie nr {nr_of[item.id]}, en nu {item.nr}."
            yield _at(current, path, "nr-veranderd", message, f"Zet er weer {nr_of[item.id]} neer.")
        elif id_of.get(item.nr, item.id) != item.id:
            message = f"nr {item.nr} was in een uitgegeven versie van '{id_of[item.nr]}'."
            yield _at(current, path, "nr-veranderd", message, f"Kies een nieuw nummer, zoals {max(id_of) + 1}.")


def _order(releases: tuple[Release, ...], index: Source) -> Iterator[Problem]:
    for place, release in enumerate(releases):
        if release.n != releases[0].n + place:
            message = f"Hier hoort versie {releases[0].n + place}, maar er staat {release.n}."
            yield _at(index, ("versies", place, "n"), "versie-nummer", message, _REMEDY)


def _version(
    place: File, release: Release, number: int, index: Source, shown: str, *, quickly: bool
) -> Version | tuple[Problem, ...]:
    file_name = shown.rsplit("/", 1)[1]
    path: Path = ("versies", number, "sha256")
    content = _content(place / str(release.n), file_name)
    if not content:
        message = f"Versie {release.n} staat in de lijst, maar haar bestand is er niet."
        return (_at(index, path, "versie-mist", message, _REMEDY),)
    if content_sha256(content) != release.sha256:
        message = f"Het bestand van versie {release.n} is veranderd nadat het is uitgegeven."
        return (_at(index, path, "versie-veranderd", message, _REMEDY),)
    found = _read_with(source.parse_quickly, content, release, shown) if quickly else ()
    if isinstance(found, Version) and len(found.voices) == len(content) - 1:
        return found
    # What is not good has a place, and the reference has the last word on it.
    return _read_with(source.parse if quickly else source.parse_twice, content, release, shown)


def _read_with(
    parse: Callable[[bytes, str], Source], content: Mapping[str, bytes], release: Release, shown: str
) -> Version | tuple[Problem, ...]:
    """The version in the files of one, as `parse` reads them."""
    file_name = shown.rsplit("/", 1)[1]
    frozen = current_format(parse(content[file_name], shown))
    found = schema.check(frozen, schema.load(SCHEMAS / "keuze.schema.json")) if frozen.tree is not None else ()
    if frozen.tree is None or found:
        return frozen.problems + found
    aid = build.build(frozen.tree)
    read_files = {name: parse(raw, shown) for name, raw in content.items() if name != file_name}
    trees = {name.removesuffix(".yaml"): one.tree for name, one in read_files.items() if one.tree is not None}
    voices = overlays.frozen(read_files, aid, frozen.tree)
    return Version(release, aid, frozen, release.sha256, voices, trees)


def _strangers(place: File, releases: tuple[Release, ...], shown: str) -> Iterator[Problem]:
    known = {INDEX, *(str(release.n) for release in releases)}
    for name in sorted(path.name for path in place.iterdir()):
        if name not in known and not name.startswith("."):
            message = "Dit hoort niet bij een versie in de lijst. Lezers zien het niet."
            yield Problem(f"{shown}/{name}", 1, 1, "onbekend-bestand", message, "Haal het weg.")


def _at(place: Source, path: Path, rule: str, message: str, remedy: str) -> Problem:
    line, column = place.at(path)
    return Problem(place.file, line, column, rule, message, remedy)
