"""Where the content comes from, and who made, checked, tested and supports it."""

from dataclasses import dataclass
from datetime import date, timedelta

from engine.terms import Age
from engine.thresholds import REVIEW_LONG_AGO_DAYS, REVIEW_SOON_DAYS


@dataclass(frozen=True)
class Source:
    id: str
    title: str
    organisation: str
    year: int
    url: str
    read_on: date
    language: str = "nl"


@dataclass(frozen=True)
class Guideline:
    name: str
    organisation: str
    year: int
    url: str


@dataclass(frozen=True)
class Person:
    name: str
    role: str


@dataclass(frozen=True)
class Reviewer:
    name: str
    role: str
    on: date


@dataclass(frozen=True)
class ReaderTest:
    on: date
    number: int
    group: str
    findings: str
    low_literacy: bool = False


@dataclass(frozen=True)
class Release:
    """A version that was frozen: its number, the day, a hash of its files, and what changed in one sentence."""

    n: int
    on: date
    sha256: str
    what_changed: str


@dataclass(frozen=True)
class ReleaseList:
    """All frozen versions of an aid, oldest first."""

    schema_version: int
    releases: tuple[Release, ...]


@dataclass(frozen=True)
class Support:
    organisation: str
    on: date
    url: str


def age(review_by: date, today: date) -> Age:
    """The date stage of what must be looked at before `review_by`; that day itself still counts as in time."""
    if today > review_by + timedelta(days=REVIEW_LONG_AGO_DAYS):
        return Age.LONG_STALE
    if today > review_by:
        return Age.STALE
    return Age.DUE if today > review_by - timedelta(days=REVIEW_SOON_DAYS) else Age.FRESH
