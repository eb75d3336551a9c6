"""The tree of a YAML file in a sixth of the time: without places, and without a word about what is wrong. Owns ryml.

`engine.yaml_reader` is the reference. This one is for files that it has read before and found good (ADR 31); tests
hold the two together, and `engine.source` compares them on every file an editor has.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import ryml

from engine.yaml_reader import WHOLE_NUMBER, Tree

# Words that JSON does not take for text, where they stand alone.
_WORDS = ("true", "false", "null")
_WORD = re.compile(rf"[\s\[{{,](?:{'|'.join(_WORDS)})\b")


def tree(text: str) -> Tree | None:
    """The tree of a YAML text, as the reference would find it; None where only the reference should say."""
    # To look for a word is quick where it does not stand, and to look for one that stands alone never is.
    if any(word in text for word in _WORDS) and _WORD.search(text):
        return None
    # The two were found to differ where a tab ends a line, and where the last line does not end.
    if "\t" in text or "\r" in text or not text.endswith("\n"):
        return None
    try:
        with _silenced():
            as_json = ryml.emit_json(ryml.parse_in_arena(text.encode()))
        found: Any = json.loads(as_json, parse_int=_whole, parse_float=_refuse, parse_constant=_refuse)
    except Exception:
        return None
    # More documents than one, or marks around one, come as a list.
    return found if isinstance(found, dict) else None


def _whole(digits: str) -> int | str:
    return int(digits) if WHOLE_NUMBER.fullmatch(digits) else digits


def _refuse(number: str) -> Any:
    """`.5` and `1.` come out of ryml as another text than they went in."""
    raise ValueError(number)


@contextmanager
def _silenced() -> Iterator[None]:
    """ryml itself writes what it does not understand to where errors go, in English, whoever is listening."""
    kept, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)
