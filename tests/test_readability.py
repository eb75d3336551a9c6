"""The command `leesbaarheid`, and the check on what this project itself says to readers and editors."""

import json
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine import plain_dutch
from engine.paths import CATALOGUES
from engine.plain_dutch import Setting, Text, exceptions, measure, per_hundred, report
from engine.plain_dutch.difficult import glossary, let_through
from engine.plain_dutch.measures import syllables
from engine.problem import Level
from tests.conftest import FIXTURES, ROOT
from tests.editor import run
from web.cli import main

PLAIN = FIXTURES / "taal" / "drieluiken" / "knie" / "gewoon.md"
JOURNAL = FIXTURES / "taal" / "drieluiken" / "knie" / "vakblad.md"
# Documents for readers who need plain Dutch; the others are for programmers and reviewers.
DOCUMENTS = [
    *(ROOT / "docs" / name for name in ("redacteur.md", "zorgverlener.md", "beheer.md")),
    *(ROOT / "aids" / "_site").glob("*.md"),
]
# What the interface says although a rule points at it, and why.
EXCEPTIONS = {
    "Een QR-code tekenen": "zo heet die code, en de bladzijde met licenties noemt programma's van anderen",
    "Weet u wat voor u de beste keuze is?": "een vraag uit een getoetste vragenlijst (SURE), geen advies",
    "Ik weet nog niet wat voor mij de beste keuze is.": "een antwoord op die vraag, geen advies",
    "Gewone teksten over zorg hebben 3 tot 3 woorden per zin. Hun LIX is 3 tot 3.": "zo heet de maat; voor makers",
    "Voor een systeem dat FHIR leest": "zo heet die norm; voor zorgverleners",
    "QR-code met dezelfde code": "zo heet een QR-code overal",
    "QR-code van de keuzehulp: 3": "zo heet een QR-code overal",
}
# The words of a grade. None of them may stand in what the program says (readability, section 4).
GRADES = re.compile(r"\bB1\b|taalniveau B|begrijpelijk voor \d|gecertificeerd", re.IGNORECASE)


def answer(raw: bytes, *flags: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["leesbaarheid", "-", *flags], input=raw)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout


def test_the_answer_for_programs_has_exactly_these_parts() -> None:
    code, out = answer("Indien nodig belt u.\r\nHet doet géén pijn, reeds.\n".encode(), "--json")
    found = json.loads(out)
    assert code == 0
    assert found["maten"] == {
        "woorden": 9,
        "gemiddelde_zin": 4.5,
        "zinnen_boven_15": 0,
        "lix": None,
        "brouwer": None,
        "verbindingswoorden": 0,
    }
    assert found["opmerkingen"] == [
        {
            "id": "WOORD-FORMEEL",
            "niveau": "let op",
            "regel": 1,
            "kolom": 1,
            "eind_kolom": 7,
            "tekst": "Indien",
            "bericht": "'indien' kan gewoner. Schrijf 'als'.",
            "suggestie": ["als"],
        },
        {
            "id": "WOORD-FORMEEL",
            "niveau": "let op",
            "regel": 2,
            "kolom": 21,
            "eind_kolom": 26,
            "tekst": "reeds",
            "bericht": "'reeds' kan gewoner. Schrijf 'al'.",
            "suggestie": ["al"],
        },
    ]


@pytest.mark.parametrize(
    "file", sorted((FIXTURES / "taal").rglob("*.md")), ids=lambda file: f"{file.parent.name}/{file.stem}"
)
def test_every_remark_quotes_what_stands_at_its_place(file: Path) -> None:
    raw = file.read_bytes().replace(b"\n", b"\r\n")
    found = json.loads(report.as_json(report.report(raw)))
    lines = raw.decode().split("\r\n")
    for one in found["opmerkingen"]:
        assert one["tekst"] == lines[one["regel"] - 1][one["kolom"] - 1 : one["eind_kolom"] - 1]
        assert one["tekst"]
        assert one["niveau"] in {"fout", "let op", "info"}


def test_a_mistake_ends_with_1_and_says_where() -> None:
    code, out, _ = run("leesbaarheid", str(JOURNAL))
    assert code == 1
    assert re.search(r"vakblad\.md:\d+:\d+: fout: Deze zin heeft \d+ woorden", out)
    code, out, _ = run("leesbaarheid", str(PLAIN))
    assert code == 0
    assert "meet niet of lezers de tekst begrijpen" in out
    assert re.search(r"LIX +\d+,\d +\(gewone teksten over gezondheid: 26 tot 44\)", out)


def test_a_file_that_cannot_be_read_gives_one_line(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "weg.md"):
        code, out, said = run("leesbaarheid", str(place))
        assert (code, out) == (1, "")
        assert said.count("\n") == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"woord",
        b"\xff\xfe\x00\x01",
        b"\xef\xbb\xbfBel ons",
        b"A" * 100_000,
        b"Zin zonder einde " * 1000,
        b"HELEMAAL IN HOOFDLETTERS. " * 50,
        b"def f(x):\n    return {x: [y for y in z]}\n",
        "Der Patient soll sofort behandelt werden. Le médecin écoute. 患者さん。".encode(),
        b"\x00\x07\x1b[31m\r\r\n\x0c",
        b"---\n---\n```\n",
    ],
)
def test_any_content_gets_an_answer(raw: bytes) -> None:
    for flags in ((), ("--json",)):
        code, out = answer(raw, *flags)
        assert code in (0, 1)
        assert out
    assert json.loads(out)["maten"]["woorden"] >= 0


