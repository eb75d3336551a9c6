"""What is known of Dutch words: how common they are, the parts of a compound, and their stem.

Shared by the language checks and by search. The frequencies are frozen in `data/`, so no update moves a result.
"""

from pathlib import Path

from engine.words.compounds import split
from engine.words.frequencies import frequency, lookup
from engine.words.stems import stem

# Where the counts come from, and under which licence.
LICENCE = Path(__file__).resolve().parent / "data" / "LICENTIE.md"
__all__ = ["LICENCE", "common", "frequency", "lookup", "split", "stem"]


def common(word: str) -> float:
    """How common a word is at its best: as written, without a diminutive or ending, or as its least common part."""
    best = max(frequency(form) for form in lookup(word))
    parts = split(word)
    if len(parts) > 1:
        best = max(best, min(max(frequency(form) for form in lookup(part)) for part in parts))
    return best
