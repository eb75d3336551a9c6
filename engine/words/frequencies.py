"""How common a Dutch word is, on the Zipf scale: 7 is 'de', 4 is 'knie', 3 is 'hernia'; 0 is not among the counted.

The counts are wordfreq's, frozen (data/LICENTIE.md). Words below 2.0 are not in the file.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).resolve().parent / "data" / "frequencies.txt"
_ACUTE = "\u0301"
# What someone has done: ingesmeerd → smeer.
_DONE = re.compile(r"(?:aan|af|bij|door|in|mee|na|om|op|over|toe|uit|vast|voor|weg)?ge(?P<verb>\w{3,})[dt]e?")
_ROOT = 2
_DOUBLED = re.compile(r"([bdfgklmnprst])\1$")


def frequency(word: str) -> float:
    """How common a word is as it is written, stress accents aside (dé, vóór)."""
    small = word.lower()
    counts = _table()
    found = counts.get(small, 0.0)
    return found if small.isascii() else max(found, counts.get(_without_stress(small), 0.0))


@lru_cache(maxsize=65536)
def lookup(word: str) -> tuple[str, ...]:
    """The word itself, and the forms of it that may be better known: pufje → puf, vlekken → vlek."""
    small = _without_stress(word.lower()) if not word.isascii() else word.lower()
    return (small, *dict.fromkeys(form for form in _forms(small) if len(form) > 2))


def _forms(word: str) -> Iterator[str]:
    for base in _smaller(word):
        yield base
        for ending in ("en", "er", "e", "s", "n", "t"):
            if base.endswith(ending) and len(base) - len(ending) > 2:
                yield from _spelled(base[: -len(ending)], ending)
    yield f"{word}e"
    yield f"{word}en"
    if match := _DONE.fullmatch(word):
        yield match["verb"]
    # What someone is doing: piepende → piepen.
    doing = word.removesuffix("e").removesuffix("d")
    if doing.endswith("en") and len(doing) < len(word):
        yield doing
        yield from _spelled(doing[:-2], "en")


def _smaller(word: str) -> Iterator[str]:
    """The word, and what it may be a small one of: balletje → bal, armpje → arm, handje → hand."""
    yield word
    if word.endswith(("je", "jes")):
        for ending in ("je", "tje", "pje", "etje"):
            base = word.removesuffix("s").removesuffix(ending)
            if base + ending == word.removesuffix("s"):
                yield base
                if _DOUBLED.search(base):
                    yield base[:-1]


def _spelled(root: str, ending: str) -> Iterator[str]:
    """A root as a word of its own: pillen → pil, wijder → wijd, benen → been, huizen → huis."""
    if len(root) < _ROOT:
        return
    yield root
    if ending in ("en", "er", "e"):
        if _DOUBLED.search(root):
            yield root[:-1]
        hard = root[:-1] + {"v": "f", "z": "s"}.get(root[-1], root[-1])
        yield hard
        if re.search(r"[^aeiou][aeou][^aeiou]$", f" {hard}"):
            yield hard[:-1] + hard[-2] + hard[-1]


@cache
def _table() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for block in _FILE.read_text(encoding="utf-8").split("# ")[1:]:
        zipf, *words = block.split()
        found.update(dict.fromkeys(words, float(zipf)))
    return MappingProxyType(found)


@lru_cache(maxsize=4096)
def _without_stress(word: str) -> str:
    """Without acute accents; a trema and other accents stay, for they are spelling."""
    apart = unicodedata.normalize("NFD", word).replace(_ACUTE, "")
    return unicodedata.normalize("NFC", apart)
