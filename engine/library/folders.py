"""What folders and files of aids are called, and the problems of names that fit nothing."""

import re
from collections.abc import Iterable, Iterator

from engine.library import overlays
from engine.problem import Problem

FILE_NAME = "keuzehulp.yaml"
# The name of a folder is the address of its aid.
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def stray_files(names: Iterable[str], shown: str) -> Iterator[Problem]:
    """Content beside the aid that nobody will ever see, such as a translation into a language we do not know."""
    for name in names:
        if name.endswith((".yaml", ".yml")) and name not in (FILE_NAME, *overlays.FILES):
            message = "Dit bestand hoort niet bij de bestanden die wij kennen. Lezers zien het niet."
            remedy = f"Zet de inhoud in {FILE_NAME}, of haal het bestand weg."
            yield about_folder(f"{shown}/{name}", "onbekend-bestand", message, remedy)


def odd_slug(slug: str, shown: str) -> Iterator[Problem]:
    """A name of a folder that cannot stand in an address."""
    if not slug.startswith("_") and not SLUG.fullmatch(slug):
        message = f"'{slug}' kan geen adres van een bladzijde zijn."
        remedy = "Gebruik in de naam van de map alleen kleine letters, cijfers en streepjes."
        yield about_folder(shown, "map-naam", message, remedy)


def about_folder(shown: str, rule: str, message: str, remedy: str) -> Problem:
    """A problem of a folder or file as a whole."""
    return Problem(shown, 1, 1, rule, message, remedy)
