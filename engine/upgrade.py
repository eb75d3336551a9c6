"""Files of an older format keep loading: each function turns the tree of one `schema` into that of the next.

Frozen versions are never edited, so this is the only way they can follow the format.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

CURRENT = 1
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
# From the schema that a file names to a tree of the next schema.
UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})


def upgraded(tree: Any, upgrades: Mapping[int, Upgrade] = UPGRADES) -> Any:
    """The tree as a file of the current schema would give it; a tree that no function knows stays as it is."""
    while isinstance(tree, dict) and (step := upgrades.get(_schema(tree))) is not None:
        tree = {**step(tree), "schema": _schema(tree) + 1}
    return tree


def _schema(tree: Mapping[str, Any]) -> int:
    number = tree.get("schema")
    return number if isinstance(number, int) else CURRENT
