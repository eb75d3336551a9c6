"""The rules about neutrality and numbers stay silent on what only looks like a breach, and point at the word.

What they do find stands in fixtures/fout.
"""

from pathlib import Path

import pytest

from engine import library, rules, thresholds
from engine.problem import Level
from engine.terms import Status
from tests.conftest import TODAY

WHAT = "wat: U smeert elke dag zalf op de knie."
# The made-up texts below hold odd words, and 'je' in an aid that says 'u'; that is not what they are about.
ABOUT_WORDS = {"AANSPREEKVORM", "TERM-UITLEG", "WOORD-MOEILIJK"}
ALWAYS_WRONG = {"ADVIES", "EEN-OP-DE", "optie-scheef", "PROCENT"}
SOFT = {"betekent-balans", "KANSWOORD-ZONDER-GETAL", "OPTIE-BALANS", "RELATIEF", "voorkeur-richting"}


def found(text: str, folder: Path) -> set[str]:
    """The ids of everything that is said about this aid."""
    file = folder / "keuzehulp.yaml"
    file.write_text(text, encoding="utf-8")
    return {problem.rule for problem in library.check_file(file, "x", TODAY).problems} - ABOUT_WORDS


def changed(good: str, old: str, new: str) -> str:
    assert good.count(old) == 1
    return good.replace(old, new)


@pytest.mark.parametrize(
    "text",
    [
        # advies
        "Wat bij u past, weet u zelf het best.",
        "De gelukkige eigenaar smeert, en de slechtste knie ook.",
        "U moeten wij nog spreken.",
        "U kunt ook adviseurs vragen.",
        "Deze sok past bij uw schoen.",
        "Er is geen goede of foute keuze.",
        # procent
        "Lees https://example.org/100%25/20%20procent verder.",
        "De arts meet de procentuele groei.",
        # een-op-de
        "Lees https://example.org/1 of www.example.org/een-op-vijf eens.",
        "U praat een op een met de arts.",
        "De nacht van 1 op 2 januari telt niet mee.",
        "Smeer 1 keer op de dag, of 2 op één dag.",
        "Bij 8 van de 100 mensen zit de zalf op de knie.",
        # relatief
        "Smeer twee keer per dag, of drie keer zo nodig.",
        "De zalf is half zout en dubbelzijdig.",
        "Dat is zo vaak als u wilt.",
        "Bij de helft van de mensen stopt het.",
    ],
)
def test_a_near_miss_is_silent(text: str, good: str, tmp_path: Path) -> None:
    assert found(changed(good, WHAT, f"wat: {text}"), tmp_path) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("teken: Uw knie wordt blauw.", "teken: Uw knie wordt blauw en u moet huilen."),
        ("- U slaapt slecht.", "- U moet vaak uit bed."),
        ("Zij gaan eerst naar de huisarts.", "U moet met hen eerst naar de huisarts."),
    ],
)
def test_must_is_allowed_where_there_is_danger(old: str, new: str, good: str, tmp_path: Path) -> None:
    assert "ADVIES" not in found(changed(good, old, new), tmp_path)


def test_other_advice_is_not_allowed_where_there_is_danger(good: str, tmp_path: Path) -> None:
    text = changed(good, "teken: Uw knie wordt blauw.", "teken: Helaas wordt uw knie blauw.")
    assert found(text, tmp_path) == {"ADVIES"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("titel: Verzonnen proef met knieën", "titel: De beste keuze, 20% of 1 op de 5, halveert soms"),
        ("url: https://example.org/proef", "url: https://example.org/u%20moet/1%20op%20de%205"),
        ("- knie die piept", "- past bij u 20 procent"),
        ("  piepknie: Een", "  u moet 1 op de 5: Een"),
        ("organisatie: Verzonnen Artsen", "organisatie: Vereniging Maar Liefst 1 op 5"),
        ("financiering: Niemand gaf geld.", "financiering: Eén gever gaf 20%."),
    ],
)
def test_names_titles_terms_and_search_words_are_not_looked_at(old: str, new: str, good: str, tmp_path: Path) -> None:
    assert found(changed(good, old, new), tmp_path) == set()


