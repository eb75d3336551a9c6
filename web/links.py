"""Addresses inside the site, and the choices that travel in them.

`taal`, `voor`, `bundel` and `opties` stand in that order, and only where they differ from the default. They are
about content; nothing a reader answers ever stands in an address (ADR 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from engine.model import Aid

# Pages that are about the aid as it is now, whatever version someone reads.
OF_NOW = frozenset({"wijzigingen", "kwaliteit"})
# What each choice can be besides its default, until aids have languages, audiences and bundles.
_KNOWN: dict[str, frozenset[str]] = {"taal": frozenset({"nl"}), "voor": frozenset(), "bundel": frozenset()}
# A choice between fewer options than this is none.
_FEWEST_OPTIONS = 2


@dataclass(frozen=True)
class Choices:
    """What an address asks for. `options` are ids in the aid's order; empty means all. `version` is a frozen one."""

    options: tuple[str, ...] = ()
    version: int | None = None

    def query(self) -> str:
        """The end of an address: `?opties=…`, or nothing."""
        return f"?{urlencode({'opties': ','.join(self.options)}, safe=',')}" if self.options else ""


def parse(arguments: Mapping[str, str], aid: Aid) -> tuple[Choices, bool]:
    """The choices in an address, and whether something in it is unknown and was left out."""
    unknown = any(
        name not in _KNOWN or value not in _KNOWN[name] for name, value in arguments.items() if name != "opties"
    )
    asked = [name for name in arguments.get("opties", "").split(",") if name]
    known = tuple(option.id for option in aid.options if option.id in asked)
    if len(known) < len(asked) or ("opties" in arguments and len(known) < _FEWEST_OPTIONS):
        unknown = True
    if len(known) < _FEWEST_OPTIONS or len(known) == len(aid.options):
        known = ()
    return Choices(known), unknown


def link(slug: str, page: str, choices: Choices, fragment: str = "") -> str:
    """The address of a page of an aid, with the choices and, if given, the place on the page."""
    # What is about all versions belongs to none.
    version = "" if choices.version is None or page in OF_NOW else f"v/{choices.version}/"
    address = f"/k/{quote(slug)}/{version}{quote(page)}{choices.query()}"
    return f"{address}#{quote(fragment)}" if fragment else address
