"""A folder of aids becomes a frozen `Library`. The only module that walks folders.

A bad file is left out with its problems; it never reaches a reader and never hides another file (ADR 5).
"""

import hashlib
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path as File
from types import MappingProxyType

from engine import build, rules, schema, source
from engine.library import conversations, fingerprint, networks, numbers, overlays, site_texts, versions
from engine.library.conversations import Talk
from engine.library.entry import Checked, Entry
from engine.library.folders import FILE_NAME, SLUG, about_folder, odd_slug, stray_files
from engine.library.overlays import Voices
from engine.library.versions import History, Version
from engine.model import NetworkSheet
from engine.paths import SCHEMAS
from engine.problem import Problem, errors
from engine.source import Path
from engine.terms import Address, Status
from engine.thresholds import PROBLEMS_PER_FILE

__all__ = [
    "FILE_NAME",
    "SLUG",
    "Checked",
    "Entry",
    "History",
    "Library",
    "Talk",
    "Version",
    "check",
    "check_file",
    "check_folder",
    "fingerprint",
    "load",
    "look",
    "remarks",
    "remembered",
    "slugs",
]


@dataclass(frozen=True)
class Library:
    """The good aids by slug, in alphabetical order, and the problems of all files.

    `talks` are conversations by slug, `networks` those that begin with how things are; `general` is the one for any
    reason to talk, per form of address.
    """

    entries: Mapping[str, Entry]
    problems: tuple[Problem, ...]
    talks: Mapping[str, Talk] = field(default_factory=dict)
    general: Mapping[Address, Talk] = field(default_factory=dict)
    networks: Mapping[str, Talk] = field(default_factory=dict)

    @cached_property
    def sha256(self) -> str:
        """A hash over all aids and conversations."""
        parts = [f"{entry.slug}:{entry.sha256}" for entry in self.entries.values()]
        every = (*self.talks.values(), *self.general.values(), *self.networks.values())
        parts += [f"{talk.slug}:{talk.sha256}" for talk in every]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def shown(self, *, with_trial: bool) -> "Library":
        """The library as readers may see it: never a concept, a trial only where the site asks for it (ADR 11)."""
        allowed = {Status.PUBLISHED, Status.TRIAL} if with_trial else {Status.PUBLISHED}
        entries = {slug: entry for slug, entry in self.entries.items() if entry.aid.status in allowed}
        talks, sheets = (
            MappingProxyType({slug: talk for slug, talk in shelf.items() if talk.conversation.status in allowed})
            for shelf in (self.talks, self.networks)
        )
        return Library(MappingProxyType(entries), self.problems, talks, self.general, sheets)


def load(root: File, shown: str, today: date, known: MutableMapping[str, Checked] | None = None) -> Library:
    """Every aid folder in `root`; `shown` is how problems name the folder. Never raises for bad content.

    `known` remembers what came of a folder: one with the same name and the same bytes is not looked at again, and
    what is as it was frozen is not weighed again (ADR 30). That is what a server does that runs on for days, so the
    memory may be older than `today`.
    """
    checked, problems = _check_root(root, shown, today, known)
    entries = {one.slug: entry for one in checked if SLUG.fullmatch(one.slug) and (entry := _entry(one))}
    every = {one.slug: talk for one in checked if (talk := _talk(one))}
    sheets = {slug: talk for slug, talk in every.items() if isinstance(talk.conversation, NetworkSheet)}
    talks = {slug: talk for slug, talk in every.items() if slug not in sheets}
    general, said = conversations.general(root, shown, today)
    found = [
        *problems,
        *said,
        *site_texts.problems(root, shown, today),
        *(problem for one in checked for problem in one.problems),
    ]
    for one in checked:
        found += networks.unknown_aids(one.conversation, one.source, entries)
    shelves = (MappingProxyType(shelf) for shelf in (entries, talks, general, sheets))
    return Library(next(shelves), tuple(sorted(found)), *shelves)


def look(place: File, shown: str, today: date) -> tuple[tuple[Problem, ...], Mapping[str, Entry]]:
    """The problems at a place, and its good aids by the file that problems name.

    A place is one file, the folder of one aid, or a folder of aid folders.
    """
    if not place.is_dir():
        one = check_file(place, shown, today)
        return one.problems, _by_file([one])
    names = _names(place)
    if names is None or FILE_NAME not in names:
        found = load(place, shown, today)
        return found.problems, {f"{shown}/{slug}/{FILE_NAME}": entry for slug, entry in found.entries.items()}
    one = check_folder(place, shown, today)
    return tuple(sorted([*one.problems, *stray_files(names, shown)])), _by_file([one])


def check(place: File, shown: str, today: date) -> tuple[Problem, ...]:
    """The problems at a place, as `look` finds them."""
    return look(place, shown, today)[0]


def _by_file(checked: Iterable[Checked]) -> Mapping[str, Entry]:
    return {one.source.file: entry for one in checked if (entry := _entry(one))}


def slugs(root: File) -> tuple[str, ...]:
    """The names of the aid folders in `root`, good or not."""
    return tuple(name for name in _names(root) or () if FILE_NAME in (_names(root / name) or ()))


def remarks(entry: Entry, today: date) -> tuple[Problem, ...]:
    """What the rules say about an aid that keeps nobody from reading it."""
    if entry.remarks is not None:
        return entry.remarks
    read = versions.current_format(source.parse(entry.text.encode(), f"{entry.slug}/{FILE_NAME}"))
    return rules.check(entry.aid, read, today)


