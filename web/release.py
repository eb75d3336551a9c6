"""Freezing a version of an aid on disk: a new folder and a line in the index, whole or not at all."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from engine import library, release
from engine.library.versions import FOLDER
from web.scaffold import Refused, reason


def freeze(root: Path, slug: str, today: date, ask: Callable[[], str]) -> tuple[Path, int]:
    """Freeze the aid as it is now; `ask` gives the sentence that says what changed.

    `Refused` leaves everything as it was. Gives the new folder and its number.
    """
    folder = root / slug
    checked = library.check_folder(folder, folder.as_posix(), today)
    if refused := release.refusal(checked):
        raise Refused(refused)
    what_changed = ask()
    if refused := release.sentence_refusal(what_changed):
        raise Refused(refused)
    content = {name: (folder / name).read_bytes() for name in release.names(checked)}
    files = release.files(checked, content, today, what_changed)
    assert checked.aid is not None
    _write(folder, files, checked.aid.version)
    return folder / FOLDER / str(checked.aid.version), checked.aid.version


def _write(folder: Path, files: dict[str, bytes], n: int) -> None:
    """Beside its place first, so that a full disk leaves no half version; the index comes last."""
    place = folder / FOLDER
    *content, (index_name, index) = files.items()
    draft = place / f".{n}"
    try:
        draft.mkdir(parents=True)
        for name, data in content:
            (draft / Path(name).name).write_bytes(data)
        draft.rename(place / str(n))
        (place / ".index").write_bytes(index)
        (place / ".index").replace(folder / index_name)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise Refused(f"De versie kan niet in {place} geschreven worden: {reason(error)}.") from None
