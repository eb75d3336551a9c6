"""The quality sheet as JSON with Dutch keys, always in the same order, for whoever evaluates or compares aids."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from engine.quality.evaluation import Evaluation
from engine.quality.measure import Measure
from engine.quality.sheet import NOBODY, Count, People, Row, Sheet

# Raised whenever a key changes its name or meaning.
FORMAT = 1


def as_json(sheet: Sheet) -> str:
    """The whole sheet; the same sheet gives the same bytes."""
    tree = {
        "formaat": FORMAT,
        "keuzehulp": _evaluation(sheet.evaluation),
        "mensen": _people(sheet.people),
        "telling": [_count(count) for count in sheet.counts],
        "punten": [_row(row) for row in sheet.rows],
        "leesbaarheid": None if sheet.measures is None else [_measure(measure) for measure in sheet.measures],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2, default=_text) + "\n"


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _yes(value: bool) -> str:
    """Yes and no as editors write them."""
    return "ja" if value else "nee"


def _evaluation(about: Evaluation) -> dict[str, Any]:
    return {
        "naam": about.name,
        "nr": about.nr,
        "soort": about.kind,
        "versie": about.version,
        "uitgegeven": about.issued,
        "status": about.status,
        "herzien_voor": about.review_by,
        "taal": about.language,
        "vraag": about.purpose,
        "voor": about.audience,
        "niet_voor": about.not_for,
        "moment": about.moment,
        "duur_minuten": about.minutes,
        "vormen": list(about.formats),
        "opties": [
            {"nr": option.nr, "id": option.id, "soort": option.kind.value, "naam": option.name}
            for option in about.options
        ],
        "onderdelen": [
            {"id": part.id, "naam": part.name, "aanwezig": _yes(part.present)} for part in about.components
        ],
        "richtlijn": list(about.guidelines),
        "aantal_bronnen": about.sources,
        "eigenaar": about.owner,
        "financiering": about.funding,
        "belangen": about.interests,
        "staat_niet_in_het_bestand": list(about.not_in_the_file),
    }


def _people(people: People) -> dict[str, Any]:
    makers = [{"naam": one.name, "rol": one.role} for one in people.makers]
    reviewers = [{"naam": one.name, "rol": one.role, "datum": one.on} for one in people.reviewers]
    tests = [
        {
            "datum": one.on,
            "aantal": one.number,
            "groep": one.group,
            "moeite_met_lezen": _yes(one.low_literacy),
            "bevindingen": one.findings,
        }
        for one in people.reader_tests
    ]
    support = [{"organisatie": one.organisation, "datum": one.on, "url": one.url} for one in people.support]
    parts = {"gemaakt_door": makers, "nagekeken_door": reviewers, "getest_met": tests, "gesteund_door": support}
    return {name: {"tekst": "" if who else NOBODY, "wie": who} for name, who in parts.items()}


def _count(count: Count) -> dict[str, Any]:
    return {
        "norm": count.standard.value,
        "voldaan": count.met,
        "niet_voldaan": count.not_met,
        "geen_informatie": count.no_information,
        "niet_van_toepassing": count.not_applicable,
        "totaal": count.total,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "norm": row.standard.value,
        "deel": row.part,
        "punt": row.sentence,
        "naast_de_norm_gelegd": _yes(row.confirmed),
        "hoe_beslist": [{"manier": basis.means.value, "waarmee": list(basis.names)} for basis in row.bases],
        "oordeel": row.verdict.value,
        "reden": row.reason,
        "waar": list(row.places),
    }


def _measure(measure: Measure) -> dict[str, Any]:
    names = ("id", "naam", "waarde", "eenheid", "laagste", "hoogste", "grens")
    return dict(zip(names, asdict(measure).values(), strict=True))
