"""A second codec of the antwoordcode, written from ADR 16 and not from code.js: whole numbers, no text of bits."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
POLYNOMIAL = 0b110_0011_0011


@dataclass(frozen=True)
class Reader:
    """What a reader answered to one version of one aid. `said` holds numbers of questions."""

    nr: int
    version: int
    leaning: int = 0
    role: int = 0
    said: dict[int, int] = field(default_factory=dict)


def modulo(value: int) -> int:
    """The remainder of a polynomial over two."""
    while value.bit_length() >= POLYNOMIAL.bit_length():
        value ^= POLYNOMIAL << value.bit_length() - POLYNOMIAL.bit_length()
    return value


def encode(reader: Reader, questions: Sequence[int]) -> str:
    value = ((1 << 10 | reader.nr) << 10 | reader.version) << 4 | reader.leaning
    value = value << 3 | reader.role
    for nr in range(1, max(questions) + 1):
        value = value << 3 | reader.said.get(nr, 0)
    value = value << 10 | modulo(value << 10)
    width = 30 + 3 * max(questions) + 10
    signs = -(-width // 5)
    value <<= signs * 5 - width
    return "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(signs)))


def decode(code: str, nr: int, version: int, questions: Sequence[int], options: Sequence[int]) -> Reader | None:
    """What a code of exactly this version says, or None."""
    width = 40 + 3 * max(questions)
    if len(code) != -(-width // 5) or any(sign not in ALPHABET for sign in code):
        return None
    value = 0
    for sign in code:
        value = value * 32 + ALPHABET.index(sign)
    value, loose = divmod(value, 1 << len(code) * 5 - width)
    if loose or modulo(value):
        return None
    value >>= 10
    said = {}
    for number in range(max(questions), 0, -1):
        value, answer = divmod(value, 8)
        if number in questions:
            said[number] = answer
        if answer > (4 if number in questions else 0):
            return None
    value, role = divmod(value, 8)
    value, leaning = divmod(value, 16)
    if value != ((1 << 10 | nr) << 10 | version) or role > 6 or leaning not in (0, *options):
        return None
    return Reader(nr, version, leaning, role, said)


@dataclass(frozen=True)
class Case:
    """A version of an aid with the answers of one reader."""

    reader: Reader
    questions: tuple[int, ...]
    options: tuple[int, ...]

    @property
    def code(self) -> str:
        return encode(self.reader, self.questions)

    def known(self) -> dict[str, object]:
        """The aid as the page knows it."""
        version = {"n": self.reader.version, "questions": self.questions, "options": self.options}
        return {"nr": self.reader.nr, "slug": "x", "title": "X", "versions": [version]}

    def state(self) -> dict[str, object]:
        """The answers as the browser keeps them."""
        one = self.reader
        said = {str(nr): answer for nr, answer in one.said.items() if answer}
        return {"nr": one.nr, "versie": one.version, "neiging": one.leaning, "rol": one.role, "antwoorden": said}


def random_case(dice: random.Random, highest: int = 63) -> Case:
    questions = tuple(sorted(dice.sample(range(1, highest + 1), dice.randint(1, min(12, highest)))))
    options = tuple(sorted(dice.sample(range(1, 16), dice.randint(2, 6))))
    said = {nr: dice.randint(0, 4) for nr in questions}
    nr, version = dice.randint(1, 1023), dice.randint(1, 1023)
    return Case(Reader(nr, version, dice.choice((0, *options)), dice.randint(0, 6), said), questions, options)
