"""Finding an aid by what people call it: an index in RAM, words only, any word counts. The only importer of whoosh.

There is no query syntax: whatever a visitor types is words. A word that no aid knows is tried again with one typing
error (a letter too many, too few, wrong, or two swapped).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whoosh.analysis import RegexTokenizer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.query import Or, Term

from engine import prose
from engine.library import Entry, Library
from engine.thresholds import QUERY_CHARACTERS, QUERY_WORDS, SEARCH_HITS, TYPO_LETTERS

_WORD = re.compile(r"[a-z0-9]+")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
# How often each part of an aid is written into the one merged field: its name weighs more than its gist.
_WEIGHTS = {"title": 4, "search_words": 3, "options": 2, "question": 2, "themes": 1, "core": 1}
# Words that say nothing about what someone has. `niet`, `geen` and `zonder` are not among them: they are options.
_STOP_WORDS = frozenset(
    """
    aan al als bij dan dat de den der die dit doe doen door een en er ga haar heb hebben heeft hem het hij hoe
    ik in is je kan kun maar me mee met mij mijn moet na naar nog nu of om ook op over te tot u uit uw van
    veel voor wat we wel wil word wordt ze zich zij zijn zo
    """.split()  # noqa: SIM905 (forty words read better as a text than as a list of strings)
)


@dataclass(frozen=True)
class Hit:
    """An aid that answers a query. `score` only orders hits of one query."""

    slug: str
    score: float


def words(text: str) -> list[str]:
    """The words of a text as the index knows them: lower case, without accents, without words that say nothing."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    # People type "'s nachts", "s nachts" and "snachts"; the index knows "nachts".
    found = _WORD.findall(re.sub(r"[’'`]", "", bare))
    return [word for word in found if len(word) > 1 and word not in _STOP_WORDS]


class Index:
    """The words of every aid of a library. Made once, then only read; safe to share between threads."""

    def __init__(self, library: Library) -> None:
        schema = Schema(slug=ID(stored=True), words=TEXT(analyzer=RegexTokenizer(r"\S+"), phrase=False))
        storage = RamStorage()
        # whoosh would put its scratch files in one fixed folder of the machine, where processes meet.
        storage.temp_storage = lambda _name=None: RamStorage()
        index = storage.create_index(schema)
        writer = index.writer()
        for entry in library.entries.values():
            writer.add_document(slug=entry.slug, words=" ".join(_document(entry)))
        writer.commit()
        self._searcher = index.searcher()
        self._vocabulary = {term.decode() for term in self._searcher.reader().lexicon("words")}

    def find(self, query: str) -> tuple[Hit, ...]:
        """The aids that share a word with the query, best first; empty where none does. Never raises."""
        typed = list(dict.fromkeys(words(query[:QUERY_CHARACTERS])))[:QUERY_WORDS]
        terms = [Term("words", known) for word in typed for known in self._known(word)]
        if not terms:
            return ()
        results = self._searcher.search(Or(terms), limit=SEARCH_HITS)
        return tuple(Hit(hit["slug"], hit.score) for hit in results)

    def _known(self, word: str) -> Iterable[str]:
        if word in self._vocabulary:
            return (word,)
        if len(word) < TYPO_LETTERS:
            return ()
        return sorted(self._vocabulary & set(_one_error_away(word)))


def _document(entry: Entry) -> Iterator[str]:
    aid = entry.aid
    parts = {
        "title": [aid.title, entry.slug],
        "search_words": aid.search_words,
        "options": [option.name for option in aid.options],
        "question": [aid.question],
        "themes": aid.themes,
        "core": [prose.plain(sentence) for sentence in aid.core],
    }
    for name, texts in parts.items():
        for text in texts:
            yield from words(text) * _WEIGHTS[name]


def _one_error_away(word: str) -> Iterator[str]:
    for cut in range(len(word) + 1):
        before, after = word[:cut], word[cut:]
        for letter in _ALPHABET:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
