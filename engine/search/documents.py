"""What search looks at: a lean document per aid, of texts by which people recognise a subject."""

from dataclasses import dataclass
from enum import IntEnum

from engine import prose
from engine.model import Aid
from engine.search import analysis
from engine.terms import OptionKind
from engine.thresholds import SUGGESTED_FIRST

# Words that an aid explains count only where they are rare in Dutch: `adenotonsillectomie`, not `opname`.
_JARGON = 3.0
_WAITING = frozenset({OptionKind.WAIT, OptionKind.DO_NOTHING})


class Part(IntEnum):
    """Where in a document a text stands."""

    TITLE = 0
    SEARCH_WORD = 1
    OPTION = 2
    QUESTION = 3
    CORE = 4
    THEME = 5
    GLOSSARY = 6


_WORTH = {
    Part.TITLE: 1.0,
    Part.SEARCH_WORD: 1.0,
    Part.OPTION: 0.9,
    Part.QUESTION: 0.85,
    Part.CORE: 0.6,
    Part.THEME: 0.55,
    Part.GLOSSARY: 0.55,
}
# What a match in each part is worth, by the number of the part.
WORTH = tuple(_WORTH[part] for part in Part)


@dataclass(frozen=True)
class Document:
    """The texts of one subject, each with its part; `offered` may be suggested while someone types, best first."""

    slug: str
    texts: tuple[tuple[Part, str], ...]
    offered: tuple[str, ...] = ()


def document(slug: str, aid: Aid) -> Document:
    """The lean document of an aid."""
    codes = aid.codes.icpc if aid.codes else ()
    treatments = (option.name for option in aid.options if option.kind not in _WAITING)
    jargon = [word for word in aid.glossary or () if all(_is_jargon(one) for one in analysis.words(word))]
    return Document(
        slug,
        (
            (Part.TITLE, aid.title),
            *((Part.SEARCH_WORD, text) for text in (*aid.search_words, *codes)),
            *((Part.OPTION, option.name) for option in aid.options),
            (Part.QUESTION, aid.question),
            *((Part.CORE, prose.plain(sentence)) for sentence in aid.core),
            *((Part.THEME, theme) for theme in aid.themes),
            *((Part.GLOSSARY, word) for word in jargon),
        ),
        (*aid.search_words[:SUGGESTED_FIRST], *treatments, *aid.search_words[SUGGESTED_FIRST:]),
    )


def _is_jargon(word: str) -> bool:
    return analysis.familiarity(word) < _JARGON
