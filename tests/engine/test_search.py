"""Search finds an aid by what people call it, forgives one error, and has no syntax to trip over."""

import random
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import library, search
from engine.search import Document, Part, analysis, backend, document
from tests.conftest import shipped

CTS = "carpaletunnelsyndroom"


@cache
def index() -> search.Index:
    return search.Index(shipped())


def first(query: str) -> str | None:
    hits = index().find(query)
    return hits[0].slug if hits else None


@pytest.mark.parametrize(
    "query",
    [
        *("tintelende vingers snachts", "Tintelende Vingers 's nachts", "carpaletunnelsyndroom", "CTS", "nachtspalk"),
        *("prik in pols", "operatie pols", "corticosteroid", "Corticosteroïd", "hand slaapt", "slapende hand"),
    ],
)
def test_what_people_call_it(query: str) -> None:
    assert first(query) == CTS


@pytest.mark.parametrize(
    "query", ["tintelnde vigners", "carpaaltunelsyndroom", "nachtspallk", "operaite pols", "beknellde zenuw pols"]
)
def test_one_typing_error_in_a_word(query: str) -> None:
    assert first(query) == CTS


@pytest.mark.parametrize(
    "query", ["", " ", "a", "de het een", "*", "id:x", "xyzzy", "hoofdluis", "\x00", "👍", "' OR 1=1"]
)
def test_nothing_is_found_where_nothing_fits(query: str) -> None:
    assert index().find(query) == ()


def test_negations_are_words_like_any_other() -> None:
    assert search.words("niks doen, geen operatie, zonder prik, niet") == [
        *("niks", "geen", "operatie", "zonder", "prik", "niet")
    ]


@settings(max_examples=300)
@given(st.text(st.one_of(st.characters(), st.sampled_from("a'’éßİǆΣß`´\u00ad .-9")), max_size=30))
def test_words_are_those_that_a_page_marks(text: str) -> None:
    said = [one.word for one in analysis.tokens(text) if not analysis.says_nothing(one.word)]
    assert list(search.words(text)) == said


def test_an_index_over_much_the_same_library_finds_the_same() -> None:
    entries = shipped().entries
    without = library.Library({slug: one for slug, one in entries.items() if slug != CTS}, ())
    again = search.Index(shipped(), earlier=search.Index(without))
    for query in ("tintelende vingers", "hernia", "cholestrol pillen", "niks doen", "depressief", "oorpijn kind"):
        assert again.answer(query) == index().answer(query), query


def test_an_index_that_changed_often_finds_what_a_new_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents come, go and change, in one index after the other; whoosh gets few of them again."""
    chance = random.Random(7)
    every = [document(entry.slug, entry.aid) for entry in shipped().entries.values()]
    # As many as fill more than one page of results, each with words of its own.
    stock = {
        f"{one.slug}-{copy}": replace(
            one, slug=f"{one.slug}-{copy}", texts=((Part.TITLE, f"{one.texts[0][1]} soort{copy}"), *one.texts[1:])
        )
        for one in every
        for copy in range(8)
    }
    written: list[int] = []
    ordinary = backend._Shelf.__init__

    def counted(self: backend._Shelf, documents: Sequence[Document], *rest: Any) -> None:
        written.append(len(documents))
        ordinary(self, documents, *rest)

    kept = search.Index.of(stock.values())
    asked = ["hernia soort3", "soort4 overgang", "pijn in mijn been", "kind snurkt", "wachten", "prostaat soort5"]
    for turn in range(5):
        for slug in chance.sample(sorted(stock), 3):
            one = stock[slug]
            if chance.random() < 0.3:
                del stock[slug]
            else:
                title = f"{one.texts[0][1]} soort{chance.randrange(8)}"
                stock[slug] = replace(one, texts=((Part.TITLE, title), *one.texts[1:]))
        with monkeypatch.context() as patch:
            patch.setattr(backend._Shelf, "__init__", counted)
            kept = search.Index.of(stock.values(), kept)
        anew = search.Index.of(stock.values())
        assert [kept.answer(query) for query in asked] == [anew.answer(query) for query in asked], turn
    assert all(anew.find(query) for query in asked)
    assert len(written) >= 5
    assert sorted(written)[len(written) // 2] < len(stock) / 8, "most turns wrote few documents"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_no_query_makes_it_fail(query: str) -> None:
    assert {hit.slug for hit in index().find(query)} <= set(shipped().entries)


def test_a_query_of_any_length_is_cut() -> None:
    assert first("tintelende " + "x" * 10_000) == CTS


def test_the_index_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """whoosh would make and remove a folder of one fixed name; where that name is taken it would fail."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "MAIN.tmp").write_text("van een ander")
    assert search.Index(shipped()).find("nachtspalk")
    assert [file.name for file in tmp_path.iterdir()] == ["MAIN.tmp"]


def test_many_at_once_find_what_one_alone_finds() -> None:
    queries = ("rug", "hernia", "prik in pols", "keel amandelen", "cholesterol pillen", "opvliegers") * 5
    alone = [index().find(query) for query in queries]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(index().find, queries * 8))
    finally:
        sys.setswitchinterval(interval)
    assert len(found) == 240
    assert found == alone * 8


def test_a_misspelt_search_word_finds_but_is_never_offered() -> None:
    document = search.Document("x", ((search.Part.TITLE, "Rugklachten"), (search.Part.SEARCH_WORD, "heirniaa")))
    answer = search.Index.of([document]).answer("heirnniaa")
    assert [hit.slug for hit in answer.hits] == ["x"]
    assert answer.meant is None
    assert search.Index.of([document]).answer("rugklagten").meant == "rugklachten"


@pytest.mark.parametrize(
    ("typed", "shown", "marked"),
    [("kolesterol", "cholesterol", "cholesterol"), ("cholestrol", "cholesterol", "cholesterol")],
)
def test_a_hit_never_shows_a_word_that_an_editor_listed_misspelt(typed: str, shown: str, marked: str) -> None:
    hit = index().find(typed)[0]
    assert hit.slug == "statines"
    assert shown in hit.why
    assert [hit.why[start:end] for start, end in hit.marks] == [marked]


def test_a_search_word_that_is_no_misspelling_is_shown_as_it_is() -> None:
    for word in ("simvastatine", "klapvoet", "polsspalk", "hysterectomie"):
        assert index().find(word)[0].why == word


@pytest.mark.parametrize("typed", ["griep", "grip", "jicht", "hoofdpyn"])
def test_an_ordinary_word_or_half_a_word_is_never_what_was_meant(typed: str) -> None:
    assert index().answer(typed).meant is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("grypt", "grijpt"), ("hernja", "hernia"), ("keelpin", "keelpijn"), ("overgnag", "overgang")),
        *(("opvliegrs", "opvliegers"), ("menstruasie", "menstruatie"), ("prostaatkanger", "prostaatkanker")),
        *(("amandlen", "amandelen"), ("handd", "hand"), ("slaapt slegt", "slaapt slecht")),
    ],
)
def test_everyday_slips_are_asked_about(typed: str, meant: str) -> None:
    assert index().answer(typed).meant == meant


def test_every_search_word_leads_to_its_own_aid() -> None:
    """Two aids about tonsils share words: there both come before any other."""
    asked = 0
    for slug, entry in shipped().entries.items():
        first = 2 if slug.startswith("amandelen-") else 1
        for word in entry.aid.search_words:
            assert slug in [hit.slug for hit in index().find(word)][:first], word
            asked += 1
    assert asked >= 470
