"""The poster says there is a choice, in the words of the site, and leads to it."""

import re

from flask.testing import FlaskClient

from engine.library import Library
from tests.conftest import TODAY, shipped
from web import qr
from web.app import create_app


def posted(library: Library, address: str | None = None) -> str:
    app = create_app(library, today=lambda: TODAY, with_trial=True, address=address)
    return app.test_client().get("/zorgverlener/poster").get_data(as_text=True)


def test_the_poster_leads_to_where_readers_find_the_site() -> None:
    html = posted(shipped(), "https://keuzehulp.example")
    drawn = re.findall(r'<svg class="kh-qr".*?</svg>', html, re.DOTALL)
    assert drawn == [str(qr.drawn("https://keuzehulp.example/", "De code om deze site te openen"))]
    assert "<strong>https://keuzehulp.example</strong>" in html


def test_the_poster_asks_the_three_questions_of_the_aids_and_is_kept_by_no_cache(client: FlaskClient) -> None:
    page = client.get("/zorgverlener/poster")
    html = page.get_data(as_text=True)
    questions = re.findall(r"<li>([^<]+\?)</li>", html)
    assert len(questions) == 3
    asked = client.get("/k/hernia/vragen").get_data(as_text=True)
    assert all(f"<li>{question}</li>" in asked for question in questions)
    assert page.headers["Cache-Control"] == "private, no-store"
    assert 'href="/zorgverlener/poster"' in client.get("/zorgverlener/").get_data(as_text=True)


def test_the_poster_says_that_the_site_is_a_trial_while_an_aid_is_one() -> None:
    assert shipped().entries
    assert "Deze site is een proef." in posted(shipped())
    assert "Deze site is een proef." not in posted(shipped().shown(with_trial=False))
