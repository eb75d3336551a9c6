"""The style guide shows every part, made from the part itself; a normal site does not have it. And the licences."""

import re
from hashlib import sha256

from flask.testing import FlaskClient

from tests.aids.test_one_cell import LIBRARY
from tests.conftest import ROOT, TODAY
from tests.web.reading import text_of
from web import licences
from web.app import create_app
from web.site import STATIC
from web.style import shown

TEMPLATES = ROOT / "web" / "templates"
INCLUDE = re.compile(r'{% include "(parts/[a-z_]+\.html)" %}')


def included(name: str) -> set[str]:
    """Every part that a template shows, through others too."""
    found = set(INCLUDE.findall((TEMPLATES / name).read_text(encoding="utf-8")))
    return found.union(*(included(part) for part in found))


def style_client() -> FlaskClient:
    return create_app(LIBRARY, today=lambda: TODAY, with_trial=True, style_guide=True).test_client()


def test_a_normal_site_has_no_style_guide(client: FlaskClient) -> None:
    for address in ("/stijl", "/stijl.css"):
        assert client.get(address).status_code == 404
        assert style_client().get(address).status_code == 200


def test_every_part_stands_in_the_style_guide() -> None:
    parts = {f"parts/{file.name}" for file in (TEMPLATES / "parts").glob("*.html")}
    assert len(parts) >= 38
    assert included("pages/style.html") | included("base.html") == parts


def test_the_style_guide_shows_each_state() -> None:
    html = style_client().get("/stijl").get_data(as_text=True)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) >= 45
    assert html.count(" checked") >= 5
    for said in (
        "Dit is een proef.",
        "Deze tekst is oud.",
        "In het adres stond iets",
        "Uw browser kan uw antwoorden",
    ):
        assert said in html
    for state in ('aria-selected="true"', " disabled", "<summary>", "<mark>"):
        assert state in html
    assert len(re.findall('class="kh-token-', html)) >= 14
    assert len(re.findall('class="kh-row"', html)) >= 6, "every kind of study"


def test_the_other_state_of_a_part_is_apart_from_the_first() -> None:
    part = '<p id="x" hidden>a</p><label for="y">b<input type="radio" name="n" id="y"><input type="radio" name="n">'
    assert shown(part, "b") == (
        '<p id="x-b">a</p><label for="y-b">b<input type="radio" checked name="n-b" id="y-b">'
        '<input type="radio" name="n-b">'
    )


def test_the_licences_name_every_file_of_others_with_its_hash(client: FlaskClient) -> None:
    html = client.get("/licenties").get_data(as_text=True)
    files = [
        file for file in (STATIC / "vendor").rglob("*") if file.is_file() and file != STATIC / "vendor" / "README.md"
    ]
    assert len(files) >= 41
    for file in files:
        assert file.relative_to(STATIC / "vendor").as_posix() in html
        assert sha256(file.read_bytes()).hexdigest() in html
    for work in licences.listed():
        assert re.search(rf"/static/[0-9a-f]+/vendor/{work}/(OFL.txt|LICENSE)", html)


def test_the_licences_say_what_is_not_chosen_yet_and_are_linked_from_everywhere(client: FlaskClient) -> None:
    text = text_of(client, "/licenties")
    assert "Hiervoor is nog geen licentie gekozen." in text
    assert "Creative Commons Naamsvermelding-GelijkDelen 4.0" in text
    for address in ("/", "/k/carpaletunnelsyndroom/start", "/bestaat-niet"):
        assert 'href="/licenties"' in client.get(address).get_data(as_text=True)
