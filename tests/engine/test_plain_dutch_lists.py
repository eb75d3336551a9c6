"""The word lists prove themselves: the check finds each word in its own sentence, and none is there for nothing."""

import pytest

from engine import plain_dutch, words
from engine.plain_dutch import Text, difficult, lists
from engine.thresholds import COMMON_PART
from tests.conftest import ROOT

RULES = {
    "vervangen": "WOORD-FORMEEL",
    "omslachtig": "OMSLACHTIG",
    "engels": "WOORD-ENGELS",
    "afkortingen": "AFKORTING",
    "vaktaal": "WOORD-MOEILIJK",
}
ENTRIES = [(name, entry) for name in RULES for entry in lists.table(name)]


def test_there_are_lists() -> None:
    assert len(ENTRIES) >= 250
    assert len(lists.table("vervangen")) >= 100
    assert 80 <= len(lists.allowed()) <= 300


@pytest.mark.parametrize(
    ("name", "entry"), ENTRIES, ids=lambda part: part if isinstance(part, str) else part.forms[0]
)
def test_the_check_finds_a_word_in_its_own_sentence(name: str, entry: lists.Entry) -> None:
    text = Text(entry.example)
    found = [one.hit for one in plain_dutch.remarks(text) if one.rule == RULES[name]]
    said = {text.small[hit.start : hit.end] for hit in found if hit.better == entry.better}
    assert said & set(entry.forms)
    assert entry.better
    assert not set(entry.better) & set(entry.forms)


@pytest.mark.parametrize("name", RULES)
def test_no_word_stands_in_a_list_twice(name: str) -> None:
    forms = [form for entry in lists.table(name) for form in entry.forms]
    assert len(forms) == len(set(forms))


def test_what_a_list_offers_is_not_itself_on_a_list() -> None:
    listed = lists.known()
    offered = {word for _, entry in ENTRIES for word in entry.better if " " not in word}
    assert not offered & listed


def test_every_allowed_word_is_needed_and_none_has_a_plainer_one() -> None:
    for word in lists.allowed():
        assert words.common(word) < COMMON_PART, word
        assert difficult.level(word) is None, word
    assert not lists.allowed() & lists.known()
    assert not lists.allowed() & {"medicatie", "symptoom", "symptomen", "complicatie", "complicaties"}


def test_lists_are_in_order() -> None:
    folder = ROOT / "engine" / "plain_dutch" / "data"
    for file in folder.glob("*.t*"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# "), file
        if file.suffix == ".tsv":
            rows = [line for line in lines if not line.startswith("#")]
            assert all(line.count("\t") == 2 for line in rows), file
    assert lines
