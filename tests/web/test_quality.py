"""The quality sheet as readers and evaluators get it."""

import json
import re

import pytest
from flask.testing import FlaskClient

from engine import readability
from engine.quality import CRITERIA
from tests.aids.test_one_cell import LIBRARY
from tests.conftest import TODAY
from tests.web.reading import text_of
from web.quality_page import sheet_of


@pytest.mark.parametrize("slug", sorted(LIBRARY.entries))
def test_every_criterion_stands_on_the_sheet_with_its_verdict_and_reason(client: FlaskClient, slug: str) -> None:
    html = client.get(f"/k/{slug}/kwaliteit").get_data(as_text=True)
    shown = re.findall(r'<li id="([^"]+)"><b>', html)
    assert shown == [criterion.id for criterion in CRITERIA]
    assert len(shown) >= 70
    entry = LIBRARY.entries[slug]
    sheet = sheet_of(entry, readability.whole(entry.aid), TODAY)
    assert sheet.measures
    assert entry.issued is not None
    text = text_of(client, f"/k/{slug}/kwaliteit")
    for row in sheet.rows:
        assert f"{row.sentence}" in text
        assert f"{row.verdict.value.capitalize()} {row.reason}" in text


def test_nobody_is_said_to_have_checked_a_trial(client: FlaskClient) -> None:
    text = text_of(client, "/k/hernia/kwaliteit")
    assert "Wie keek de tekst na? Nog niemand." in text
    assert "Met wie is de tekst getest? Nog niemand." in text


def test_the_same_sheet_for_a_computer(client: FlaskClient) -> None:
    response = client.get("/k/hernia/kwaliteit.json")
    assert response.mimetype == "application/json"
    sheet = json.loads(response.get_data(as_text=True))
    assert len(sheet["punten"]) == len(CRITERIA)
    assert {"naam", "versie", "uitgegeven"} <= set(sheet["keuzehulp"])
    assert client.get("/k/hernia/v/1/kwaliteit").status_code == 404
