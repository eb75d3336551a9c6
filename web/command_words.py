"""What the command line says in Dutch where its library would say it in English, and which folder it works in."""

import os
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from engine.paths import AIDS


def shown(place: Path) -> str:
    """How problems name a place: from here where it lies below here, else in full."""
    relative = os.path.relpath(place)
    return place.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def aids_here() -> Path | None:
    """The aids of the checkout one stands in, where that is another than the one that is installed."""
    here = Path.cwd()
    try:
        project = tomllib.loads((here / "pyproject.toml").read_text(encoding="utf-8")).get("project", {})
    except (OSError, ValueError):
        return None
    own = project.get("name") == "keuzehulp" and (here / "aids").is_dir()
    return here / "aids" if own and (here / "aids").resolve() != AIDS.resolve() else None


def usage(error: Any, commands: Iterable[str]) -> str:
    """A mistake in what was typed, as a Dutch sentence; `error` is the exception of the library."""
    where = f" Zie: {error.ctx.command_path} --help" if error.ctx else ""
    kind, typed = type(error).__name__, error.ctx.args if error.ctx else []
    if kind == "MissingParameter" and error.param is not None:
        return f"Er ontbreekt iets: {error.param.make_metavar(error.ctx)}.{where}"
    if kind == "NoSuchOption":
        near = f" Bedoelde u {' of '.join(error.possibilities)}?" if error.possibilities else ""
        return f"De keuze {error.option_name} bestaat niet.{near}{where}"
    if kind == "BadOptionUsage":
        return f"Achter {error.option_name} ontbreekt iets.{where}"
    if getattr(error, "param", None) is not None:
        return f"Wat er bij {error.param.opts[-1]} staat, kan daar niet.{where}"
    if kind == "NoSuchCommand" or "ommand" in error.message:
        name = str(getattr(error, "command_name", "") or error.message.split("'")[1::2][-1])
        near_names = get_close_matches(name, list(commands), n=1)
        hint = f"Bedoelde u '{near_names[0]}'?" if near_names else f"Kies uit: {', '.join(sorted(commands))}."
        return f"Er is geen commando '{name}'. {hint}"
    return f"Er staat iets te veel{': ' + ' '.join(typed) if typed else ''}.{where}"
