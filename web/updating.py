"""Writing `overlays.lock`: which texts of an aid the texts of its overlays were made from."""

from datetime import date
from pathlib import Path

from engine import library, overlay_lock
from engine.library import overlays
from engine.overlay_lock import Drift
from engine.problem import errors
from web.scaffold import Refused, reason


def update(
    root: Path, slug: str, today: date, *, unchanged_is_right: bool
) -> tuple[Path, int, tuple[tuple[str, Drift], ...]]:
    """Record every text that is new or was written again. Gives the file, how many texts, and what was left out."""
    folder = root / slug
    checked = library.check_folder(folder, folder.as_posix(), today)
    found = checked.voices.overlays
    if checked.aid is None or errors(problem for one in found for problem in one.problems):
        raise Refused(f"Er zijn nog fouten. Zie: keuzehulp controleer {folder.as_posix()}")
    if not found:
        names = ", ".join(overlays.FILES)
        raise Refused(f"Naast deze keuzehulp staat geen overlay. Die heet zo: {names}.")
    recorded = overlays.lock(folder, folder.as_posix())
    if overlay_lock.damage(recorded):
        raise Refused(f"{recorded.file} is niet heel. Zie: keuzehulp controleer {folder.as_posix()}")
    known = overlay_lock.read(recorded)
    text, left = overlay_lock.updated(found, known, unchanged_is_right=unchanged_is_right)
    file = folder / overlay_lock.NAME
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refused(f"{file} kan niet geschreven worden: {reason(error)}.") from None
    return file, sum(len(one.said) for one in found) - len(left), left
