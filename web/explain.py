"""Explains the words of an aid in a finished page: below their first use, and on tap at later ones (ux.md 9).

Works on our own HTML, which is well-formed. Later uses are links to a list at the end of the page: no script, any
keyboard. A stylesheet shows an entry of that list only while its word is tapped.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from engine.language import N_

# A name, a control or a picture is no place to explain a word: one token, whatever is in it.
_WHOLE = r"<(a|button|dfn|dt|h[1-6]|label|nav|svg|textarea|th)\b.*?</\1>"
# Were the name of one option a link where they stand side by side, it would look like more than the others.
_OPTION = r'<(?:p|span) class="kh-(?:arm-name|column)">[^<]*</(?:p|span)>'
_TOKEN = re.compile(rf"{_WHOLE}|{_OPTION}|<(/?)([a-z][a-z0-9]*)?[^>]*>", re.DOTALL)
_GROUP = re.compile(r'class="[^"]*\bkh-(?:words|arms|pair|cards|meanings)\b')
# What is never closed, and what stands in a line: neither says where an explanation may stand.
_PASSED = frozenset({"b", "br", "em", "hr", "i", "img", "input", "link", "meta", "span", "strong"})
# Other places that hold names, controls or numbers, with tags that count.
_NOT_IN = frozenset({"legend", "summary", "table"})
# After these the explanation may stand; before these it may still stand inside.
_BLOCKS, _ITEMS = frozenset({"p"}), frozenset({"li", "dd", "td"})
# How an editor explains a word in the text itself: after it or before it.
_AFTER = r"\s*(?:,? (?:dat|die) (?:is|zijn)|(?:is|zijn) (?:een|de|het)|betekent|heet)\s"
_BEFORE = r"(?:heet|heten|noemt|noemen)\s+(?:\w+\s+){0,2}"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "tr"})


def explain(html: str, words: Mapping[str, Markup], translate: Callable[[str], str]) -> Markup:
    """The page with `words` explained, each of them a term with its explanation as HTML of one line."""
    if not words:
        return Markup(html)
    # Pieces of Markup are Markup again, which takes as long as the rest.
    html, page, after = str(html), _Page(words), 0
    for token in _TOKEN.finditer(html):
        if token.start() > after:
            page.text(html[after : token.start()])
        page.token(token)
        after = token.end()
    return Markup("".join((*page.parts, html[after:]))) + _listed(page.tapped, words, translate)


class _Open(NamedTuple):
    """A tag that is open: whether it holds things side by side, and whether no word is explained in it."""

    name: str
    starts_group: bool
    shuts: bool


class _Page:
    """The page so far: what is open, what is explained, and where the next explanation may stand."""

    def __init__(self, words: Mapping[str, Markup]) -> None:
        self.words, self.parts = words, list[str]()
        self.terms = {_folded(term): term for term in words}
        self.pattern = _pattern(tuple(words))
        self.open: list[_Open] = []
        self.explained, self.tapped, self.here = set[str](), list[str](), set[str]()
        self.waiting: list[str] = []
        self.in_group = False
        # How many of the open tags are no place to explain a word.
        self.shut = 0

    def token(self, token: re.Match[str]) -> None:
        whole, closes, name = token.groups()
        if name and name not in _PASSED:
            if closes:
                self._close(name, token[0])
                return
            self._start(name, token[0])
        if (whole or name) in _HEADINGS:
            self.here = set()
        self.parts.append(token[0])

    def _start(self, name: str, token: str) -> None:
        starts_group = not self.in_group and bool(_GROUP.search(token))
        # The table of words holds running text; the tables of numbers do not.
        shuts = name in _NOT_IN and not (name == "table" and starts_group)
        self.open.append(_Open(name, starts_group, shuts))
        self.in_group = self.in_group or starts_group
        self.shut += shuts

    def text(self, text: str) -> None:
        self.parts.append(text if self.shut else self.pattern.sub(self._word, text))

    def _close(self, name: str, token: str) -> None:
        if name in _ITEMS and not self.in_group:
            self._write()
        self.parts.append(token)
        while self.open:
            closed = self.open.pop()
            self.in_group = self.in_group and not closed.starts_group
            self.shut -= closed.shuts
            if closed.name == name:
                if closed.starts_group or (name in _BLOCKS and not self.in_group):
                    self._write()
                break

    def _word(self, match: re.Match[str]) -> str:
        term = self.terms[_folded(match["term"])]
        word = re.escape(match[0])
        if term in self.explained:
            return match[0] if term in self.here else self._link(term, match[0])
        self.explained.add(term)
        self.here.add(term)
        said = str(self.words[term]).rstrip(".").lower() in match.string.lower()
        if said or re.search(rf"\b(?:{word}{_AFTER}|{_BEFORE}{word}\b)", match.string, re.IGNORECASE):
            return f"<dfn>{match[0]}</dfn>"
        self.waiting.append(term)
        return self._link(term, match[0]) if self.in_group else f"<dfn>{match[0]}</dfn>"

    def _link(self, term: str, text: str) -> str:
        self.here.add(term)
        if term not in self.tapped:
            self.tapped.append(term)
        return f'<a class="kh-word" href="#{_id(term)}">{text}</a>'

    def _write(self) -> None:
        lines = [f'<p class="kh-meaning"><b>{_capital(term)}</b>: {self.words[term]}</p>' for term in self.waiting]
        self.parts += ['<div class="kh-explained">', *lines, "</div>"] if len(lines) > 1 else lines
        self.waiting = []


def _listed(terms: Iterable[str], words: Mapping[str, Markup], translate: Callable[[str], str]) -> Markup:
    close = translate(N_("Sluit"))
    entry = Markup(
        '<div class="kh-tapped" id="{id}" tabindex="-1"><p><b>{term}</b>: {text}</p>'
        '<p><a href="#gelezen">{close}</a></p></div>'
    )
    entries = [entry.format(id=_id(term), term=_capital(term), text=words[term], close=close) for term in terms]
    if not entries:
        return Markup("")
    label = translate(N_("Woorden"))
    return Markup('<section class="kh-glossary" aria-label="{}">{}<span id="gelezen"></span></section>').format(
        label, Markup("").join(entries)
    )


def _capital(term: str) -> str:
    return term[:1].upper() + term[1:]


def _folded(term: str) -> str:
    return " ".join(term.lower().split())


def _id(term: str) -> str:
    return "woord-" + re.sub(r"[^a-z0-9]+", "-", term.lower()).strip("-")


@lru_cache(maxsize=64)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds each term as a whole word in any case, also in the plural or as something small."""
    either = "|".join(r"\s+".join(map(re.escape, term.split())) for term in sorted(terms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<term>{either})(?:'s|en|n|s|je|jes)?(?!\w)", re.IGNORECASE)
