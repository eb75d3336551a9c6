"""The parts of a compound: 'gezondheidszorg' → 'gezondheid', 'zorg'.

A word falls apart where its parts are on average more common than the word itself (Koehn and Knight, 2003), so a
common word such as 'ziekenhuis' stays whole. Beginnings and endings that only look like words are no parts.
"""

from functools import lru_cache
from pathlib import Path

from engine.words.frequencies import frequency

# A part must be this common; short words stand by chance inside many others, so they must be more common.
_PART, _SHORT_PART = 2.5, 3.5
_SHORT, _LEAST, _LONGEST = 3, 3, 40
_MOST_PARTS = 3
# A linking s belongs to the part in front only where that part is about as common with it: hals, not levens.
_LINK, _LINKED = 1.0, 4
# What a third part costs: with more and shorter parts, chance finds more of them.
_EXTRA_PART = 0.5
_AFFIXES = (Path(__file__).resolve().parent / "data" / "affixes.txt").read_text(encoding="utf-8")
_BEGINNINGS, _ENDINGS = (frozenset(block.partition("\n")[2].split()) for block in _AFFIXES.split("# ")[1:])


@lru_cache(maxsize=65536)
def split(word: str) -> tuple[str, ...]:
    """The parts of a word in small letters; the word alone where it is no compound."""
    small = word.lower()
    if not 2 * _LEAST <= len(small) <= _LONGEST or not small.isalpha():
        return (small,)
    return _whole_or_parts(small, _MOST_PARTS)


def _whole_or_parts(word: str, most: int) -> tuple[str, ...]:
    parts = _parts(word, most) if most > 1 and len(word) >= 2 * _LEAST else ()
    return parts if parts and _worth(parts) > frequency(word) else (word,)


def _parts(word: str, most: int) -> tuple[str, ...]:
    """The best way to take a word apart in at most so many parts; empty where there is none."""
    best: tuple[str, ...] = ()
    for cut in range(_LEAST, len(word) - _LEAST + 1):
        left, right = _as_part(word[:cut], _BEGINNINGS), word[cut:]
        if not left:
            continue
        behind = (right,) if _as_part(right, _ENDINGS) else _parts(right, most - 1) if most > 2 else ()
        if not behind or (len(behind) > 1 and behind[0] in _ENDINGS):
            continue
        for parts in ((left, *behind), (*_whole_or_parts(left, most - len(behind)), *behind)):
            if not best or _worth(parts) > _worth(best):
                best = parts
    return best


def _as_part(text: str, never: frozenset[str]) -> str:
    """The text as a part of a compound, without a linking s; empty where it is none."""
    if len(text) < _LEAST or text in never:
        return ""
    if never is _BEGINNINGS and text.endswith("s") and len(text) > _LINKED:
        bare = text[:-1]
        text = bare if frequency(bare) - frequency(text) > _LINK else text
    least = _SHORT_PART if len(text) <= _SHORT else _PART
    return text if frequency(text) >= least else ""


def _worth(parts: tuple[str, ...]) -> float:
    mean = sum(frequency(part) for part in parts) / len(parts)
    return mean - _EXTRA_PART * (len(parts) - 2)
