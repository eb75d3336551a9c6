"""A text as the language checks see it: words and sentences with their places, lists and headings told apart.

Markup is blotted out at the same length, so every place still holds in the text an editor typed. Segmentation
matters more than any formula: without it, a list of six short points counts as one sentence of sixty words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from engine.plain_dutch import lists, markup

# A word, also 'foto's', 'follow-up' and '12.30'; or what was blotted out and still reads as one word.
_WORD = re.compile(rf"[^\W_]+(?:(?:['’-]|(?<=\d)[.,:](?=\d))[^\W_]+)*|{markup.THING}+")
_BOUNDARY = re.compile(
    r"(?P<end>(?<![.!?…])[.!?…]++[\"'’”»)\]*_]*+(?=\s))"
    r"|\n[ \t\r>]*(?=\n)"
    r"|\n(?=[ \t>]*(?:[-*+•–]|\d{1,3}[.)]|[a-z]\)|#{1,6}|[=-]{3,}|\|)(?:[ \t\r\n]|(?<=\|)))"
)
_MARKER = re.compile(r"[\s>]*(?P<item>(?:[-*+•–]|\d{1,3}[.)]|[a-z]\))[ \t]+)?(?:\[[ xX]\][ \t]+)?[\s*_\"'‘’“”(]*")
# Space, an end of line, bold or quotes.
_GAP = re.compile(r"[\s*_'\"‘’“”]+")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t].*$", re.MULTILINE)
_ROW = re.compile(r"^[ \t>]*\|.*$", re.MULTILINE)
# A number or letter before a list item is shorter than this.
_MARKED = 4
_MARGIN = 24
# Short forms before a name or a number, without their full stop: no sentence ends there.
_POINTED = lists.group("met-punt")
_SURELY_OVER = re.compile(r"[!?…]")


class Kind(Enum):
    """What a stretch of text is. A list item counts on its own; a heading and a table cell are no sentences."""

    SENTENCE = auto()
    ITEM = auto()
    HEADING = auto()
    CELL = auto()


class Sentence(NamedTuple):
    """A sentence, list item, heading or cell: its characters from `start` to `end`, its words `first` to `last`."""

    start: int
    end: int
    first: int
    last: int
    kind: Kind

    @property
    def length(self) -> int:
        """How many words it has."""
        return self.last - self.first

    @property
    def span(self) -> range:
        """The numbers of its words."""
        return range(self.first, self.last)


class Text:
    """A text with its words (in small letters, with places) and its sentences."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.clean = markup.blotted(raw)
        self.small = lowered(self.clean)
        matches = list(_WORD.finditer(self.small))
        self.words = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.vocabulary = frozenset(self.words)

    def end(self, number: int) -> int:
        """Where a word ends."""
        return self.starts[number] + len(self.words[number])

    def between(self, number: int) -> str:
        """What stands between a word and the next one."""
        after = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.clean)
        return self.clean[self.end(number) : after]

    def joined(self, number: int) -> bool:
        """Whether only space or bold stands between a word and the next one: no comma and no full stop."""
        gap = self.between(number)
        return gap == " " or _GAP.fullmatch(gap) is not None

    def written(self, number: int) -> str:
        """A word with its capitals."""
        return self.clean[self.starts[number] : self.end(number)]

    def words_in(self, sentence: Sentence) -> list[str]:
        """The words of a sentence, in small letters."""
        return self.words[sentence.first : sentence.last]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every stretch of text that holds a word, in order."""
        return tuple(self._sentences())

    @cached_property
    def firsts(self) -> frozenset[int]:
        """The numbers of the words that open a sentence."""
        return frozenset(sentence.first for sentence in self.sentences)

    def _sentences(self) -> Iterator[Sentence]:
        cuts, kinds = self._cuts()
        words, starts, clean = self.words, self.starts, self.clean
        item, last = False, 0
        for start, end in zip(cuts, [*cuts[1:], len(clean)], strict=True):
            first, last = last, bisect_left(starts, end, last)
            if first == last:
                continue
            opens = starts[first]
            # Only then can there be a marker: most sentences follow on a space, and need no second look.
            if len(words[first]) < _MARKED or (opens - start > 1 and clean[start:opens].strip()):
                marker = _MARKER.match(clean, start, end)
                item = bool(marker and marker["item"]) or (item and "\n" not in clean[start:opens])
                first = bisect_left(starts, marker.end() if marker else start, first, last)
                if first == last:
                    continue
            elif item:
                item = "\n" not in clean[start:opens]
            kind = kinds.get(start, Kind.ITEM if item else Kind.SENTENCE)
            yield Sentence(starts[first], starts[last - 1] + len(words[last - 1]), first, last, kind)

    def _cuts(self) -> tuple[list[int], dict[int, Kind]]:
        """Where a new stretch starts, and what kind it is where that is known already."""
        cuts, kinds = {0}, {}
        for match in _BOUNDARY.finditer(self.clean):
            if match["end"] is None or self._ends_here(match):
                cuts.add(match.end())
        if "#" in self.clean:
            for match in _HEADING.finditer(self.clean):
                cuts |= {match.start(), match.end()}
                kinds[match.start()] = Kind.HEADING
        if "|" in self.clean:
            for match in _ROW.finditer(self.clean):
                bars = [match.start() + place for place, sign in enumerate(match[0]) if sign == "|"]
                cuts |= {match.start(), match.end(), *bars}
                kinds |= dict.fromkeys((match.start(), *bars), Kind.CELL)
        return sorted(cuts), kinds

    def _ends_here(self, match: re.Match[str]) -> bool:
        """Whether a sentence ends at a full stop: not after 'dr.' or an initial."""
        if _SURELY_OVER.search(match["end"]):
            return True
        number = bisect_left(self.starts, match.start()) - 1
        if number < 0 or self.end(number) != match.start():
            return True
        word, start = self.words[number], self.starts[number]
        if word.isdigit():
            line = self.small[max(0, start - _MARGIN) : start]
            opens = start <= _MARGIN or "\n" in line
            return not opens or bool(line.rpartition("\n")[2].strip(" \t>"))
        if len(word) == 1:
            return not (self.clean[start].isupper() or self.clean[max(0, start - 1) : start] == ".")
        return word not in _POINTED


def lowered(text: str) -> str:
    """In small letters and of the same length, also where a capital has a longer small form."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(sign.lower()[:1] for sign in text)
