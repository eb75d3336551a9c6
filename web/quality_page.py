"""The quality sheet as a page: per standard every criterion, what came out, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from engine import language, library, quality, readability
from engine.language import N_
from engine.library import Entry
from engine.quality import Means, Row, Sheet, Verdict
from web import readability_page
from web.readability_page import MeasuredPart

# A mark beside the word, so that neither colour nor shape stands alone.
_MARKS = {
    Verdict.MET: ("✓", N_("Voldaan")),
    Verdict.NOT_MET: ("✗", N_("Niet voldaan")),
    Verdict.NO_INFORMATION: ("?", N_("Geen informatie")),
    Verdict.NOT_APPLICABLE: ("–", N_("Niet van toepassing")),
}
_MEANS = {
    Means.FORMAT: N_("het bestandsformaat"),
    Means.RULE: N_("een controle"),
    Means.RECORD: N_("wat in het bestand staat"),
    Means.PROGRAM: N_("een toets op het programma"),
    Means.SUPPLIED: N_("de dag van uitgeven, of een meting"),
    Means.UNSEEN: N_("dit is in het bestand niet te zien"),
}


@dataclass(frozen=True)
class Line:
    id: str
    sentence: str
    mark: str
    verdict: str
    reason: str
    decided: str
    places: str


@dataclass(frozen=True)
class Part:
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Standard:
    name: str
    count: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class QualityPage:
    standards: tuple[Standard, ...]
    measures: tuple[MeasuredPart, ...]
    range: str
    json: str


def sheet_of(entry: Entry, whole: readability.Part, today: date) -> Sheet:
    """The quality sheet of an aid as it is now; `whole` is what was measured about all its texts."""
    measures = readability_page.measures(whole)
    return quality.sheet(entry.aid, library.remarks(entry, today), today, issued=entry.issued, measures=measures)


def as_json(entry: Entry, today: date) -> str:
    """The same sheet for an evaluation."""
    return quality.as_json(sheet_of(entry, readability.whole(entry.aid), today))


def page(entry: Entry, today: date, _: language.Translate) -> QualityPage:
    """The sheet with finished texts."""
    whole = readability.whole(entry.aid)
    sheet = sheet_of(entry, whole, today)
    names = {count.standard: count for count in sheet.counts}
    standards = tuple(
        Standard(standard.value, _count(names[standard], _), _parts(rows, _))
        for standard, rows in groupby(sheet.rows, key=lambda row: row.standard)
    )
    measured = readability_page.measured(entry, whole, _)
    return QualityPage(standards, measured, readability_page.normal(_), f"/k/{entry.slug}/kwaliteit.json")


def _count(count: quality.Count, _: language.Translate) -> str:
    numbers = (count.met, count.not_met, count.no_information, count.not_applicable)
    words = (_(text).lower() for _mark, text in _MARKS.values())
    return ", ".join(f"{number} {word}" for number, word in zip(numbers, words, strict=True) if number)


def _parts(rows: Iterable[Row], _: language.Translate) -> tuple[Part, ...]:
    return tuple(
        Part(name, tuple(_line(row, _) for row in found)) for name, found in groupby(rows, key=lambda row: row.part)
    )


def _line(row: Row, _: language.Translate) -> Line:
    mark, verdict = _MARKS[row.verdict]
    decided = ", ".join(_(_MEANS[basis.means]) for basis in row.bases)
    return Line(row.id, row.sentence, mark, _(verdict), row.reason, decided, ", ".join(row.places))
