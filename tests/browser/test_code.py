"""The codec in the browser against a second one in Python, against fixed vectors, and against every small mistake."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.antwoordcode import ALPHABET, Case, Reader, decode, modulo, random_case
from tests.browser.conftest import Visitor
from web.site import static_mark

pytestmark = pytest.mark.walk
VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
CASES = 10_000


@pytest.fixture
def page(visitor: Visitor) -> Iterator[Page]:
    visit = visitor.visit("/blad")
    for name in ("code", "decode"):
        address = f"/static/{static_mark()}/js/{name}.js"
        visit.page.evaluate("a => import(a).then(found => { window.code = {...window.code, ...found} })", address)
    yield visit.page
    assert not visit.complaints


def reader_of(found: dict[str, Any]) -> Reader:
    said = {int(nr): answer for nr, answer in found["answers"].items()}
    return Reader(found["aid"]["nr"], found["version"]["n"], found["leaning"], found["role"], said)


def every(page: Page, expression: str, values: object) -> list[Any]:
    """What an expression in the browser makes of each value; as text, because handing over objects is slow."""
    script = f"text => JSON.stringify(JSON.parse(text).map({expression}))"
    found: list[Any] = json.loads(page.evaluate(script, json.dumps(values)))
    return found


def read(page: Page, codes: list[str], aids: list[dict[str, object]]) -> list[dict[str, Any]]:
    page.evaluate("text => { window.aids = JSON.parse(text) }", json.dumps(aids))
    return every(page, "one => window.code.read(one, window.aids)", codes)


def test_ten_thousand_random_answers_come_back_and_both_codecs_agree(page: Page) -> None:
    dice = random.Random(7)
    cases = [random_case(dice, dice.choice((5, 12, 63))) for _ in range(CASES)]
    states = [[case.state(), case.questions] for case in cases]
    written = every(page, "([state, questions]) => window.code.write(state, questions)", states)
    assert written == [case.code for case in cases]
    codes = [[case.code, case.known()] for case in cases]
    back = every(page, "([text, aid]) => window.code.read(text, [aid])", codes)
    assert [reader_of(found) for found in back] == [case.reader for case in cases]
    for case in cases:
        one = case.reader
        assert decode(case.code, one.nr, one.version, case.questions, case.options) == one


def test_the_vectors_never_change(page: Page) -> None:
    assert len(VECTORS) >= 6
    for vector in VECTORS:
        said = {int(nr): answer for nr, answer in vector["said"].items()}
        reader = Reader(vector["nr"], vector["version"], vector["leaning"], vector["role"], said)
        case = Case(reader, tuple(vector["questions"]), tuple(vector["options"]))
        assert case.code == vector["code"]
        state = [case.state(), case.questions]
        assert page.evaluate("([state, questions]) => window.code.write(state, questions)", state) == vector["code"]
        (found,) = read(page, [vector["code"]], [case.known()])
        assert {nr: answer for nr, answer in reader_of(found).said.items() if answer} == said
    # The check value that lists of cyclic codes give for CRC-10/ATM.
    nine = "".join(f"{byte:08b}" for byte in b"123456789") + "0" * 10
    assert modulo(int(nine, 2)) == 0x199
    assert page.evaluate("bits => window.code.remainder(bits)", nine) == 0x199


def mistakes(code: str) -> list[str]:
    """Every code with one other sign in it, and every one with two neighbours swapped."""
    found = [
        code[:place] + sign + code[place + 1 :]
        for place in range(len(code))
        for sign in ALPHABET
        if sign != code[place]
    ]
    for place in range(len(code) - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        found += [swapped] if swapped != code else []
    return found


def test_every_wrong_sign_and_every_swap_of_neighbours_is_refused(page: Page) -> None:
    """Also where the mistake makes another aid or version of it, because the aids in the list are near each other."""
    dice = random.Random(8)
    shapes = [random_case(dice, 12) for _ in range(200)]
    cases = [
        Case(
            Reader(number // 3 + 1, number % 3 + 1, shape.reader.leaning, shape.reader.role, shape.reader.said),
            shape.questions,
            shape.options,
        )
        for number, shape in enumerate(shapes)
    ]
    aids = [
        {"nr": nr, "versions": [case.known()["versions"][0] for case in cases if case.reader.nr == nr]}  # type: ignore[index]
        for nr in sorted({case.reader.nr for case in cases})
    ]
    assert all("answers" in found for found in read(page, [case.code for case in cases], aids))
    tried = 0
    for case in cases:
        wrong = mistakes(case.code)
        assert set(every(page, "one => window.code.read(one, window.aids).problem", wrong)) == {"wrong"}, case.code
        tried += len(wrong)
    assert tried >= 60_000


def test_random_strings_are_no_code(page: Page) -> None:
    dice = random.Random(9)
    cases = [random_case(dice, 12) for _ in range(300)]
    aids = [{**case.known(), "nr": number + 1} for number, case in enumerate(cases)]
    texts = ["".join(dice.choices(ALPHABET + "IOLU -\n#é👍<", k=dice.randint(0, 60))) for _ in range(100)]
    texts += ["".join(dice.choices(ALPHABET, k=dice.randint(9, 16))) for _ in range(100)]
    assert len(texts) == 200
    assert all("problem" in found for found in read(page, texts, aids))
    for text in ("", "0" * 13, "0" * 500, "Z" * 13, "9" * 9, "NaN", "__proto__", "%23", "40", "\u202e4040"):
        (found,) = read(page, [text], aids)
        assert found["problem"] in {"empty", "wrong"}


def test_what_is_left_of_the_last_sign_must_be_zero(page: Page) -> None:
    """Such a code divides without remainder, so only looking at those bits refuses it."""
    dice = random.Random(10)
    cases = [random_case(dice, 12) for _ in range(200)]
    cases = [case for case in cases if (40 + 3 * max(case.questions)) % 5]
    assert len(cases) >= 100
    for case in cases[:100]:
        value = sum(ALPHABET.index(sign) << 5 * place for place, sign in enumerate(reversed(case.code))) ^ 0x633
        loose = "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(len(case.code))))
        assert modulo(value) == 0
        assert read(page, [loose, case.code], [case.known()])[0] == {"problem": "wrong"}
        assert decode(loose, case.reader.nr, case.reader.version, case.questions, case.options) is None


def test_a_code_is_read_however_it_was_typed(page: Page) -> None:
    case = Case(Reader(1, 1, 2, 3, {1: 3, 2: 3, 3: 3}), (1, 2, 3), (1, 2))
    code = case.code
    assert "0" in code
    grouped = "-".join(code[place : place + 4] for place in range(0, len(code), 4))
    ways = [
        code.lower(),
        grouped,
        grouped.replace("-", " – "),
        f"  {grouped.lower()}\n",
        code.replace("0", "O"),
        code.replace("0", "o"),
        code.replace("1", "I"),
        code.replace("1", "l"),
        "\u200b".join(code),
        f"https://keuzehulp.example/blad#{code}",
        f"https://keuzehulp.example/blad%23{code}",
    ]
    assert [reader_of(found) for found in read(page, ways, [case.known()])] == [case.reader] * len(ways)
    (other,) = read(page, [code], [])
    assert other == {"problem": "aid"}
    (newer,) = read(page, [code], [{**case.known(), "versions": []}])
    assert newer == {"problem": "version"}
