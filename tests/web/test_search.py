"""The page of results for a hit, a near miss and no hit; the file of suggestions; and `keuzehulp zoek`."""

import gzip
import json
import re
import time
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from web.cli import main
from web.help_lines import LINES
from web.urgent import URGENT

HOSTILE = [
    *("", "a", "x" * 10_000, "de het een", "*", "id:x", "a OR", '"', "'", "\x01\x02", "\x00", "👍", "e\u0301" * 90),
    *("\u202eשלום", "' OR 1=1 --", "{{ 7*7 }}", "<script>alert(1)</script>", "words:hand", "hand~2", "[a TO b]", "%"),
    *("hand AND NOT pols", "ﬁ ½ ㎏ ß", "-hand", "--", "\t\n", " ".join(f"woord{number}" for number in range(60))),
]
MILLISECONDS = 50


def zoek(*arguments: str, given: bytes = b"") -> tuple[int, str]:
    result = CliRunner().invoke(main, ["zoek", *arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout


def page(client: FlaskClient, query: str, **more: str) -> str:
    response = client.get("/zoeken", query_string={"q": query, **more})
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_a_hit_says_why_with_the_words_that_were_typed_marked(client: FlaskClient) -> None:
    html = page(client, "Tintelnde VINGERS")
    card = html.split('class="kh-card"')[1].split("</li>")[0]
    assert "Carpaletunnelsyndroom" in card
    assert re.findall(r"<mark>([^<]+)</mark>", card) == ["tintelende", "vingers"]
    assert "Wil ik afwachten of iets doen" in card
    assert "Dit is een proef: nog niet nagekeken. Opnieuw bekijken vóór" in card


def test_a_near_miss_asks_what_was_meant(client: FlaskClient) -> None:
    html = page(client, "midenoorontsteking")
    found = re.search(r'Bedoelde u: <a href="([^"]+)">([^<]+)</a>', html)
    assert found
    assert found[2] == "middenoorontsteking"
    again = client.get(unescape(found[1])).get_data(as_text=True)
    assert "Middenoorontsteking bij kinderen" in again
    assert "Bedoelde u" not in again


def test_no_good_hit_says_so_and_shows_the_ways_on(client: FlaskClient) -> None:
    html = page(client, "hoofdluis")
    assert "<h1>Daar hebben wij geen keuzehulp over</h1>" in html
    assert "kh-card" not in html
    assert 'href="/keuzehulpen#thema-botten-spieren-en-gewrichten"' in html
    assert "Bel uw huisarts" in html


def test_what_is_no_keuzehulp_stands_in_a_group_of_its_own(client: FlaskClient) -> None:
    html = page(client, "diabetes")
    group = html[html.index("Om een gesprek voor te bereiden") :]
    assert 'href="/gesprek/diabetes-type-2-doelen/"' in group
    assert 'href="/k/mijn-plaatje/start"' in page(client, "plaatje")
    assert "Om een gesprek" not in page(client, "hernia")


def test_themes_narrow_the_results_and_lead_back(client: FlaskClient) -> None:
    every = page(client, "pijn")
    assert every.count('class="kh-card"') >= 2
    narrow = unescape(re.findall(r'href="(/zoeken\?q=[^"]+thema=[^"]+)"', every)[0])
    fewer = client.get(narrow).get_data(as_text=True)
    assert 0 < fewer.count('class="kh-card"') < every.count('class="kh-card"')
    assert 'href="/zoeken?q=pijn"' in fewer
    assert page(client, "pijn", thema="bestaat-niet").count('class="kh-card"') == every.count('kh-card"')


def test_an_aid_for_parents_says_so(client: FlaskClient) -> None:
    assert "Voor ouders van een kind" in page(client, "oorpijn")
    assert "Voor ouders" not in page(client, "slapende hand")


def test_the_reason_is_shown_as_text(aids: Path, good: str, client_of: Callable[..., FlaskClient]) -> None:
    text = good.replace("zoekwoorden:\n", "zoekwoorden:\n  - \"piepgewricht & '{{ 7*7 }}' <3\"\n", 1)
    (aids / "klein" / "keuzehulp.yaml").write_text(text, encoding="utf-8")
    html = page(client_of(), "piepgewricht")
    assert "<mark>piepgewricht</mark> &amp; &#39;{{ 7*7 }}&#39; &lt;3" in html


def test_a_concept_is_never_found(aids: Path, good: str, client_of: Callable[..., FlaskClient]) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("status: proef", "status: concept"), encoding="utf-8")
    client = client_of()
    assert "kh-card" not in page(client, "piepknie")
    assert client.get("/suggesties.json").get_json() == []
    assert zoek("--json", "--aids", str(aids), "piepknie") == (0, "[]\n")


@pytest.mark.parametrize("query", HOSTILE)
def test_bad_input_gives_an_ordinary_page_at_once(client: FlaskClient, query: str) -> None:
    times = []
    for _ in range(3):
        start = time.thread_time()
        html = page(client, query)
        times.append((time.thread_time() - start) * 1000)
    assert min(times) < MILLISECONDS
    assert html.count("<h1>") == 1
    assert "<script>" not in html
    assert "{{" not in html or "{{ 7*7 }}" in query


def test_the_suggestions_are_one_file_that_a_browser_may_keep(client: FlaskClient) -> None:
    response = client.get("/suggesties.json")
    assert response.content_type == "application/json"
    assert response.headers["Cache-Control"].startswith("public, max-age=")
    rows = {row[1]: row for row in response.get_json()}
    assert rows["carpaletunnelsyndroom"][0] == "Carpaletunnelsyndroom"
    assert {"tintelende vingers", "Nachtspalk"} <= set(rows["carpaletunnelsyndroom"][2:])
    # Two hundred aids in 15 KiB.
    assert len(gzip.compress(response.get_data())) / len(rows) <= 2 * 15 * 1024 / 200
    again = client.get("/suggesties.json", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_only_pages_with_the_search_box_may_fetch(client: FlaskClient) -> None:
    for address in ("/", "/zoeken?q=hand"):
        assert "connect-src 'self'" in client.get(address).headers["Content-Security-Policy"]
    for address in ("/keuzehulpen", "/k/carpaletunnelsyndroom/belangrijk", "/x"):
        assert "connect-src" not in client.get(address).headers["Content-Security-Policy"]


def test_zoek_gives_rank_order_as_json_and_nothing_where_nothing_fits(aids: Path) -> None:
    code, out = zoek("--json", "niks", "doen", "hernia")
    rows = json.loads(out)
    assert code == 0
    assert rows[0].keys() == {"slug", "titel", "score", "waarom"}
    assert rows[0]["slug"] == "hernia"
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert zoek("--json", "--aids", str(aids), "hoofdluis") == (0, "[]\n")


def test_zoek_gives_as_many_as_are_asked_for(aids: Path, good: str) -> None:
    (aids / "ander").mkdir()
    (aids / "ander" / "keuzehulp.yaml").write_text(good.replace("nr: 1\n", "nr: 7\n", 1), encoding="utf-8")
    for most in (1, 2):
        assert len(json.loads(zoek("--json", "--aids", str(aids), "--top", str(most), "piepknie")[1])) == most


def test_zoek_reads_a_question_from_every_line() -> None:
    lines = b"oorpijn\n\n\xff\x00\r\nslapende hand\r\n" + b"x" * 100_000 + b"\n"
    code, out = zoek("--vragen", "-", given=lines)
    found = [[row["slug"] for row in json.loads(line)][:1] for line in out.splitlines()]
    assert (code, found) == (0, [["middenoorontsteking-bij-kinderen"], [], [], ["carpaletunnelsyndroom"], []])


def test_zoek_reads_for_people_and_wants_one_way_of_asking(aids: Path) -> None:
    assert "klein  Piepknie" in zoek("--aids", str(aids), "piepknie")[1]
    assert zoek("--aids", str(aids), "hoofdluis") == (0, "Daar is geen keuzehulp over.\n")
    assert zoek()[0] == 1
    assert zoek("hand", "--vragen", "-")[0] == 1
    assert zoek("--aids", str(aids), "-pijn")[0] == 0


def test_what_is_long_past_its_review_comes_last(
    aids: Path, good: str, client_of: Callable[..., FlaskClient]
) -> None:
    (aids / "ander").mkdir()
    other = good.replace("nr: 1\n", "nr: 7\n", 1).replace("titel: Piepknie", "titel: Andere kraakvoet")
    (aids / "ander" / "keuzehulp.yaml").write_text(
        re.sub(r"herzien_voor: \S+", "herzien_voor: 2026-12-01", other), encoding="utf-8"
    )
    html = page(client_of(date(2027, 12, 1)), "knie piept")
    titles = re.findall(r'class="kh-card"><a href="[^"]+">([^<]+)', html)
    assert len(titles) >= 1
    assert titles[0] == "Piepknie"


def test_an_aid_with_texts_for_children_says_so(client: FlaskClient) -> None:
    assert "Voor kinderen en hun ouders" in page(client, "buikpijn kind")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        *(
            ("pijn op de borst", "112"),
            ("hartaanval", "112"),
            ("ik ben BENAUWD", "112"),
            ("mijn mond hangt scheef", "112"),
        ),
        *(("ik wil dood", "113"), ("zelfmoord", "113"), ("einde aan mijn leven", "113"), ("niet meer leven", "113")),
        *(("mijn man slaat mij", "0800-2000"), ("mishandeling", "0800-2000")),
    ],
)
def test_a_search_of_someone_in_danger_is_answered_first(client: FlaskClient, query: str, number: str) -> None:
    html = page(client, query)
    main = html.split("<main")[1]
    assert main.index(f'href="tel:{number.replace("-", "")}"') < main.index("<form")
    assert "kh-card" not in main.split("tel:", 1)[0]


@pytest.mark.parametrize(
    "query",
    ["borstvoeding", "leven met diabetes", "doodmoe", "scheve tanden", "hernia", "amandelen", "pijn"],
)
def test_an_ordinary_search_is_not_answered_with_danger(client: FlaskClient, query: str) -> None:
    assert 'href="tel:' not in page(client, query)


def test_the_numbers_of_danger_are_those_of_the_help_lines() -> None:
    known = {line.number for line in LINES}
    assert [one.number for one in URGENT if one.number not in known] == ["112"]


@pytest.mark.parametrize("query", ["diabetes", "diabetis", "diabtes"])
def test_what_is_no_keuzehulp_is_found_too_and_not_denied(client: FlaskClient, query: str) -> None:
    html = page(client, query)
    assert "/gesprek/diabetes-type-2-doelen/" in html
    assert "Daar hebben wij geen keuzehulp over" not in html
