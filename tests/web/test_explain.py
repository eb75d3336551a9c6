"""Words are explained below their first use and on tap later, wherever they stand on a page."""

import re

import pytest
from flask.testing import FlaskClient
from markupsafe import Markup

from web.explain import explain
from web.pages import _READ

WORDS = {"zenuw": Markup("Een draad."), "eigen risico": Markup("Wat u zelf betaalt.")}
MEANING = '<p class="kh-meaning"><b>Zenuw</b>: Een draad.</p>'


def made(html: str) -> str:
    return str(explain(html, WORDS, str))


def test_the_first_use_is_explained_below_its_paragraph() -> None:
    assert made("<p>De zenuw doet pijn.</p><p>Rust.</p>") == (
        f"<p>De <dfn>zenuw</dfn> doet pijn.</p>{MEANING}<p>Rust.</p>"
    )


def test_a_later_use_is_a_link_once_per_part_to_an_entry_at_the_end() -> None:
    html = made("<p>De zenuw.</p><h2>Meer</h2><p>Een zenuw en nog een zenuw.</p>")
    assert html.count('<a class="kh-word" href="#woord-zenuw">zenuw</a>') == 1
    assert html.count('id="woord-zenuw"') == 1
    assert html.index('id="woord-zenuw"') > html.index("nog een zenuw")
    assert html.count(MEANING) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Een zenuw is een draad in uw lijf.",
        "Daar loopt een zenuw, dat is een draad.",
        "Door de pols loopt een zenuw. Een zenuw is een draad.",
        "Zo'n draad heet een zenuw.",
        "Een draad: zo kunt u een zenuw zien.",
    ],
)
def test_a_text_that_explains_the_word_itself_is_left_alone(text: str) -> None:
    assert MEANING not in made(f"<p>{text}</p>")
    assert "<dfn>" in made(f"<p>{text}</p>")


@pytest.mark.parametrize("word", ["Zenuw", "zenuwen", "ZENUW", "eigen risico", "eigen\nrisico"])
def test_other_forms_of_a_word_are_found(word: str) -> None:
    assert f"<dfn>{word}</dfn>" in made(f"<p>Uw {word} telt.</p>")


@pytest.mark.parametrize("word", ["zenuwpijn", "ontzenuw", "risico"])
def test_a_part_of_another_word_is_no_use(word: str) -> None:
    assert made(f"<p>Uw {word} telt.</p>") == f"<p>Uw {word} telt.</p>"


@pytest.mark.parametrize("tag", ["a", "button", "h1", "h3", "label", "legend", "summary", "svg", "dt"])
def test_names_controls_and_pictures_stay_as_they_are(tag: str) -> None:
    html = f"<div><{tag}>De zenuw</{tag}></div>"
    assert made(html) == html


@pytest.mark.parametrize(
    ("html", "after"),
    [
        ('<table class="kh-words"><tr><td><p>De zenuw.</p></td><td><p>Rust.</p></td></tr></table>', "</table>"),
        ('<div class="kh-arms"><div><p>Zenuw</p></div><div><p>Rust</p></div></div>', "</div></div>"),
        ('<ol class="kh-cards"><li><p>De zenuw.</p></li></ol>', "</ol>"),
    ],
)
def test_where_neighbours_stand_side_by_side_the_explanation_stands_below_them_and_on_tap(
    html: str, after: str
) -> None:
    said = made(html)
    assert said.count(MEANING) == 1
    assert f"{after}{MEANING}" in said
    assert said.count('href="#woord-zenuw"') == said.count('id="woord-zenuw"') == 1


def test_a_list_item_holds_its_explanation() -> None:
    assert made("<ul><li>De zenuw</li></ul>") == f"<ul><li>De <dfn>zenuw</dfn>{MEANING}</li></ul>"


def test_an_aid_without_words_is_left_alone() -> None:
    assert explain("<p>De zenuw.</p>", {}, str) == "<p>De zenuw.</p>"


def test_every_page_to_read_explains_and_no_other(client: FlaskClient) -> None:
    seen = 0
    for page in (
        "start",
        "situatie",
        "opties",
        "opties/spalk",
        "vergelijken",
        "belangrijk/slapen",
        "alles",
        "vragen",
    ):
        html = client.get(f"/k/carpaletunnelsyndroom/{page}").get_data(as_text=True)
        links = set(re.findall(r'href="#(woord-[^"]+)"', html))
        assert links == set(re.findall(r'id="(woord-[^"]+)"', html))
        assert bool(links or "<dfn>" in html or 'class="kh-meaning"' in html) <= (page.split("/")[0] in _READ)
        seen += html.count('class="kh-meaning"')
    assert seen >= 6


@pytest.mark.parametrize("name", ['<p class="kh-arm-name">Zenuw</p>', '<span class="kh-column">Zenuw</span>'])
def test_the_name_of_an_option_is_never_more_than_the_other_names(name: str) -> None:
    html = made(f'<p>Een zenuw.</p><h2>x</h2><div class="kh-arms">{name}<p>De zenuw.</p></div>')
    assert name in html
    assert html.count('<a class="kh-word"') == 1
