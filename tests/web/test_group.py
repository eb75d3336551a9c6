"""The pack for a group: every option alike, drawings by the rule of the card, open questions, no advice."""

import re
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient

from engine.model import OutcomeRow
from engine.terms import OptionKind
from tests.aids.test_one_cell import LIBRARY, check_row
from tests.conftest import ROOT, TODAY
from tests.web.reading import text_of
from web.app import create_app
from web.group import ANSWERS, QUESTIONS

SLUGS = sorted(LIBRARY.entries)
SECTION = re.compile(r'<section class="kh-leaf[^"]*" aria-labelledby="([^"]+)">(.*?)</section>', re.DOTALL)
# The answers of importance with their numbers; 0 is a question that was passed over.
LABELS = ("Niet ingevuld.", "Niet belangrijk", "Een beetje belangrijk", "Heel belangrijk", "Ik weet het nog niet")


def page(client: FlaskClient, slug: str, query: str = "") -> str:
    response = client.get(f"/k/{slug}/groep{query}")
    assert response.status_code == 200
    return response.get_data(as_text=True)


def leaves(html: str) -> dict[str, str]:
    found = dict(SECTION.findall(html))
    assert len(found) == html.count('class="kh-leaf')
    return found


def drawn(html: str) -> dict[str, str]:
    """The sheets with a drawing, by the id of the row."""
    return {name.removeprefix("tekening-"): body for name, body in leaves(html).items() if name[:8] == "tekening"}


def said(html: str) -> str:
    """The words of a piece of a page, white space folded."""
    inline = re.sub(r"</?(?:strong|em|b|dfn|a)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", inline)).split())


def folded(text: str) -> str:
    return " ".join(text.split())


