"""What of others reaches a reader's browser, under which licence: read from the lists beside the files themselves."""

import re
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from engine import language, words
from engine.language import N_
from web import frame
from web.content import blocks
from web.frame import Frame
from web.site import STATIC, asset, translator

_VENDOR = STATIC / "vendor"
_ROW = re.compile(r"^\| `([^`]+)` \| (.+) \| ([\w.-]+) \| `([0-9a-f]{64})` \|$", re.MULTILINE)
_WHAT = {
    "andika": N_("De letter"),
    "healthicons": N_("De plaatjes"),
    "lean-qr": N_("Een QR-code tekenen"),
}
# What the text of a licence is called among the files.
_TEXTS = frozenset({"OFL.txt", "LICENSE"})


@dataclass(frozen=True)
class File:
    name: str
    sha256: str


@dataclass(frozen=True)
class Work:
    """Files from one package: what they are for, where they are from, and the text of their licence."""

    what: str
    package: str
    licence: str
    text: str
    files: tuple[File, ...]


@dataclass(frozen=True)
class LicencesPage:
    frame: Frame
    works: tuple[Work, ...]
    words: Markup


def page() -> LicencesPage:
    """Every file of others, by package, and where the list of words comes from."""
    _ = translator(language.FORMAL)
    works = tuple(_work(folder, rows, _) for folder, rows in listed().items())
    return LicencesPage(frame.plain(_(N_("Licenties"))), works, blocks(_list_of_words()))


@cache
def listed() -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """The rows of the list of vendored files by folder: file, package, licence and hash."""
    rows = _ROW.findall((_VENDOR / "README.md").read_text(encoding="utf-8"))
    folders = dict.fromkeys(row[0].partition("/")[0] for row in rows)
    return {folder: tuple(row for row in rows if row[0].startswith(f"{folder}/")) for folder in folders}


def _work(folder: str, rows: tuple[tuple[str, str, str, str], ...], _: language.Translate) -> Work:
    text = next(name for name, *_rest in rows if name.rpartition("/")[2] in _TEXTS)
    _name, package, licence, _hash = rows[0]
    files = tuple(File(name, sha256) for name, _package, _licence, sha256 in rows)
    return Work(_(_WHAT[folder]), package, licence, asset(f"vendor/{text}"), files)


def _list_of_words() -> str:
    """The note beside the list of words, without its heading and its marks for code."""
    return words.LICENCE.read_text(encoding="utf-8").partition("\n")[2].replace("`", "").strip()
