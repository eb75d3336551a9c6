"""An aid about a test says what the test measures, how good it is and what comes after (IPDAS C7-C10, K24-K28)."""

import re

import pytest
from flask.testing import FlaskClient

from engine import journey, language, library
from tests.conftest import FIXTURES, TODAY
from tests.web.reading import text_of
from web.app import create_app

LIBRARY = library.load(FIXTURES / "goed", "goed", TODAY)
TEST_SENTENCES = (
    "De test meet hoeveel wind er door uw oor gaat.",
    "Verzonnen volwassenen met oren die tochten.",
    "Bij 30 van de 100 mensen vindt de test iets dat er echt is.",
    "Bij 5 van de 100 mensen vindt de test iets dat er niet is.",
    "Bij 65 van de 100 mensen vindt de test niets, en is er ook niets.",
    "Bij geen van de 100 mensen mist de test iets dat er wel is.",
    "Hoe zeker is dit? Dit is nog onzeker. Er is weinig goed onderzoek.",
    "De proef met de oren is verzonnen.",
    "En als de test iets vindt? U krijgt een doek van de huisarts.",
    "En als de test niets vindt? U hoeft niet terug te komen.",
)
SCREENING_SENTENCES = (
    "De lamp laat vlekken zien die diep in de huid zitten.",
    "Bij 8 van de 1.000 vrouwen vindt de test iets dat er echt is.",
    "Bij 20 van de 1.000 vrouwen vindt de test iets dat er niet is.",
    "Bij 970 van de 1.000 vrouwen vindt de test niets, en is er ook niets.",
    "Bij 2 van de 1.000 vrouwen mist de test iets dat er wel is.",
    "Bij 8 van de 1.000 vrouwen vinden artsen iets met de test.",
    "Bij 5 van de 1.000 vrouwen vinden artsen iets zonder de test.",
    "Dit klopt waarschijnlijk.",
    "De huidarts bekijkt de vlek nog een keer.",
    "Over twee jaar krijgt u een nieuwe brief.",
    "Kan de test iets vinden dat geen kwaad doet? De lamp kan een vlek vinden waar u nooit last van zou krijgen.",
)


@pytest.fixture(scope="module")
def pages() -> FlaskClient:
    return create_app(LIBRARY, today=lambda: TODAY, with_trial=True).test_client()


@pytest.mark.parametrize("page", ["vergelijken", "alles"])
@pytest.mark.parametrize(("slug", "sentences"), [("test", TEST_SENTENCES), ("screening", SCREENING_SENTENCES)])
def test_the_test_is_told_in_whole_sentences(
    pages: FlaskClient, slug: str, sentences: tuple[str, ...], page: str
) -> None:
    text = text_of(pages, f"/k/{slug}/{page}")
    assert not [sentence for sentence in sentences if sentence not in text]
    assert text.count("Wat meet de test?") == 1


@pytest.mark.parametrize("page", ["vergelijken", "alles"])
def test_only_what_the_aid_has_is_shown(pages: FlaskClient, page: str) -> None:
    assert "Met de test en zonder de test" not in text_of(pages, f"/k/test/{page}")
    assert "geen kwaad" not in text_of(pages, f"/k/test/{page}")
    assert "Wat meet de test?" not in text_of(pages, f"/k/klein/{page}")


@pytest.mark.parametrize("slug", ["test", "screening"])
def test_every_page_of_the_walk_is_there_and_leads_to_the_source(pages: FlaskClient, slug: str) -> None:
    entry = LIBRARY.entries[slug]
    for page in (*(step.page for step in journey.walk(entry.aid)), *journey.EXTRA_PAGES):
        html = pages.get(f"/k/{slug}/{page}").get_data(as_text=True)
        ids = re.findall(r' id="([^"]+)"', html)
        assert html.count("<h1>") == 1
        assert len(ids) == len(set(ids))
    assert f"/k/{slug}/bronnen#bron-" in pages.get(f"/k/{slug}/vergelijken").get_data(as_text=True)


def test_no_answer_is_chosen_beforehand(pages: FlaskClient) -> None:
    """Of any kind of aid: a choice made for the reader is a push (field.md KH22)."""
    controls = 0
    for slug, entry in LIBRARY.entries.items():
        for page in (*(step.page for step in journey.walk(entry.aid)), *journey.EXTRA_PAGES):
            for control in re.findall(r"<input[^>]*>", pages.get(f"/k/{slug}/{page}").get_data(as_text=True)):
                assert "checked" not in control
                controls += 1
    assert controls >= 60


def test_the_sentences_about_a_test_are_in_english_too() -> None:
    test = LIBRARY.entries["screening"].aid.test
    assert test
    sentences = [*language.accuracy_sentences(test.accuracy, "en"), *language.detection_sentences(test, "en")]
    assert [str(sentence) for sentence in sentences] == [
        "In 8 of 1,000 women, the test finds something that is really there.",
        "In 20 of 1,000 women, the test finds something that is not there.",
        "In 970 of 1,000 women, the test finds nothing, and nothing is there.",
        "In 2 of 1,000 women, the test misses something that is there.",
        "In 8 of 1,000 women, doctors find something with the test.",
        "In 5 of 1,000 women, doctors find something without the test.",
    ]
