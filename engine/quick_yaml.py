"""The tree of a YAML file in a sixth of the time: without places, and without a word about what is wrong. Owns ryml.

`engine.yaml_reader` is the reference. This one is for files that it has read before and found good (ADR 31); tests
hold the two together, and `engine.source` compares them on every file an editor has.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from threading import Lock
from typing import Any

import ryml

from engine.yaml_reader import WHOLE_NUMBER, Tree

# Words that JSON does not take for text, where they stand alone.
_WORDS = ("true", "false", "null")
_WORD = re.compile(rf"[\s\[{{,](?:{'|'.join(_WORDS)})\b")
# How texts end in JSON that ryml writes for `inf`, `infinity` and `nan`.
_NUMBERS = ('.inf"', '.nan"')
_one_at_a_time = Lock()


def tree(text: str) -> Tree | None:
    """The tree of a YAML text, as the reference would find it; None where only the reference should say."""
    # To look for a word is quick where it does not stand, and to look for one that stands alone never is.
    if any(word in text for word in _WORDS) and _WORD.search(text):
        return None
    # The two were found to differ where a tab ends a line, where the last line does not end, and in a block that says
    # how far it is indented.
    if "\t" in text or "\r" in text or not text.endswith("\n") or _says_its_indent(text):
        return None
    try:
        as_json = _json(text.encode())
        if any(number in as_json for number in _NUMBERS):
            return None
        found: Any = json.loads(as_json, parse_int=_whole, parse_float=_refuse, parse_constant=_refuse)
    except Exception:
        return None
    # More documents than one, or marks around one, come as a list.
    return found if isinstance(found, dict) else None


@contextmanager
def silence() -> Iterator[None]:
    """ryml itself writes what it does not understand to where errors go, in English, whoever is listening.

    What others write there meanwhile is lost too, so this is for an editor's terminal and not for answering readers.
    """
    with _one_at_a_time, ExitStack() as undone:
        with suppress(OSError):  # where nobody listens
            nothing = undone.enter_context(open(os.devnull, "wb"))
            kept = os.dup(2)
            undone.callback(os.close, kept)
            undone.callback(os.dup2, kept, 2)
            os.dup2(nothing.fileno(), 2)
        yield


def _json(raw: bytes) -> str:
    found = ryml.parse_in_arena(raw)
    # ryml's own `emit_json` never frees what it made.
    written = bytearray(ryml.compute_json_length(found))
    ryml.emit_json_in_place(found, written)
    return written.decode()


def _says_its_indent(text: str) -> bool:
    """Whether `|2`, `>-1` or the like stands somewhere. A pattern would take longer than all the rest."""
    for sign in "|>":
        place = text.find(sign)
        while place >= 0:
            if text[place + 1 : place + 3].lstrip("+-")[:1].isdigit():
                return True
            place = text.find(sign, place + 1)
    return False


def _whole(digits: str) -> int | str:
    return int(digits) if WHOLE_NUMBER.fullmatch(digits) else digits


def _refuse(number: str) -> Any:
    """`.5` and `1.` come out of ryml as another text than they went in."""
    raise ValueError(number)
