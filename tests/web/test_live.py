"""A site that runs on takes new content only where all of it is good, and remembers what it has looked at."""

import hashlib
import json
import logging
import os
import pickle
import shutil
import socket
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from werkzeug.test import Client
from werkzeug.wrappers import Response

from engine import library
from engine.library import checking
from engine.paths import AIDS
from tests.conftest import TODAY
from web import loading, production, starting
from web.cli import main
from web.live import Live
from web.store import Store, Untrusted


def started(aids: Path, store: Path | None = None) -> Live:
    return starting.start(starting.Wanted(aids, "x", True, store=store), lambda: TODAY, lambda _: None)


def get(live: Live, address: str) -> str:
    return Client(live.application, Response).get(address).get_data(as_text=True)


def health(live: Live) -> dict[str, object]:
    found: dict[str, object] = json.loads(get(live, "/gezond"))
    return found


def change(aids: Path, old: str, new: str, slug: str = "klein") -> None:
    file = aids / slug / "keuzehulp.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def second(aids: Path, good: str) -> None:
    (aids / "tweede").mkdir()
    (aids / "tweede" / "keuzehulp.yaml").write_text(good.replace("nr: 1\n", "nr: 2\n"), encoding="utf-8")


def test_good_content_takes_the_place_of_what_was_there(aids: Path, good: str) -> None:
    live = started(aids)
    assert "Piepknie" in get(live, "/k/klein/start")
    was = health(live)
    change(aids, "Piepknie", "Kraakknie")
    second(aids, good)
    assert live.reload()
    assert "Kraakknie" in get(live, "/k/klein/start")
    assert "Kraakknie" in get(live, "/zoeken?q=kraakknie")
    now = health(live)
    assert (was["keuzehulpen"], now["keuzehulpen"]) == (1, 2)
    assert was["inhoud"] != now["inhoud"]
    assert was["code"] == now["code"]


@pytest.mark.parametrize(
    ("old", "new"), [("titel:", "titul:"), ("nr: 1\n", "nr: [\n"), ("status: proef", "status: concept")]
)
def test_bad_content_changes_nothing_and_says_why(
    aids: Path, old: str, new: str, caplog: pytest.LogCaptureFixture
) -> None:
    live = started(aids)
    before = get(live, "/k/klein/start"), health(live)
    change(aids, old, new)
    with caplog.at_level(logging.WARNING):
        assert not live.reload()
    assert "Niet herladen" in caplog.text
    assert (get(live, "/k/klein/start"), health(live)) == before


def test_an_aid_that_was_already_bad_does_not_hold_up_the_others(aids: Path, good: str) -> None:
    second(aids, good.replace("titel:", "titul:"))
    live = started(aids)
    assert (health(live)["keuzehulpen"], health(live)["weggelaten"]) == (1, 1)
    change(aids, "Piepknie", "Kraakknie")
    assert live.reload()
    assert "Kraakknie" in get(live, "/k/klein/start")


