"""What a language check says about a text: where, how bad, why, and what to write instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from engine import words
from engine.plain_dutch.text import Text
from engine.problem import Level
from engine.terms import Address


@dataclass(frozen=True)
class Hit:
    """A remark about the characters from `start` to `end`; `better` holds words to write instead."""

    start: int
    end: int
    message: str
    remedy: str
    level: Level = Level.WARNING
    better: tuple[str, ...] = ()


@dataclass(frozen=True)
class Setting:
    """What is known beside the text: words that are explained elsewhere, and how the reader is addressed."""

    # Words and their stems, in small letters.
    explained: frozenset[str] = field(default_factory=frozenset)
    address: Address | None = None
    # An aid names its jargon in `woorden`, and its own rule sees to that.
    jargon: bool = True
    # 'U moet' pushes in a text about a choice, and is right where there is danger.
    orders: bool = False
    # What to do about a difficult word.
    way_out: str = "Kies een bekender woord, of leg het uit."

    def explains(self, word: str) -> bool:
        """Whether a word, in any of its forms, is explained elsewhere."""
        if not self.explained:
            return False
        return (
            word in self.explained
            or words.stem(word) in self.explained
            or any(form in self.explained for form in words.lookup(word))
        )


@dataclass(frozen=True, eq=False)
class Check:
    """One language rule: only texts that hold one of its `hints`, whole words in small letters, matter to it."""

    id: str
    find: Callable[[Text, Setting], Iterable[Hit]]
    hints: frozenset[str] | None = None


def hit(text: Text, first: int, last: int, message: str, remedy: str, **more: object) -> Hit:
    """A remark about the words `first` to `last`, both included."""
    return Hit(text.starts[first], text.end(last), message, remedy, **more)  # type: ignore[arg-type]


def in_words(better: tuple[str, ...]) -> str:
    """What to write instead, as a remedy."""
    return "Schrijf " + " of ".join(f"'{word}'" for word in better) + "."