def test_ids_are_not_looked_at(good: str, tmp_path: Path) -> None:
    assert found(good.replace("piepproef", "slechts").replace("zalf:", "halveert:"), tmp_path) == {
        "optie-mist",
        "verwijzing",
    }
    assert found(good.replace("id: stil", "id: helaas").replace("stil: ", "helaas: "), tmp_path) == set()


@pytest.mark.parametrize(
    "phrase", ["je moet", "past bij jou", "wij  adviseren", "we raden je aan", "WIJ RADEN U AAN", "maar **liefst**"]
)
def test_advice_is_found_in_every_form(phrase: str, good: str, tmp_path: Path) -> None:
    assert found(changed(good, WHAT, f"wat: Nu komt {phrase} dan."), tmp_path) == {"ADVIES"}


@pytest.mark.parametrize("chance", ["1 op 5", "één op de tien", "1 op de 100.000", "2 op iedere 1000", "1 op 10."])
def test_one_in_n_is_found_in_every_form(chance: str, good: str, tmp_path: Path) -> None:
    assert found(changed(good, WHAT, f"wat: Bij {chance} zo"), tmp_path) == {"EEN-OP-DE"}


@pytest.mark.parametrize("words", ["2 x zo vaak", "x keer zo vaak", "tien keer hoger", "half zo vaak", "3× zo erg"])
def test_relative_words_are_found_in_every_form(words: str, good: str, tmp_path: Path) -> None:
    assert found(changed(good, WHAT, f"wat: Dat is {words}."), tmp_path) == {"RELATIEF"}


def test_words_are_found_over_the_end_of_a_line(good: str, tmp_path: Path) -> None:
    lines = "wat: |\n      Bij 1\n      op\n      de 5 is het twee\n      keer\n      zo, maar\n      liefst."
    assert found(changed(good, WHAT, lines), tmp_path) == {"ADVIES", "EEN-OP-DE", "RELATIEF"}


def test_percentages_are_found_in_every_form(good: str, tmp_path: Path) -> None:
    for percentage in ("20%", "20 PROCENT", "een procentpunt", "3‰", "veel procenten"):
        assert found(changed(good, WHAT, f"wat: Dat is {percentage} meer."), tmp_path) == {"PROCENT"}


def test_options_at_the_limit_are_in_balance(good: str, tmp_path: Path) -> None:
    four = changed(good, "naam: Zalf smeren", "naam: Elke dag zalf smeren")
    assert found(four, tmp_path) == set()
    three = changed(good, "      - De zalf maakt vlekken.\n", "      - Vlekken.\n      - Geur.\n      - Kou.\n")
    assert found(three, tmp_path) == set()


def test_the_waiting_block_does_not_count_for_balance(good: str, tmp_path: Path) -> None:
    longer = changed(good, "hoe_lang: Hoogstens zes weken lang.", f"hoe_lang: {' '.join(['woord'] * 39)}")
    assert not {"OPTIE-BALANS", "optie-scheef"} & found(longer, tmp_path)


def test_six_words_more_in_a_short_meaning_are_in_balance(good: str, tmp_path: Path) -> None:
    short, longer = "afwachten: De knie kan vanzelf stil zijn.", "zalf: De knie kan door smeren stil zijn."
    text = changed(changed(good, short, "afwachten: Een twee drie."), longer, f"zalf: {' '.join(['woord'] * 9)}")
    assert "betekent-balans" not in found(text, tmp_path)
    assert "betekent-balans" in found(text.replace("woord woord", "woord woord woord", 1), tmp_path)


@pytest.mark.parametrize("start", ["Hoe erg", "hoe belangrijk", "Wat vindt", "Wat vind"])
def test_a_question_without_direction_is_silent(start: str, good: str, tmp_path: Path) -> None:
    text = changed(good, "vraag: Hoe belangrijk is een stille knie voor u?", f"vraag: {start} u van de knie?")
    assert found(text, tmp_path) == set()


