"""The folder of a new aid: written whole or not at all."""

import errno
from contextlib import suppress
from datetime import date
from pathlib import Path

from engine import library, scaffold, source
from engine.library import FILE_NAME
from engine.paths import SCHEMAS

_REASONS = {
    errno.EACCES: "dat mag u niet",
    errno.EPERM: "dat mag u niet",
    errno.EROFS: "daar kan niemand schrijven",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOENT: "dat is er niet",
    errno.EISDIR: "dat is een map",
    errno.ENOTDIR: "dat is geen map",
    errno.EADDRINUSE: "een ander programma gebruikt die al",
    errno.EADDRNOTAVAIL: "dat is geen adres van deze computer",
}


class Refused(Exception):
    """Why there is no new aid: one Dutch sentence for who asked for it."""


def create(root: Path, slug: str, today: date) -> Path:
    """Make the folder of a new aid with the template in it; `Refused` leaves everything as it was."""
    if message := scaffold.refusal(slug):
        raise Refused(message)
    if not root.is_dir():
        raise Refused(f"De map {root} is er niet. Maak die eerst, of kies met --aids een andere.")
    nr = scaffold.free_number(source.read(root / name / FILE_NAME, name).text for name in library.slugs(root))
    if nr is None:
        raise Refused(f"Alle nummers tot en met {scaffold.HIGHEST_NR} zijn al gebruikt in deze map.")
    template = (SCHEMAS / "nieuw.yaml").read_text(encoding="utf-8")
    beside_schemas = (root.resolve().parent / "schemas" / "keuze.schema.json").is_file()
    return _write(root / slug, scaffold.text(template, nr, today, with_schema=beside_schemas))


def _write(folder: Path, text: str) -> Path:
    file = folder / FILE_NAME
    try:
        folder.mkdir()
    except FileExistsError:
        raise Refused(f"{folder} is er al. Kies een andere naam, of werk in die map verder.") from None
    except OSError as error:
        raise Refused(f"De map {folder} kan niet gemaakt worden: {reason(error)}.") from None
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        with suppress(OSError):
            file.unlink(missing_ok=True)
            folder.rmdir()
        raise Refused(f"{file} kan niet geschreven worden: {reason(error)}.") from None
    return file


def reason(error: OSError) -> str:
    """Why the computer did not read, write or listen, as the end of a Dutch sentence."""
    return _REASONS.get(error.errno or 0, "de computer weigert het")
