"""How to look for words and phrases in a text as it was typed, over line breaks and bold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.plain_dutch.text import Text

# Between the words of a phrase an editor may break the line or start bold.
_GAP = r"[\s*_]+"


@dataclass(frozen=True)
class Finder:
    """A pattern, and whole words in small letters of which a text must hold one before the slow pattern looks at it.

    A dozen rules read every text of every aid, and nearly every text holds nothing.
    """

    pattern: re.Pattern[str]
    hints: frozenset[str]

    def all(self, text: Text) -> Iterator[re.Match[str]]:
        """Every match in a text."""
        return iter(()) if self.hints.isdisjoint(text.vocabulary) else self.pattern.finditer(text.clean)


def phrases(words: Iterable[str]) -> Finder:
    """Finds whole words and phrases in any case, over line breaks and bold; the longest comes first."""
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(_GAP.join(re.escape(word) for word in phrase.split()) for phrase in longest_first)
    # Not `\b`: that takes the underscore of _schuin_ for a letter.
    pattern = re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])", re.IGNORECASE)
    return Finder(pattern, frozenset(max(phrase.split(), key=len) for phrase in longest_first))


def said(match: re.Match[str]) -> str:
    """What was found, on one line and without bold: fit for a message."""
    return re.sub(_GAP, " ", match[0])
