"""Conversations: the four phases around an aid and without one, what children find on them, and their files."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from engine import library
from engine.paths import AIDS
from engine.problem import errors
from tests.conftest import ROOT, TODAY
from tests.web.reading import text_of
from web.fixed_terms import TERMS
from web.help_lines import LINES

PAGES = ("", "voorbereiden", "doelen", "meenemen", "afspraken", "terugkijken", "controle", "samen", "wissen", "alles")
FOLDERS = ("/gesprek/", "/gesprek/diabetes-type-2-doelen/")
GOALS = AIDS / "diabetes-type-2-doelen" / "keuzehulp.yaml"
Client = Callable[..., FlaskClient]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_its_alarm_line_and_no_form(client: FlaskClient, folder: str, page: str) -> None:
    response = client.get(f"{folder}{page}")
    html = response.get_data(as_text=True)
    assert response.status_code == 200
    assert "<form" not in html
    assert 'id="hulp"' in html
    assert "Dit is een proef." in html
    assert html.count("<h1") == 1
    assert "noindex" in html


def test_every_title_is_its_own_and_names_the_step(client: FlaskClient) -> None:
    titles = [
        unescape(re.findall(r"<title>([^<]+)</title>", client.get(f"{folder}{page}").get_data(as_text=True))[0])
        for folder in FOLDERS
        for page in PAGES
    ]
    assert len(set(titles)) == len(titles) == 20
    assert titles[2] == "Wat wilt u bereiken? – Stap 2 van 4: Doelen – Uw gesprek – Keuzehulp"
    assert titles[3] == "Neem dit mee naar het gesprek – Stap 2 van 4: Doelen – Uw gesprek – Keuzehulp"
    assert titles[6] == "Drie vragen voor uw controle – Uw gesprek – Keuzehulp"
    assert sum(": Terugkijken – " in title for title in titles) == len(FOLDERS)


def test_addresses_lead_where_they_should(client: FlaskClient) -> None:
    for short, long in (
        ("/gesprek", "/gesprek/"),
        ("/gesprek/diabetes-type-2-doelen", "/gesprek/diabetes-type-2-doelen/"),
        ("/k/diabetes-type-2-doelen", "/gesprek/diabetes-type-2-doelen/"),
    ):
        assert client.get(short).headers["Location"] == long
    for wrong in ("/gesprek/niets", "/gesprek/niets/", "/gesprek/hernia/", "/gesprek/diabetes-type-2-doelen/niets"):
        assert client.get(wrong).status_code == 404
    assert "dat wij niet kennen" in text_of(client, "/gesprek/doelen?stem=opa")
    assert "dat wij niet kennen" not in text_of(client, "/gesprek/doelen?stem=kind")


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("stem", ["", "?stem=ik"])
def test_what_was_written_can_be_taken_along_before_the_visit(client: FlaskClient, folder: str, stem: str) -> None:
    def html(page: str) -> str:
        return client.get(f"{folder}{page}{stem}").get_data(as_text=True)

    def leads(page: str, text: str) -> list[str]:
        return re.findall(rf'href="{folder}([^"]*)">{text}</a>', html(page))

    assert leads("doelen", "Verder") == [f"meenemen{stem}"]
    assert leads("meenemen", "Verder") == [f"afspraken{stem}"]
    assert leads("meenemen", "Terug") == [f"doelen{stem}"]
    # From here on the sheet is of everyone together.
    assert leads("afspraken", "Terug") == ["meenemen"]
    assert leads("voorbereiden", "Meenemen naar het gesprek") == [f"meenemen{stem}"]
    taken = html("meenemen")
    changes = re.findall(rf'class="kh-change" href="{folder}([^"]+)"', taken)
    assert changes == [f"voorbereiden{stem}", f"doelen{stem}"]
    assert "Stap 2 van 4" in taken, "there are four phases still"
    assert 'aria-current="step">Doelen</a>' in taken
    assert "<noscript>" in taken
    for page in ("meenemen", "alles"):
        assert html(page).count("data-print") == 1


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_whole_conversation_on_paper_has_lines_to_write_on(client: FlaskClient, folder: str) -> None:
    whole = client.get(f"{folder}alles").get_data(as_text=True)
    assert whole.count("<tr><td></td><td></td><td></td></tr>") == 3
    assert "Datum:" in whole
    assert '<p class="kh-lines"><span></span><span></span></p>' in whole
    for page in ("doelen", "afspraken"):
        html = client.get(f"{folder}{page}").get_data(as_text=True)
        assert not re.search("kh-lines|kh-room-to-write|Datum:", html), "elsewhere the fields are enough"


def test_the_general_page_lists_what_there_is_and_home_leads_to_it(client: FlaskClient) -> None:
    assert 'href="/gesprek/diabetes-type-2-doelen/"' in client.get("/gesprek/").get_data(as_text=True)
    assert 'href="/gesprek/"' in client.get("/").get_data(as_text=True)


def test_a_child_is_spoken_to_as_a_child_and_finds_help(client: FlaskClient) -> None:
    child = text_of(client, "/gesprek/doelen?stem=kind")
    assert "Wat wil je bereiken?" in child
    assert "Niemand leest dit mee." in child
    for line in LINES:
        assert line.number in child
    assert "nagekeken op 22 november 2026" in child
    other = text_of(client, "/gesprek/doelen")
    assert "Kindertelefoon" not in other
    assert "Snel weg" not in other


@pytest.mark.parametrize(
    ("address", "block", "leave"),
    [
        ("/k/buikpijn-bij-kinderen/start?voor=kind", True, True),
        ("/k/buikpijn-bij-kinderen/opties?voor=kind", True, True),
        ("/k/buikpijn-bij-kinderen/start?voor=ouder", False, False),
        ("/k/hernia/doelen?stem=kind", True, True),
        ("/k/hernia/start", False, False),
    ],
)
def test_the_way_out_is_on_pages_for_children(client: FlaskClient, address: str, block: bool, leave: bool) -> None:
    html = client.get(address).get_data(as_text=True)
    assert ("kh-lines-of-help" in html) == block
    assert ("data-leave" in html) == leave


def test_a_sensitive_aid_has_the_way_out_for_everyone(aids: Path, good: str, client_of: Client) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(f"{good.rstrip()}\ngevoelig: ja\n", encoding="utf-8")
    client = client_of()
    html = client.get("/k/klein/start").get_data(as_text=True)
    assert "data-leave" in html
    assert "kh-lines-of-help" not in html
    assert 'data-file=""' in client.get("/k/klein/wissen").get_data(as_text=True)


def test_every_number_says_where_and_when_it_was_read() -> None:
    assert len(LINES) == 4
    for line in LINES:
        assert line.source.startswith("https://")
        assert TODAY - timedelta(days=183) <= line.read_on <= TODAY


def test_an_aid_has_the_phases_and_its_own_texts_win(aids: Path, good: str, client_of: Client) -> None:
    general = text_of(client_of(), "/k/klein/doelen")
    assert "Ik wil beter slapen." in general
    own = "doelen:\n  - Ik wil hikken.\nfasen:\n  terugkijken:\n    vragen:\n      - Hikt u nog?\n"
    (aids / "klein" / "keuzehulp.yaml").write_text(f"{good.rstrip()}\n{own}", encoding="utf-8")
    client = client_of()
    goals, back = text_of(client, "/k/klein/doelen"), text_of(client, "/k/klein/terugkijken")
    assert "Ik wil hikken." in goals
    assert "Ik wil beter slapen." not in goals
    assert "Hikt u nog?" in back
    assert "Wat ging er anders dan u dacht?" not in back
    assert "Past de keuze nog bij u?" in back


def test_the_professional_reads_the_tips_of_every_phase(client: FlaskClient) -> None:
    read = text_of(client, "/k/hernia/v/1/blad")
    for tip in (
        "Waar wilt u het vandaag over hebben?",
        "Wat is voor u het belangrijkst?",
        "Hoe ging het met uw doelen?",
    ):
        assert tip in read


def test_the_fixed_words_stand_in_the_document_and_on_the_pages(client: FlaskClient) -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| ([^|]+) \|", (ROOT / "docs" / "taal.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert dict(rows) == TERMS
    assert len(rows) >= 15
    pages = " ".join(
        text_of(client, address)
        for address in ("/gesprek/afspraken", "/gesprek/samen", "/k/hernia/terugkijken", "/gesprek/wissen")
    )
    pages += text_of(client, "/gesprek/doelen?stem=kind") + text_of(client, "/k/mijn-plaatje/start")
    assert not [word for word in TERMS.values() if word not in pages]


def test_a_broken_conversation_is_told_and_hides_nothing_else(aids: Path, client_of: Client) -> None:
    folder = aids / "doel"
    folder.mkdir()
    text = GOALS.read_text(encoding="utf-8")
    (folder / "keuzehulp.yaml").write_text(text.replace("kern:", "kernn:"), encoding="utf-8")
    found = errors(library.check(aids, "aids", TODAY))
    assert [str(problem) for problem in found] == [
        f"aids/doel/keuzehulp.yaml:{text[: text.index('kern:')].count(chr(10)) + 1}:1: fout: "
        "'kernn' kennen we niet in dit bestand. Bedoelde u 'kern'? (onbekende-naam)"
    ]
    client = client_of()
    assert client.get("/gesprek/doel/").status_code == 404
    assert client.get("/k/klein/start").status_code == 200
    (folder / "keuzehulp.yaml").write_text(text, encoding="utf-8")
    assert not errors(library.check(aids, "aids", TODAY))
    assert client_of().get("/gesprek/doel/doelen").status_code == 200
    assert client_of(with_trial=False).get("/gesprek/doel/doelen").status_code == 404


def test_a_number_is_of_one_aid_or_conversation(aids: Path, good: str) -> None:
    nr = re.search(r"^nr: (\d+)", good, re.MULTILINE)
    assert nr
    (aids / "anders").mkdir()
    text = GOALS.read_text(encoding="utf-8").replace("nr: 11", f"nr: {nr[1]}")
    (aids / "anders" / "keuzehulp.yaml").write_text(text, encoding="utf-8")
    found = [problem.rule for problem in errors(library.check(aids, "aids", TODAY))]
    assert found == ["nr-dubbel"]


def test_the_texts_of_conversations_are_plain() -> None:
    found = library.load(AIDS, "aids", TODAY).problems
    assert not [problem for problem in found if "_gesprek" in problem.file or "doelen/keuzehulp" in problem.file]


@pytest.mark.parametrize(
    ("slug", "speakers"),
    [
        ("hernia", ["Ik", "Mijn partner"]),
        ("buikpijn-bij-kinderen", ["Het kind", "De ouder"]),
        ("amandelen-keelpijn-bij-kinderen", ["Het kind", "De ouder", "Ik", "Mijn partner"]),
    ],
)
def test_who_fills_in_together_fits_the_aid(client: FlaskClient, slug: str, speakers: list[str]) -> None:
    html = client.get(f"/k/{slug}/samen").get_data(as_text=True)
    block = html.split("kh-speakers")[1].split("</ul>")[0]
    assert re.findall(r"<a[^>]*>([^<]+)</a>", block) == speakers


@pytest.mark.parametrize(
    ("status", "trial", "own"), [("concept", True, False), ("proef", True, True), ("proef", False, False)]
)
def test_a_general_conversation_that_is_not_ready_gives_way_to_the_shipped_one(
    aids: Path, client_of: Client, published: str, status: str, trial: bool, own: bool
) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(published, encoding="utf-8")
    text = (AIDS / "_gesprek" / "gesprek.yaml").read_text(encoding="utf-8")
    changed = text.replace("status: proef", f"status: {status}").replace("Ik wil beter slapen.", "Ik wil hikken.")
    (aids / "_gesprek").mkdir()
    (aids / "_gesprek" / "gesprek.yaml").write_text(changed, encoding="utf-8")
    client = client_of(with_trial=trial)
    for address in ("/gesprek/doelen", "/k/klein/doelen"):
        assert ("Ik wil hikken." in text_of(client, address)) == own
        assert ("Ik wil beter slapen." in text_of(client, address)) != own


def test_a_page_is_asked_for_again_when_the_general_conversation_changed(aids: Path, client_of: Client) -> None:
    shown = [client_of().get("/k/klein/doelen").headers["ETag"], client_of().get("/k/klein/doelen").headers["ETag"]]
    text = (AIDS / "_gesprek" / "gesprek.yaml").read_text(encoding="utf-8")
    (aids / "_gesprek").mkdir()
    (aids / "_gesprek" / "gesprek.yaml").write_text(text.replace("beter slapen", "hikken"), encoding="utf-8")
    client = client_of()
    again = client.get("/k/klein/doelen", headers={"If-None-Match": shown[0]})
    assert shown[0] == shown[1]
    assert again.status_code == 200
    assert "Ik wil hikken." in again.get_data(as_text=True)
