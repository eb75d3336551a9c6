"""Which texts an aid holds, and which of them patients read as content.

Every text comes with its path in the model, so that a rule can point at a word.
"""

import dataclasses
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from engine import prose
from engine.model import Aid
from engine.plain_dutch import Text
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
# Parts that are the same whoever reads: titles, names and words to search by.
_NAMES = frozenset({"codes", "guidelines", "owner", "search_words", "sources", "support", "themes"})
_UNWORDED = frozenset({"licence", "url"})
# Fields that hold the id of something.
_IDS = frozenset({"icon", "id", "licence", "option", "source", "study"})


def walk(part: object, path: Path = ()) -> list[tuple[Path, str]]:
    """Every text in a part of the model, also ids, with its path. Fixed terms and the keys of a mapping are not
    texts.
    """
    found: list[tuple[Path, str]] = []
    _collect(part, path, found)
    return found


def worded(aid: Aid) -> tuple[tuple[Path, str], ...]:
    """Every text that another voice words anew: no ids, titles, names of people or words to search by.

    The explained words come as one text: each voice explains its own.
    """
    found = [(path, text) for path, text in walk(aid) if path[0] not in _NAMES and path[-1] not in _UNWORDED]
    own = [(path, text) for path, text in found if not _is_id(path) and not _names_someone(path)]
    words = [(("glossary",), "\n".join(f"{term}: {text}" for term, text in (aid.glossary or {}).items()))]
    return (*((path, text) for path, text in own if path[0] != "glossary"), *(words if aid.glossary else ()))


def for_patients(aid: Aid) -> tuple[tuple[Path, Text], ...]:
    """Every text that tells patients about the choice, cut into words and sentences."""
    return _for_patients(Same(aid))


def count_words(*parts: object) -> int:
    """The words in all texts of these parts, as a reader sees them."""
    return sum(_words_in(text) for part in parts for _, text in walk(part))


@lru_cache(maxsize=1024)
def _words_in(text: str) -> int:
    return len(prose.plain(text).split())


def _is_id(path: Path) -> bool:
    return path[-1] in _IDS or (
        # These are lists of ids; a fact's cell has a text of the same name.
        (path[0] in ("rows", "scale_rows") and "not_applicable" in path)
        or (path[0] == "preference_questions" and "rows" in path)
        or (path[0] == "group_choice" and "rows" in path)
        or path[0] == "card_rows"
    )


def _names_someone(path: Path) -> bool:
    return path[0] in ("makers", "reviewers") and path[-1] == "name"


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


class Same:
    """An aid as a key: the same object, since an aid has mappings and therefore no hash."""

    def __init__(self, aid: Aid) -> None:
        self.aid = aid

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.aid is other.aid

    def __hash__(self) -> int:
        return id(self.aid)


# The rules see one aid after the other, so one is enough.
@lru_cache(maxsize=1)
def _for_patients(same: Same) -> tuple[tuple[Path, Text], ...]:
    return tuple(
        (path, Text(text))
        for field in dataclasses.fields(same.aid)
        if field.name not in _ABOUT_THE_AID
        for path, text in walk(getattr(same.aid, field.name), (field.name,))
        if not _is_id(path)
    )
