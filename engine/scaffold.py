"""The text of a new aid, from the template `schemas/nieuw.yaml`. Pure: the folder and the clock come in as values."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from engine.library import SLUG
from engine.library.folders import TAKEN

HIGHEST_NR = 1023
# A slug is a folder and part of every address of the aid; file systems and people both prefer it short.
_SLUG_CHARACTERS = 60
_NR = re.compile(r"^nr:[ ]*([0-9]+)", re.MULTILINE)


def refusal(slug: str) -> str | None:
    """Why a folder cannot have this name, in a Dutch sentence; None where it can."""
    if SLUG.fullmatch(slug) and len(slug) <= _SLUG_CHARACTERS:
        return None
    if slug in TAKEN:
        return f"'{slug}' is al de naam van een bladzijde van de site. Probeer: {slug}-keuze"
    near = suggestion(slug)
    hint = f" Probeer: {near}" if near and near != slug else ""
    rule = f"alleen kleine letters, cijfers en streepjes, hoogstens {_SLUG_CHARACTERS} tekens"
    return f"'{slug}' kan geen naam van een keuzehulp zijn. Gebruik {rule}.{hint}"


def suggestion(slug: str) -> str:
    """The nearest name that will do: `Knie & Artrosé` → `knie-artrose`; empty where nothing is left."""
    bare = unicodedata.normalize("NFKD", slug).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare)[:_SLUG_CHARACTERS].strip("-")


def free_number(texts: Iterable[str]) -> int | None:
    """The lowest number that none of these files uses, broken ones included; None where all are taken."""
    taken = {int(found[1]) for text in texts if (found := _NR.search(text))}
    return next((nr for nr in range(1, HIGHEST_NR + 1) if nr not in taken), None)


def text(template: str, nr: int, today: date, *, with_schema: bool) -> str:
    """The template as a new aid of today: with its number and dates filled in.

    Its first line tells an editor program where the schema is; that only holds in a folder beside `schemas`.
    """
    filled = re.sub(r"^nr: .*$", f"nr: {nr}", template, count=1, flags=re.MULTILINE)
    for key, value in (("herzien_voor", _a_year_after(today)), ("gelezen", today), ("jaar", today.year)):
        filled = re.sub(rf"^( *{key}: ).*$", rf"\g<1>{value}", filled, flags=re.MULTILINE)
    return filled if with_schema else filled.partition("\n#\n")[2]


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)
