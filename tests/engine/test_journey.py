"""The walk of an aid: fixed chapters, one page per thing, the same for everyone."""

from pathlib import Path

from engine import journey, library
from tests.conftest import TODAY


def test_the_walk_of_a_small_aid(aids: Path) -> None:
    aid = library.load(aids, "x", TODAY).entries["klein"].aid
    pages = [step.page for step in journey.walk(aid)]
    assert pages == [
        *("start", "situatie", "opties", "opties/afwachten", "opties/zalf", "vergelijken", "belangrijk"),
        *("belangrijk/rust", "belangrijk/eigen", "begrepen", "besluit", "besluit/wie", "besluit/keuze"),
        *("besluit/zeker", "vragen", "samenvatting"),
    ]
    step = journey.walk(aid)[4]
    assert (step.chapter_number, step.chapter_count, step.position, step.size) == (3, 9, 2, 2)
    assert journey.find(journey.walk(aid), "opties/zalf") == 4
    assert journey.find(journey.walk(aid), "opties/gips") is None


def test_an_aid_without_knowledge_questions_has_one_chapter_less(aids: Path, good: str) -> None:
    start, end = good.index("kennisvragen:"), good.index("gespreksvragen:")
    (aids / "klein" / "keuzehulp.yaml").write_text(good[:start] + good[end:], encoding="utf-8")
    aid = library.load(aids, "x", TODAY).entries["klein"].aid
    assert "begrepen" not in journey.chapters(aid)
    assert {step.chapter_count for step in journey.walk(aid)} == {8}
