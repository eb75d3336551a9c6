"""What kind of file a file says it is, and how it differs from an aid."""

from collections.abc import Mapping
from difflib import get_close_matches

from engine import schema
from engine.library import conversations
from engine.paths import SCHEMAS
from engine.problem import Problem
from engine.source import Source
from engine.terms import AidKind, ConversationKind


def against_schema(read: Source) -> tuple[Problem, ...]:
    """Where a file differs from what an aid is; of a kind that there is not, all kinds are named."""
    odd = _odd_kind(read)
    if odd and odd[1]:
        return (odd[0],)  # held against an aid, a conversation differs everywhere
    found = schema.check(read, schema.load(SCHEMAS / "keuze.schema.json"))
    if not odd:
        return found
    place = (odd[0].line, odd[0].column)
    return tuple(odd[0] if (one.line, one.column) == place else one for one in found)


def _odd_kind(read: Source) -> tuple[Problem, bool] | None:
    """What is said of a file of a kind that there is not, with all kinds; and whether a conversation was meant."""
    said = read.tree.get("soort") if isinstance(read.tree, Mapping) else None
    kinds = [str(kind) for kind in AidKind] + [
        kind for kind in sorted(conversations.KINDS) if kind != ConversationKind.GENERAL
    ]
    if not isinstance(said, str) or not said or said in (*kinds, *conversations.KINDS):
        return None
    near = get_close_matches(said, kinds, n=1, cutoff=0.6)
    listed = "Kies " + ", ".join(f"'{kind}'" for kind in kinds) + "."
    remedy = f"Bedoelde u '{near[0]}'? {listed}" if near else listed
    line, column = read.at(("soort",))
    problem = Problem(read.file, line, column, "onbekende-waarde", f"'{said}' is geen soort.", remedy)
    return problem, bool(near) and near[0] in conversations.KINDS
