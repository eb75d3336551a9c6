"""The language rules on texts that were written before there was a rule: sentences, passives, triplets, adversaries.

Both come from one hand, so these texts prove that the rules do what they say, not that readers agree.
"""

import re
from pathlib import Path

import pytest
import yaml

from engine import plain_dutch
from engine.plain_dutch import Measures, Remark, Text, measure, per_hundred
from engine.problem import Level
from tests.conftest import FIXTURES

TEXTS = FIXTURES / "taal"
# A rule about an aid as a whole; test_rules_language.py proves it.
OF_AN_AID = {"term-uitleg"}
CASES = [
    (file.stem.upper(), kind, text)
    for file in sorted((TEXTS / "regels").glob("*.yaml"))
    if file.stem not in OF_AN_AID
    for kind, texts in yaml.safe_load(file.read_text(encoding="utf-8")).items()
    for text in texts
]
TRIPLETS = sorted((TEXTS / "drieluiken").iterdir())
ADVERSARIES = {file.stem[0]: file for file in sorted((TEXTS / "tegendraads").glob("*.md"))}


def counted(remarks: tuple[Remark, ...]) -> list[Remark]:
    return [one for one in remarks if one.hit.level is not Level.INFO]


def read(file: Path) -> tuple[Measures, float, list[Remark]]:
    text = Text(file.read_text(encoding="utf-8"))
    found = counted(plain_dutch.remarks(text))
    measures = measure(text)
    return measures, per_hundred(len(found), measures.words), found


def test_there_are_three_sentences_of_each_kind_for_each_rule() -> None:
    per_rule = {(rule, kind): 0 for rule, kind, _ in CASES}
    for rule, kind, _ in CASES:
        per_rule[rule, kind] += 1
    assert {rule for rule, _ in per_rule} == {check.id for check in plain_dutch.CHECKS}
    assert set(per_rule.values()) == {3}


@pytest.mark.parametrize(("rule", "kind", "text"), CASES)
def test_a_rule_points_at_exactly_this(rule: str, kind: str, text: str) -> None:
    clean = text.replace("[[", "").replace("]]", "")
    marked = re.search(r"\[\[(.*?)\]\]", text, re.DOTALL)
    expected = [(marked.start(), marked.start() + len(marked[1]))] if marked else []
    assert bool(expected) == (kind == "wel")
    found = [one.hit for one in plain_dutch.remarks(Text(clean)) if one.rule == rule]
    assert [(hit.start, hit.end) for hit in found] == expected


def test_the_passive_is_found_and_little_else() -> None:
    lines = [line.split("\t") for line in (TEXTS / "lijdend.tsv").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 40
    found = [
        (truth == "ja", any(one.rule == "LIJDEND" for one in plain_dutch.remarks(Text(said))))
        for truth, said in lines
    ]
    right = sum(truth and hit for truth, hit in found)
    assert right / sum(hit for _, hit in found) >= 0.95
    assert right / sum(truth for truth, _ in found) >= 0.85


def test_plain_text_scores_below_a_leaflet_and_a_leaflet_below_a_journal() -> None:
    assert len(TRIPLETS) == 12
    in_lix = in_remarks = 0
    for folder in TRIPLETS:
        plain, leaflet, journal = (read(folder / f"{name}.md") for name in ("gewoon", "folder", "vakblad"))
        assert all(measures.words >= 150 for measures, _, _ in (plain, leaflet, journal)), folder
        scores = [measures.lix or 0 for measures, _, _ in (plain, leaflet, journal)]
        in_lix += scores[0] < scores[1] < scores[2]
        in_remarks += plain[1] < leaflet[1] < journal[1]
        assert plain[1] <= 4, folder
        assert not [one for one in plain[2] if one.hit.level is Level.ERROR]
    assert in_lix >= 11
    assert in_remarks >= 11


def test_short_sentences_full_of_jargon_do_not_pass() -> None:
    measures, remarks, _ = read(ADVERSARIES["a"])
    assert measures.mean_sentence < 6
    assert (measures.lix or 0) > 45
    assert remarks > 20


def test_one_long_easy_sentence_is_a_mistake() -> None:
    measures, _, found = read(ADVERSARIES["b"])
    assert measures.sentences == 1
    assert ("ZIN-LANG", Level.ERROR) in [(one.rule, one.hit.level) for one in found]


def test_telegram_style_shows_in_the_measures() -> None:
    measures, _, _ = read(ADVERSARIES["c"])
    assert measures.mean_sentence < 3
    assert measures.connectives == 0


def test_plain_text_passes_and_officialese_does_not() -> None:
    assert read(ADVERSARIES["d"])[1] <= 1
    assert read(ADVERSARIES["e"])[1] > 15


def test_fluent_nonsense_passes_which_is_a_limit() -> None:
    """No measure of words and sentences can see that a text says nothing (ADR 15). Only readers can."""
    measures, remarks, _ = read(ADVERSARIES["f"])
    assert (measures.lix or 99) < 20
    assert remarks == 0
