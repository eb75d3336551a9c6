"""The answers on a professional's sheet are saved as a valid QuestionnaireResponse, by this browser alone."""

import json
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from playwright.sync_api import Page

from tests.browser.answering import AID
from tests.browser.coding import NRS, SHEET, SHOWN, code_of, read
from tests.browser.conftest import Visitor

pytestmark = pytest.mark.walk


def saved(page: Page) -> tuple[QuestionnaireResponse, dict[str, tuple[str, str]]]:
    """The file, and by question its words and the code of its answer."""
    page.wait_for_selector(SHOWN)
    page.get_by_text("Voor een systeem dat FHIR leest").click()
    with page.expect_download() as file:
        page.get_by_role("button", name="Bewaar de antwoorden als bestand").click()
    assert file.value.suggested_filename.startswith("keuzehulp-carpaletunnelsyndroom-")
    raw = json.loads(Path(file.value.path()).read_text(encoding="utf-8"))
    found = QuestionnaireResponse.model_validate(raw)
    inner = [one for item in found.item or () for one in (item.item or [item])]
    return found, {one.linkId: (one.text, one.answer[0].valueCoding.code) for one in inner}


def test_the_answers_fit_the_questions_of_that_version_and_stay_here(visitor: Visitor) -> None:
    visit = visitor.visit("/blad")
    page = visit.page
    read(page, code_of({NRS[0]: 3, NRS[1]: 4}, AID.options[1].nr, 2))
    page.wait_for_selector(SHOWN)
    before = len(visit.requests)
    found, answers = saved(page)
    assert len(visit.requests) == before
    questions = {question.nr: question.question for question in AID.preference_questions}
    assert {name: code for name, (_, code) in answers.items()} == {
        f"belangrijk.{NRS[0]}": "3",
        f"belangrijk.{NRS[1]}": "4",
        "neiging": str(AID.options[1].nr),
        "rol": "2",
    }
    assert answers[f"belangrijk.{NRS[0]}"][0] == questions[NRS[0]]
    assert found.meta is None
    address, _, version = found.questionnaire.partition("|")
    form = Questionnaire.model_validate(page.request.get(address).json())
    assert (form.url, form.version) == (address, version)
    asked = {one.linkId: one for item in form.item for one in (item.item or [item])}
    for item in found.item:
        for one in item.item or [item]:
            given = one.answer[0].valueCoding
            allowed = [option.valueCoding for option in asked[one.linkId].answerOption]
            assert (given.code, given.display) in [(option.code, option.display) for option in allowed]
            assert one.text == asked[one.linkId].text


def test_a_code_without_answers_and_a_made_up_patient_are_valid_too(visitor: Visitor) -> None:
    page = visitor.visit("/blad").page
    read(page, code_of({}))
    found, answers = saved(page)
    assert not answers
    page.goto("/")
    page.goto(f"{SHEET}#oefen")
    found, answers = saved(page)
    assert answers
    assert [tag.code for tag in found.meta.tag] == ["HTEST"]
