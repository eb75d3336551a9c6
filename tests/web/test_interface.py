"""The texts of the interface: none missing or stale in a catalogue, and one voice per aid."""

import ast
import functools
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from engine import journey, language, library
from tests.conftest import ROOT, TODAY
from tests.languages import CATALOGUES, FORMAL, needed, texts, update

INFORMAL = re.compile(r"\b([Jj]e|[Jj]ij|[Jj]ou|[Jj]ouw)\b")


def test_every_text_with_u_has_one_with_je_and_none_is_stale() -> None:
    for folder, least in (("web", 150), ("engine", 20)):
        marked = set(texts(folder))
        catalogue = language.catalogue(ROOT / folder / "catalogues", "nl@je")
        assert len(marked) >= least
        assert {text for text in marked if FORMAL.search(text)} == set(catalogue)
        for text, translation in catalogue.items():
            assert not FORMAL.search(translation), text
            assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", translation))


def test_the_interface_itself_never_says_je() -> None:
    assert not [text for text in texts("web") if INFORMAL.search(text)]


def test_no_text_is_marked_inside_another() -> None:
    """Before Python 3.12 nobody finds a marked text inside an f-string, and it is shown in Dutch to everyone."""
    seen = 0
    for folder in ("web", "engine"):
        for file in (ROOT / folder).rglob("*.py"):
            seen += 1
            for text in (node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.JoinedStr)):
                names = {node.id for node in ast.walk(text) if isinstance(node, ast.Name)}
                assert "N_" not in names, f"{file}:{text.lineno}"
                for call in (node for node in ast.walk(text) if isinstance(node, ast.Call)):
                    marks = ast.unparse(call.func) == "_" and isinstance(call.args[0], ast.Constant)
                    assert not marks, f"{file}:{text.lineno}"
    assert seen > 100


@pytest.mark.parametrize(("folder", "least"), [("engine", 35), ("web", 400)])
def test_every_text_is_in_english_too_and_none_is_stale(folder: str, least: int) -> None:
    catalogue = language.catalogue(ROOT / folder / "catalogues", "en")
    assert len(catalogue) >= least
    assert set(catalogue) == set(texts(folder))
    for text, translation in catalogue.items():
        assert sorted(re.findall(r"{\w+}|\|", text)) == sorted(re.findall(r"{\w+}|\|", translation)), text
        assert (text[-1] in ".?:") == (translation[-1] in ".?:"), text


@pytest.mark.parametrize("folder", ["engine", "web"])
def test_updating_the_catalogues_keeps_what_is_there_adds_and_drops(tmp_path: Path, folder: str) -> None:
    for code in CATALOGUES:
        file = ROOT / folder / "catalogues" / f"{code}.po"
        copy = tmp_path / file.name
        wanted = needed(folder, code)
        copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        assert update(copy, wanted) == (0, 0)
        assert dict(language.catalogue(tmp_path, code)) == dict(language.catalogue(file.parent, code))
        if len(wanted) < 2:
            continue
        assert update(copy, [*wanted[1:], 'Nieuwe tekst met "haakjes".']) == (1, 1)
        known = language.catalogue(tmp_path, code)
        assert wanted[0] not in known
        assert len(known) == len(wanted) - 1
        assert 'msgid "Nieuwe tekst met \\"haakjes\\"."\nmsgstr ""' in copy.read_text(encoding="utf-8")


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


def test_scripts_hold_no_words_of_their_own() -> None:
    """What a script says comes from the page, where it is translated."""
    scripts = sorted((ROOT / "web" / "static" / "js").glob("*.js"))
    assert len(scripts) >= 8
    said = re.compile(
        r"""(?:textContent|innerText|title|alt|placeholder)\s*=\s*["'`]\s*[A-Za-zÀ-ÿ]{2,}|aria-label["'],\s*["'`][A-Za-z]"""
    )
    for file in scripts:
        text = re.sub(r"^\s*//.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert not said.search(text), (file.name, said.search(text))
