"""Every page of the walk, of every shipped aid, answers and says what it must say."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from engine import journey
from tests.conftest import shipped
from tests.web.reading import text_of

CTS = "/k/carpaletunnelsyndroom"
LIBRARY = shipped()
AID_PAGES = [
    f"/k/{entry.slug}/{page}"
    for entry in LIBRARY.entries.values()
    for page in (*(step.page for step in journey.walk(entry.aid)), *journey.EXTRA_PAGES)
]
# On every commit the pages of two aids, for adults and for parents; the other aids in `make test`.
FEW = [
    page for page in AID_PAGES if page.split("/")[2] in {"carpaletunnelsyndroom", "middenoorontsteking-bij-kinderen"}
]
OTHERS = [page for page in AID_PAGES if page not in FEW]
SITE = ["/", "/keuzehulpen", "/zoeken", "/zoeken?q=hand", "/zoeken?q=xyzzy"]


def later(addresses: list[str]) -> list[object]:
    """The same addresses, as cases for `make test`."""
    return [pytest.param(address, marks=pytest.mark.walk) for address in addresses]


def test_there_are_pages() -> None:
    assert len(FEW) >= 50
    assert len(AID_PAGES) >= 200


@pytest.mark.parametrize("address", [*SITE, *FEW, *later(OTHERS)])
def test_a_page_is_whole(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    html = response.get_data(as_text=True)
    assert response.status_code == 200
    assert response.content_type == "text/html; charset=utf-8"
    assert html.count("<h1>") == 1
    assert len(re.findall(r"<title>[^<]{5,}</title>", html)) == 1
    assert "Undefined" not in html
    assert "{" not in text_of(client, address)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert html.count("<form") == html.count('action="/zoeken" method="get"')
    assert "<form" not in html or "/k/" not in address


@pytest.mark.parametrize("address", [*FEW, *later(OTHERS)])
def test_a_page_of_an_aid_has_the_alarm_line_and_the_trial_banner(client: FlaskClient, address: str) -> None:
    text = text_of(client, address)
    entry = LIBRARY.entries[address.split("/")[2]]
    assert "Nog geen arts en geen patiënt heeft deze tekst nagekeken." in text
    assert f"Versie {entry.aid.version}" in text
    assert len(entry.aid.alarm) >= 1
    for alarm in entry.aid.alarm:
        assert alarm.sign in text
    assert '<meta name="robots" content="noindex">' in client.get(address).get_data(as_text=True)


def test_verder_walks_the_whole_aid_and_terug_walks_back(client: FlaskClient) -> None:
    entry = LIBRARY.entries["carpaletunnelsyndroom"]
    address, seen = f"{CTS}/start", []
    while True:
        seen.append(address)
        html = client.get(address).get_data(as_text=True)
        onward = re.search(r'<a class="kh-button" href="([^"]+)">Verder</a>', html)
        if len(seen) > 1:
            back = re.search(r'<a class="kh-back" href="([^"]+)">', html)
            assert back
            assert back[1] == seen[-2]
        if not onward:
            break
        address = onward[1]
    assert seen == [f"{CTS}/{step.page}" for step in journey.walk(entry.aid)]
    assert seen[-1].endswith("/samenvatting")


@pytest.mark.parametrize(
    "pages", [[*SITE, *FEW], pytest.param(OTHERS, marks=pytest.mark.walk)], ids=["few", "others"]
)
def test_every_link_on_every_page_leads_somewhere(client: FlaskClient, pages: list[str]) -> None:
    places: dict[str, set[str]] = {}

    def ids(address: str) -> set[str]:
        if address not in places:
            with client.get(address, follow_redirects=True) as target:
                assert target.status_code == 200, address
                page = address.startswith("/static") or target.get_data(as_text=True)
            places[address] = set() if page is True else set(re.findall(r' id="([^"]+)"', page))
        return places[address]

    links = 0
    for page in pages:
        for href in set(re.findall(r'href="([^"]+)"', client.get(page).get_data(as_text=True))):
            address, _, fragment = unescape(href).partition("#")
            if not address.startswith("http"):
                assert not fragment or fragment in ids(address or page), (page, href)
                assert ids(address or page) is not None
                links += 1
    assert links >= 50
    assert len(places) >= 50


def test_the_whole_aid_is_on_one_page_without_anything_to_unfold(client: FlaskClient) -> None:
    text, html = text_of(client, f"{CTS}/alles"), client.get(f"{CTS}/alles").get_data(as_text=True)
    aid = LIBRARY.entries["carpaletunnelsyndroom"].aid
    assert "<details" not in html
    for option in aid.options:
        assert option.name in text
        for sentence in (*option.pros, *option.cons):
            assert sentence in text
    for row in aid.rows:
        assert row.question in text
    for source in aid.sources:
        assert source.title in text


def test_a_row_shows_both_sides_its_study_and_what_was_not_studied(client: FlaskClient) -> None:
    text = text_of(client, f"{CTS}/vergelijken")
    assert "Bij 61 van de 100 mensen zijn de klachten weg." in text
    assert "Bij 39 van de 100 mensen zijn er nog klachten." in text
    assert "Zo is het geteld. Bij 243 van de 401 mensen zijn de klachten weg." in text
    assert "Niet onderzocht in dit onderzoek: Afwachten en Nachtspalk." in text
    assert "Deze vraag speelt niet bij: Afwachten, Nachtspalk en Prik in de pols." in text
    assert "Bij 8 van de 10.000 operaties komen er ernstige problemen." in text
    assert "Bij 29 van de 100 mensen is het dan hetzelfde." in text


def jumps(html: str) -> list[str]:
    """What the list on top of a long page leads to; each is there once, under the words of its link."""
    jump = re.search(r'<details class="kh-jump">.*?</details>', html, re.DOTALL)
    assert jump
    links = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', jump[0])
    for place, words in links:
        assert html.count(f'id="{place}"') == 1
        assert words in html.partition(f'id="{place}"')[2][:1000]
    return [words for _, words in links]


@pytest.mark.parametrize("slug", sorted(LIBRARY.entries))
def test_every_question_of_the_comparison_is_one_step_away(client: FlaskClient, slug: str) -> None:
    html = client.get(f"/k/{slug}/vergelijken").get_data(as_text=True)
    links = jumps(html)
    assert len(links) >= 8
    choice = LIBRARY.entries[slug].aid.group_choice
    # One group of readers opens its own rows: they are one step from the question for whom they are.
    grouped = len(choice.rows) - 1 if choice else 0
    assert len(links) == html.count('<th role="rowheader"') + html.count('<div class="kh-row"') - grouped


def test_chosen_options_lead_and_the_others_stay_in_reach(client: FlaskClient) -> None:
    html = client.get(f"{CTS}/opties?opties=operatie,spalk").get_data(as_text=True)
    chosen, others = html.split("Er zijn ook andere mogelijkheden")
    assert f"{CTS}/opties/spalk?opties=spalk,operatie" in chosen
    assert f"{CTS}/opties/afwachten?opties=spalk,operatie" in others
    table = client.get(f"{CTS}/vergelijken?opties=operatie,spalk").get_data(as_text=True)
    assert re.findall(r'<th role="columnheader" scope="col">([^<]+)', table) == ["Nachtspalk", "Operatie"]


def test_an_aid_without_a_page_name_goes_to_its_start(client: FlaskClient) -> None:
    for address in (CTS, f"{CTS}/"):
        response = client.get(f"{address}?opties=spalk,operatie")
        assert (response.status_code, response.location) == (302, f"{CTS}/start?opties=spalk,operatie")


def test_a_site_without_trials_shows_none(client_of: Callable[..., FlaskClient]) -> None:
    client = client_of(with_trial=False)
    assert client.get("/k/klein/start").status_code == 404
    empty = client.get("/").get_data(as_text=True)
    assert "nog geen keuzehulpen" in empty
    assert "Kom later nog eens kijken." in empty
    assert "<form" not in empty, "there is nothing to find"


def test_a_published_aid_has_no_trial_banner_and_may_be_listed(
    aids: Path, published: str, client_of: Callable[..., FlaskClient]
) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(published, encoding="utf-8")
    html = client_of(with_trial=False).get("/k/klein/start").get_data(as_text=True)
    assert "Dit is een proef" not in html
    assert "noindex" not in html


def test_an_old_aid_says_so(client_of: Callable[..., FlaskClient]) -> None:
    assert "Deze tekst is oud" in client_of(date(2028, 11, 2)).get("/k/klein/start").get_data(as_text=True)
    assert "Deze tekst is oud" not in client_of(date(2028, 11, 1)).get("/k/klein/start").get_data(as_text=True)


def test_content_is_shown_as_text_whatever_it_holds(
    aids: Path, good: str, client_of: Callable[..., FlaskClient]
) -> None:
    nasty = good.replace("titel: Piepknie", "titel: \"Piep & knie '{{ 7*7 }}' <3\"")
    (aids / "klein" / "keuzehulp.yaml").write_text(nasty, encoding="utf-8")
    html = client_of().get("/k/klein/start").get_data(as_text=True)
    assert "Piep &amp; knie &#39;{{ 7*7 }}&#39; &lt;3" in html


@pytest.mark.walk
def test_no_two_pages_of_an_aid_have_the_same_title(client: FlaskClient) -> None:
    titles = {}
    for address in AID_PAGES:
        html = client.get(address).get_data(as_text=True)
        titles[address] = (
            re.findall(r"<title>([^<]+)</title>", html)[0],
            unescape(re.findall(r"<h1>([^<]+)<", html)[0]),
        )
    assert len({title for title, _ in titles.values()}) == len(AID_PAGES)
    assert all(unescape(title).startswith(heading) for title, heading in titles.values())


@pytest.mark.parametrize(
    "page", [f"{CTS}/samenvatting", f"{CTS}/samen", f"{CTS}/belangrijk/slapen", "/gesprek/meenemen"]
)
def test_without_script_a_page_says_so_once_and_before_what_it_cannot_show(client: FlaskClient, page: str) -> None:
    html = client.get(page).get_data(as_text=True)
    assert html.count("want JavaScript staat uit.") == 1
    if not page.endswith("slapen"):
        assert html.index("want JavaScript staat uit.") - html.index("</h1>") < 120


@pytest.mark.parametrize("slug", sorted(LIBRARY.entries))
def test_every_part_of_the_summary_is_one_step_away(client: FlaskClient, slug: str) -> None:
    assert len(jumps(client.get(f"/k/{slug}/samenvatting").get_data(as_text=True))) >= 4
