"""What must hold of a sheet of `soort: begrijpen`, besides its schema and its language."""

from collections.abc import Collection, Iterator

from engine import texts
from engine.library.children import long_for_a_child
from engine.model import Conversation, NetworkSheet
from engine.plain_dutch import Text
from engine.problem import Level, Problem
from engine.source import Path, Source

# What a child reads. The rest is for adults, or about the making.
_CHILD = frozenset(
    {"title", "question", "for_whom", "core", "alarm", "goals", "tries", "areas", "phases", "talk_questions"}
)
_ADULT = frozenset({"adult", "professional_tips"})


def check(sheet: NetworkSheet, read: Source) -> Iterator[Problem]:
    """Every theme and role has a number and a name of its own; a child can read it."""
    areas = [(("themas", at), area.nr, area.name) for at, area in enumerate(sheet.areas)]
    roles = [(("rollen", at), role.nr, role.name) for at, role in enumerate(sheet.roles)]
    for group in (areas, roles):
        yield from _twice([((*path, "nr"), str(nr)) for path, nr, _ in group], read)
        yield from _twice([((*path, "naam"), name) for path, _, name in group], read)
    yield from _twice([(("themas", at, "id"), area.id) for at, area in enumerate(sheet.areas)], read)
    said = [
        text for path, text in texts.walk(sheet) if path[0] in _CHILD and not _ADULT & set(path) and path[-1] != "id"
    ]
    if too_long := long_for_a_child(map(Text, said)):
        yield Problem(read.file, 1, 1, "kind-zin", *too_long)


def unknown_aids(sheet: Conversation | None, read: Source, known: Collection[str]) -> Iterator[Problem]:
    """The aids that a sheet leads to and that are not there. Readers do not see those links."""
    for at, slug in enumerate(sheet.aids if isinstance(sheet, NetworkSheet) else ()):
        if slug not in known:
            line, column = read.at(("keuzehulpen", at))
            message = f"Er is geen keuzehulp in een map met de naam '{slug}'."
            remedy = "Schrijf de naam van een map naast deze, of haal deze regel weg."
            yield Problem(read.file, line, column, "keuzehulp-onbekend", message, remedy, Level.WARNING)


def _twice(values: list[tuple[Path, str]], read: Source) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, value in values:
        if value.lower() in seen:
            line, column = read.at(path)
            message = f"'{value}' staat hier twee keer als {path[-1]}."
            yield Problem(read.file, line, column, "thema-dubbel", message, "Geef elk een eigen nummer en naam.")
        seen.add(value.lower())
