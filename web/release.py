"""Freezing a version of an aid on disk: a new folder and a line in the index, whole or not at all."""

import contextlib
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
    draft, draft_index = place / f".{n}", place / ".index"
    made = [draft]
    try:
        draft.mkdir(parents=True)
        for name, data in content:
            (draft / Path(name).name).write_bytes(data)
        draft_index.write_bytes(index)
        made.append(draft.rename(place / str(n)))
        draft_index.replace(folder / index_name)
    except OSError as error:
        for one in made:
            shutil.rmtree(one, ignore_errors=True)
        with contextlib.suppress(OSError):
            draft_index.unlink(missing_ok=True)
            # Where this was the first version, its folder goes too: one without an index is a mistake.
            place.rmdir()
        raise Refused(f"De versie kan niet in {place} geschreven worden: {reason(error)}.") from None
