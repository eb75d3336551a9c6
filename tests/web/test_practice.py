"""The sheets for a practice: open questions and empty fields, and nothing on them that counts or is sent."""

import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from engine.terms import PracticeKind
from tests.conftest import FIXTURES, TODAY, shipped
from tests.web.reading import text_of
from web.fixed_terms import TERMS

PAGES = {kind: f"/zorgverlener/{kind}" for kind in PracticeKind}
PHASES = ("prepare", "goals", "agreements", "look_back")
TRIAL = "Nog geen praktijk heeft dit blad geprobeerd."
Client = Callable[..., FlaskClient]


@pytest.mark.parametrize("kind", PracticeKind)
def test_a_sheet_has_only_fields_for_words_outside_any_form(client: FlaskClient, kind: PracticeKind) -> None:
    """ADR 35: no tick, no choice, no number, nothing that a script of ours knows."""
    response = client.get(PAGES[kind])
    html = response.get_data(as_text=True)
    assert response.status_code == 200
    assert not re.search(r"<(?:input|select|form|meter|progress|output|datalist)\b", html)
    assert not re.search(r'role="(?:checkbox|radio|slider|spinbutton|meter|progressbar)"', html)
    fields = re.findall(r"<textarea\b[^>]*>", html)
    assert len(fields) == {PracticeKind.YARDSTICK: 9, PracticeKind.DUO_CARD: 11}[kind]
    for field in fields:
        assert 'autocomplete="off"' in field
        assert " name=" not in field
        assert "data-" not in field
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'<label for="([^"]+)"', html)) == set(re.findall(r'<textarea id="([^"]+)"', html))
    assert re.findall(r"/js/([a-z_]+)\.js", html) == ["copy"], "no script that stores"


@pytest.mark.parametrize("kind", PracticeKind)
def test_a_sheet_says_that_it_is_a_trial_and_keeps_nothing(client: FlaskClient, kind: PracticeKind) -> None:
    html, text = client.get(PAGES[kind]).get_data(as_text=True), text_of(client, PAGES[kind])
    assert TRIAL in text
    assert "Wij bewaren en versturen niets." in text
    assert "Versie 1 · Gemaakt door Team Keuzehulp" in text
    assert '<meta name="robots" content="noindex">' in html
    assert html.count("<h1>") == 1
    places = [html.index(f">{TERMS[phase]}</h") for phase in PHASES]
    assert places == sorted(places), "the phases in their order, in the fixed words"
    assert "Set-Cookie" not in client.get(PAGES[kind]).headers


def test_the_yardstick_ends_with_three_points_to_write(client: FlaskClient) -> None:
    html, text = (read(PAGES[PracticeKind.YARDSTICK]) for read in (_html(client), lambda at: text_of(client, at)))
    assert text.count("Om op gang te komen:") == 5
    assert "Onze drie verbeterpunten" in text
    for label in ("Wat", "Wie", "Wanneer kijken wij terug?"):
        assert html.count(f">{label}</label>") == 3
    assert html.index("De praktijk</h2>") < html.index("Onze drie verbeterpunten")


def test_the_card_has_a_field_for_each_of_the_two_and_a_sheet_to_watch_with(client: FlaskClient) -> None:
    html = client.get(PAGES[PracticeKind.DUO_CARD]).get_data(as_text=True)
    for role in ("Huisarts", "Praktijkondersteuner"):
        assert html.count(f">{role}</label>") == 4
    for question in ("Wat zag u?", "Wat vroeg de patiënt?", "Wat doet u de volgende keer anders?"):
        assert html.count(f">{question}</label>") == 1
    assert "Schrijf geen naam van de patiënt op." in html


def test_the_page_for_professionals_leads_to_both_and_back(client: FlaskClient) -> None:
    overview = client.get("/zorgverlener/").get_data(as_text=True)
    assert re.findall(r'<li><a href="(/zorgverlener/[a-z]+)">', overview) == list(PAGES.values())
    for address in PAGES.values():
        assert 'href="/zorgverlener/">Voor zorgverleners</a>' in client.get(address).get_data(as_text=True)


def test_a_site_without_trials_has_neither(aids: Path, client_of: Client) -> None:
    assert aids.is_dir()
    client = client_of(with_trial=False)
    for address in PAGES.values():
        assert client.get(address).status_code == 404
    assert "Met uw team" not in text_of(client, "/zorgverlener/")


def test_a_sites_own_sheet_is_shown_and_a_broken_one_never(aids: Path, client_of: Client) -> None:
    (aids / "_praktijk").mkdir()
    file = Path(shutil.copy(FIXTURES / "goed" / "duokaart" / "duokaart.yaml", aids / "_praktijk"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Kleine kaart", "Kaart <b>& co</b>"), encoding="utf-8")
    client = client_of()
    assert "<h1>Kaart &lt;b&gt;&amp; co&lt;/b&gt;</h1>" in client.get(PAGES[PracticeKind.DUO_CARD]).text
    assert "Assistent" in text_of(client, PAGES[PracticeKind.DUO_CARD])
    file.write_text(text.replace("- Wat zag u?", "- Zag u een doel?"), encoding="utf-8")
    broken = client_of()
    assert "Zag u een doel?" not in text_of(broken, PAGES[PracticeKind.DUO_CARD])
    assert "Praktijkondersteuner" in text_of(broken, PAGES[PracticeKind.DUO_CARD])
    assert broken.get("/k/klein/start").status_code == 200


def test_an_old_sheet_says_so(aids: Path, client_of: Client) -> None:
    assert aids.is_dir()
    last = shipped().practice[PracticeKind.YARDSTICK].content.review_by
    said = "Deze tekst is oud."
    assert said not in text_of(client_of(last), PAGES[PracticeKind.YARDSTICK])
    assert said in text_of(client_of(last + timedelta(days=1)), PAGES[PracticeKind.YARDSTICK])


def test_a_sheet_is_the_same_bytes_for_everyone(client: FlaskClient) -> None:
    first = client.get(PAGES[PracticeKind.YARDSTICK])
    assert first.headers["Cache-Control"].startswith("public")
    again = client.get(PAGES[PracticeKind.YARDSTICK], headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert shipped().practice[PracticeKind.YARDSTICK].content.review_by >= TODAY


def _html(client: FlaskClient) -> Callable[[str], str]:
    return lambda address: client.get(address).get_data(as_text=True)
