"""The command line speaks Dutch where its library would speak English, and works in the checkout one stands in."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from web import command_words, scaffold
from web.cli import main


def run(*words: str, typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(main, words, input=typed)
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nieuw",), 2, "Er ontbreekt iets: SLUG. Zie: main nieuw --help"),
        (("controler",), 2, "Er is geen commando 'controler'. Bedoelde u 'controleer'?"),
        (("xyz",), 2, "Er is geen commando 'xyz'. Kies uit: bijwerken, bronnen,"),
        (("controleer", "--formaatt", "json"), 2, "De keuze --formaatt bestaat niet. Bedoelde u --formaat?"),
        (("controleer", "--formaat"), 2, "Achter --formaat ontbreekt iets."),
        (("controleer", "--formaat", "xml"), 2, "Wat er bij --formaat staat, kan daar niet."),
        (("start", "--port", "veel"), 2, "Wat er bij --port staat, kan daar niet."),
        (("herzien", "nu"), 2, "Er staat iets te veel. Zie: main herzien --help"),
        (("leesbaarheid", "weg.md"), 1, "weg.md kan niet gelezen worden: dat is er niet."),
    ],
)
def test_a_mistake_in_what_is_typed_is_told_in_dutch(words: tuple[str, ...], code: int, said: str) -> None:
    found, output = run(*words)
    assert found == code
    assert output.startswith(said)
    assert not [word for word in ("Usage", "Error", "No such", "Try ") if word in output]


def test_who_stops_at_a_question_is_told_so(aids: Path) -> None:
    code, said = run("uitgeven", "klein", "--aids", str(aids))
    assert code == 1
    assert "Afgebroken." in said
    assert "Aborted" not in said


def test_help_and_nothing_typed_are_as_before() -> None:
    assert run("--help")[0] == 0
    code, said = run()
    assert code == 2
    assert "controleer" in said


def test_every_reason_of_the_computer_is_dutch() -> None:
    assert scaffold.reason(FileNotFoundError(2, "No such file or directory")) == "dat is er niet"
    assert scaffold.reason(OSError(98, "Address already in use")) == "een ander programma gebruikt die al"


def test_the_checkout_one_stands_in_goes_before_the_one_that_is_installed(
    aids: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(aids.parent)
    assert command_words.aids_here() is None
    (aids.parent / "pyproject.toml").write_text('[project]\nname = "iets-anders"\n')
    assert command_words.aids_here() is None
    shutil.copy(ROOT / "pyproject.toml", aids.parent)
    code, said = run("nieuw", "piepknie")
    assert (code, said.splitlines()[0]) == (0, "Gemaakt: aids/piepknie/keuzehulp.yaml")
    assert (aids / "piepknie" / "keuzehulp.yaml").is_file()
    monkeypatch.chdir(ROOT)
    assert command_words.aids_here() is None
