"""The table is as large and as varied as a measurement needs, and its answers exist."""

from collections import Counter

from tests.conftest import shipped
from tests.search.table import LATER, NOTHING, corpus, later, queries


def test_the_corpus_is_large_and_about_other_topics_than_the_aids() -> None:
    slugs = [document.slug for document in corpus()]
    assert len(slugs) == len(set(slugs)) >= 100
    assert not set(slugs) & set(shipped().entries)
    assert all(len(document.options) >= 2 and len(document.search_words) >= 3 for document in corpus())


def test_the_queries_are_many_in_ten_sorts_and_some_have_no_answer() -> None:
    table = queries()
    sorts = Counter(query.sort for query in table)
    assert len({query.text for query in table}) == len(table) >= 150
    assert len(sorts) == 10
    assert sorts[NOTHING] >= 30
    assert all((query.sort == NOTHING) == (not query.answers) for query in table)


def test_three_in_ten_of_every_sort_are_set_apart() -> None:
    table = queries()
    for sort in {query.sort for query in table}:
        apart = [query.apart for query in table if query.sort == sort]
        assert sum(apart) == round(len(apart) * 0.3)


def test_every_answer_is_a_document_or_an_aid() -> None:
    known = {document.slug for document in corpus()} | set(shipped().entries)
    tables = [queries(), *map(later, LATER)]
    assert len(tables) == 3
    assert all(len(table) >= 60 for table in tables)
    assert {slug for table in tables for query in table for slug in query.answers} <= known
