"""What a professional gives: a link with what fits, a code that a phone reads, a sheet and a text."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.conftest import TODAY, shipped
from tests.web.reading import text_of
from web.app import create_app

OPTIONS = "pijnstilling,antibiotica"
GIVE = "/zorgverlener/middenoorontsteking-bij-kinderen"


def address(client: FlaskClient, where: str) -> str:
    html = client.get(where).get_data(as_text=True)
    found = re.search(r'<p class="kh-address">(?:<a href="[^"]*"[^>]*>|<strong>)([^<]*)<', html)
    assert found
    return unescape(found[1])


def test_three_clicks_from_home_to_a_link(client: FlaskClient) -> None:
    assert 'href="/zorgverlener/"' in client.get("/").get_data(as_text=True)
    overview = client.get("/zorgverlener/").get_data(as_text=True)
    assert overview.count('href="/zorgverlener/') == len(shipped().entries)
    assert f'href="{GIVE}"' in overview
    assert address(client, GIVE) == "http://localhost/k/middenoorontsteking-bij-kinderen/start"


@pytest.mark.parametrize("query", [f"opties={OPTIONS}", "opties=pijnstilling&opties=antibiotica"])
def test_what_is_ticked_travels_in_the_link(client: FlaskClient, query: str) -> None:
    link = f"http://localhost/k/middenoorontsteking-bij-kinderen/vergelijken?opties={OPTIONS}"
    for page in (GIVE, f"{GIVE}/blad"):
        where = f"{page}?{query}&pagina=vergelijken"
        assert address(client, where) == link
        assert "Pijnstilling en Meteen antibiotica" in text_of(client, where)
    assert link in text_of(client, f"{GIVE}?{query}&pagina=vergelijken")
    page = client.get(link.removeprefix("http://localhost"))
    assert "Er zijn ook andere mogelijkheden" in page.get_data(as_text=True)


def test_the_patient_walks_past_what_was_ticked_and_can_still_reach_the_rest(client: FlaskClient) -> None:
    walked, page = [], f"/k/middenoorontsteking-bij-kinderen/opties?opties={OPTIONS}"
    for _ in range(4):
        html = client.get(page).get_data(as_text=True)
        walked.append(page.rsplit("/", 1)[1].split("?")[0])
        found = re.search(r'class="kh-onward"><a class="kh-button" href="([^"]+)"', html)
        assert found
        page = unescape(found[1])
        assert f"opties={OPTIONS}" in page
    assert walked == ["opties", "pijnstilling", "antibiotica", "vergelijken"]
    other = f"/k/middenoorontsteking-bij-kinderen/opties/afwachten?opties={OPTIONS}"
    assert client.get(other).status_code == 200
    assert "mogelijkheid 2 van 2" in text_of(
        client, f"/k/middenoorontsteking-bij-kinderen/opties/antibiotica?opties={OPTIONS}"
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("opties=onzin,pijnstilling,antibiotica", "die wij niet kennen"),
        ("opties=pijnstilling%252Cantibiotica", "Kies twee of meer"),
        ("opties=pijnstilling", "Kies twee of meer"),
        ("opties=pijnstilling,pijnstilling", "Kies twee of meer"),
        ("opties=onzin", "Kies twee of meer"),
        ("opties=<script>", "Kies twee of meer"),
    ],
)
def test_what_cannot_be_is_said_and_all_options_are_shown(client: FlaskClient, query: str, said: str) -> None:
    where = f"{GIVE}?{query}"
    assert said in text_of(client, where)
    html = client.get(where).get_data(as_text=True)
    assert html.count('name="opties"') == 4
    assert html.count(" checked") == (5 if "Kies" in said else 3)
    assert "<script>" not in html.replace("<script type", "")


def test_an_unknown_first_page_is_the_start(client: FlaskClient) -> None:
    assert address(client, f"{GIVE}?pagina=../../x").endswith("/start")
    assert client.get("/zorgverlener/bestaat-niet").status_code == 404
    assert client.get("/zorgverlener/bestaat-niet/blad").status_code == 404


def test_the_address_of_the_site_is_the_configured_one_and_nothing_is_kept_between() -> None:
    app = create_app(shipped(), today=lambda: TODAY, with_trial=True, address="https://keuzehulp.example/")
    client = app.test_client()
    response = client.get(GIVE, headers={"Host": "elders.example"})
    assert "https://keuzehulp.example/k/" in response.get_data(as_text=True)
    assert "elders.example" not in response.get_data(as_text=True)
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_sheet_has_what_a_patient_needs(client: FlaskClient) -> None:
    text = text_of(client, f"{GIVE}/blad")
    for said in (
        "Wat kan ik kiezen?",
        "Uw code voor het gesprek",
        "Dit is een proef.",
        "Bel meteen 112 als:",
        "Bel:",
    ):
        assert said in text


def test_of_two_options_there_is_nothing_to_tick(client: FlaskClient) -> None:
    html = client.get("/zorgverlener/hernia").get_data(as_text=True)
    assert 'name="opties"' not in html
    assert "Uw patiënt ziet alle mogelijkheden: Afwachten en Operatie." in " ".join(html.split())
    assert "Andere mogelijkheden blijven te lezen." not in html
    some = client.get(f"{GIVE}?opties=pijnstilling&opties=antibiotica").get_data(as_text=True)
    assert 'name="opties"' in some
    assert "Andere mogelijkheden blijven te lezen." in some
