"""What came of each aid folder, kept on disk: a start looks again only at what is new. The only importer of pickle.

The folder belongs to the server alone: it is trusted like the program, so it must be its own and closed to others. A
file is of one engine, one Python and one content; anything else about it and it does not count.
"""

import contextlib
import copyreg
import hashlib
import importlib.metadata
import io
import os
import pickle
import shutil
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from engine.library import Checked
from engine.paths import SCHEMAS

_ENGINE = Path(__file__).resolve().parent.parent / "engine"
# Libraries that have a say in whether an aid is good, or in what is kept of it.
_LIBRARIES = ("pyyaml", "rapidyaml", "jsonschema", "jsonschema-rs", "markdown-it-py", "pystemmer", "babel")
_SUFFIX = ".kh"


class Untrusted(Exception):
    """The folder is not of the server alone. The message says what to do."""


class Store(MutableMapping[str, Checked]):
    """A memory of checked folders over a folder on disk; without one, the memory of this process."""

    def __init__(self, folder: Path | None = None) -> None:
        self._known: dict[str, Checked] = {}
        self._used: set[str] = set()
        self._folder = None if folder is None else _own(folder) / _engine_sha256()[:16]
        if self._folder is not None:
            with contextlib.suppress(OSError):
                self._folder.mkdir(mode=0o700, exist_ok=True)

    def __getitem__(self, key: str) -> Checked:
        if key not in self._known:
            found = _read(self._file(key)) if self._folder else None
            if not isinstance(found, Checked):
                raise KeyError(key)
            self._known[key] = found
        self._used.add(key)
        return self._known[key]

    def __setitem__(self, key: str, value: Checked) -> None:
        self._known[key] = value
        self._used.add(key)
        if self._folder:
            _write(self._file(key), value)

    def learn(self, found: Mapping[str, Checked]) -> None:
        """Remember what another process of this program found, and left on disk."""
        self._known.update(found)
        self._used.update(found)

    def __delitem__(self, key: str) -> None:
        del self._known[key]
        if self._folder:
            self._file(key).unlink(missing_ok=True)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def forget_unused(self) -> None:
        """Drop, from memory and disk, what nobody asked for since the last time."""
        for key in set(self._known) - self._used:
            del self[key]
        if self._folder:
            for other in self._folder.parent.glob("[0-9a-f]" * 16):
                if other != self._folder:
                    shutil.rmtree(other, ignore_errors=True)
            names = {self._file(key).name for key in self._used}
            for file in self._folder.glob("*"):
                # Also what a start left that was stopped halfway.
                if file.name not in names:
                    file.unlink(missing_ok=True)
        self._used = set()

    def _file(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / (hashlib.sha256(key.encode()).hexdigest() + _SUFFIX)


def _own(folder: Path) -> Path:
    """The folder, made where it is not there; refused where anyone but this user could put something in it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError as error:
        raise Untrusted(f"De map {folder} kan niet gemaakt worden ({error.strerror}).") from error
    if found.st_uid != os.geteuid() or found.st_mode & 0o022:
        raise Untrusted(f"Anderen mogen in {folder} schrijven. Neem een map die alleen van deze gebruiker is.")
    return folder


def _engine_sha256() -> str:
    """A hash over all that decides what comes of a file."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {importlib.metadata.version(name)}\n".encode())
    files = (one for folder in (_ENGINE, SCHEMAS) for one in folder.rglob("*") if one.suffix != ".pyc")
    for file in sorted([*files, Path(__file__)]):
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _frozen(mapping: dict[Any, Any]) -> Any:
    """What pickle calls to make a frozen mapping again, as it cannot name the type itself."""
    return MappingProxyType(mapping)


class _Pickler(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[MappingProxyType] = lambda mapping: (_frozen, (dict(mapping),))


def packed(value: object) -> bytes:
    """What came of aids as bytes, for another process of this program."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def unpacked(content: bytes) -> Any:
    """What `packed` made of it. Only for bytes that this program made itself."""
    return pickle.loads(content)


def _write(file: Path, value: object) -> None:
    """Whole or not at all: a full disk or a stop halfway costs time at the next start, and nothing else."""
    content = packed(value)
    part = file.with_suffix(f".{os.getpid()}")
    try:
        part.write_bytes(hashlib.sha256(content).digest() + content)
        part.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _read(file: Path) -> Any:
    try:
        raw = file.read_bytes()
    except OSError:
        return None
    mark, content = raw[:32], raw[32:]
    if hashlib.sha256(content).digest() != mark:
        return None
    try:
        return unpacked(content)
    except Exception:
        return None  # of a program that has other names
