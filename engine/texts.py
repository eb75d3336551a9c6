"""Which texts an aid holds, which of them patients read as content, and how to look for words in them.

Every text comes with its path in the model, so that a rule can point at a word.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from engine import prose
from engine.model import Aid
from engine.source import Path

# Parts about the aid instead of about the choice: names, titles and search words are not ours to reword.
_ABOUT_THE_AID = frozenset(
    {
        "codes",
        "funding",
        "guidelines",
        "interests",
        "makers",
        "owner",
        "reader_tests",
        "review_when",
        "reviewers",
        "search_words",
        "sources",
        "support",
        "themes",
    }
)
# Fields that hold the id of something.
_IDS = frozenset({"id", "option", "source", "study"})
# Between the words of a phrase an editor may break the line or start bold.
_GAP = r"[\s*_]+"
_ADDRESS_ON_THE_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"[.!?]+[*_\"'’”)]*(?=\s)|\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")


def walk(part: object, path: Path = ()) -> list[tuple[Path, str]]:
    """Every text in a part of the model, also ids, with its path. Fixed terms and the keys of a mapping are not
    texts.
    """
    found: list[tuple[Path, str]] = []
    _collect(part, path, found)
    return found


def for_patients(aid: Aid) -> tuple[tuple[Path, str], ...]:
    """Every text that tells patients about the choice. Web addresses are blotted out at the same length, so that
    no rule finds a word in them and every offset still holds.
    """
    return _for_patients(_Same(aid))


@dataclass(frozen=True)
class Finder:
    """A pattern, and small-letter bits of which a text must hold one before the slow pattern looks at it.

    A dozen rules read every text of every aid, and nearly every text holds nothing.
    """

    pattern: re.Pattern[str]
    hints: tuple[str, ...]

    def all(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in a text."""
        small = text.lower()
        return self.pattern.finditer(text) if any(hint in small for hint in self.hints) else iter(())


def phrases(words: Iterable[str]) -> Finder:
    """Finds whole words and phrases in any case, over line breaks and bold; the longest comes first."""
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(_GAP.join(re.escape(word) for word in phrase.split()) for phrase in longest_first)
    # Not `\b`: that takes the underscore of _schuin_ for a letter.
    pattern = re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])", re.IGNORECASE)
    return Finder(pattern, tuple({max(phrase.split(), key=len) for phrase in longest_first}))


def said(match: re.Match[str]) -> str:
    """What was found, on one line and without bold: fit for a message."""
    return re.sub(_GAP, " ", match[0])


def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences and list items of a text, each with the offset where it starts."""
    starts = [0, *(match.end() for match in _END_OF_SENTENCE.finditer(text))]
    ends = [*starts[1:], len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def count_words(*parts: object) -> int:
    """The words in all texts of these parts, as a reader sees them."""
    return sum(_words_in(text) for part in parts for _, text in walk(part))


@lru_cache(maxsize=1024)
def _words_in(text: str) -> int:
    return len(prose.plain(text).split())


def _is_id(path: Path) -> bool:
    return path[-1] in _IDS or (
        # These two are lists of ids; a fact's cell has a text of the same name.
        (path[0] in ("rows", "scale_rows") and "not_applicable" in path)
        or (path[0] == "preference_questions" and "rows" in path)
    )


def _blot(match: re.Match[str]) -> str:
    return "/" * len(match[0])


# A list that is handed down, not nested generators: every rule about texts walks the whole aid.
def _collect(part: object, path: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(part, str):
        if not isinstance(part, Enum):
            found.append((path, part))
    elif isinstance(part, tuple):
        for number, value in enumerate(part):
            _collect(value, (*path, number), found)
    elif isinstance(part, Mapping):
        for key, value in part.items():
            _collect(value, (*path, key), found)
    else:
        for name in getattr(part, "__dataclass_fields__", ()):
            _collect(getattr(part, name), (*path, name), found)


class _Same:
    """An aid as a key: the same object, since an aid has mappings and therefore no hash."""

    def __init__(self, aid: Aid) -> None:
        self.aid = aid

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.aid is other.aid

    def __hash__(self) -> int:
        return id(self.aid)


# The rules see one aid after the other, so one is enough.
@lru_cache(maxsize=1)
def _for_patients(same: _Same) -> tuple[tuple[Path, str], ...]:
    return tuple(
        (path, _ADDRESS_ON_THE_WEB.sub(_blot, text))
        for field in dataclasses.fields(same.aid)
        if field.name not in _ABOUT_THE_AID
        for path, text in walk(getattr(same.aid, field.name), (field.name,))
        if not _is_id(path)
    )
