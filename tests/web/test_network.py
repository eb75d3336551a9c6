"""The pages of Mijn plaatje as the server sends them: one voice, safe for children, and nothing to send back."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from engine import library
from engine.model import NetworkSheet
from engine.paths import AIDS
from tests.conftest import TODAY
from web.app import create_app

SHEET = "/k/mijn-plaatje"
PAGES = (
    *("start", "plaatje", "doelen", "proberen", "afspraken", "terugkijken"),
    *("samen", "vertellen", "afdrukken", "wissen", "alles"),
)
FORMAL = re.compile(r"\b([Uu]|[Uu]w|[Uu]we)\b")


def text_of(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("stem", ["", "ouder", "school"])
def test_every_page_is_safe_for_a_child(client: FlaskClient, page: str, stem: str) -> None:
    html = text_of(client, f"{SHEET}/{page}{f'?stem={stem}' if stem else ''}")
    assert "<form" not in html
    assert "Niemand leest dit mee." in html
    assert "0800-0432" in html
    assert "data-leave" in html
    assert "Dit is een proef." in html
    assert 'name="robots" content="noindex"' in html
    words = unescape(re.sub(r"<[^>]*>", "\n", html))
    # Names of options and aids belong to other texts.
    own = words if page != "proberen" else words.split("Dit kan de dokter")[0]
    assert not FORMAL.search(own), FORMAL.search(own)
    controls = re.findall(r"<(?:input|textarea|select)[^>]*>", html)
    assert all('autocomplete="off"' in control for control in controls)


def test_every_title_is_its_own_and_names_the_step(client: FlaskClient) -> None:
    titles = [re.findall(r"<title>([^<]+)</title>", text_of(client, f"{SHEET}/{page}"))[0] for page in PAGES]
    assert len(set(titles)) == len(titles) == 11
    steps = [re.findall(r" – (Stap \d van 5: [^–]+) – ", title) for title in titles]
    assert [bool(found) for found in steps] == [page in PAGES[1:6] for page in PAGES]
    assert steps[1] == ["Stap 1 van 5: Mijn plaatje"]
    assert titles[3] == "Wat kunnen we proberen? – Stap 3 van 5: Proberen – Mijn plaatje – Keuzehulp"


def test_an_adult_reads_the_same_themes_in_other_words(client: FlaskClient) -> None:
    sheet = library.load(AIDS, "aids", TODAY).networks["mijn-plaatje"].conversation
    assert isinstance(sheet, NetworkSheet)
    assert len(sheet.areas) >= 8
    child, parent = (text_of(client, f"{SHEET}/plaatje{query}") for query in ("", "?stem=ouder"))
    for area in sheet.areas:
        assert f'data-area-help="{area.nr}"' in child
        assert f'data-area-help="{area.nr}"' in parent
        assert area.prompts[0] in unescape(child)
        assert area.adult.prompts[0] in unescape(parent)
    assert 'data-voice="kind"' in child
    assert 'data-voice="ouder"' in parent


def test_addresses(client: FlaskClient) -> None:
    assert client.get(SHEET).headers["Location"] == f"{SHEET}/start"
    assert client.get(f"{SHEET}?stem=ouder").headers["Location"] == f"{SHEET}/start?stem=ouder"
    for wrong in (f"{SHEET}/situatie", f"{SHEET}/plaatje/x", f"{SHEET}/v/1/start", "/k/mijn-plaatjes/start"):
        assert client.get(wrong).status_code == 404
    notice = "In het adres stond iets dat wij niet kennen."
    assert notice in text_of(client, f"{SHEET}/plaatje?stem=buurman")
    assert notice in text_of(client, f"{SHEET}/plaatje?voor=kind")
    assert client.get(f"{SHEET}/plaatje?naam=Noor").headers["Location"] == f"{SHEET}/plaatje"
    assert notice not in text_of(client, f"{SHEET}/plaatje?stem=school")
    first = client.get(f"{SHEET}/plaatje")
    assert client.get(f"{SHEET}/plaatje", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_the_options_of_the_aids_it_leads_to_can_be_tried(client: FlaskClient) -> None:
    entry = library.load(AIDS, "aids", TODAY).entries["buikpijn-bij-kinderen"]
    html = unescape(text_of(client, f"{SHEET}/proberen"))
    assert len(entry.aid.options) >= 2
    assert all(option.name in html for option in entry.aid.options)


def test_a_trial_is_only_there_where_trials_are_shown(client: FlaskClient) -> None:
    assert f"{SHEET}/start" in text_of(client, "/")
    other = create_app(library.load(AIDS, "aids", TODAY), today=lambda: TODAY).test_client()
    assert other.get(f"{SHEET}/start").status_code == 404
    assert SHEET not in text_of(other, "/")
