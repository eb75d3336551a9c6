"""A reader always knows where they are: the chapters, the present one marked, and titles that say it all."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from engine import journey
from engine.library import folders
from engine.paths import SCHEMAS
from tests.aids.test_one_cell import LIBRARY
from web import talk
from web.finding import THEME_PICTURES
from web.site import STATIC

AID = LIBRARY.entries["carpaletunnelsyndroom"].aid
CTS = "/k/carpaletunnelsyndroom"
WALK = [step.page for step in journey.walk(AID)]
# The sheets of a professional are not the patient's, and the whole aid on one page is every chapter at once.
APART = ("blad", "groep", "alles")


def where(client: FlaskClient, page: str) -> str:
    return client.get(f"{CTS}/{page}").get_data(as_text=True).split('aria-label="Waar u bent"')[1].split("</nav>")[0]


@pytest.mark.parametrize("page", WALK)
def test_every_page_of_the_walk_names_the_chapters_and_marks_its_own(client: FlaskClient, page: str) -> None:
    html = where(client, page)
    steps = re.findall(r'<li[^>]*><a href="([^"]+)"( aria-current="step")?>([^<]+)</a>', html)
    assert [href for href, _, _ in steps] == [f"{CTS}/{name}" for name in journey.chapters(AID)]
    assert [href for href, marked, _ in steps if marked] == [f"{CTS}/{page.partition('/')[0]}"]
    assert len({name for _, _, name in steps}) == len(steps) == 9


def test_options_and_summary_are_one_tap_away_on_every_page(client: FlaskClient) -> None:
    pages = [page for page in (*WALK, *journey.EXTRA_PAGES) if page not in APART[:2]]
    for page in pages:
        ways = where(client, page).split('class="kh-ways"')[1].split("</p>")[0]
        for way in ("opties", "samenvatting"):
            assert (f'href="{CTS}/{way}"' in ways) == (page != way), (page, way)
    assert len(pages) >= 25


def test_the_sheets_of_a_professional_do_not_lead_through_the_walk_of_the_patient(client: FlaskClient) -> None:
    for page in APART[:2]:
        assert "Waar u bent" not in client.get(f"{CTS}/{page}").get_data(as_text=True)


def test_a_title_says_page_place_aid_and_site(client: FlaskClient) -> None:
    def title(page: str) -> str:
        return unescape(re.findall(r"<title>([^<]+)</title>", client.get(page).get_data(as_text=True))[0])

    end = "Carpaletunnelsyndroom – Keuzehulp"
    assert title(f"{CTS}/samenvatting") == f"Wat neemt u mee? – Stap 9 van 9: Samenvatting – {end}"
    assert title(f"{CTS}/opties/spalk") == f"Nachtspalk – Stap 3 van 9: Mogelijkheden – {end}"
    assert title(f"{CTS}/bronnen") == f"Waar komt dit vandaan? – {end}"
    assert title(f"{CTS}/v/1/bronnen") == "Waar komt dit vandaan? – Carpaletunnelsyndroom – Versie 1 – Keuzehulp"
    assert title("/zoeken?q=hand") == "Dit hebben wij gevonden – Keuzehulp"
    assert title("/zoeken?q=xyzzy") == "Daar hebben wij geen keuzehulp over – Keuzehulp"
    assert title("/") == "Samen beslissen over uw zorg – Keuzehulp"


def test_every_theme_of_the_format_has_its_picture(client: FlaskClient) -> None:
    themes = json.loads((SCHEMAS / "keuze.schema.json").read_text(encoding="utf-8"))["$defs"]["thema"]["enum"]
    assert list(THEME_PICTURES) == themes
    files = {file.stem for file in (STATIC / "vendor" / "healthicons" / "thema").glob("*.svg")}
    assert set(THEME_PICTURES.values()) == files
    assert len(files) == 14
    shown = {theme for entry in LIBRARY.entries.values() for theme in entry.aid.themes}
    for page in ("/", "/keuzehulpen", "/zoeken?q=xyzzy"):
        assert client.get(page).get_data(as_text=True).count('class="kh-icon" aria-hidden="true"') == len(shown), page


def test_the_start_shows_every_option_with_its_picture_first(client: FlaskClient) -> None:
    html = client.get(f"{CTS}/start").get_data(as_text=True)
    glance = html.split('class="kh-at-a-glance"')[1].split("</ul>")[0]
    assert glance.count("<svg") == len(AID.options)
    assert all(option.name in glance for option in AID.options)
    assert html.index("Er valt iets te kiezen.") < html.index("kh-at-a-glance") < html.index("Is dit voor u?")


def test_nothing_has_to_be_filled_in(client: FlaskClient) -> None:
    pages = [client.get(f"{CTS}/{page}").get_data(as_text=True) for page in WALK]
    assert sum(html.count("<input") for html in pages) >= 60
    for html in pages:
        assert not re.search(r"<(?:input|textarea)[^>]* (?:required|pattern|minlength)", html)


def test_a_page_that_is_not_there_offers_to_search(client: FlaskClient) -> None:
    assert 'action="/zoeken"' in client.get("/bestaat-niet").get_data(as_text=True)
    assert "<form" not in client.get(f"{CTS}/bestaat-niet").get_data(as_text=True)


def test_every_page_of_the_site_beside_those_of_aids_has_a_name_that_no_folder_may_have(client: FlaskClient) -> None:
    beside = ("/zorgverlener/", "/gesprek/")
    rules = [rule.rule for rule in client.application.url_map.iter_rules()]
    own = {rule.split("/")[2] for rule in rules if rule.startswith(beside) and rule not in beside}
    assert {"meetlat", "poster"} <= own
    assert {name for name in own if "<" not in name} | set(talk._HEADINGS) - {""} == folders.TAKEN
