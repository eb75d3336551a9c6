"""The texts of a site itself, in `_site`: pages in Markdown, numbers to call, and `security.txt` (RFC 9116)."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path as File

from engine import source
from engine.plain_dutch import Text, remarks
from engine.problem import Level, Problem
from engine.rules import markup, todo
from engine.source import Source

FOLDER, SECURITY = "_site", "security.txt"
PAGES = ("over", "privacy", "toegankelijkheid")
# The numbers of a region, a hospital or a practice: they stand under every aid, and change nothing in it.
NUMBERS = "nummers.md"
# Bytes. A page of this sort is one screen; the numbers are a few lines.
PAGE_BYTES, NUMBERS_BYTES = 64 * 1024, 1000
_NAMES = (*(f"{name}.md" for name in PAGES), NUMBERS, SECURITY)
# Chances are of treatments; a site may say what it does sometimes.
_NOT_HERE = "KANSWOORD-ZONDER-GETAL"
_HEADING = re.compile(r"^## \S", re.MULTILINE)
# The title and the headings, which pages show as they are.
_PLAIN_LINE = re.compile(r"\A# .*|^## .*", re.MULTILINE)
# An aid has sources to put an address in, and no headings.
_REMEDIES = {
    "een link of plaatje": "Schrijf het adres als gewone tekst.",
    "een kopje": "Begin een kopje met '## '. De titel, met '# ', staat alleen op de eerste regel.",
}
_FIELD = re.compile(r"(?im)^(contact|expires):[ \t]*(\S*)[ \t\r]*$")
# A way to be reached, as an address that a program can open.
_CONTACT = re.compile(r"(mailto:\S+@\S+|https://\S+|tel:\+?[0-9-]+)")
# Days before it expires in which to write a new one, and the most that RFC 9116 advises to look ahead.
_SOON, _FAR = timedelta(days=30), timedelta(days=366)


def problems(root: File, shown: str, today: date) -> Iterator[Problem]:
    """What is wrong with the texts of a site; of one that has none, nothing."""
    folder, name = root / FOLDER, f"{shown}/{FOLDER}"
    for file in _files(folder):
        if file.name in _NAMES:
            yield from _file(file, f"{name}/{file.name}", today)
        elif not file.name.startswith("."):
            message, remedy = "Dit bestand kennen wij niet. Lezers zien het niet.", f"Kies uit: {', '.join(_NAMES)}."
            yield Problem(f"{name}/{file.name}", 1, 1, "onbekend-bestand", message, remedy)


def _files(folder: File) -> list[File]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _file(file: File, shown: str, today: date) -> Iterator[Problem]:
    read = source.text(file, shown)
    if read.problems:
        yield from read.problems
    elif file.name == SECURITY:
        yield from _security(read, today)
    elif file.name == NUMBERS:
        yield from _numbers(read)
    else:
        yield from _page(read)


def _numbers(read: Source) -> Iterator[Problem]:
    if len(read.text.encode()) > NUMBERS_BYTES:
        message = f"Deze tekst is te lang: hoogstens {NUMBERS_BYTES} tekens. Lezers zien hem niet."
        yield _at(read, 0, "te-groot", message, "Zet er alleen in wie iemand kan bellen, en wanneer.")
        return
    if heading := _HEADING.search(read.text):
        message = "Hier kan geen kopje staan: de tekst staat onder elke keuzehulp."
        yield _at(read, heading.start(), markup.ID, message, "Haal het kopje weg, of maak er een zin van.")
    yield from _page(read)


def _page(read: Source) -> Iterator[Problem]:
    if len(read.text.encode()) > PAGE_BYTES:
        message, remedy = "Deze bladzijde is te groot. Lezers zien de tekst van het programma.", "Maak haar korter."
        yield _at(read, 0, "te-groot", message, remedy)
        return
    first, _, rest = read.text.partition("\n")
    if not re.fullmatch(r"# \S.*", first.rstrip()):
        message = "De bladzijde heeft geen titel."
        yield _at(read, 0, "titel", message, "Begin met '# ' en de titel, zoals '# Over deze site'.")
    if not rest.strip():
        yield _at(read, 0, "leeg", "Onder de titel staat geen tekst.", "Schrijf er ten minste één zin.")
    for message, remedy, start in todo.left(read.text):
        yield _at(read, start, todo.ID, message, remedy)
    for message, remedy, start in _markup(read.text):
        yield _at(read, start, markup.ID, message, remedy)
    for remark in remarks(Text(read.text)):
        hit = remark.hit
        if hit.level is not Level.INFO and remark.rule != _NOT_HERE:
            yield _at(read, hit.start, remark.rule, hit.message, hit.remedy, hit.level)


def _markup(text: str) -> Iterator[tuple[str, str, int]]:
    """What the page would show as the signs that were typed; a title and headings are what it knows besides."""
    for what, remedy, start in markup.unknown(text):
        if start != 0 and not _HEADING.match(text, start):
            yield f"Hier staat {what}: dat kan niet op deze bladzijde.", _REMEDIES.get(what, remedy), start
    for heading in _PLAIN_LINE.finditer(text):
        for message, remedy, start in markup.emphasis(heading[0]):
            yield message, remedy, heading.start() + start


def _security(read: Source, today: date) -> Iterator[Problem]:
    found = {match[1].lower(): match for match in _FIELD.finditer(read.text)}
    for name, example in (
        ("contact", "mailto:veilig@voorbeeld.nl"),
        ("expires", f"{today.year + 1}-01-31T00:00:00Z"),
    ):
        if name not in found:
            message = f"'{name.title()}:' ontbreekt. Zonder dat geldt dit bestand niet."
            yield _at(read, 0, "ontbreekt", message, f"Voeg een regel toe: {name.title()}: {example}")
    if (contact := found.get("contact")) and not _CONTACT.fullmatch(contact[2]):
        remedy = "Begin met mailto:, https: of tel:. Bijvoorbeeld: Contact: mailto:veilig@voorbeeld.nl"
        yield _at(read, contact.start(2), "schrijfwijze", "Dit is geen adres dat een programma kan openen.", remedy)
    if expires := found.get("expires"):
        yield from _expiry(read, expires, today)


def _expiry(read: Source, expires: re.Match[str], today: date) -> Iterator[Problem]:
    try:
        until = datetime.fromisoformat(expires[2]).astimezone(UTC).date()
    except (ValueError, OverflowError):
        remedy = f"Schrijf het zo: Expires: {today.year + 1}-01-31T00:00:00Z"
        yield _at(read, expires.start(2), "datum", "Dit is geen dag met een tijd.", remedy)
        return
    if until <= today:
        said = "Dit bestand geldt niet meer.", Level.ERROR
    elif until <= today + _SOON:
        said = "Dit bestand geldt nog maar kort.", Level.WARNING
    elif until > today + _FAR:
        said = "Dit bestand geldt meer dan een jaar. Dan kijkt niemand of het nog klopt.", Level.WARNING
    else:
        return
    yield _at(read, expires.start(2), "verouderd", said[0], "Kijk het na, en kies een dag binnen een jaar.", said[1])


def _at(read: Source, index: int, rule: str, message: str, remedy: str, level: Level = Level.ERROR) -> Problem:
    line, column = read.line_column(index)
    return Problem(read.file, line, column, rule, message, remedy, level)