def test_an_exception_has_a_reason_and_stays_visible() -> None:
    exception = '<!-- taal: negeer WOORD-FORMEEL "indien" reden: Zo staat het in de wet. -->'
    found = plain_dutch.remarks(Text(f"Bel indien nodig.\n\n{exception}\n"))
    assert [(one.rule, one.hit.level) for one in found] == [("UITZONDERING", Level.INFO)]
    assert "Zo staat het in de wet." in found[0].hit.message
    found = plain_dutch.remarks(Text(f"Bel als het nodig is.\n\n{exception}\n"))
    assert [(one.rule, one.hit.level) for one in found] == [("UITZONDERING", Level.WARNING)]
    found = plain_dutch.remarks(Text('Bel indien nodig. <!-- taal: negeer WOORD-FORMEEL "indien" -->'))
    assert [(one.rule, one.hit.level) for one in found] == [
        ("WOORD-FORMEEL", Level.WARNING),
        ("UITZONDERING", Level.ERROR),
    ]


def test_more_remarks_than_anyone_reads_are_cut_off() -> None:
    found = plain_dutch.remarks(Text("Bel indien nodig. " * 5000))
    assert found[-1].rule == "MEER"
    assert len(found) == 2001


def test_no_score_under_a_hundred_words() -> None:
    assert measure(Text("Dit is een korte zin. " * 19)).lix is None
    assert measure(Text("Dit is een korte zin. " * 20)).lix == 5.0
    assert measure(Text("Dit is een korte zin. " * 20)).brouwer == pytest.approx(195 - 10 - 67 * 6 / 5, abs=0.1)


def test_words_that_cannot_be_avoided_can_be_left_out_of_the_scores() -> None:
    text = Text("Het carpaletunnelsyndroom doet pijn. " * 30)
    everything, without = measure(text), measure(text, without=frozenset({"carpaletunnelsyndroom"}))
    assert everything.words == without.words == 120
    assert (everything.lix or 0) > (without.lix or 0) + 20
    assert (everything.brouwer or 0) < (without.brouwer or 0)


def test_words_that_the_lists_let_through_can_be_counted() -> None:
    text = Text("De galblaas en het erytheem doen pijn. De knie niet.")
    known = [text.words[number] for number in let_through(text, Setting())]
    assert known == ["galblaas"]
    explained = Setting(explained=glossary(["erytheem"]))
    assert [text.words[number] for number in let_through(text, explained)] == ["galblaas", "erytheem"]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("knie", 1), ("operatie", 4), ("zenuw", 2), ("knieën", 2), ("bloedonderzoek", 4), ("ooievaar", 3)],
        *[("eeuwig", 2), ("cts", 1), ("patiënt", 3), ("huisarts", 2), ("mooie", 2), ("ruwe", 2)],
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("file", [file for file in DOCUMENTS if file.exists()], ids=lambda file: file.name)
def test_documents_for_readers_are_plain(file: Path) -> None:
    text = Text(file.read_text(encoding="utf-8"))
    found = [one for one in plain_dutch.remarks(text) if one.hit.level is not Level.INFO]
    assert not [one for one in found if one.hit.level is Level.ERROR]
    measures = measure(text)
    assert per_hundred(len(found), measures.words) <= 4
    assert (measures.lix or 0) <= 38


def interface() -> list[str]:
    """Every Dutch sentence of the interface, filled in where it has a gap."""
    texts = []
    for catalogue in (*CATALOGUES.glob("*.po"), *(ROOT / "web" / "catalogues").glob("*.po")):
        for line in catalogue.read_text(encoding="utf-8").split("\n\n"):
            if message := re.search(r'^msgid ((?:".*"\n?)+)', line, re.MULTILINE):
                texts.append(re.sub(r"\{\w+\}", "3", "".join(re.findall(r'"(.*)"', message[1])).replace("|", "")))
    sources = [*(ROOT / "web" / "templates").rglob("*.html"), *(ROOT / "web").glob("*.py")]
    for file in sources:
        found = re.findall(r'\b_\("((?:[^"\\]|\\.)+)"\)', file.read_text(encoding="utf-8"))
        texts += [re.sub(r"\{\w+\}", "3", message) for message in found]
    return sorted({text for text in texts if text})


def test_the_interface_is_plain_but_for_a_few_sentences_with_a_reason() -> None:
    texts = interface()
    assert len(texts) >= 100
    said = {text for text in texts if any(one.hit.level is not Level.INFO for one in plain_dutch.remarks(Text(text)))}
    assert said == set(EXCEPTIONS)


def test_nothing_the_program_says_is_a_grade() -> None:
    files = [*ROOT.glob("web/**/*.html"), *ROOT.glob("web/**/*.py"), *ROOT.glob("engine/**/*.py"), ROOT / "README.md"]
    assert len(files) > 60
    for file in files:
        assert not GRADES.search(file.read_text(encoding="utf-8")), file


# What someone may paste to make a check run for minutes: each part alone is harmless.
@pytest.mark.parametrize(
    ("form", "begin", "part"),
    [
        (exceptions.IN_MARKDOWN, "", "<!-- taal: negeer "),
        (exceptions.IN_MARKDOWN, "", "<!-- taal: negeer " + 20 * " "),
        (exceptions.IN_MARKDOWN, "<!-- taal: negeer", " "),
        (exceptions.IN_YAML, "# taal: negeer", " "),
    ],
)
def test_a_file_of_twice_the_size_takes_twice_the_time_to_look_for_exceptions(
    form: re.Pattern[str], begin: str, part: str
) -> None:
    def seconds(size: int) -> float:
        text = begin + part * (size // len(part)) + "x"
        found = []
        for _ in range(7):
            started = time.thread_time()
            assert len(list(form.finditer(text))) <= 1
            found.append(time.thread_time() - started)
        return min(found)

    small, large = seconds(6 * 1024), seconds(96 * 1024)
    # Sixteen times as much: in steps that each look at all that follows it would be 256.
    assert large < 64 * small
