"""How a text is cut into words and sentences, whatever stands in it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import plain_dutch
from engine.plain_dutch import Text, measure
from engine.plain_dutch.text import Kind


def cut(raw: str) -> list[tuple[str, Kind]]:
    text = Text(raw)
    return [(" ".join(raw[one.start : one.end].split()), one.kind) for one in text.sentences]


def said(raw: str) -> list[str]:
    return [sentence for sentence, _ in cut(raw)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "Een **zin.** Nog een?\nDit loopt\ndoor tot 3.5 keer.",
            ["Een **zin", "Nog een", "Dit loopt door tot 3.5 keer"],
        ),
        ("U neemt mee:\n- een tas\n- iets om\n  te lezen", ["U neemt mee", "een tas", "iets om te lezen"]),
        ("1. Was de wond.\n2) Dek af. Klaar.\na) Of niet", ["Was de wond", "Dek af", "Klaar", "Of niet"]),
        ("Bel dr. Jansen of mevr. A. de Boer. Dat kan.", ["Bel dr. Jansen of mevr. A. de Boer", "Dat kan"]),
        ("Zij vraagt: ‘Gaat het?’ U knikt.", ["Zij vraagt: ‘Gaat het", "U knikt"]),
        ("een zin zonder hoofdletter. nog een", ["een zin zonder hoofdletter", "nog een"]),
        ("Kop zonder punt\n\nEen zin.", ["Kop zonder punt", "Een zin"]),
        ("Eén regel\r\nen dezelfde.\r\n\r\nAndere zin", ["Eén regel en dezelfde", "Andere zin"]),
        ("Om 12.30 uur, of a.u.b. eerder.", ["Om 12.30 uur, of a.u.b. eerder"]),
        ("", []),
        ("...\n\n---\n", []),
    ],
)
def test_sentences(raw: str, expected: list[str]) -> None:
    assert said(raw) == expected


def test_kinds() -> None:
    raw = "# Kop\nTekst.\n\n- punt. Nog iets.\n\n| cel | cel |\n|---|---|\n| een | twee |\n\nEinde."
    assert [kind for _, kind in cut(raw)] == [
        Kind.HEADING,
        Kind.SENTENCE,
        Kind.ITEM,
        Kind.ITEM,
        *[Kind.CELL] * 4,
        Kind.SENTENCE,
    ]


def test_code_addresses_and_comments_are_no_prose() -> None:
    code = "Typ `indien reeds`.\n\n```sh\nindien reeds\n```\n\n<!-- indien -->\n"
    raw = f"{code}Zie [de site](https://x.nl/indien) en a@b.nl."
    assert not [one for one in plain_dutch.remarks(Text(raw)) if one.rule == "WOORD-FORMEEL"]
    assert Text(raw).words[-3] == "site"
    assert measure(Text("Typ `keuzehulp nieuw piepknie` nu.")).words == 3


@pytest.mark.parametrize(
    "raw",
    [
        "Eén vóór hét ééuwige indien.",
        "\ufeffReeds\u00a0bekend.\r\nIndien\tja.",
        "İstanbul: indien.",
        "a\x00b\x07 indien \u202e reeds",
    ],
)
def test_places_hold_with_any_letter(raw: str) -> None:
    found = [raw[one.hit.start : one.hit.end].lower() for one in plain_dutch.remarks(Text(raw))]
    assert {"indien", "reeds"} & set(found)
    assert len(Text(raw).clean) == len(Text(raw).small) == len(raw)


@given(st.text(alphabet=st.sampled_from("aeiu bdk.,!?:;-*_#|`~<>[]()'\"’0123%/\n\r\t\\éİ\x00"), max_size=120))
def test_any_text_gets_an_answer_and_places_inside_it(raw: str) -> None:
    text = Text(raw)
    assert len(text.clean) == len(raw)
    measure(text)
    for one in plain_dutch.remarks(text):
        assert 0 <= one.hit.start <= one.hit.end <= len(raw)
    ends = [(one.start, one.end) for one in text.sentences]
    assert ends == sorted(ends)


CHARACTERS = 250_000
LARGE = {
    "niets": "",
    "woorden": "De kat zit op het dak en kijkt naar ons. ",
    "zonder einde": "de kat en de hond en ",
    "hoofdletters": "DE KAT ZIT OP HET DAK. ",
    "engels": "The patient should be monitored throughout the procedure. ",
    "code": "for (int i = 0; i < 10; i++) { x[i] = y->z; }\n",
    "punten": ".",
    "sterren": "*",
    "haken": "[(<!--`|#",
    "één woord": "a",
    "aanhalingstekens": "'\"‘",
    "tekens": "\x00\x01\x1b",
    "spaties": " \n\t",
    "vaktaal": "De etiologie is evenwel reeds onderzocht indien EFG 20% (zie A/B). ",
    "wordt": "wordt en u of je niet ",
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_text_takes_a_second_a_megabyte(name: str) -> None:
    piece = LARGE[name]
    raw = piece * (CHARACTERS // max(1, len(piece))) if piece else ""
    plain_dutch.remarks(Text("De etiologie is indien 20% A/B reeds zo."))
    started = time.process_time()
    text = Text(raw)
    plain_dutch.remarks(text)
    measure(text)
    # A second a megabyte, and room for a slow machine: what must not happen is growing with the square.
    assert time.process_time() - started < 1