def test_every_shipped_aid_has_a_pack(client: FlaskClient) -> None:
    with_drawings = [slug for slug in SLUGS if drawn(page(client, slug))]
    assert len(SLUGS) == 10
    assert sorted(set(SLUGS) - set(with_drawings)) == ["amandelen-keelpijn-bij-kinderen", "overgang"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_option_has_a_sheet_of_the_same_make(client: FlaskClient, slug: str) -> None:
    aid = LIBRARY.entries[slug].aid
    chosen = ",".join(option.id for option in aid.options[:2])
    shapes = set()
    for query in ("", f"?opties={chosen}"):
        html = page(client, slug, query)
        sheets = [body for name, body in leaves(html).items() if name.startswith("kiezen-")]
        assert [said(re.findall(r"<h2[^>]*>(.*?)</h2>", body)[0]) for body in sheets] == [o.name for o in aid.options]
        for option, body in zip(aid.options, sheets, strict=True):
            shapes.add(tuple(re.findall(r'<h3|class="kh-(?:icon|plus|minus|pair)"', body)))
            text = said(body)
            assert not [one for one in (*option.pros, *option.cons) if folded(one)[:20] not in text], option.id
            assert folded(option.what).split(".")[0] in text
    assert len(shapes) == 1
    waiting = [o.name for o in aid.options if o.kind in (OptionKind.WAIT, OptionKind.DO_NOTHING)]
    assert waiting
    assert f"Ook dit is een keuze: {' en '.join(waiting)}." in said(html)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_drawings_are_those_of_the_card_whole_and_never_sensitive(client: FlaskClient, slug: str) -> None:
    aid = LIBRARY.entries[slug].aid
    html = page(client, slug)
    card = client.get(f"/k/{slug}/keuzekaart").get_data(as_text=True)
    sheets = drawn(html)
    assert list(sheets) == re.findall(r'aria-labelledby="kaart-([a-z0-9-]+)"', card)[:-1]
    assert len(sheets) <= 4
    rows = {row.id: row for row in aid.studies}
    for name, body in sheets.items():
        row = rows[name]
        assert not row.sensitive
        assert ("Hoe zeker is dit?" in body, folded(row.caveat)[:30] in said(body)) == (True, True)
        # Every outcome, so both sides, in sentence, drawing and table.
        if isinstance(row, OutcomeRow):
            assert check_row(row, body) == len(row.arms) * len(row.outcomes)
        else:
            assert body.count('class="kh-scale"') == len(row.arms)
    assert ("Hier zijn geen tekeningen" in html) == (not sheets)
    assert ("Kijk samen naar de tekeningen." in html) == bool(sheets)
    hidden = [row for row in aid.studies if row.sensitive]
    assert not [row.question for row in hidden if folded(row.question) in said(html)]
    assert ("Getallen die niet iedereen wil weten, staan hier niet." in html) == bool(hidden)


def test_a_sensitive_row_is_in_no_pack_also_where_a_frozen_version_put_it_on_the_card() -> None:
    entry = LIBRARY.entries["carpaletunnelsyndroom"]
    first, *others = entry.aid.card_rows
    rows = tuple(replace(row, sensitive=row.id == first) for row in entry.aid.rows)
    library = replace(LIBRARY, entries={entry.slug: replace(entry, aid=replace(entry.aid, rows=rows))})
    client = create_app(library, today=lambda: TODAY, with_trial=True).test_client()
    assert set(drawn(page(client, entry.slug))) == set(others)


def test_the_person_is_the_patient_who_is_made_up_to_practise_with(client: FlaskClient) -> None:
    script = (ROOT / "web" / "static" / "js" / "sheet.js").read_text(encoding="utf-8")
    assert f"{list(ANSWERS)}[place % {len(ANSWERS)}]" in script
    for slug in SLUGS:
        aid = LIBRARY.entries[slug].aid
        sam = leaves(page(client, slug))["sam"]
        answers = [said(found) for found in re.findall(r"<dd>(.*?)</dd>", sam)][: len(aid.preference_questions)]
        assert answers == [LABELS[ANSWERS[n % len(ANSWERS)]] for n in range(len(aid.preference_questions))]
        text = said(sam)
        for own in (aid.for_whom, aid.situation, aid.without_treatment):
            assert folded(own).split(".")[0] in text, slug
        assert "verzonnen" in text
        # What Sam leans to would steer the group.
        assert not [option.name for option in aid.options if f"{option.name}." in text]


def test_where_an_aid_is_about_a_child_the_person_is_a_child_with_a_parent(client: FlaskClient) -> None:
    about = [slug for slug in SLUGS if "Sam is een verzonnen kind. Er is een ouder bij." in page(client, slug)]
    assert about == [slug for slug in SLUGS if "kinderen" in slug]
    assert len(about) == 4
    for slug in SLUGS:
        html = page(client, slug)
        assert ("Sam is een verzonnen mens." in html) == (slug not in about)
        assert ("Is er een kind bij?" in html) == (slug in about)


def test_the_questions_are_open_and_nothing_can_be_counted_or_filled_in(client: FlaskClient) -> None:
    assert 4 <= len(QUESTIONS) <= 6
    for question in QUESTIONS:
        assert re.match(r"(Hoe|Wat|Wie|Waar|Wanneer|Welke) ", question), question
        assert not re.search(r"\d|\b(goed|beste|juist|cijfer|hoe vaak|hoeveel)\b", question, re.IGNORECASE), question
    for slug in SLUGS:
        html = page(client, slug)
        main = html.split("<main")[1].split("</main>")[0]
        assert not re.search(r"<(?:form|input|select|textarea)\b", main)
        assert not [question for question in QUESTIONS if question not in said(main)]
        assert re.findall(r'<script[^>]*src="[^"]*/js/([a-z]+)\.js"', html) in (
            ["copy"],
            ["copy", "leave"],
            ["copy", "words"],
        )


def test_who_leads_gives_no_advice_and_knows_what_to_do(client: FlaskClient) -> None:
    text = said(leaves(page(client, "hernia"))["leiden"])
    for rule in (
        "Nog geen groep heeft deze bladen geprobeerd.",
        "ongeveer een uur",
        "Niemand hoeft iets over zichzelf te vertellen.",
        "U geeft geen advies.",
        "Er is geen stemming en geen score.",
        "Vraagt iemand raad over zichzelf?",
        "Stop dan, en help meteen met bellen.",
    ):
        assert rule in text
    assert "Wat zijn de voordelen en nadelen van elke mogelijkheid?" in text_of(client, "/k/hernia/groep")


def test_every_sheet_says_of_which_aid_and_version_it_is_and_that_it_is_a_trial(client: FlaskClient) -> None:
    seen = 0
    for slug in SLUGS:
        aid = LIBRARY.entries[slug].aid
        for body in leaves(page(client, slug)).values():
            loose = said(body.split('<dl class="kh-onlyprint kh-loose">')[1])
            assert re.match(rf"{re.escape(aid.title)} Versie {aid.version} van \d+ november 2026\. ", loose), loose
            assert loose.endswith("Sam is verzonnen. Dit is een proef.")
            seen += 1
    assert seen >= 80


def test_the_pack_leads_to_the_aid_in_its_voice_and_version_and_no_cache_may_mix_sites(client: FlaskClient) -> None:
    slug = "buikpijn-bij-kinderen"
    for query in ("", "?voor=kind", "?voor=ouder"):
        (address,) = re.findall(r'<p class="kh-address"><a href="([^"]+)"', page(client, slug, query))
        assert address == f"http://localhost/k/{slug}/start{query}"
    here, there = (client.get(f"/k/{slug}/groep", headers={"Host": host}) for host in ("localhost", "elders.example"))
    assert here.headers["Cache-Control"] == "private, no-cache"
    assert here.headers["ETag"] != there.headers["ETag"]
    assert "http://elders.example/k/" in there.get_data(as_text=True)
    old = client.get("/k/hernia/v/1/groep").get_data(as_text=True)
    assert "Versie 1 van" in old
    assert "http://localhost/k/hernia/v/1/start" in old


def test_a_child_is_spoken_to_as_je_and_nobody_owns_the_sheet(client: FlaskClient) -> None:
    html = page(client, "buikpijn-bij-kinderen", "?voor=kind")
    assert "Wat neem je mee naar huis?" in html
    assert "Dit blad is van:" not in html
    assert "Kindertelefoon" in html
    assert "What matters to Sam" in page(client, "carpaletunnelsyndroom", "?taal=en")


def test_the_page_to_give_from_leads_to_the_pack_with_all_options(client: FlaskClient) -> None:
    for slug in SLUGS:
        html = client.get(f"/zorgverlener/{slug}").get_data(as_text=True)
        assert f'href="/k/{slug}/groep">Voor een groep</a>' in html
    some = "/zorgverlener/buikpijn-bij-kinderen?opties=uitleg,gewoontes&voor=kind"
    assert 'href="/k/buikpijn-bij-kinderen/groep?voor=kind">' in client.get(some).get_data(as_text=True)
