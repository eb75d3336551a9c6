"""A folder of aids becomes a frozen `Library`. The only module that walks folders.

A bad file is left out with its problems; it never reaches a reader and never hides another file (ADR 5).
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path as File
from pathlib import PurePosixPath
from types import MappingProxyType

from engine import rules, source
from engine.library import (
    conversations,
    fingerprint,
    folders,
    networks,
    numbers,
    practices,
    site_texts,
    versions,
)
from engine.library.checking import check_file, check_folder, check_root, names_in, remembered
from engine.library.conversations import Talk
from engine.library.entry import Checked, Entry
from engine.library.folders import FILE_NAME, SLUG
from engine.library.practices import Sheet
from engine.library.versions import History, Version
from engine.model import NetworkSheet
from engine.problem import Problem
from engine.terms import Address, PracticeKind, Status

__all__ = [
    "FILE_NAME",
    "SLUG",
    "Checked",
    "Entry",
    "History",
    "Library",
    "Sheet",
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
    reason to talk, per form of address, and `shipped` that one as it comes with the engine; `practice` are the sheets
    for professionals among themselves.
    """

    entries: Mapping[str, Entry]
    problems: tuple[Problem, ...]
    talks: Mapping[str, Talk] = field(default_factory=dict)
    general: Mapping[Address, Talk] = field(default_factory=dict)
    networks: Mapping[str, Talk] = field(default_factory=dict)
    practice: Mapping[PracticeKind, Sheet] = field(default_factory=dict)
    shipped: Mapping[Address, Talk] = field(default_factory=dict)

    @cached_property
    def sha256(self) -> str:
        """A hash over all aids, conversations and sheets for a practice."""
        parts = [f"{entry.slug}:{entry.sha256}" for entry in self.entries.values()]
        every = (*self.talks.values(), *self.general.values(), *self.networks.values())
        parts += [f"{talk.slug}:{talk.sha256}" for talk in every]
        parts += [f"{kind}:{sheet.sha256}" for kind, sheet in self.practice.items()]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def shown(self, *, with_trial: bool) -> "Library":
        """The library as readers may see it: never a concept, a trial only where the site asks for it (ADR 11)."""
        allowed = {Status.PUBLISHED, Status.TRIAL} if with_trial else {Status.PUBLISHED}
        entries = {slug: entry for slug, entry in self.entries.items() if entry.aid.status in allowed}
        talks, sheets = (
            MappingProxyType({slug: talk for slug, talk in shelf.items() if talk.conversation.status in allowed})
            for shelf in (self.talks, self.networks)
        )
        practice = {kind: sheet for kind, sheet in self.practice.items() if sheet.content.status in allowed}
        # Every aid leans on the general one, so a site whose own is not ready has that of the engine.
        ready = {address: talk for address, talk in self.general.items() if talk.conversation.status in allowed}
        return replace(
            self,
            entries=MappingProxyType(entries),
            talks=talks,
            general=MappingProxyType({**self.shipped, **ready}),
            networks=sheets,
            practice=practice,
        )


def load(root: File, shown: str, today: date, known: MutableMapping[str, Checked] | None = None) -> Library:
    """Every aid folder in `root`; `shown` is how problems name the folder. Never raises for bad content.

    `known` remembers what came of a folder: one with the same name and the same bytes is not looked at again, and
    what is as it was frozen is not weighed again (ADR 30). That is what a server does that runs on for days, so the
    memory may be older than `today`.
    """
    checked, problems = check_root(root, shown, today, known)
    entries = {one.slug: entry for one in checked if SLUG.fullmatch(one.slug) and (entry := _entry(one))}
    every = {one.slug: talk for one in checked if (talk := _talk(one))}
    sheets = {slug: talk for slug, talk in every.items() if isinstance(talk.conversation, NetworkSheet)}
    talks = {slug: talk for slug, talk in every.items() if slug not in sheets}
    general, shipped, said = conversations.general(root, shown, today)
    practice, told = practices.sheets(root, shown, today)
    found = [
        *problems,
        *said,
        *told,
        *site_texts.problems(root, shown, today),
        *(problem for one in checked for problem in one.problems),
    ]
    # An aid with a mistake is there; the mistake is told by itself.
    there = {one.slug for one in checked if one.conversation is None}
    for one in checked:
        found += networks.unknown_aids(one.conversation, one.source, there)
    shelves = (MappingProxyType(shelf) for shelf in (entries, talks, general, sheets, practice, shipped))
    return Library(next(shelves), tuple(sorted(found)), *shelves)


def look(place: File, shown: str, today: date) -> tuple[tuple[Problem, ...], Mapping[str, Entry]]:
    """The problems at a place, and its good aids by the file that problems name.

    A place is one file, the folder of one aid, one with other texts, or a folder of aid folders.
    """
    if not place.is_dir():
        one = check_file(place, shown, today)
        return one.problems, _by_file([one])
    names = names_in(place)
    if place.name in folders.SPECIAL:
        return tuple(sorted(_special(place, str(PurePosixPath(shown).parent), today))), {}
    if names is None or FILE_NAME not in names:
        found = load(place, shown, today)
        return found.problems, {f"{shown}/{slug}/{FILE_NAME}": entry for slug, entry in found.entries.items()}
    one = check_folder(place, shown, today)
    strays = folders.stray_files(names, shown, conversation=one.conversation is not None)
    return tuple(sorted([*one.problems, *strays])), _by_file([one])


def _special(place: File, shown: str, today: date) -> Iterator[Problem]:
    """The problems of a folder beside the aids with texts of another kind; `shown` names the folder around it."""
    if place.name == site_texts.FOLDER:
        yield from site_texts.problems(place.parent, shown, today)
    elif place.name == practices.FOLDER:
        yield from practices.sheets(place.parent, shown, today)[1]
    else:
        yield from conversations.general(place.parent, shown, today)[-1]
        yield from folders.stray_general(names_in(place) or (), shown)


def check(place: File, shown: str, today: date) -> tuple[Problem, ...]:
    """The problems at a place, as `look` finds them."""
    return look(place, shown, today)[0]


def _by_file(checked: Iterable[Checked]) -> Mapping[str, Entry]:
    return {one.source.file: entry for one in checked if (entry := _entry(one))}


def slugs(root: File) -> tuple[str, ...]:
    """The names of the aid folders in `root`, good or not."""
    return tuple(name for name in names_in(root) or () if FILE_NAME in (names_in(root / name) or ()))


def remarks(entry: Entry, today: date) -> tuple[Problem, ...]:
    """What the rules say about an aid that keeps nobody from reading it."""
    if entry.remarks is not None:
        return entry.remarks
    read = versions.current_format(source.parse(entry.text.encode(), f"{entry.slug}/{FILE_NAME}"))
    return rules.check(entry.aid, read, today)


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
