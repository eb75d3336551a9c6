"""The questions of every frozen version are a valid Questionnaire, and nothing in it weighs or counts."""

import json

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from flask.testing import FlaskClient

from engine.terms import Status
from tests.conftest import shipped

FROZEN = [(slug, one.n) for slug, entry in shipped().entries.items() for one in entry.history.releases]


def test_every_aid_has_a_frozen_version() -> None:
    assert {slug for slug, _ in FROZEN} == set(shipped().entries)
    assert len(FROZEN) >= 10


@pytest.mark.parametrize(("slug", "n"), FROZEN)
def test_the_questions_are_a_valid_questionnaire_of_that_version(client: FlaskClient, slug: str, n: int) -> None:
    response = client.get(f"/k/{slug}/v/{n}/vragenlijst.json")
    assert response.mimetype == "application/fhir+json"
    assert response.headers["Cache-Control"] == "private, no-store"
    raw = json.loads(response.get_data(as_text=True))
    found = Questionnaire.model_validate(raw)
    assert found.url == f"http://localhost/k/{slug}/v/{n}/vragenlijst.json"
    assert found.version == str(n)
    frozen = shipped().entries[slug].at(n)
    assert frozen
    assert (found.status, found.experimental) == ("draft", True)
    assert frozen.aid.status is Status.TRIAL
    items = {item.linkId: item for item in found.item}
    asked = {one.linkId: one for one in items["belangrijk"].item} if "belangrijk" in items else {}
    assert list(asked) == [f"belangrijk.{question.nr}" for question in frozen.aid.preference_questions]
    codes = [option.valueCoding.code for option in items["neiging"].answerOption]
    assert codes == [str(option.nr) for option in frozen.aid.options]
    assert [option.valueCoding.code for option in items["rol"].answerOption] == list("123456")
    assert all(len(one.answerOption) == 4 for one in asked.values())
    assert "ordinal" not in json.dumps(raw), "an answer has no weight"


@pytest.mark.parametrize(
    "address", ["hernia/v/99", "hernia/v/0", "hernia/v/01", "hernia/v/x", "hernia", "bestaat-niet/v/1"]
)
def test_what_is_not_frozen_has_no_questions(client: FlaskClient, address: str) -> None:
    assert client.get(f"/k/{address}/vragenlijst.json").status_code == 404