def test_content_that_changes_while_it_is_read_is_not_taken(aids: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = started(aids)
    ordinary = library.load

    def slow(*arguments: object) -> object:
        found = ordinary(*arguments)  # type: ignore[arg-type]
        change(aids, "knie", "knie ")
        return found

    monkeypatch.setattr(library, "load", slow)
    assert loading.load(aids, "x", TODAY, {}) is None
    assert not live.reload()


def test_health_names_no_aid_and_no_path(aids: Path) -> None:
    text = get(started(aids), "/gezond")
    assert set(json.loads(text)) == {"in_orde", "inhoud", "code", "keuzehulpen", "weggelaten"}
    assert "klein" not in text
    assert "/" not in text


def test_what_was_looked_at_is_not_looked_at_again(
    aids: Path, good: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    second(aids, good)
    asked: list[str] = []
    ordinary = library.check_folder

    def counted(folder: Path, shown: str, today: date, *, weigh: bool) -> library.Checked:
        asked.append(folder.name)
        return ordinary(folder, shown, today, weigh=weigh)

    monkeypatch.setattr(checking, "check_folder", counted)
    first = get(started(aids, tmp_path / "kept"), "/k/klein/alles")
    live = started(aids, tmp_path / "kept")
    assert asked == ["klein", "tweede"]
    assert get(live, "/k/klein/alles") == first
    change(aids, "Piepknie", "Kraakknie")
    assert live.reload()
    assert asked == ["klein", "tweede", "klein"]
    kept = [file for file in (tmp_path / "kept").rglob("*.kh") if file.is_file()]
    assert len(kept) == 2, "what nobody asks for any more is dropped"


@pytest.mark.parametrize("damage", [b"", b"x" * 50, None])
def test_a_memory_that_is_damaged_does_not_count(aids: Path, tmp_path: Path, damage: bytes | None) -> None:
    first = get(started(aids, tmp_path / "kept"), "/k/klein/start")
    files = list((tmp_path / "kept").rglob("*.kh"))
    assert len(files) == 1
    for file in files:
        file.write_bytes(file.read_bytes()[:-10] if damage is None else damage)
    assert get(started(aids, tmp_path / "kept"), "/k/klein/start") == first


def test_a_memory_that_others_can_write_in_is_refused(aids: Path, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    with pytest.raises(Untrusted):
        Store(folder)
    with pytest.raises(starting.CannotStart, match="Anderen mogen"):
        started(aids, folder)


def test_a_memory_that_cannot_be_written_costs_time_only(
    aids: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert "Piepknie" in get(started(aids, tmp_path / "kept"), "/k/klein/start")
    assert not list((tmp_path / "kept").rglob("*.kh"))


def test_only_what_is_whole_is_unpacked(aids: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started(aids, tmp_path / "kept")
    files = list((tmp_path / "kept").rglob("*.kh"))
    assert len(files) == 1
    for file in files:
        file.write_bytes(bytes(32) + pickle.dumps("iets anders"))

    def never(_: bytes) -> None:
        raise AssertionError("unpacked something that is not ours")

    monkeypatch.setattr(pickle, "loads", never)
    assert loading.load(aids, "x", TODAY, Store(tmp_path / "kept")) is not None


def test_what_a_program_with_other_names_kept_does_not_count(aids: Path, tmp_path: Path) -> None:
    started(aids, tmp_path / "kept")
    for file in (tmp_path / "kept").rglob("*.kh"):
        content = b"cweb.store\n_gone\n."
        file.write_bytes(hashlib.sha256(content).digest() + content)
    assert "Piepknie" in get(started(aids, tmp_path / "kept"), "/k/klein/start")


def test_what_an_earlier_program_kept_goes_away(aids: Path, tmp_path: Path) -> None:
    other, own = tmp_path / "kept" / "0123456789abcdef", tmp_path / "kept" / "van-iemand"
    for folder in (other, own):
        folder.mkdir(parents=True, mode=0o700)
        (folder / "x.kh").write_text("x")
    (tmp_path / "kept").chmod(0o700)
    started(aids, tmp_path / "kept")
    assert not other.exists()
    assert own.exists()


def test_a_memory_that_goes_away_keeps_no_page_from_readers(aids: Path, tmp_path: Path) -> None:
    live = started(aids, tmp_path / "kept")
    live.settle()
    shutil.rmtree(tmp_path / "kept")
    for address in ("/nope", "/licenties", "/privacy", "/gesprek/", "/zorgverlener/klein/blad", "/k/klein/alles"):
        assert "<h1" in get(live, address)
    change(aids, "Piepknie", "Kraakknie")
    assert live.reload()
    assert "Kraakknie" in get(live, "/k/klein/start")


def frozen(aids: Path) -> None:
    change(aids, "versie: 7", "versie: 1")
    command = ["uitgeven", "klein", "--wat", "Dit is de eerste versie.", "--aids", str(aids)]
    assert CliRunner().invoke(main, command).exit_code == 0


def test_an_aid_served_in_its_last_version_does_not_go_silently(aids: Path, good: str) -> None:
    second(aids, good)
    frozen(aids)
    change(aids, "titel:", "titul:")
    live = started(aids)
    before = get(live, "/k/klein/start")
    shutil.rmtree(aids / "klein" / "versies")
    assert not live.reload()
    assert get(live, "/k/klein/start") == before
    shutil.rmtree(aids / "klein")
    assert live.reload(), "what is taken away on purpose goes"


_WITHOUT_VERSIONS = shutil.ignore_patterns("versies")


@pytest.mark.parametrize(
    ("file", "good_text", "bad"),
    [
        ("_site/privacy.md", b"# Privacy\n\nWij weten niets.\n", b"# Priv\xc3"),
        ("_site/privacy.md", b"# Privacy\n\nWij weten niets.\n", b""),
        ("buikpijn-bij-kinderen/nl.kind.yaml", None, b"schema: 1\ntitel: ["),
        ("_gesprek/gesprek.yaml", None, b"schema: 1\ntitel: ["),
        ("_praktijk/meetlat.yaml", None, b"schema: 1\ntitel: ["),
    ],
)
def test_a_text_beside_the_aids_that_is_half_written_changes_nothing(
    tmp_path: Path, file: str, good_text: bytes | None, bad: bytes
) -> None:
    aids = tmp_path / "aids"
    shutil.copytree(AIDS / "buikpijn-bij-kinderen", aids / "buikpijn-bij-kinderen", ignore=_WITHOUT_VERSIONS)
    for name in ("_gesprek", "_praktijk"):
        shutil.copytree(AIDS / name, aids / name)
    (aids / "_site").mkdir()
    if good_text:
        (aids / file).write_bytes(good_text)
    assert (aids / file).is_file()
    live = started(aids)
    pages = ("/privacy", "/k/buikpijn-bij-kinderen/start?voor=kind", "/gesprek/", "/zorgverlener/meetlat")
    before = [get(live, page) for page in pages]
    (aids / file).write_bytes(bad)
    assert not live.reload()
    assert [get(live, page) for page in pages] == before


@pytest.mark.parametrize("asked", ["9109", "x:y", "127.0.0.1:70000", "a b:1"])
def test_an_address_for_numbers_that_cannot_be_is_refused(asked: str) -> None:
    with pytest.raises(starting.CannotStart):
        starting.counting_at(asked, productie=True)


def test_numbers_are_off_unless_asked_for() -> None:
    assert starting.counting_at(None, productie=True) is None
    assert starting.counting_at("127.0.0.1:9109", productie=True) == ("127.0.0.1", 9109)
    with pytest.raises(starting.CannotStart, match="--productie"):
        starting.counting_at("127.0.0.1:9109", productie=False)


def test_a_place_that_is_taken_is_said_before_any_worker_starts(aids: Path, tmp_path: Path) -> None:
    live = started(aids)
    with socket.socket() as taken, socket.socket(socket.AF_UNIX) as file:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        file.bind(str(tmp_path / "socket"))
        file.listen()
        places = (
            production.Where("127.0.0.1", taken.getsockname()[1]),
            production.Where("127.0.0.1", 0, tmp_path / "socket"),
        )
        for place in places:
            with pytest.raises(OSError, match="in use"):
                production.serve(live, place, 1)


def test_a_socket_that_a_dead_server_left_is_taken_over(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as file:
        file.bind(str(tmp_path / "socket"))
    production._refuse_taken(production.Where("", 0, tmp_path / "socket"))
    assert not (tmp_path / "socket").exists()
