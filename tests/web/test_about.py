"""The pages about the site: from content files, one screen, found from every page, true about this program."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from engine import library
from tests.conftest import TODAY
from web import about, starting
from web.app import create_app


@pytest.mark.parametrize("name", list(about.PAGES))
def test_the_page_is_there_and_every_page_leads_to_it(client: FlaskClient, name: str) -> None:
    response = client.get(f"/{name}")
    html = response.get_data(as_text=True)
    assert response.status_code == 200
    assert html.count("<h1>") == 1
    assert "# " not in html
    assert len(about.shipped().texts[name].parts) >= 3
    for address in ("/", "/k/hernia/start", "/zoeken?q=x", "/x"):
        assert f'href="/{name}"' in client.get(address).get_data(as_text=True)


def test_privacy_is_one_screen(client: FlaskClient) -> None:
    words = sum(len(part.body.striptags().split()) for part in about.shipped().texts["privacy"].parts)
    assert 60 <= words <= 200
    assert "geen cookies" in client.get("/privacy").get_data(as_text=True)


def test_about_says_which_program_and_content_this_is(client: FlaskClient) -> None:
    health = client.get("/gezond").get_json()
    html = client.get("/over").get_data(as_text=True)
    assert health["inhoud"] in html
    assert health["code"] in html


def test_a_site_puts_its_own_texts_before_ours(aids: Path) -> None:
    folder = aids / "_site"
    folder.mkdir()
    (folder / "over.md").write_text("# Wij zijn Ziekenhuis Verzonnen\n\nBel <b>ons</b>.\n\n## Adres\n\nLaan 1.\n")
    (folder / "security.txt").write_text("Contact: mailto:x@example.nl\nExpires: 2027-01-01T00:00:00Z\n")
    found = library.load(aids, "x", TODAY)
    assert {one.rule for one in found.problems if "_site" in one.file} == {"opmaak"}
    client = create_app(found, today=lambda: TODAY, with_trial=True, texts=about.read(aids)).test_client()
    html = client.get("/over").get_data(as_text=True)
    assert "<h1>Wij zijn Ziekenhuis Verzonnen</h1>" in html
    assert "<h2>Adres</h2>" in html
    assert "<b>" not in html
    assert "geen cookies" in client.get("/privacy").get_data(as_text=True)
    security = client.get("/.well-known/security.txt")
    assert security.get_data(as_text=True).startswith("Contact: ")
    assert security.mimetype == "text/plain"


@pytest.mark.parametrize(
    "text", ["# Wij\n\n<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> b\n", "# Wij\n\n\x85" + "a" * 70_000]
)
def test_a_text_that_cannot_be_shown_gives_ours(aids: Path, text: str) -> None:
    (aids / "_site").mkdir()
    (aids / "_site" / "privacy.md").write_text(text)
    assert about.read(aids).texts["privacy"] == about.shipped().texts["privacy"]


def test_a_site_puts_its_own_numbers_under_every_aid_and_changes_none(aids: Path) -> None:
    before = started(aids).get("/k/klein/start")
    assert "kh-numbers" not in before.get_data(as_text=True)
    (aids / "_site").mkdir()
    (aids / "_site" / "nummers.md").write_text(
        "# Bel ons\n\n- Overdag: 030-1234567.\n- In de nacht: 088 - 123 45 67.\n"
        "- Bij 2 tot 10 dagen koorts: <b>0800 2000</b>.\n"
    )
    client = started(aids)
    page = client.get("/k/klein/start", headers={"If-None-Match": before.headers["ETag"]})
    assert page.status_code == 200, "what a browser kept is without the numbers"
    html = page.get_data(as_text=True)
    section = html[html.index('<section class="kh-lines-of-help kh-numbers"') :].split("</section>")[0]
    assert '<h2 id="nummers-kop">Bel ons</h2>' in section
    assert re.findall(r'<a href="tel:(\d+)">([^<]+)</a>', section) == [
        ("0301234567", "030-1234567"),
        ("0881234567", "088 - 123 45 67"),
        ("08002000", "0800 2000"),
    ]
    assert "<b>" not in section
    assert html.index('id="hulp"') < html.index("kh-numbers"), "the alarm signs of the aid come first"
    assert "kh-numbers" not in client.get("/").get_data(as_text=True)


def test_numbers_that_cannot_be_shown_are_left_out(aids: Path) -> None:
    (aids / "_site").mkdir()
    (aids / "_site" / "nummers.md").write_text("# Bel ons\n\n" + "Bel ons. " * 120)
    assert about.read(aids).numbers is None
    assert about.shipped().numbers is None


def started(aids: Path) -> FlaskClient:
    found = library.load(aids, "x", TODAY)
    return create_app(found, today=lambda: TODAY, with_trial=True, texts=about.read(aids)).test_client()


def test_without_a_contact_there_is_no_security_txt(client: FlaskClient) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


def test_new_texts_come_with_a_reload(aids: Path) -> None:
    live = starting.start(starting.Wanted(aids, "x", True), lambda: TODAY, lambda _: None)
    (aids / "_site").mkdir()
    (aids / "_site" / "over.md").write_text("# Nieuw\n\nTekst.\n")
    assert live.reload()
    assert "<h1>Nieuw</h1>" in live._app.test_client().get("/over").get_data(as_text=True)


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"#", b"# Kop", b"a" * 100_000, b"## x\n## y\n"])
def test_any_text_gives_a_page(aids: Path, raw: bytes) -> None:
    (aids / "_site").mkdir()
    (aids / "_site" / "over.md").write_bytes(raw)
    found = library.load(aids, "x", TODAY)
    client = create_app(found, today=lambda: TODAY, with_trial=True, texts=about.read(aids)).test_client()
    assert client.get("/over").status_code == 200
