"""A hash over the bytes of everything in a folder: the same hash means that there is nothing new to look at."""

import hashlib
from pathlib import Path as File


def of_folder(folder: File) -> str:
    """The hash of a folder and all below it. What cannot be read counts as such, and never raises."""
    digest = hashlib.sha256()
    for name, file in sorted(_files(folder)):
        digest.update(name.encode("utf-8", "surrogateescape") + b"\0" + _content(file))
    return digest.hexdigest()


def as_it_lies(folder: File) -> tuple[tuple[str, int, int, int], ...]:
    """Every file below a folder with when it was written and how large it is: the same means that nobody wrote."""
    found = []
    for name, file in sorted(_files(folder)):
        try:
            stat = file.stat()
        except OSError:
            continue
        found.append((name, stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return tuple(found)


def _files(folder: File) -> list[tuple[str, File]]:
    try:
        return [(file.relative_to(folder).as_posix(), file) for file in folder.rglob("*") if not file.is_dir()]
    except OSError:
        return []


def _content(file: File) -> bytes:
    try:
        # A pipe would wait for ever, and a device never ends.
        return hashlib.sha256(file.read_bytes()).digest() if file.is_file() else b"geen bestand"
    except OSError:
        return b"onleesbaar"
