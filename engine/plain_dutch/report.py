"""The report of `keuzehulp leesbaarheid`: measures and remarks of one loose text, for people and for programs."""

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from engine.plain_dutch import Remark, remarks
from engine.plain_dutch.measures import RANGES, Measures, measure, per_hundred
from engine.plain_dutch.text import Text
from engine.problem import Level

CLAIM = (
    "Deze controle kijkt naar zinnen en woorden. Ze wijst plekken aan die vaak lastig zijn. "
    "Ze meet niet of lezers de tekst begrijpen."
)


@dataclass(frozen=True)
class Report:
    """What was found in a text."""

    text: Text
    measures: Measures
    remarks: tuple[Remark, ...]

    def at(self, remark: Remark) -> tuple[int, int, int]:
        """Line, column and column behind the end (all from 1); the end stays on the line where the remark starts."""
        line = bisect_right(self._starts, remark.hit.start)
        begin = self._starts[line - 1]
        stop = self._starts[line] if line < len(self._starts) else len(self.text.raw)
        shown = self.text.raw[begin:stop].rstrip("\r\n")
        end = min(remark.hit.end, begin + len(shown))
        return line, remark.hit.start - begin + 1, max(end, remark.hit.start) - begin + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text.raw))]


def report(raw: bytes) -> Report:
    """The report of any content of a file; what is no UTF-8 becomes a replacement sign."""
    text = Text(raw.decode("utf-8-sig", "replace"))
    return Report(text, measure(text), remarks(text))


def as_json(found: Report) -> str:
    """The report for programs, with Dutch keys."""
    measures = found.measures
    tree = {
        "maten": {
            "woorden": measures.words,
            "gemiddelde_zin": measures.mean_sentence,
            "zinnen_boven_15": measures.sentences_over,
            "lix": measures.lix,
            "brouwer": measures.brouwer,
            "verbindingswoorden": measures.connectives,
        },
        "opmerkingen": [_record(found, remark) for remark in found.remarks],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def as_text(found: Report, shown: str) -> str:
    """The report for people: a line for each remark, then the measures beside the range of plain texts."""
    lines = []
    for remark in found.remarks:
        line, column, _ = found.at(remark)
        hit = remark.hit
        lines.append(f"{shown}:{line}:{column}: {hit.level}: {hit.message} {hit.remedy} ({remark.rule})")
    return "\n".join([*lines, *([""] if lines else []), *_measures(found), "", CLAIM]) + "\n"


def _record(found: Report, remark: Remark) -> dict[str, object]:
    line, column, end = found.at(remark)
    hit = remark.hit
    return {
        "id": remark.rule,
        "niveau": str(hit.level),
        "regel": line,
        "kolom": column,
        "eind_kolom": end,
        "tekst": found.text.raw[hit.start : hit.start + end - column],
        "bericht": f"{hit.message} {hit.remedy}",
        "suggestie": list(hit.better),
    }


def _measures(found: Report) -> list[str]:
    measures = found.measures
    counted = [remark for remark in found.remarks if remark.hit.level is not Level.INFO]
    rows = [
        ("woorden", _number(measures.words), ""),
        ("woorden per zin", _number(measures.mean_sentence), _range("mean_sentence")),
        ("zinnen boven 15 woorden", f"{measures.sentences_over} van de {measures.sentences}", ""),
        ("LIX", _score(measures.lix), _range("lix")),
        ("Brouwer", _score(measures.brouwer), _range("brouwer")),
        ("verbindingswoorden per 100", _number(per_hundred(measures.connectives, measures.words)), ""),
        ("opmerkingen per 100", _number(per_hundred(len(counted), measures.words)), _range("remarks")),
    ]
    return [f"{name:<27} {value:>9}{beside}" for name, value, beside in rows]


def _range(name: str) -> str:
    known = RANGES[name]
    return f"   (gewone teksten over gezondheid: {_number(known.lowest)} tot {_number(known.highest)})"


def _score(value: float | None) -> str:
    return "te kort" if value is None else _number(value)


def _number(value: float) -> str:
    return str(value).replace(".", ",")
