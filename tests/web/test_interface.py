"""The texts of the interface: none missing or stale in a catalogue, and one voice per aid."""

import functools
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from flask.testing import FlaskClient

from engine import journey, language, library
from tests.conftest import ROOT, TODAY

METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
FORMAL = re.compile(r"\b([Uu]|[Uu]w|[Uu]we)\b")
INFORMAL = re.compile(r"\b([Jj]e|[Jj]ij|[Jj]ou|[Jj]ouw)\b")


def texts(folder: str) -> set[str]:
    """Every text that code or templates in a folder mark for translation."""
    found = extract_from_dir(ROOT / folder, METHODS, keywords={"_": None, "N_": None})
    return {str(message) for _, _, message, _, _ in found}


def test_every_text_with_u_has_one_with_je_and_none_is_stale() -> None:
    for folder, least in (("web", 150), ("engine", 20)):
        marked = texts(folder)
        catalogue = language.catalogue(ROOT / folder / "catalogues", "nl@je")
        assert len(marked) >= least
        assert {text for text in marked if FORMAL.search(text)} == set(catalogue)
        for text, translation in catalogue.items():
            assert not FORMAL.search(translation), text
            assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", translation))


def test_the_interface_itself_never_says_je() -> None:
    assert not [text for text in texts("web") if INFORMAL.search(text)]


def test_every_sentence_of_the_engine_is_in_english_too() -> None:
    catalogue = language.catalogue(ROOT / "engine" / "catalogues", "en")
    assert set(catalogue) == texts("engine")


def test_no_text_stands_in_a_template_unmarked() -> None:
    templates = sorted((ROOT / "web" / "templates").rglob("*.html"))
    assert len(templates) >= 30
    for file in templates:
        bare = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>", " ", file.read_text(encoding="utf-8"), flags=re.S)
        assert not re.search(r"[A-Za-z]{3,}", bare), (file.name, bare.split())


def in_je(good: str) -> str:
    """The small aid, speaking to its reader as 'je'."""
    text = re.sub(r"\b[Uu]w\b", "je", good)
    return re.sub(r"\bU\b", "Je", re.sub(r"\bu\b", "je", text))


@pytest.mark.parametrize("address", ["u", "je"])
def test_an_aid_speaks_with_one_voice(
    aids: Path, good: str, client_of: Callable[..., FlaskClient], address: str
) -> None:
    """Only the interface is looked at: the words of the small aid itself are cut out."""
    text = good if address == "u" else in_je(good)
    (aids / "klein" / "keuzehulp.yaml").write_text(text, encoding="utf-8")
    aid = library.load(aids, "x", TODAY).entries["klein"].aid
    content = {line.split(": ", 1)[-1].strip(" -") for line in text.split("\n") if len(line.split()) > 3}
    wrong = FORMAL if address == "je" else INFORMAL
    seen = 0
    client = client_of()
    for step in journey.walk(aid):
        html = client.get(f"/k/klein/{step.page}").get_data(as_text=True)
        lines = {unescape(part).strip() for part in re.sub(r"<[^>]*>", "\n", html).split("\n")} - {""}
        rest = [functools.reduce(lambda text, part: text.replace(part, ""), content, line) for line in lines]
        assert not [line for line in rest if wrong.search(line)], step.page
        seen += len(lines - content)
    assert seen >= 300
