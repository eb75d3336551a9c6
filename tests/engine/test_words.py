"""What is known of words: how common, their parts, their stem; the parts against a list made beforehand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import words
from tests.conftest import FIXTURES, ROOT

GOLD = [
    (word, tuple(parts.split()))
    for word, parts in (
        line.split("\t")
        for line in (FIXTURES / "taal" / "samenstellingen.tsv").read_text(encoding="utf-8").splitlines()
    )
]
NEVER_SPLIT = ["behandeling", "gezondheid", "belangrijk", "persoonlijk", "ziekenhuis"]


def test_compounds_are_split_as_people_do() -> None:
    compounds = [(word, parts) for word, parts in GOLD if len(parts) > 1]
    right = [word for word, parts in compounds if words.split(word) == parts]
    assert len(compounds) >= 100
    assert len(right) / len(compounds) >= 0.8


@pytest.mark.parametrize("word", NEVER_SPLIT)
def test_a_word_that_only_looks_like_a_compound_stays_whole(word: str) -> None:
    assert words.split(word) == (word,)


def test_nearly_every_whole_word_stays_whole() -> None:
    whole = [word for word, parts in GOLD if len(parts) == 1]
    assert len(whole) >= 20
    assert sum(words.split(word) == (word,) for word in whole) / len(whole) >= 0.9


@pytest.mark.parametrize(
    ("word", "least", "most"), [("de", 7, 8), ("knie", 4, 4.5), ("etiologie", 0, 0), ("Knie", 4, 5)]
)
def test_frequency_is_on_the_zipf_scale(word: str, least: float, most: float) -> None:
    assert least <= words.frequency(word) <= most


def test_stress_accents_do_not_make_a_word_rare() -> None:
    assert words.frequency("vóór") == words.frequency("voor")
    assert words.frequency("kúnt") == words.frequency("kunt")
    assert words.frequency("knieën") > 3


@pytest.mark.parametrize("word", ["balletje", "pilletjes", "armpje", "handjes", "kunstknie", "pufje", "slijmvliezen"])
def test_a_word_is_as_common_as_its_base_or_its_parts(word: str) -> None:
    assert words.common(word) > words.frequency(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [("knieën", "knie"), ("kinderen", "kind"), ("pillen", "pil"), ("oren", "oor"), ("slaapt", "slapen")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert words.stem(one) == words.stem(other)


@given(st.text(max_size=60) | st.text(alphabet="aenrdtgjspvzë-", max_size=14))
def test_any_text_has_a_frequency_parts_and_a_stem(text: str) -> None:
    assert 0 <= words.frequency(text) <= words.common(text) <= 8
    assert words.split(text)
    assert isinstance(words.stem(text), str)


def test_the_frequencies_name_their_source_and_licence() -> None:
    text = (ROOT / "engine" / "words" / "data" / "LICENTIE.md").read_text(encoding="utf-8")
    assert all(name in text for name in ("wordfreq 3.1.1", "SUBTLEX-NL", "creativecommons.org/licenses/by-sa/4.0"))
