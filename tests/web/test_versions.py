"""Every version stays to be read, says what it is, and the pages of now say what changed."""

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from icalendar import Calendar

from engine import journey, library
from engine.model import Aid
from tests.conftest import TODAY
from tests.web.reading import text_of
from web.cli import main
from web.links import OF_NOW

PRICE, OTHER_PRICE = "U betaalt acht euro.", "U betaalt negen euro."
NOTICE = re.compile(r'<aside class="kh-version".*?</aside>', re.DOTALL)


@pytest.fixture
def aids(aids: Path) -> Path:
    file = aids / "klein" / "keuzehulp.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("versie: 7", "versie: 1"), encoding="utf-8")
    return aids


def run(aids: Path, *words: str, typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(main, [*words, "--aids", str(aids)], input=typed)
    return done.exit_code, done.output


def freeze(aids: Path, sentence: str) -> None:
    code, said = run(aids, "uitgeven", "klein", "--wat", sentence)
    assert code == 0, said


def edit(aids: Path, old: str, new: str) -> None:
    file = aids / "klein" / "keuzehulp.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def pages(aid: Aid) -> list[str]:
    extra = [page for page in journey.EXTRA_PAGES if page not in OF_NOW]
    return [*(step.page for step in journey.walk(aid)), *extra]


def all_pages(client: FlaskClient, aid: Aid) -> dict[str, str]:
    found = {page: client.get(f"/k/klein/v/1/{page}") for page in pages(aid)}
    assert all(response.status_code == 200 for response in found.values())
    return {page: NOTICE.sub("", response.get_data(as_text=True)) for page, response in found.items()}


def test_an_old_version_stays_byte_for_byte_but_for_the_line_on_top(
    aids: Path, client_of: Callable[..., FlaskClient]
) -> None:
    freeze(aids, "Dit is de eerste versie.")
    aid = library.load(aids, "x", TODAY).entries["klein"].aid
    before = all_pages(client_of(), aid)
    assert len(before) >= 19
    edit(aids, "versie: 1", "versie: 2")
    edit(aids, PRICE, OTHER_PRICE)
    edit(aids, "      - snelheid\n", "")
    freeze(aids, "De prijs is nieuw.")
    client = client_of()
    assert all_pages(client, aid) == before
    assert OTHER_PRICE in text_of(client, "/k/klein/opties/zalf")
    assert PRICE in text_of(client, "/k/klein/v/1/opties/zalf")
    for page, html in before.items():
        inside = {href for href in re.findall(r'href="(/k/[^"#?]*)', html) if href.rsplit("/", 1)[1] not in OF_NOW}
        assert all(href.startswith("/k/klein/v/1/") for href in inside), page


def test_a_version_says_which_it_is_and_leads_to_the_same_page_of_now(
    aids: Path, client_of: Callable[..., FlaskClient]
) -> None:
    freeze(aids, "Dit is de eerste versie.")
    day = f"{date.today().day} "
    text = text_of(client_of(), "/k/klein/v/1/vergelijken")
    assert f"U leest versie 1 van {day}" in text
    assert "Dit is de nieuwste." in text
    edit(aids, "versie: 1", "versie: 2")
    edit(aids, PRICE, OTHER_PRICE)
    client = client_of()
    html = client.get("/k/klein/v/1/vergelijken?opties=x").get_data(as_text=True)
    notice = NOTICE.search(html)
    assert notice
    assert "Er is een nieuwere." in notice[0]
    assert 'href="/k/klein/vergelijken"' in notice[0]
    assert 'name="robots" content="noindex"' in html
    assert not NOTICE.search(client.get("/k/klein/vergelijken").get_data(as_text=True))
    assert client.get("/k/klein/v/1").location == "/k/klein/v/1/start"


@pytest.mark.parametrize("n", ["0", "2", "99999", "-1", "01", "laatste", "1.0", "١", "1e0", "%20"])
def test_never_another_version_than_asked_for(aids: Path, client_of: Callable[..., FlaskClient], n: str) -> None:
    freeze(aids, "Dit is de eerste versie.")
    client = client_of()
    for page in ("start", "alles", ""):
        response = client.get(f"/k/klein/v/{n}/{page}")
        assert response.status_code == 404
        assert "<h1>" in response.get_data(as_text=True)


def test_what_changed_is_told_on_a_page_and_in_the_terminal(
    aids: Path, client_of: Callable[..., FlaskClient]
) -> None:
    assert "Versie 1, nog niet uitgegeven" in text_of(client_of(), "/k/klein/wijzigingen")
    freeze(aids, "Dit is de eerste versie.")
    edit(aids, "versie: 1", "versie: 2")
    edit(aids, PRICE, OTHER_PRICE)
    assert run(aids, "verschil", "klein") == (0, f"Kosten veranderd bij Zalf smeren: {PRICE} → {OTHER_PRICE}\n")
    assert "Versie 2, nog niet uitgegeven" in text_of(client_of(), "/k/klein/wijzigingen")
    freeze(aids, "De prijs is nieuw.")
    text = text_of(client_of(), "/k/klein/wijzigingen")
    assert "De prijs is nieuw. Kosten veranderd bij Zalf" in text
    assert text.index(PRICE) < text.index(OTHER_PRICE)
    assert text.index("Versie 2,") < text.index("Versie 1,")
    assert (
        run(aids, "verschil", "klein", "1", "2")[1] == f"Kosten veranderd bij Zalf smeren: {PRICE} → {OTHER_PRICE}\n"
    )
    assert run(aids, "verschil", "klein", "2", "2") == (0, "Er is niets veranderd.\n")
    assert run(aids, "verschil", "klein", "1", "9") == (1, "Kies uit versie 1, 2.\n")
    assert run(aids, "verschil", "kleim")[1].endswith("Bedoelde u 'klein'?\n")


def test_freezing_asks_for_a_sentence_and_refuses_kindly(aids: Path) -> None:
    assert run(aids, "verschil", "klein")[0] == 1
    code, said = run(aids, "uitgeven", "klein", typed="Dit is de eerste versie.\n")
    assert code == 0
    assert "Versie 1 staat in" in said
    assert sorted(path.name for path in (aids / "klein" / "versies").iterdir()) == ["1", "index.yaml"]
    assert run(aids, "uitgeven", "klein") == (1, "Er is niets veranderd sinds versie 1.\n")
    edit(aids, "versie: 1", "versie: 2")
    edit(aids, PRICE, OTHER_PRICE)
    assert run(aids, "uitgeven", "klein", "--wat", "nieuw")[0] == 1
    edit(aids, "\ntitel:", "\ntitul:")
    code, said = run(aids, "uitgeven", "klein", "--wat", "De prijs is nieuw.")
    assert (code, "Er zijn nog fouten" in said) == (1, True)
    assert not (aids / "klein" / "versies" / "2").exists()


@pytest.mark.parametrize(
    ("title", "todo"),
    [("Piepknie", False), ("TODO naam van de klacht", True), ("TODO de naam, TODO en de klacht", True)],
)
def test_a_concept_is_not_frozen(aids: Path, title: str, todo: bool) -> None:
    edit(aids, "status: proef", "status: concept")
    edit(aids, "titel: Piepknie", f"titel: {title}")
    code, said = run(aids, "uitgeven", "klein", "--wat", "Dit is de eerste versie.")
    assert code == 1
    assert said.startswith("Dit is nog een concept, en wat is uitgegeven, verandert nooit meer.")
    assert (f"Er staat nog {title.count('TODO')} keer TODO" in said) is todo
    assert "Zet dan 'status: proef' in" in said
    assert not (aids / "klein" / "versies").exists()


def test_a_broken_file_is_served_in_its_last_version(aids: Path, client_of: Callable[..., FlaskClient]) -> None:
    freeze(aids, "Dit is de eerste versie.")
    edit(aids, "versie: 1", "versie: 2")
    edit(aids, "\ntitel:", "\ntitul:")
    assert PRICE in text_of(client_of(), "/k/klein/opties/zalf")


@pytest.mark.parametrize(
    ("days", "old", "last"),
    [(0, False, False), (1, True, False), (180, True, False), (181, True, True)],
)
def test_an_aid_that_grows_old_says_so_and_ends_last(
    aids: Path, client_of: Callable[..., FlaskClient], days: int, old: bool, last: bool
) -> None:
    shutil.copytree(aids / "klein", aids / "ander")
    other = aids / "ander" / "keuzehulp.yaml"
    text = other.read_text(encoding="utf-8")
    # The younger one answers less well, so that it stands behind as long as both are looked after.
    text = text.replace("nr: 1\n", "nr: 2\n", 1).replace("herzien_voor: 2028-11-01", "herzien_voor: 2029-10-01")
    other.write_text(text.replace("titel: Piepknie", "titel: Kraakknie"), encoding="utf-8")
    today = date(2028, 11, 1) + timedelta(days=days)
    client = client_of(today)
    for page in ("start", "alles", "samenvatting"):
        assert ("Deze tekst is oud." in text_of(client, f"/k/klein/{page}")) == old
    results = client.get("/zoeken?q=piepknie").get_data(as_text=True)
    found = re.findall(r'href="/k/(\w+)/start"', results)
    assert found == (["ander", "klein"] if last else ["klein", "ander"])
    assert results.count("Deze tekst is oud.") == int(old)
    assert client.get("/keuzehulpen").get_data(as_text=True).count("Deze tekst is oud.") == 2 * int(old)


def test_the_keys_of_pages_change_on_the_days_an_aid_grows_old(
    client_of: Callable[..., FlaskClient],
) -> None:
    due = date(2028, 11, 1)
    days = (due - timedelta(days=90), due - timedelta(days=89), due, due + timedelta(days=1))
    days += (due + timedelta(days=180), due + timedelta(days=181))
    for address in ("/k/klein/start", "/keuzehulpen"):
        tags = [client_of(day).get(address).headers["ETag"] for day in days]
        assert tags[1] == tags[2]
        assert tags[3] == tags[4]
        assert len({tags[0], tags[1], tags[3], tags[5]}) == 4


def test_editors_see_what_is_due_and_get_a_calendar(aids: Path, tmp_path: Path) -> None:
    file = tmp_path / "herzien.ics"
    code, said = run(aids, "herzien", "--ics", str(file))
    assert code == 0
    assert "2028-11-01  op tijd       klein  (Team Klein)" in said
    # Every site has the general conversation in two forms of address, and two sheets for a practice.
    events = {str(one["uid"]): one for one in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    assert len(events) == 5
    (event,) = (one for one in events.values() if one["summary"] == "Keuzehulp opnieuw bekijken: Piepknie")
    assert event["dtstart"].dt == date(2028, 11, 1)
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == -timedelta(days=90)
    assert run(aids, "herzien", "--ics", str(tmp_path / "weg" / "x.ics"))[0] == 1


@pytest.mark.parametrize(
    ("old", "new"), [("De eerste.", "De allereerste."), (f"datum: {date.today()}", "datum: 2026-01-31")]
)
def test_a_page_is_asked_for_again_when_the_index_says_something_else(
    aids: Path, client_of: Callable[..., FlaskClient], old: str, new: str
) -> None:
    freeze(aids, "De eerste.")
    addresses = ("/k/klein/wijzigingen", "/k/klein/v/1/start", "/keuzehulpen")
    before = {address: client_of().get(address).headers["ETag"] for address in addresses}
    index = aids / "klein" / "versies" / "index.yaml"
    text = index.read_text(encoding="utf-8")
    assert text.count(old) == 1
    index.write_text(text.replace(old, new), encoding="utf-8")
    client = client_of()
    for address, tag in before.items():
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 200, address


@pytest.mark.parametrize("fails", ["write_bytes", "rename", "replace", "mkdir"])
@pytest.mark.parametrize("first", [True, False])
def test_a_version_is_written_whole_or_not_at_all(
    aids: Path, monkeypatch: pytest.MonkeyPatch, fails: str, first: bool
) -> None:
    if not first:
        freeze(aids, "De eerste.")
        edit(aids, "versie: 1", "versie: 2")
        edit(aids, PRICE, OTHER_PRICE)

    def files() -> dict[Path, bytes]:
        return {file: file.read_bytes() if file.is_file() else b"" for file in aids.rglob("*")}

    before = files()
    for nth in range(1, 4):
        ordinary, calls = getattr(Path, fails), 0

        def full(self: Path, *given: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls == nth:  # noqa: B023
                raise OSError(28, "No space left on device")
            return ordinary(self, *given, **named)  # noqa: B023

        with monkeypatch.context() as patch:
            patch.setattr(Path, fails, full)
            code, said = run(aids, "uitgeven", "klein", "--wat", "De prijs is nieuw.")
        if calls < nth:
            assert nth > 1, "it was asked for at least once"
            assert code == 0
            return
        assert (code, "kan niet in" in said) == (1, True), said
        assert files() == before
    freeze(aids, "De prijs is nieuw.")


def test_a_version_that_is_not_there_is_said_to_be_none(aids: Path) -> None:
    freeze(aids, "De eerste.")
    assert run(aids, "verschil", "klein", "1") == (0, "Er is niets veranderd.\n")
    for n in ("0", "2"):
        assert run(aids, "verschil", "klein", n) == (1, "Kies uit versie 1.\n")
