"""Where the schemas and the shipped aids are: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    # The checkout wins: an editable install may leave a stale copy of the data in site-packages.
    beside = _PACKAGE.parent / name
    return beside if (_PACKAGE.parent / "pyproject.toml").is_file() else _PACKAGE / "_data" / name


SCHEMAS = _shipped("schemas")
AIDS = _shipped("aids")
CATALOGUES = _PACKAGE / "catalogues"
