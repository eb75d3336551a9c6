"""The sheet on which a professional reads an antwoordcode. Codes are read in the browser, never here (ADR 16)."""

import json
from dataclasses import dataclass, replace

from engine import language
from engine.difference import differences
from engine.language import N_
from engine.library import Entry
from web import frame
from web.frame import Frame, Link, VersionNotice
from web.links import Choices, link
from web.site import catalogue_of, site, translator

# The place on the sheet that is no place: there the browser makes the code of a patient who does not exist.
REHEARSAL = "oefen"


@dataclass(frozen=True)
class CodePage:
    """The page that takes a code of any aid. `known` is what the browser needs to read one, as JSON."""

    frame: Frame
    known: str


def code_page() -> CodePage:
    """The page with every frozen version of every aid on this site."""
    _ = translator(language.FORMAL)
    known = [_known(entry) for entry in site().library.entries.values()]
    return CodePage(frame.plain(_(N_("Code van de patiënt lezen"))), json.dumps(known, separators=(",", ":")))


def around(page: Frame, entry: Entry, choices: Choices) -> Frame:
    """The frame of the sheet: for no search engine, wide, and saying what is newer than what the patient read."""
    assert page.aid
    notice = None if choices.version is None else _notice(entry, choices.version)
    return replace(page, index=False, wide=notice is not None, aid=replace(page.aid, notice=notice, where=None))


def rehearsal(entry: Entry) -> str:
    """The sheet of the newest frozen version, where the browser makes up a patient; empty where there is none."""
    newest = max((version.release.n for version in entry.history.versions), default=None)
    return "" if newest is None else link(entry.slug, "blad", Choices(version=newest), REHEARSAL)


def _known(entry: Entry) -> dict[str, object]:
    """The aid with its frozen versions: only those have codes."""
    versions = [
        {
            "n": version.release.n,
            "questions": [question.nr for question in version.aid.preference_questions],
            "options": [option.nr for option in version.aid.options],
        }
        for version in entry.history.versions
    ]
    return {"nr": entry.aid.nr, "slug": entry.slug, "title": entry.aid.title, "versions": versions}


def _notice(entry: Entry, n: int) -> VersionNotice:
    catalogue = catalogue_of(entry)
    _ = translator(catalogue)
    version = entry.history.version(n)
    assert version
    now = site().library.entries[entry.slug].aid
    day = language.day(version.release.on, catalogue)
    text = _(N_("Dit blad hoort bij versie {version} van {date}.")).format(version=n, date=day)
    if now.version <= n:
        newest = Link(_(N_("Lees deze versie")), link(entry.slug, "start", Choices(version=n)))
        none_newer = _(N_("Dat is de nieuwste."))
        return VersionNotice(f"{text} {none_newer}", newest)
    count = len(differences(version.aid, now))
    changed = N_("Daarin zijn {count} dingen anders.") if count > 1 else N_("Daarin is één ding anders.")
    said = _(changed if count else N_("Daarin staat hetzelfde.")).format(count=count)
    newer = _(N_("Er is een nieuwere versie, {version}.")).format(version=now.version)
    return VersionNotice(
        f"{text} {newer} {said}", Link(_(N_("Wat is er veranderd?")), link(entry.slug, "wijzigingen", Choices()))
    )
