"""Brings every catalogue in line with the texts that code and templates mark (`make talen`).

New texts get an empty translation to fill in, stale ones go; `tests/web/test_interface.py` fails while one is empty.
`nl@je` holds only the texts that address the reader. There is nothing to compile: a catalogue is read once, at start.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from babel.messages.extract import extract_from_dir

from engine import language
from tests.conftest import ROOT

METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
FORMAL = re.compile(r"\b([Uu]|[Uu]w|[Uu]we)\b")
CATALOGUES = {language.INFORMAL: "je", language.ENGLISH: "en"}


def texts(folder: str) -> list[str]:
    """Every text that code or templates in a folder mark for translation, in the order of the files."""
    found = extract_from_dir(ROOT / folder, METHODS, keywords={"_": None, "N_": None})
    return list(dict.fromkeys(str(message) for _, _, message, _, _ in found))


def needed(folder: str, code: str) -> list[str]:
    """The texts that a catalogue must hold."""
    return [text for text in texts(folder) if code != language.INFORMAL or FORMAL.search(text)]


def written(head: str, wanted: Iterable[str], known: dict[str, str]) -> str:
    """The catalogue as a file: its head, then every wanted text with what it has."""
    entries = (f"msgid {_quoted(text)}\nmsgstr {_quoted(known.get(text, ''))}\n" for text in wanted)
    return "\n".join([head.rstrip("\n") + "\n", *entries])


def update(file: Path, wanted: list[str]) -> tuple[int, int]:
    """Write the catalogue again. Gives how many texts still have no translation, and how many were stale."""
    known = dict(language.catalogue(file.parent, file.stem))
    head = file.read_text(encoding="utf-8").split("\n\n", 1)[0]
    # What is there keeps its place, so that a change shows only what changed.
    order = [*(text for text in known if text in set(wanted)), *(text for text in wanted if text not in known)]
    file.write_text(written(head, order, known), encoding="utf-8", newline="\n")
    return len([text for text in wanted if text not in known]), len(set(known) - set(wanted))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main() -> None:
    for folder in ("engine", "web"):
        for code in CATALOGUES:
            file = ROOT / folder / "catalogues" / f"{code}.po"
            empty, stale = update(file, needed(folder, code))
            print(f"{file.relative_to(ROOT)}: {empty} zonder vertaling, {stale} oude weg.")


if __name__ == "__main__":
    main()
