"""No reader sees a text that still has to be written (`keuzehulp nieuw` puts TODO wherever the editor must write).

GOED
    titel: Carpaletunnelsyndroom
FOUT
    titel: TODO de naam van de klacht
"""

import re
from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.terms import Status

ID = "todo"
SOFT_WHILE = (Status.CONCEPT,)

_TODO = re.compile(r"\bTODO\b")


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """The word TODO stands in no text of the aid."""
    for path, text in texts.walk(aid):
        for message, remedy, start in left(text):
            yield Finding(path, message, remedy, start)


def left(text: str) -> Iterator[tuple[str, str, int]]:
    """Each place in a text that still has to be written: the message, the remedy, and where."""
    for match in _TODO.finditer(text):
        message = f"Dit is nog niet af{_asked(text[match.end() :])}."
        yield message, "Schrijf uw eigen tekst, en haal TODO weg.", match.start()


def _asked(rest: str) -> str:
    """What the template asks for behind the word, up to the end of the line."""
    asked = rest.split("\n")[0].strip(" :.?")
    return f": {asked}" if asked else ""
