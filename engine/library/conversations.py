"""Conversations: files with goals and questions, without options or figures, checked like an aid where that can be.

`_gesprek/` beside the aids holds the general one in each form of address; a site without its own takes the shipped.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path as File

from engine import build, schema, source, texts
from engine.library import networks
from engine.model import Conversation, NetworkSheet, PracticeSheet
from engine.paths import AIDS, SCHEMAS
from engine.plain_dutch import Setting, Text, remarks
from engine.problem import Level, Problem, errors
from engine.source import Source
from engine.terms import Address, ConversationKind

GENERAL = "_gesprek"
FILES = ("gesprek.yaml", "gesprek.je.yaml")
KINDS = frozenset(str(kind) for kind in ConversationKind)
# About the file instead of about the conversation: names, and what editors tell each other.
_ABOUT = frozenset({"aids", "funding", "interests", "makers", "owner", "review_when"})
# What a professional may say, and what a reader may ask, is not said to the reader.
_TO_OTHERS = ("professional_tips", "talk_questions", "goals", "check_questions", "changes", "helps", "tries", "adult")


@dataclass(frozen=True)
class Talk:
    """A good conversation with the hash of its file."""

    slug: str
    conversation: Conversation
    sha256: str


def is_conversation(read: Source) -> bool:
    """Whether a file says that it is one, so that no schema of an aid is held against it."""
    found = read.tree.get("soort") if isinstance(read.tree, Mapping) else None
    return isinstance(found, str) and found in KINDS


def check(read: Source, today: date) -> tuple[Conversation | None, tuple[Problem, ...]]:
    """The conversation in a file, and every problem in it."""
    understanding = isinstance(read.tree, Mapping) and read.tree.get("soort") == ConversationKind.UNDERSTAND
    name = "begrijpen" if understanding else "doelen"
    problems = [*read.problems, *schema.check(read, schema.load(SCHEMAS / f"{name}.schema.json"))]
    if errors(problems):
        return None, tuple(problems)
    found = build.build_conversation(read.tree)
    own = networks.check(found, read) if isinstance(found, NetworkSheet) else ()
    return found, (*problems, *own, *language(found, read, found.address), *overdue(found, read, today))


def talk(slug: str, read: Source, conversation: Conversation | None, problems: tuple[Problem, ...]) -> Talk | None:
    """What readers get of a file; nothing where it has a mistake."""
    if conversation is None or errors(problems):
        return None
    return Talk(slug, conversation, hashlib.sha256(read.text.encode()).hexdigest())


def general(
    root: File, shown: str, today: date
) -> tuple[Mapping[Address, Talk], Mapping[Address, Talk], tuple[Problem, ...]]:
    """The general conversation in each form of address, the one that is shipped, and the problems of its files."""
    shipped, said = _general(AIDS / GENERAL, shown, today)
    if root == AIDS:
        return shipped, shipped, said
    own, said = _general(root / GENERAL, shown, today)
    # A site's own text comes over the shipped one; a broken one leaves that in place.
    return {**shipped, **own}, shipped, said


def _general(folder: File, shown: str, today: date) -> tuple[dict[Address, Talk], tuple[Problem, ...]]:
    found: dict[Address, Talk] = {}
    problems: list[Problem] = []
    for file in (folder / name for name in FILES if (folder / name).exists()):
        read = source.read(file, f"{shown}/{GENERAL}/{file.name}")
        conversation, said = check(read, today)
        problems += said
        if made := talk("", read, conversation, said):
            found[made.conversation.address] = made
    return found, tuple(problems)


def language(found: Conversation | PracticeSheet, read: Source, spoken_in: Address) -> Iterator[Problem]:
    """What is not plain in the texts of a file that is no aid."""
    for path, text in texts.walk(found):
        if path[0] in _ABOUT or path[-1] == "id":
            continue
        address = None if set(path) & set(_TO_OTHERS) else spoken_in
        for remark in remarks(Text(text), Setting(address=address, orders=path[0] != "alarm")):
            line, column = read.at(build.source_path(path, type(found)), remark.hit.start)
            hit = remark.hit
            yield Problem(read.file, line, column, remark.rule, hit.message, hit.remedy, hit.level, path)


def overdue(found: Conversation | PracticeSheet, read: Source, today: date) -> Iterator[Problem]:
    """That a file should have been looked at again."""
    if found.age(today).overdue:
        line, column = read.at(("herzien_voor",))
        message, remedy = "Deze tekst had al opnieuw bekeken moeten zijn.", "Kijk de tekst na en kies een nieuwe dag."
        yield Problem(read.file, line, column, "verouderd", message, remedy, Level.WARNING)
