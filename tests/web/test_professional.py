"""What a professional gives: a link with what fits, a code that a phone reads, a sheet and a text."""

import re
from collections.abc import Callable
from html import unescape
from itertools import combinations

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
    assert overview.count('href="/zorgverlener/') == len(shipped().entries) + len(shipped().practice) + len(
        ["poster"]
    )
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
        "Bel meteen 112 als een van deze dingen gebeurt:",
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


def subsets(slug: str) -> list[str]:
    """The query of every choice of two or more options of an aid."""
    ids = [option.id for option in shipped().entries[slug].aid.options]
    return [f"opties={','.join(some)}" for size in range(2, len(ids) + 1) for some in combinations(ids, size)]


@pytest.mark.parametrize("slug", sorted(shipped().entries))
def test_every_option_is_named_on_each_paper_whatever_was_ticked(client: FlaskClient, slug: str) -> None:
    names = {option.name for option in shipped().entries[slug].aid.options}
    asked = subsets(slug)
    assert asked
    for query in asked:
        for paper in (f"/zorgverlener/{slug}/blad", f"/k/{slug}/keuzekaart", f"/k/{slug}/beeld"):
            text = text_of(client, f"{paper}?{query}").split("Wanneer belt u?")[0]
            assert not [name for name in names if name not in text], (paper, query)
            assert ("Er zijn ook andere mogelijkheden:" in text) == (query != asked[-1]), (paper, query)


def letter(client: FlaskClient, where: str) -> str:
    found = re.search(r'<textarea[^>]* id="brief"[^>]*>([^<]*)<', client.get(where).get_data(as_text=True))
    assert found
    return unescape(found[1])


def test_whatever_leaves_this_page_says_that_the_aid_is_a_trial(client: FlaskClient) -> None:
    said = "Dit is een proef. Nog geen arts en geen patiënt heeft deze tekst nagekeken."
    assert said in letter(client, GIVE).split("\n")
    assert said in text_of(client, f"{GIVE}/blad")
    assert f"data-line>{said}<" in client.get("/k/carpaletunnelsyndroom/v/3/blad").get_data(as_text=True)


def test_the_card_and_the_picture_version_open_with_the_same_options(client: FlaskClient) -> None:
    html = unescape(client.get(f"{GIVE}?opties={OPTIONS}&voor=ouder").get_data(as_text=True))
    for page, name in (("keuzekaart", "Keuzekaart"), ("beeld", "In beeld")):
        address = f"/k/middenoorontsteking-bij-kinderen/{page}?opties={OPTIONS}"
        assert re.search(rf'href="{re.escape(address)}">{name}</a>', html), page


def test_the_first_page_has_a_door_to_the_code_and_one_to_everything_to_give(client: FlaskClient) -> None:
    html = client.get("/zorgverlener/").get_data(as_text=True)
    assert 'href="/blad">Lees de code van een patiënt' in html
    assert re.search(r'href="/k/[a-z-]+/v/[0-9]+/blad#oefen"', html)
    assert 'href="/k/hernia/v/' in client.get("/zorgverlener/hernia").get_data(as_text=True)
    for door in ("meegeven", "gesprek"):
        assert f'href="#{door}"' in html
        assert f'id="{door}"' in html
    back = 'class="kh-back" href="/zorgverlener/"'
    for page in ("/blad", "/k/carpaletunnelsyndroom/v/1/blad"):
        assert back in client.get(page).get_data(as_text=True)


def test_what_is_no_choice_can_be_given_too(client: FlaskClient) -> None:
    html = client.get("/zorgverlener/").get_data(as_text=True).split('id="gesprek"')[1]
    pages = ["/gesprek/", "/gesprek/controle", "/gesprek/diabetes-type-2-doelen/", "/k/mijn-plaatje/start"]
    assert re.findall(r'<li class="kh-card"><a href="([^"]*)"', html) == pages
    assert re.findall(r'kh-address">([^<]*)<', html) == [f"http://localhost{page}" for page in pages]
    assert html.count('class="kh-qr"') == len(pages)
    assert html.count("Dit is een proef") == 2 * len(pages), "beside every code too"
    for page in pages:
        assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    ("query", "first", "said"),
    [
        ("tintelende vingers", "carpaletunnelsyndroom", "Dit hebben wij gevonden"),
        ("xyzzy", "", "geen keuzehulp over"),
    ],
)
def test_a_search_of_a_professional_leads_to_links_to_give(
    client: FlaskClient, query: str, first: str, said: str
) -> None:
    response = client.get("/zorgverlener/", query_string={"q": f" {query} <b>"})
    html = response.get_data(as_text=True)
    found = [slug for slug in re.findall(r'href="/zorgverlener/([a-z0-9-]+)"', html) if slug in shipped().entries]
    assert said in html
    assert found[0] == first if first else len(found) == len(shipped().entries)
    assert "<b>" not in html
    assert response.headers["Cache-Control"] == "private, no-store"


def test_there_is_nobody_to_practise_with_where_no_version_is_frozen(client_of: Callable[..., FlaskClient]) -> None:
    for page in ("/zorgverlener/", "/zorgverlener/klein"):
        assert "#oefen" not in client_of().get(page).get_data(as_text=True)