def check_folder(folder: File, shown: str, today: date, *, weigh: bool = True) -> Checked:
    """The aid in a folder, with its overlays, held against its frozen versions.

    Without `weigh`, the rules do not look again at files that are, to the byte, what they said yes to (ADR 30).
    """
    history = versions.read(folder, shown, FILE_NAME, quickly=not weigh)
    if not weigh and (last := versions.unchanged(folder, FILE_NAME, history)):
        read = replace(last.source, file=f"{shown}/{FILE_NAME}")
        return Checked(folder.name, read, last.aid, (), history, Voices(last.voices), weighed=False)
    checked = check_file(folder / FILE_NAME, f"{shown}/{FILE_NAME}", today)
    if checked.aid is None or checked.source.tree is None:
        return replace(checked, problems=tuple(sorted([*checked.problems, *history.problems])), history=history)
    voices = overlays.read(folder, shown, checked.aid, checked.source.tree, today)
    beside = versions.problems_beside(checked.source, checked.aid, history, voices.trees)
    problems = sorted([*checked.problems, *history.problems, *beside, *_capped([*voices.problems])])
    return replace(checked, problems=tuple(problems), history=history, voices=voices)


def check_file(file: File, shown: str, today: date) -> Checked:
    """One content file through source, schema, build and rules."""
    read = versions.current_format(source.read(file, shown))
    if conversations.is_conversation(read):
        talk, said = conversations.check(read, today)
        return Checked(file.parent.name, read, None, _capped(list(said)), conversation=talk)
    problems, aid = list(read.problems), None
    if read.tree is not None:
        found = schema.check(read, schema.load(SCHEMAS / "keuze.schema.json"))
        problems.extend(found)
        if not found and not errors(read.problems):
            aid = build.build(read.tree)
            problems.extend(rules.check(aid, read, today))
    return Checked(file.parent.name, read, aid, _capped(problems))


def _check_root(
    root: File, shown: str, today: date, known: MutableMapping[str, Checked] | None
) -> tuple[list[Checked], list[Problem]]:
    unreadable = "Deze map is er niet, of mag niet gelezen worden."
    names = _names(root)
    if names is None:
        return [], [about_folder(shown, "onleesbaar", unreadable, "Kies een map.")]
    folders = [root / name for name in names if not name.startswith(".") and (root / name).is_dir()]
    checked: list[Checked] = []
    problems: list[Problem] = []
    for folder in folders:
        name, inside = f"{shown}/{folder.name}", _names(folder)
        if inside is None:
            problems.append(about_folder(name, "onleesbaar", unreadable, "Geef leesrechten, of haal de map weg."))
        elif FILE_NAME in inside:
            checked.append(remembered(folder, name, today, known))
            problems.extend([*odd_slug(folder.name, name), *stray_files(inside, name)])
        elif not folder.name.startswith("_"):
            remedy = "Zet de tekst in een bestand met precies deze naam."
            problems.append(about_folder(name, "geen-bestand", f"In deze map staat geen {FILE_NAME}.", remedy))
    if not checked and not problems:
        remedy = f"Maak een map met daarin {FILE_NAME}, of kies een andere map."
        problems.append(about_folder(shown, "geen-keuzehulpen", "In deze map staan geen keuzehulpen.", remedy))
    return numbers.without_doubles(checked), problems


# The parts of a file that are held against other files.
_ASKED_LATER: tuple[Path, ...] = (("nr",), ("keuzehulpen",))


def remembered(folder: File, shown: str, today: date, known: MutableMapping[str, Checked] | None) -> Checked:
    """The aid in a folder as a server needs it, as `known` has it where nothing in the folder changed."""
    if known is None:
        return check_folder(folder, shown, today)
    key = f"{shown} {fingerprint.of_folder(folder)}"
    # Some mistakes are of a day: what was wrong is looked at again on the next.
    key_of_today = f"{key} {today}"
    found = known.get(key) or known.get(key_of_today)
    if found is None:
        found = check_folder(folder, shown, today, weigh=False).slim(_ASKED_LATER)
        known[key_of_today if errors(found.problems) else key] = found
    return found


def _entry(one: Checked) -> Entry | None:
    """What readers get of an aid: the file, or its last frozen version where the file itself is broken."""
    own = numbers.own_errors(one)
    if one.aid and not own:
        spoken = one.voices.spoken
        read = [one.source.text, *(spoken[voice].text for voice in sorted(spoken, key=lambda voice: voice.name))]
        # Line ends are Git's, not the editor's.
        sha256 = hashlib.sha256("\0".join(read).replace("\r\n", "\n").encode()).hexdigest()
        said = tuple(problem for problem in one.problems if problem.file == one.source.file)
        remarks, text = (said, "") if one.weighed else (None, one.source.text)
        return Entry(one.slug, one.aid, sha256, one.history, remarks=remarks, text=text, voices=spoken)
    taken = any(problem.rule == "nr-dubbel" for problem in own)
    if taken or not one.history.versions:
        return None
    last = one.history.versions[-1]
    text = last.source.text
    return Entry(one.slug, last.aid, last.sha256, one.history, True, remarks=None, text=text, voices=last.voices)


def _talk(one: Checked) -> Talk | None:
    slug = one.slug if SLUG.fullmatch(one.slug) else ""
    return conversations.talk(slug, one.source, one.conversation, one.problems) if slug else None


def _names(folder: File) -> list[str] | None:
    """What is in a folder, sorted; None where it cannot be read."""
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return None


def _capped(problems: list[Problem]) -> tuple[Problem, ...]:
    problems = sorted(problems)
    if len(problems) <= PROBLEMS_PER_FILE:
        return tuple(problems)
    last, left = problems[PROBLEMS_PER_FILE - 1], len(problems) - PROBLEMS_PER_FILE
    message = f"Er zijn nog {left} problemen in dit bestand."
    more = Problem(last.file, last.line, last.column, "meer", message, "Los eerst de problemen hierboven op.")
    return (*problems[:PROBLEMS_PER_FILE], more)
