"""What the server says about antwoordcodes: which versions have one, what is newer, and never a code itself."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.conftest import ROOT, shipped
from tests.web.reading import text_of
from tests.web.test_versions import OTHER_PRICE, PRICE, edit, freeze

CODE = "40404KDPVDSWG"


@pytest.fixture
def aids(aids: Path) -> Path:
    file = aids / "klein" / "keuzehulp.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("versie: 7", "versie: 1"), encoding="utf-8")
    return aids


def known(client: FlaskClient) -> list[dict[str, object]]:
    found = re.search('data-aids="([^"]*)"', client.get("/blad").get_data(as_text=True))
    assert found
    listed: list[dict[str, object]] = json.loads(unescape(found[1]))
    return listed


def test_the_page_knows_every_frozen_version_of_every_aid(client: FlaskClient) -> None:
    entries = shipped().entries
    found = known(client)
    assert [aid["slug"] for aid in found] == list(entries)
    assert len(found) >= 3
    cts = next(aid for aid in found if aid["slug"] == "carpaletunnelsyndroom")
    assert cts["title"] == "Carpaletunnelsyndroom"
    assert [one["n"] for one in cts["versions"]] == [1, 2, 3, 4]
    assert cts["versions"][0] == {"n": 1, "questions": [1, 2, 3, 4, 5, 6, 7], "options": [1, 2, 3, 4]}


def test_only_a_frozen_version_has_a_code(aids: Path, client_of: Callable[..., FlaskClient]) -> None:
    def has_code(address: str) -> bool:
        html = client_of().get(address).get_data(as_text=True)
        assert ("data-share" in html) == ("js/share.js" in html)
        return "data-share" in html

    assert known(client_of())[0]["versions"] == []
    assert not has_code("/k/klein/samenvatting")
    freeze(aids, "Dit is de eerste versie.")
    assert has_code("/k/klein/samenvatting")
    assert has_code("/k/klein/v/1/samenvatting")
    edit(aids, "versie: 1", "versie: 2")
    edit(aids, PRICE, OTHER_PRICE)
    assert not has_code("/k/klein/samenvatting")
    assert has_code("/k/klein/v/1/samenvatting")
    assert not has_code("/k/klein/start")


def test_the_key_of_the_page_follows_what_is_frozen_and_that_of_a_sheet_what_is_now(
    aids: Path, client_of: Callable[..., FlaskClient]
) -> None:
    tags = [client_of().get("/blad").headers["ETag"]]
    freeze(aids, "Dit is de eerste versie.")
    tags.append(client_of().get("/blad").headers["ETag"])
    assert tags[0] != tags[1]
    sheets = [client_of().get("/k/klein/v/1/blad").headers["ETag"]]
    edit(aids, "versie: 1", "versie: 2")
    edit(aids, PRICE, OTHER_PRICE)
    sheets.append(client_of().get("/k/klein/v/1/blad").headers["ETag"])
    assert sheets[0] != sheets[1]


def test_a_sheet_says_its_version_and_what_a_newer_one_changes(
    aids: Path, client_of: Callable[..., FlaskClient]
) -> None:
    freeze(aids, "Dit is de eerste versie.")
    assert "Dit blad hoort bij versie 1 van" in text_of(client_of(), "/k/klein/v/1/blad")
    assert "Dat is de nieuwste." in text_of(client_of(), "/k/klein/v/1/blad")
    edit(aids, "versie: 1", "versie: 2")
    assert "Er is een nieuwere versie, 2. Daarin staat hetzelfde." in text_of(client_of(), "/k/klein/v/1/blad")
    edit(aids, PRICE, OTHER_PRICE)
    html = client_of().get("/k/klein/v/1/blad").get_data(as_text=True)
    assert "Daarin is één ding anders." in html
    assert 'href="/k/klein/wijzigingen"' in html
    edit(aids, "duur_minuten: 5", "duur_minuten: 6")
    assert "Daarin zijn 2 dingen anders." in text_of(client_of(), "/k/klein/v/1/blad")
    assert "data-sheet" not in client_of().get("/k/klein/blad").get_data(as_text=True)


def test_a_link_that_a_mail_program_broke_goes_on_and_nowhere_else(client: FlaskClient) -> None:
    for start in ("", "/k/carpaletunnelsyndroom", "/k/carpaletunnelsyndroom/v/1", "/k/bestaat-niet", "/k/x/v/x"):
        response = client.get(f"{start}/blad%23{CODE}", headers={"Host": "evil.example"})
        assert (response.status_code, response.headers["Location"]) == (302, f"/blad#{CODE}")
        assert response.headers["Cache-Control"] == "no-store"
    assert client.get("/blad%23%0d%0aX:y").headers["Location"] == "/blad#%0D%0AX%3Ay"
    assert client.get("/k/carpaletunnelsyndroom/start%23inhoud").status_code == 404


def test_nothing_on_these_pages_can_be_sent(client: FlaskClient) -> None:
    for address in ("/blad", "/k/carpaletunnelsyndroom/blad", "/k/carpaletunnelsyndroom/v/1/blad"):
        html = client.get(address).get_data(as_text=True)
        controls = re.findall(r"<(?:input|textarea)[^>]*>", html)
        assert len(controls) >= 1
        for control in controls:
            assert 'autocomplete="off"' in control
            assert " name=" not in control
        assert "<form" not in html


def test_every_sentence_of_these_pages_is_short() -> None:
    """Fifteen words at most; a placeholder counts as one."""
    templates = ROOT / "web" / "templates"
    files = [templates / "pages" / f"{name}.html" for name in ("blad", "code")]
    files += [
        templates / "parts" / f"{name}.html"
        for name in ("my_code", "prompts", "their_agreements", "their_answers", "their_record", "type_code")
    ]
    texts = [file.read_text(encoding="utf-8") for file in (*files, ROOT / "web" / "sheet.py")]
    said = [text for file in texts for text in re.findall(r"""_\((?:N_\()?["']([^"']+)["']\)""", file)]
    sentences = [sentence for text in said for sentence in re.split(r"(?<=[.?:])\s", text)]
    assert len(sentences) >= 50
    assert not [sentence for sentence in sentences if len(sentence.split()) > 15]