def test_the_remedy_speaks_as_the_aid_does(good: str, tmp_path: Path) -> None:
    text = changed(good, "aanspreekvorm: u", "aanspreekvorm: je")
    file = tmp_path / "keuzehulp.yaml"
    file.write_text(changed(text, "Hoe belangrijk is een stille knie voor u?", "Wil je rust?"), encoding="utf-8")
    (problem,) = (one for one in library.check_file(file, "x", TODAY).problems if one.rule == "voorkeur-richting")
    assert "voor jou om" in problem.remedy


def test_levels_follow_from_rule_and_status() -> None:
    by_id = {rule.id: rule for rule in rules.all_rules()}
    assert by_id.keys() >= ALWAYS_WRONG | SOFT
    for status in (Status.CONCEPT, Status.TRIAL):
        assert {by_id[name].level(status) for name in SOFT} == {Level.WARNING}
    assert {by_id[name].level(status) for name in ALWAYS_WRONG for status in Status} == {Level.ERROR}
    assert {by_id[name].level(Status.PUBLISHED) for name in SOFT} == {Level.ERROR}


def test_limits_leave_room_between_remark_and_mistake() -> None:
    assert 1 < thresholds.OPTION_WORDS_FACTOR < thresholds.OPTION_WORDS_FACTOR_MAX


@pytest.mark.parametrize(
    "text",
    [
        "Bij 8 van de 100 mensen lekt de zalf soms.",
        "De zalf lekt soms. Dat gebeurt bij 8 van de 100 mensen.",
        "De zalf lekt meestal. Wij vonden geen getal.",
        "Er is een kleine kans op vlekken, maar hoe vaak is niet bekend.",
        "De zalf lekt bij tien van de honderd mensen vaak.",
        "Er is een mogelijkheid om te smeren, en een mogelijke vlek.",
        "Smeren is niet mogelijk. Stoppen is mogelijk, en praten ook.",
        "Het is mogelijk om te smeren, zo snel mogelijk en zo _veel_ mogelijk.",
        "Hoe vaak u smeert, kiest u zelf. Even vaak kan, zo vaak als u wilt en niet te vaak.",
        "Het stopt waarschijnlijk, of misschien niet.",
        "Wie somber is, smeert vaker.",
    ],
)
def test_a_chance_beside_a_number_and_a_near_miss_are_silent(text: str, good: str, tmp_path: Path) -> None:
    assert found(changed(good, WHAT, f"wat: {text}"), tmp_path) == set()


@pytest.mark.parametrize(
    "text",
    [
        "De zalf lekt zelden.",
        "Bij 8 van de 100 mensen lekt de zalf. Na een tijd is dat soms weg.",
        "De zalf lekt soms. Dat is niet erg. Bij 8 van de 100 mensen lekt hij.",
        "De zalf lekt de eerste zes weken vaak.",
        "De zalf lekt de eerste 2 tot 3 weken **bijna altijd**.",
        "Uw knie kan mogelijk piepen.",
    ],
)
def test_a_chance_without_a_number_of_people_is_found(text: str, good: str, tmp_path: Path) -> None:
    assert found(changed(good, WHAT, f"wat: {text}"), tmp_path) == {"KANSWOORD-ZONDER-GETAL"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("teken: Uw knie wordt blauw.", "teken: Uw knie wordt soms blauw."),
        ("kanttekening: Het onderzoek is verzonnen.", "kanttekening: Mensen stopten vaak eerder."),
        ("uitleg: U mag op elk moment opnieuw kiezen.", "uitleg: U mag meestal opnieuw kiezen."),
        ("  piepknie: Een verzonnen knie die geluid maakt.", "  piepknie: Een knie die soms piept."),
    ],
)
def test_chances_elsewhere_are_not_looked_at(old: str, new: str, good: str, tmp_path: Path) -> None:
    assert found(changed(good, old, new), tmp_path) == set()
