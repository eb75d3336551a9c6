"""The language rules in an aid: the right place in any YAML style, its address, its glossary, its options."""

import re
from pathlib import Path

import pytest
import yaml

from engine import library
from engine.problem import Level, Problem
from tests.conftest import FIXTURES, TODAY

WHAT = "wat: U smeert elke dag zalf op de knie."
TERMS = yaml.safe_load((FIXTURES / "taal" / "regels" / "term-uitleg.yaml").read_text(encoding="utf-8"))
EASY = "U smeert de zalf. U wacht een uur. Dan mag u weer lopen. " * 9
LIKE = "Dan gaat de zalf op uw knie. U zit een uur stil. U mag dan lopen. " * 8
LONGER_WORDS = "Daarna controleert iemand nauwkeurig uw kniegewricht. U beweegt ondertussen voorzichtig. " * 10
OFFICIAL = "Tevens mag u dan lopen. U mag reeds lopen. " * 13


def problems(text: str, folder: Path) -> tuple[Problem, ...]:
    file = folder / "keuzehulp.yaml"
    file.write_text(text, encoding="utf-8")
    return library.check_file(file, "x", TODAY).problems


def found(rule: str, text: str, folder: Path) -> list[Problem]:
    return [one for one in problems(text, folder) if one.rule == rule]


@pytest.mark.parametrize(
    ("style", "line", "column"),
    [
        ("wat: U smeert zalf, en tevens olie.", 53, 28),
        ("wat: 'U smeert zalf, en tevens olie.'", 53, 29),
        ('wat: "U smeert \\u00e9n zalf, en tevens olie."', 53, 37),
        ("wat: |\n      U smeert zalf,\n      en tevens olie.", 55, 10),
        ("wat: >-\n      U smeert zalf, en\n      tevens olie.", 55, 7),
        ("wat: |\n      U smeert:\n\n      - zalf\n      - tevens **olie**", 57, 9),
    ],
)
def test_a_remark_stands_at_its_word_in_any_style(
    style: str, line: int, column: int, good: str, tmp_path: Path
) -> None:
    (one,) = found("WOORD-FORMEEL", good.replace(WHAT, style), tmp_path)
    assert (one.line, one.column) == (line, column)


@pytest.mark.parametrize("sentence", TERMS["wel"])
def test_jargon_belongs_in_the_glossary(sentence: str, good: str, tmp_path: Path) -> None:
    clean = sentence.replace("[[", "").replace("]]", "")
    (one,) = found("TERM-UITLEG", good.replace(WHAT, f"wat: {clean}"), tmp_path)
    assert one.level is Level.ERROR
    assert one.column == len("      wat: ") - 1 + sentence.index("[[")
    term = re.search(r"\[\[(.*)\]\]", sentence)
    assert term
    explained = good.replace(WHAT, f"wat: {clean}").replace(
        "\nwoorden:", f"\nwoorden:\n  {term[1]}: Uitleg die klopt."
    )
    assert found("TERM-UITLEG", explained, tmp_path) == []


@pytest.mark.parametrize("sentence", TERMS["niet"])
def test_ordinary_words_and_explained_ones_are_left_alone(sentence: str, good: str, tmp_path: Path) -> None:
    assert found("TERM-UITLEG", good.replace(WHAT, f"wat: {sentence}"), tmp_path) == []


def test_jargon_may_be_explained_on_the_spot(good: str, tmp_path: Path) -> None:
    for said in (
        "U ziet een orthopeed, een arts voor botten.",
        "Zo'n arts heet orthopeed.",
        "De arts (orthopeed) kijkt.",
    ):
        rules = {one.rule for one in problems(good.replace(WHAT, f"wat: {said}"), tmp_path)}
        assert ("TERM-UITLEG" in rules) == ("(" in said), said


def test_a_word_of_the_glossary_is_not_difficult(good: str, tmp_path: Path) -> None:
    text = good.replace(WHAT, "wat: U smeert zalf tegen erytheem en erythemen.")
    assert found("WOORD-MOEILIJK", text, tmp_path)
    assert found("WOORD-MOEILIJK", text.replace("\nwoorden:", "\nwoorden:\n  erytheem: Rode huid."), tmp_path) == []


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (EASY, LONGER_WORDS, "LIX"),
        (EASY, OFFICIAL, "opmerkingen per 100 woorden"),
        (EASY, "U smeert de zalf. " * 6, "woorden, veel minder"),
        (EASY, LIKE, ""),
        (EASY, f"{LIKE}U mag ook zitten.", ""),
        (LONGER_WORDS, LONGER_WORDS.replace("Daarna", "Straks"), ""),
    ],
)
def test_options_read_alike(first: str, second: str, said: str, good: str, tmp_path: Path) -> None:
    text = good.replace("wat: U wacht zes weken en doet niets.", f"wat: {first}").replace(WHAT, f"wat: {second}")
    messages = [one.message for one in found("OPTIE-BALANS", text, tmp_path)]
    assert [one for one in messages if said and said in one] if said else messages == []


def test_questions_to_a_doctor_may_say_u_in_an_aid_that_says_je(good: str, tmp_path: Path) -> None:
    text = good.replace("aanspreekvorm: u", "aanspreekvorm: je")
    before = len(found("AANSPREEKVORM", text, tmp_path))
    assert before > 10
    text = text.replace("- Hoe erg is het bij mij?", "- Hoe vaak doet u dit?")
    assert len(found("AANSPREEKVORM", text, tmp_path)) == before


def test_an_exception_inside_a_text_is_text(good: str, tmp_path: Path) -> None:
    comment = '# taal: negeer WOORD-FORMEEL "tevens" reden: zomaar'
    inside = good.replace(WHAT, f"wat: |\n      U smeert tevens olie.\n      {comment}")
    assert found("UITZONDERING", inside, tmp_path) == []
    assert found("WOORD-FORMEEL", inside, tmp_path)
    outside = good.replace(WHAT, "wat: U smeert tevens olie.").replace("\nkern:", f"\n{comment}\nkern:")
    assert [one.level for one in found("UITZONDERING", outside, tmp_path)] == [Level.INFO]
    assert found("WOORD-FORMEEL", outside, tmp_path) == []


def test_information_stops_nothing(good: str, tmp_path: Path) -> None:
    text = good.replace(WHAT, "wat: U kunt de zalf elke dag met een schone hand op uw knie smeren.")
    (one,) = problems(text, tmp_path)
    assert (one.rule, one.level) == ("TANG", Level.INFO)
