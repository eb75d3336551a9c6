"""The parse events of one YAML file become a tree, the place of every key and value, and problems. Owns yaml.

The tree comes from parse events, because composing 50,000 nested brackets ends the process.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from engine import slips
from engine import source_messages as messages
from engine.problem import Level, Problem
from engine.thresholds import FILE_DEPTH

Path = tuple[str | int, ...]
Tree = dict[str, "Tree"] | list["Tree"] | str | int

# 15 digits hold any real count and keep int() cheap; a longer run of digits stays text.
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_EMPTY = frozenset({"~", "null", "Null", "NULL"})
_ONE_WORD = re.compile("[a-z0-9_-]+")
_CUT_OFF = re.compile(r"[ \t]+#")
# YAML forbids most of these; the rest break lines in YAML but not in an editor, which would shift every place.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# The first character of a value that YAML reads as more than text, behind the name or dash on its line.
_FIRST_OF_VALUE = re.compile(r"[ ]*(?:- )*(?:[\w-]+:[ ]+)?(['\"\[{|>?*&!-])")
_LONE_RETURN = re.compile(r"\r(?!\n)")
# Signs without width: text to YAML, nothing to the eye.
_NO_WIDTH = re.compile("[\u200b\u2060]")
# The name on the next line, and the spaces before it.
_NEXT_NAME = re.compile(r"[^\n]*\n([ ]*)([\w-]+):")


class Scalar(NamedTuple):
    """Where a scalar stands in the text: offsets of its first character and past its last, and its YAML style."""

    start: int
    end: int
    style: str | None


class _TooDeep(Exception):
    """Ends the reading of a file that nests deeper than any aid does."""


class Reader:
    """Walks the parse events of one file once and gathers tree, places and problems."""

    def __init__(self, file: str, text: str, line_column: Callable[[int], tuple[int, int]]) -> None:
        """`line_column` gives the place of a character of `text`."""
        self.file, self.text, self.line_column = file, text, line_column
        self.tree: Tree | None = None
        self.broken = False
        self.keys: dict[Path, int] = {}
        self.values: dict[Path, Scalar | int] = {}
        self.problems: list[Problem] = []
        # Items of which an editor forgot the dash, until the list around them takes them.
        self._torn: list[Tree] = []

    def read(self) -> None:
        text = self.text
        for pattern, problem in ((_FORBIDDEN, messages.CONTROL), (_LONE_RETURN, messages.LONE_RETURN)):
            if match := pattern.search(text):
                self._add(match.start(), problem)
                self.broken = True
        for match in _NO_WIDTH.finditer(text):
            self._add(match.start(), messages.NO_WIDTH)
            self.broken = True
        if self.broken:
            return
        loader = yaml.CLoader(text)
        self._next: Callable[[], Any] = loader.get_event
        try:
            self._documents()
        except yaml.MarkedYAMLError as error:
            self.broken = True
            self._syntax_problem(error)
        except _TooDeep:
            self.broken = True
        finally:
            loader.dispose()

    def _documents(self) -> None:
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if self.tree is not None:
                    self._add(_start(event), messages.SECOND_DOCUMENT)
                    self.broken = True
                    return
                self.tree = self._node(self._next(), (), 1)
        if self.tree is None:
            self.broken = True
            self._add(0, messages.nothing(self.file))

    def _node(self, event: yaml.Event, path: Path, depth: int) -> Tree:
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None:
            return self._scalar(event, path)
        start = _start(event)
        if isinstance(event, yaml.AliasEvent):
            self._add(start, messages.ALIAS)
            self.values[path] = start
            return ""
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if event.anchor is not None:
            self._add(start, messages.ANCHOR)
        if event.tag is not None:
            self._add(start, messages.TAG)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        self.values[path] = start
        if depth > FILE_DEPTH:
            self._add(start, messages.too_deep(FILE_DEPTH))
            raise _TooDeep
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _sequence(self, path: Path, depth: int) -> Tree:
        items: list[Tree] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
            items += self._torn
            self._torn = []
        return items

    def _mapping(self, path: Path, depth: int) -> Tree:
        pairs: dict[str, Tree] = {}
        parts: list[Tree] = [pairs]
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            start = _start(event)
            key = self._key(event, path, depth)
            if self._begins_anew(path, pairs, key, start):
                self._add(start, slips.forgotten_dash(key))
                pairs, path = {}, (*path[:-1], int(path[-1]) + 1)
                parts.append(pairs)
                self.values[path] = start
            double = not key or key in pairs
            if double and key:
                first = self.line_column(self.keys[(*path, key)])[0]
                self._add(start, messages.double_key(key, first))
            here = (*path, "" if double else key)
            self.keys[here] = start
            value = self._node(self._next(), here, depth + 1)
            if double:
                self._forget(here)
            else:
                pairs[key] = value
        self._torn = parts[1:]
        return parts[0]

    def _key(self, event: yaml.Event, path: Path, depth: int) -> str:
        """The name that a pair begins with; empty where that is no ordinary text."""
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None:
            self._hidden(event)
            key: str = event.value
            return key
        self._node(event, (*path, ""), depth + 1)
        self._add(_start(event), messages.ODD_KEY)
        return ""

    def _begins_anew(self, path: Path, pairs: dict[str, Tree], key: str, start: int) -> bool:
        """Whether a next item of the list begins here without its dash: its first names come again, in a row."""
        if not path or not isinstance(path[-1], int) or not pairs or key != next(iter(pairs)):
            return False
        found = _NEXT_NAME.match(self.text, start)
        column = self.line_column(start)[1] - 1
        return found is not None and len(found[1]) == column and found[2] != key and found[2] in pairs

    def _forget(self, path: Path) -> None:
        for table in (self.keys, self.values):
            for known in [known for known in table if known[: len(path)] == path]:
                del table[known]

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Tree:
        start, end = _start(event), _end(event)
        value: str = event.value
        plain = not event.style
        self.values[path] = Scalar(start, end, event.style or None)
        if event.anchor is not None or event.tag is not None:
            return value  # reported as such; that nothing else stands there says nothing new
        if not value or (plain and value in _EMPTY):
            hidden = _CUT_OFF.match(self.text, end)
            self._add(self.keys.get(path, start), messages.empty(path, behind_a_hash=bool(hidden)))
            return ""
        if not plain:
            self._hidden(event)
        if plain and value[-1].isdigit() and WHOLE_NUMBER.fullmatch(value):
            return int(value)
        if plain and (found := list(slips.in_plain(self.text, start, end))):
            for at, problem in found:
                self._add(at, problem)
            return ""
        if plain and self.text[end : end + 1] in (" ", "\t"):
            self._warn_cut_off(value, end)
        return value

    def _hidden(self, event: yaml.ScalarEvent) -> None:
        """Between double quotes a sign can be written that nobody sees, such as "\\x1f"."""
        if event.style == '"' and _FORBIDDEN.search(event.value):
            self._add(_start(event), messages.CONTROL)

    def _warn_cut_off(self, value: str, end: int) -> None:
        """Warn where ` #` ends a text. After a fixed term, `# ` is an ordinary comment."""
        match = _CUT_OFF.match(self.text, end)
        if not match:
            return
        comment = self.text[match.end() : match.end() + 1]
        if not _ONE_WORD.fullmatch(value) or not comment.isspace():
            self._add(match.end() - 1, messages.CUT_OFF, Level.WARNING)

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> None:
        """Report a syntax error where the mistake began: for an open quote or bracket, where it opened."""
        mark, text = error.problem_mark, self.text
        at = min(mark.index, max(len(text.rstrip()) - 1, 0)) if mark else 0
        at_context, *problem = messages.syntax(error.context or "", error.problem or "", text[at : at + 1])
        opened = self._quote_that_ran_on(at)
        if opened is not None:
            at, problem = opened, list(messages.QUOTE)
        elif at_context and error.context_mark:
            at = error.context_mark.index
        elif problem[0] == "inspringen" and (first := _FIRST_OF_VALUE.match(text, text.rfind("\n", 0, at) + 1)):
            at = first.start(1)
            problem = list(messages.first_character(first[1]))
        if slip := slips.near(text, at):
            at, problem = slip[0], list(slip[1])
        self._add(at, (problem[0], problem[1], problem[2]))

    def _quote_that_ran_on(self, at: int) -> int | None:
        """Where a quote opened that only found its end on a later line, just before the error at `at`."""
        for scalar in reversed([value for value in self.values.values() if isinstance(value, Scalar)]):
            between = self.text[scalar.end : at]
            ran_on = scalar.style in ("'", '"') and "\n" in self.text[scalar.start : scalar.end]
            return scalar.start if ran_on and not between.strip() else None
        return None

    def _add(self, index: int, problem: tuple[str, str, str], level: Level = Level.ERROR) -> None:
        line, column = self.line_column(index)
        self.problems.append(Problem(self.file, line, column, *problem, level=level))


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index
