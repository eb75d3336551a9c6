"""Every figure of every shipped aid stands in cijfers.tsv, which was made from the evidence and not from the aid.

The table holds every outcome that the evidence gives; the last outcome of a row is the rest and is derived.
"""

import csv
import re
from pathlib import Path

from engine import language, prose
from engine.model import Aid
from tests.conftest import shipped

TABLE = Path(__file__).parent / "cijfers.tsv"
TEXTS = Path(__file__).parent / "tekstgetallen.tsv"
MEANS = Path(__file__).parent / "gemiddelden.tsv"
ENTRIES = shipped().entries
Figure = tuple[str, str, str, str, int, int, str, str, str]


def from_the_evidence() -> set[Figure]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    found = {(a, b, c, d, int(e), int(f), g, h, i) for a, b, c, d, e, f, g, h, i in rows}
    assert len(found) == len(rows)
    return found


def from_the_aid(slug: str, aid: Aid) -> set[Figure]:
    found = set()
    for row in aid.rows:
        for arm in row.arms:
            for outcome in row.outcomes:
                counted = str((arm.counted or {}).get(outcome.id, ""))
                people = str(arm.participants or "")
                count = arm.counts[outcome.id]
                found.add((slug, row.id, arm.name, outcome.id, count, row.denominator, counted, people, row.study))
    return found


def test_every_figure_comes_from_the_evidence_and_none_is_left_out() -> None:
    evidence = from_the_evidence()
    shown = {figure for slug, entry in ENTRIES.items() for figure in from_the_aid(slug, entry.aid)}
    assert len(evidence) >= 17
    assert evidence <= shown
    by_arm: dict[tuple[str, str, str], int] = {}
    for figure in evidence:
        by_arm[figure[:3]] = by_arm.get(figure[:3], 0) + figure[4]
    for figure in shown - evidence:
        assert figure[4] == figure[5] - by_arm[figure[:3]], f"not in the evidence: {figure}"
        assert not figure[6], f"not in the evidence: {figure}"


def test_every_mean_comes_from_the_evidence_and_none_is_left_out() -> None:
    with MEANS.open(encoding="utf-8", newline="") as file:
        evidence = list(csv.reader(file, delimiter="\t"))[1:]
    shown = [
        [
            slug,
            row.id,
            arm.name,
            language.number(arm.mean, "nl"),
            f"{row.scale.lowest}-{row.scale.highest}",
            row.study,
        ]
        for slug, entry in ENTRIES.items()
        for row in entry.aid.scale_rows
        for arm in row.arms
    ]
    assert len(evidence) >= 2
    assert sorted(evidence) == sorted(shown)


def text_numbers() -> dict[str, set[str]]:
    """Every other number in the texts of an aid, each read in the evidence or a plain fact of daily life."""
    with TEXTS.open(encoding="utf-8", newline="") as file:
        return {slug: set(numbers.split()) for slug, numbers in list(csv.reader(file, delimiter="\t"))[1:]}


def texts(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, (list, tuple)):
        return [text for item in part for text in texts(item)]
    if hasattr(part, "items"):
        return [text for item in part.values() for text in texts(item)]
    if hasattr(part, "__dataclass_fields__"):
        return [text for name in part.__dataclass_fields__ for text in texts(getattr(part, name))]
    return []


def test_every_number_in_the_texts_has_been_read_in_the_evidence() -> None:
    allowed = text_numbers()
    assert set(allowed) == set(ENTRIES)
    voices = [(slug, aid) for slug, entry in ENTRIES.items() for aid in (entry.aid, *entry.spoken.values())]
    assert len(voices) >= len(ENTRIES) + 2
    for slug, aid in voices:
        shown = (aid.options, aid.rows, aid.scale_rows, aid.facts, aid.preference_questions, aid.core, aid.situation)
        shown += (aid.without_treatment, aid.knowledge_questions, aid.review_when)  # type: ignore[assignment]
        ids = {row.id for row in (*aid.rows, *aid.facts)} | {row.study for row in aid.rows}  # type: ignore[attr-defined]
        said = " ".join(prose.plain(text) for text in texts(shown) if text not in ids)
        numbers = {number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d{3})*", said)}
        assert len(numbers) >= 12
        assert numbers <= allowed[slug], numbers - allowed[slug]
