"""Jargon in a text for patients stands in `woorden`, and every word there is used (Pharos 12; field.md KH20).

The pages show the explanation where a word of `woorden` is first used, so an entry is all an editor needs.

GOED
    wat: U krijgt anesthesie.          # and woorden has anesthesie
FOUT
    wat: U krijgt anesthesie.
"""

from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.plain_dutch.difficult import is_used, plainer
from engine.problem import Level
from engine.rules import Finding, language
from engine.source import Source

ID = language.JARGON


def check(aid: Aid, source: Source, _today: date) -> Iterator[Finding]:
    """Each piece of jargon is explained in the aid or on the spot, once per aid; each explanation is needed."""
    silenced = language.excused(source)
    seen = set()
    for path, text, start, end, entry in language.unexplained(aid):
        said = text.clean[start:end]
        if entry.forms not in seen and not any(one.covers(ID, said) for one in silenced):
            seen.add(entry.forms)
            message = f"'{said}' is vaktaal, en staat niet bij 'woorden'."
            yield Finding(path, message, f"{plainer(entry)} Of leg het woord uit bij 'woorden'.", start)
    used = [text for path, text in texts.for_patients(aid) if path[0] != "glossary"]
    vocabulary = frozenset().union(*(text.vocabulary for text in used))
    for word in aid.glossary or ():
        if not is_used(word, vocabulary, used):
            message = f"'{word}' staat bij 'woorden', maar in geen enkele tekst."
            yield Finding(
                ("glossary", word), message, "Haal het weg, of gebruik het woord.", at_key=True, level=Level.WARNING
            )
