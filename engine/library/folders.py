"""What folders and files of aids are called, and the problems of names that fit nothing."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from engine.library import conversations, overlays, practices, site_texts
from engine.problem import Problem

FILE_NAME = "keuzehulp.yaml"
# Names of pages that the site has where those of aids and conversations stand too: /zorgverlener/ and /gesprek/.
_FOR_TEAMS = {"meetlat", "duokaart", "poster"}
_OF_TALKS = {"voorbereiden", "doelen", "meenemen", "afspraken", "terugkijken", "controle", "samen", "wissen", "alles"}
TAKEN = frozenset(_FOR_TEAMS | _OF_TALKS)
# The name of a folder is the address of its aid.
SLUG = re.compile(rf"(?!(?:{'|'.join(sorted(TAKEN))})\Z)[a-z0-9]+(-[a-z0-9]+)*")
# Names that look like those of our files: another end, or one that Windows put behind it.
_YAML = re.compile(r"(.+)\.ya?ml(\.txt)?", re.IGNORECASE)
# Folders beside the aids with texts of another kind.
SPECIAL = (conversations.GENERAL, practices.FOLDER, site_texts.FOLDER)


def stray_files(names: Iterable[str], shown: str, *, conversation: bool = False) -> Iterator[Problem]:
    """Content beside the aid that nobody will ever see, such as a translation into a language we do not know.

    A conversation has no other voices, so beside it there is nothing.
    """
    known = (FILE_NAME,) if conversation else (FILE_NAME, *overlays.FILES)
    for name in names:
        if name in known or not _YAML.fullmatch(name):
            continue
        if conversation and name in overlays.FILES:
            message = "Een gesprek heeft geen tekst voor andere lezers of in een andere taal. Lezers zien dit niet."
            yield about_folder(f"{shown}/{name}", "onbekend-bestand", message, "Haal het bestand weg.")
        else:
            yield _unknown(f"{shown}/{name}", name, known, f"Zet de inhoud in {FILE_NAME}, of haal het bestand weg.")


def stray_general(names: Iterable[str], shown: str) -> Iterator[Problem]:
    """Files beside the general conversation that nobody will ever see."""
    for name in names:
        if name not in conversations.FILES and _YAML.fullmatch(name):
            remedy = f"Kies uit: {', '.join(conversations.FILES)}."
            yield _unknown(f"{shown}/{conversations.GENERAL}/{name}", name, conversations.FILES, remedy)


def loose_files(names: Iterable[str], shown: str) -> Iterator[Problem]:
    """Files that look like aids, beside the folders of the aids instead of in one."""
    for name in names:
        if found := _YAML.fullmatch(name):
            message = "Dit bestand staat niet in een map. Lezers zien het niet."
            slug = re.sub(r"[^a-z0-9]+", "-", found[1].lower()).strip("-") or "naam"
            remedy = (
                f"Hoort het bij een keuzehulp? Zet het als {FILE_NAME} in een map, zoals {shown}/{slug}/{FILE_NAME}."
            )
            yield about_folder(f"{shown}/{name}", "onbekend-bestand", message, remedy)


def odd_special(name: str, shown: str) -> Iterator[Problem]:
    """A folder whose name begins as that of a special one, and is none."""
    if name.startswith("_") and name not in SPECIAL:
        message = "Deze map kennen wij niet. Lezers zien haar niet."
        near = get_close_matches(name.lower(), SPECIAL, n=1, cutoff=0.75)
        remedy = f"Bedoelde u '{near[0]}'?" if near else "Haal de map weg, of begin haar naam met een punt."
        yield about_folder(shown, "onbekend-bestand", message, remedy)


def odd_slug(slug: str, shown: str) -> Iterator[Problem]:
    """A name of a folder that cannot stand in an address, or that the site itself has."""
    if slug in TAKEN:
        message = f"'{slug}' is al de naam van een bladzijde van de site. Lezers zien deze map niet."
        yield about_folder(shown, "map-naam", message, f"Geef de map een andere naam, zoals '{slug}-keuze'.")
    elif not slug.startswith("_") and not SLUG.fullmatch(slug):
        message = f"'{slug}' kan geen adres van een bladzijde zijn."
        remedy = "Gebruik in de naam van de map alleen kleine letters, cijfers en streepjes."
        yield about_folder(shown, "map-naam", message, remedy)


def about_folder(shown: str, rule: str, message: str, remedy: str) -> Problem:
    """A problem of a folder or file as a whole."""
    return Problem(shown, 1, 1, rule, message, remedy)


def _unknown(shown: str, name: str, known: Collection[str], remedy: str) -> Problem:
    message = "Dit bestand hoort niet bij de bestanden die wij kennen. Lezers zien het niet."
    near = _near(name, known)
    return about_folder(shown, "onbekend-bestand", message, f"Bedoelde u '{near}'?" if near else remedy)


def _near(name: str, known: Collection[str]) -> str | None:
    """The known name that was meant. Another language is another file, however alike the names are."""
    found = _YAML.fullmatch(name)
    stem = (found[1] if found else name).lower()
    stems = {one.removesuffix(".yaml"): one for one in known}
    same_language = [one for one in stems if "." not in one or one.split(".")[0] == stem.split(".")[0]]
    near = get_close_matches(stem, same_language, n=1, cutoff=0.75)
    return stems[near[0]] if near else None
