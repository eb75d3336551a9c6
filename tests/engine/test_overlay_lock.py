"""A lock file that cannot be trusted is told and left as it is: read by half, it would take stale texts for new."""

from pathlib import Path

import pytest

from engine import library
from tests.conftest import TODAY
from tests.engine.test_versions import freeze
from web import updating
from web.scaffold import Refused

MERGE = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> tak\n"


def report(aids: Path) -> list[tuple[str, str]]:
    return [(Path(one.file).name, one.rule) for one in library.load(aids, "aids", TODAY).problems]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (MERGE.format("a: b\n", "a: c\n"), "samenvoegen"),
        ("", "overlay-lock"),
        ("- nl.kind\n", "overlay-lock"),
        ("nl.kind:\n  titel: 'abc'\n", "overlay-lock"),
        ("nl.kind:\n  titel:\n", "overlay-lock"),
        ("nl.kind: [\n", "haak"),
    ],
)
def test_a_broken_lock_is_one_problem_and_is_not_written_over(voiced: Path, text: str, rule: str) -> None:
    lock = voiced / "klein" / "overlays.lock"
    lock.write_text(text)
    assert report(voiced) == [("overlays.lock", rule)]
    with pytest.raises(Refused, match=r"overlays\.lock is niet heel"):
        updating.update(voiced, "klein", TODAY, unchanged_is_right=True)
    assert lock.read_text() == text


def test_an_overlay_without_a_text_leaves_a_lock_that_can_be_read(voiced: Path) -> None:
    (voiced / "klein" / "nl.ouder.yaml").write_text("schema: 1\n")
    updating.update(voiced, "klein", TODAY, unchanged_is_right=False)
    assert report(voiced) == []


def test_an_overlay_that_cannot_be_read_says_nothing_about_its_version(voiced: Path) -> None:
    freeze(voiced)
    assert report(voiced) == []
    file = voiced / "klein" / "en.yaml"
    file.write_text(MERGE.format("titel: A\n", "titel: B\n") + file.read_text())
    assert report(voiced) == [("en.yaml", "samenvoegen")]
