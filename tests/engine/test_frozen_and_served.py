"""What a server makes of frozen versions: not weighed again, never mixed up, and nothing else gets through."""

import os
import re
import shutil
import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from engine import library, rules, source
from engine.model import Aid
from engine.problem import Problem
from tests.conftest import TODAY
from tests.engine.test_versions import OTHER_PRICE, PRICE, edit, freeze


@pytest.fixture
def aids(aids: Path) -> Path:
    """The folder with one aid, of which no version is frozen yet."""
    edit(aids, "versie: 7", "versie: 1")
    return aids


def weighed_again(aids: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[library.Library, int]:
    """What a server gets of a folder, and how often the rules looked at an aid for it."""
    asked: list[str] = []
    ordinary = rules.check

    def counted(aid: Aid, read: source.Source, today: date, *only: Callable[[str], bool]) -> tuple[Problem, ...]:
        asked.append(read.file)
        return ordinary(aid, read, today, *only)

    with monkeypatch.context() as patch:
        patch.setattr(rules, "check", counted)
        return library.load(aids, "aids", TODAY, {}), len(asked)


def test_a_server_does_not_weigh_again_what_is_as_it_was_frozen(aids: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert weighed_again(aids, monkeypatch)[1] == 1
    freeze(aids)
    whole = library.load(aids, "aids", TODAY).entries["klein"]
    found, asked = weighed_again(aids, monkeypatch)
    entry = found.entries["klein"]
    assert asked == 0
    assert (entry.aid, entry.sha256, entry.fallback) == (whole.aid, whole.sha256, False)
    assert entry.remarks is None
    assert [(one.rule, one.line, one.level, one.path) for one in library.remarks(entry, TODAY)] == [
        (one.rule, one.line, one.level, one.path) for one in whole.remarks or ()
    ]
    # Line ends are Git's, not the editor's.
    file = aids / "klein" / "keuzehulp.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    served, asked = weighed_again(aids, monkeypatch)
    assert asked == 0
    assert served.sha256 == library.load(aids, "aids", TODAY).sha256 == found.sha256


@pytest.mark.parametrize(
    ("old", "new"), [("U betaalt acht euro.", "U betaalt 8 euro."), ("status: proef", "status: concept")]
)
def test_one_letter_that_is_other_than_frozen_is_weighed(
    aids: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    freeze(aids)
    edit(aids, old, new)
    found, asked = weighed_again(aids, monkeypatch)
    assert asked == 1
    assert found.entries["klein"].fallback, "the text of a frozen version changed without a new number"


def test_a_frozen_file_that_was_tampered_with_is_weighed(aids: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where file and version were changed alike: the hash in the index is what tells."""
    freeze(aids)
    for file in (aids / "klein" / "keuzehulp.yaml", aids / "klein" / "versies" / "1" / "keuzehulp.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace(PRICE, OTHER_PRICE), encoding="utf-8")
    found, asked = weighed_again(aids, monkeypatch)
    assert asked == 1
    assert [one.rule for one in found.problems] == ["versie-veranderd"]


def test_two_frozen_aids_with_one_number_are_told_at_its_line(aids: Path) -> None:
    freeze(aids)
    shutil.copytree(aids / "klein", aids / "kopie")
    found = library.load(aids, "aids", TODAY, {})
    assert [str(one).split(" fout:")[0] for one in found.problems] == ["aids/kopie/keuzehulp.yaml:4:5:"]
    assert list(found.entries) == ["klein"]


def test_a_pipe_beside_a_version_holds_nobody_up(aids: Path) -> None:
    freeze(aids)
    file = aids / "klein" / "keuzehulp.yaml"
    file.unlink()
    os.mkfifo(file)
    found: list[library.Library] = []
    reading = threading.Thread(target=lambda: found.append(library.load(aids, "aids", TODAY, {})), daemon=True)
    reading.start()
    reading.join(20)
    assert found, "still reading"
    assert found[0].entries["klein"].fallback


def test_a_number_belongs_to_what_was_frozen_also_where_that_is_broken_now(aids: Path) -> None:
    freeze(aids)
    other = aids / "aaa-nieuw"
    other.mkdir()
    (other / "keuzehulp.yaml").write_bytes((aids / "klein" / "keuzehulp.yaml").read_bytes())
    for broken in (False, True):
        if broken:
            edit(aids, "status: proef", "status: prof")
        for known in (None, {}):
            found = library.load(aids, "aids", TODAY, known)
            assert list(found.entries) == ["klein"]
            assert "aids/aaa-nieuw/keuzehulp.yaml nr-dubbel" in {f"{one.file} {one.rule}" for one in found.problems}


def test_what_was_wrong_on_a_day_is_looked_at_again_on_the_next(aids: Path, published: str) -> None:
    file = aids / "klein" / "keuzehulp.yaml"
    text = re.sub(r"herzien_voor: \S+", "herzien_voor: 2029-11-23", published).replace("versie: 7", "versie: 1")
    file.write_text(text, encoding="utf-8")
    known: dict[str, library.Checked] = {}
    assert not library.load(aids, "aids", TODAY, known).entries
    assert not library.load(aids, "aids", TODAY, known).entries
    assert list(library.load(aids, "aids", TODAY + timedelta(days=1), known).entries) == ["klein"]


def test_what_is_served_instead_can_be_weighed_too(aids: Path) -> None:
    freeze(aids)
    whole = library.load(aids, "aids", TODAY).entries["klein"]
    edit(aids, "status: proef", "status: prof")
    for known in (None, {}):
        entry = library.load(aids, "aids", TODAY, known).entries["klein"]
        assert entry.fallback
        assert [one.rule for one in library.remarks(entry, TODAY)] == [one.rule for one in whole.remarks or ()]
