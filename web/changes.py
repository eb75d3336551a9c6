"""The page that says what changed between versions of an aid."""

from dataclasses import dataclass

from engine import language
from engine.difference import Change, all_differences
from engine.language import N_
from engine.library import Entry, Version
from web.links import Choices, link


@dataclass(frozen=True)
class ChangeView:
    heading: str
    old: str
    new: str


@dataclass(frozen=True)
class VersionView:
    """A version: its name with the day, the sentence of the editor, and every change from the one before.

    `changes` is None for the first version, and `href` for what is not frozen yet.
    """

    title: str
    what_changed: str
    changes: tuple[ChangeView, ...] | None
    href: str | None


def versions(entry: Entry, code: str, _: language.Translate) -> tuple[VersionView, ...]:
    """Every version of an aid, the newest first, and what is being edited now where that is newer still."""
    found: list[VersionView] = []
    before: Version | None = None
    for version in entry.history.versions:
        n = version.release.n
        day = language.day(version.release.on, code)
        title = _(N_("Versie {version}, {date}")).format(version=n, date=day)
        href = link(entry.slug, "start", Choices(version=n))
        found.append(VersionView(title, version.release.what_changed, _changes(before, version), href))
        before = version
    changed = before is None or (entry.aid, entry.spoken) != (before.aid, before.spoken)
    if before is None or (not entry.fallback and changed):
        title = _(N_("Versie {version}, nog niet uitgegeven")).format(version=entry.aid.version)
        found.append(VersionView(title, "", _changes(before, entry), None))
    return tuple(reversed(found))


def _changes(before: Version | None, after: Version | Entry) -> tuple[ChangeView, ...] | None:
    if before is None:
        return None
    return tuple(map(_view, all_differences(before.aid, after.aid, before.spoken, after.spoken)))


def _view(change: Change) -> ChangeView:
    return ChangeView(change.heading, change.old, change.new)
