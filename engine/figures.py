"""The figures of an aid in a list that a reviewer can lay beside the studies: an aid goes in, a text comes out."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from itertools import groupby
from typing import TypedDict

from engine.language import BASE, number, period_sentence, scale_sentence
from engine.model import Aid, Arm, MedicalTest, OutcomeRow, ScaleRow, Source

_WIDTH = 100
_LABEL = 14


@dataclass(frozen=True)
class Figure:
    """One number that readers see, with all it rests on. `counted` are people of `participants`, where known.

    A mean has the end of its scale as `denominator`.
    """

    row: str
    question: str
    arm: str
    option: str | None
    outcome: str
    count: int | Decimal
    denominator: int
    counted: int | None
    participants: int | None
    period: str
    group: str
    certainty: str
    source: str
    title: str
    organisation: str
    year: int
    url: str
    caveat: str

    @property
    def recomputed(self) -> str | None:
        """The people counted as a part of the denominator, to one decimal: `60,6`."""
        if self.counted is None or not self.participants:
            return None
        return f"{self.counted / self.participants * self.denominator:.1f}".replace(".", ",")


class _Cited(TypedDict):
    source: str
    title: str
    organisation: str
    year: int
    url: str


# What a reviewer calls each part, in the order of the columns.
_NAMES = {
    "row": "rij",
    "question": "vraag",
    "arm": "arm",
    "option": "optie",
    "outcome": "uitkomst",
    "count": "aantal",
    "denominator": "van",
    "counted": "geteld",
    "participants": "deelnemers",
    "period": "periode",
    "group": "groep",
    "certainty": "zekerheid",
    "source": "bron",
    "title": "titel",
    "organisation": "organisatie",
    "year": "jaar",
    "url": "adres",
    "caveat": "kanttekening",
}


def figures(aid: Aid) -> tuple[Figure, ...]:
    """Every number in the rows and the test of the aid, in reading order, with those that the engine derives."""
    sources = {source.id: source for source in aid.sources}
    found = [figure for row in aid.rows for arm in row.arms for figure in _of_arm(row, arm, sources.get(row.study))]
    found += [figure for row in aid.scale_rows for figure in _of_scale(row, sources.get(row.study))]
    if aid.test:
        found += _of_test(aid.test, sources.get(aid.test.accuracy.study))
    return tuple(found)


def as_text(aid: Aid) -> str:
    """A list to print and tick: per row what holds for all its figures, then a line per figure."""
    found = figures(aid)
    lines = [f"{aid.title}, versie {aid.version}, {aid.status}. {len(found)} getallen."]
    for _, group in groupby(found, key=lambda figure: figure.row):
        lines += ["", *_block(list(group))]
    return "\n".join(lines) + "\n"


def as_table(aid: Aid) -> str:
    """A heading and a line per figure, with tabs between the columns, for a spreadsheet."""
    rows = [_NAMES.values(), *(_record(figure).values() for figure in figures(aid))]
    cells = [[" ".join(str("" if cell is None else cell).split()) for cell in row] for row in rows]
    return "".join("\t".join(row) + "\n" for row in cells)


def as_json(aid: Aid) -> str:
    """A JSON list with Dutch keys."""
    return json.dumps([_record(figure) for figure in figures(aid)], ensure_ascii=False, indent=2) + "\n"


FORMATS = {"tekst": as_text, "tabel": as_table, "json": as_json}


def _of_arm(row: OutcomeRow, arm: Arm, source: Source | None) -> Iterator[Figure]:
    for outcome in row.outcomes:
        yield Figure(
            row=row.id,
            question=row.question,
            arm=arm.name,
            option=arm.option,
            outcome=outcome.clause,
            count=arm.counts.get(outcome.id, 0),
            denominator=row.denominator,
            counted=_counted(row, arm, outcome.id),
            participants=arm.participants,
            period=period_sentence(row.period, BASE),
            group=row.group,
            certainty=row.certainty.value,
            caveat=row.caveat,
            **_cited(row.study, source),
        )


def _of_scale(row: ScaleRow, source: Source | None) -> Iterator[Figure]:
    for arm in row.arms:
        yield Figure(
            row=row.id,
            question=row.question,
            arm=arm.name,
            option=arm.option,
            outcome=f"gemiddeld cijfer. {scale_sentence(row.scale, BASE)}",
            count=arm.mean,
            denominator=row.scale.highest,
            counted=None,
            participants=arm.participants,
            period=period_sentence(row.period, BASE),
            group=row.group,
            certainty=row.certainty.value,
            caveat=row.caveat,
            **_cited(row.study, source),
        )


def _of_test(test: MedicalTest, source: Source | None) -> Iterator[Figure]:
    study, detection = test.accuracy, test.detection
    counts = {
        "terecht gevonden": study.true_positives,
        "onterecht gevonden": study.false_positives,
        "terecht niet gevonden": study.true_negatives,
        "onterecht niet gevonden": study.false_negatives,
    }
    if detection:
        counts |= {"gevonden met de test": detection.with_test, "gevonden zonder de test": detection.without_test}
    for outcome, count in counts.items():
        yield Figure(
            row="test",
            question="Hoe goed is de test?",
            arm="De test",
            option=None,
            outcome=outcome,
            count=count,
            denominator=study.denominator,
            counted=None,
            participants=None,
            period="",
            group=study.group,
            certainty=study.certainty.value,
            caveat=study.caveat,
            **_cited(study.study, source),
        )


def _cited(study: str, source: Source | None) -> _Cited:
    if source is None:
        return {
            "source": study,
            "title": "deze bron staat niet bij 'bronnen'",
            "organisation": "",
            "year": 0,
            "url": "",
        }
    return {
        "source": study,
        "title": source.title,
        "organisation": source.organisation,
        "year": source.year,
        "url": source.url,
    }


def _counted(row: OutcomeRow, arm: Arm, outcome: str) -> int | None:
    """The people counted for an outcome; the one that is left out follows from the others, as `aantallen` does."""
    if arm.participants is None or not arm.counted:
        return None
    if outcome not in arm.counted and len(arm.counted) == len(row.outcomes) - 1:
        return arm.participants - sum(arm.counted.values())
    return arm.counted.get(outcome)


def _block(group: list[Figure]) -> Iterator[str]:
    first = group[0]
    yield f"{first.question} [{first.row}]"
    yield from _labelled("bron", f"{first.title}. {first.organisation}, {first.year}. [{first.source}]")
    yield f"  {'adres':<{_LABEL}}{first.url}"
    if first.period:
        yield from _labelled("periode", first.period)
    yield from _labelled("groep", first.group)
    yield from _labelled("zekerheid", first.certainty)
    yield from _labelled("kanttekening", first.caveat)
    for (name, option), figures_of_arm in groupby(group, key=lambda figure: (figure.arm, figure.option)):
        yield f"  {name} [{option or 'geen optie'}]"
        for figure in figures_of_arm:
            yield from _ticked(figure)


def _labelled(label: str, text: str) -> list[str]:
    start = f"  {label:<{_LABEL}}"
    indent = " " * len(start)
    return textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent=start, subsequent_indent=indent) or [start]


def _ticked(figure: Figure) -> list[str]:
    share = f"{number(figure.count, BASE)} van {number(figure.denominator, BASE)}"
    counted = "niet ingevuld"
    if figure.counted is not None and figure.participants is not None:
        people = f"{number(figure.counted, BASE)} van {number(figure.participants, BASE)}"
        counted = f"{people} is {figure.recomputed} van {number(figure.denominator, BASE)}"
    return [f"    [ ] {share:<16} {figure.outcome}", f"        geteld: {counted}"]


def _record(figure: Figure) -> dict[str, object]:
    record = {_NAMES[name]: value for name, value in asdict(figure).items()}
    return record | ({"aantal": number(figure.count, BASE)} if isinstance(figure.count, Decimal) else {})
