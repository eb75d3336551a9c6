"""A cell of a row of words holds one thing: what we know, that nobody knows, or that it does not apply.

GOED
    zalf: {onbekend: Dit is niet onderzocht.}
FOUT
    zalf: {onbekend: Dit is niet onderzocht., niet_van_toepassing: U krijgt geen zalf.}
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source

ID = "feit-cel"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Exactly one of `tekst`, `onbekend` and `niet_van_toepassing` per cell."""
    for number, fact in enumerate(aid.facts):
        for option, cell in fact.cells.items():
            filled = [part for part in (cell.text, cell.unknown, cell.not_applicable) if part is not None]
            if len(filled) != 1:
                message = "Deze cel zegt meer dan één ding."
                remedy = "Kies één: tekst met bron, of onbekend, of niet_van_toepassing."
                yield Finding(("facts", number, "cells", option), message, remedy, at_key=True)
