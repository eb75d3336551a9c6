"""A hash over the bytes of everything in a folder: the same hash means that there is nothing new to look at."""

import hashlib
import os
from pathlib import Path as File


def of_folder(folder: File) -> str:
    """The hash of a folder and all below it. What cannot be read counts as such, and never raises."""
    digest = hashlib.sha256()
    for name, file in _files(folder):
        digest.update(os.fsencode(name) + b"\0" + _content(file))
    return digest.hexdigest()


def as_it_lies(folder: File) -> tuple[tuple[str, int, int, int], ...]:
    """Every file below a folder with when it was written and how large it is: the same means that nobody wrote."""
    found = []
    for name, file in _files(folder):
        try:
            stat = os.stat(file)
        except OSError:
            continue
        found.append((name, stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return tuple(found)


def _files(folder: File) -> list[tuple[str, str]]:
    """Every file below a folder, as it is called from there and as it is opened, sorted by name."""
    start = len(os.fspath(folder)) + 1
    found = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]
    return sorted((file[start:], file) for file in found)


def _content(file: str) -> bytes:
    try:
        # A pipe would wait for ever, and a device never ends.
        if not os.path.isfile(file):
            return b"geen bestand"
        with open(file, "rb") as stream:
            return hashlib.sha256(stream.read()).digest()
    except OSError:
        return b"onleesbaar"
