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
from engine.plain_dutch import Setting, exceptions
from engine.plain_dutch.difficult import glossary, is_used, jargon, plainer
from engine.problem import Level
from engine.rules import Finding
from engine.source import Source

ID = "TERM-UITLEG"


def check(aid: Aid, source: Source, _today: date) -> Iterator[Finding]:
    """Each piece of jargon is explained in the aid or on the spot, once per aid; each explanation is needed."""
    setting = Setting(glossary(aid.glossary or ()))
    silenced = exceptions.read(source.text, exceptions.IN_YAML, (ID,))
    seen = set()
    read = texts.for_patients(aid)
    for path, text in read:
        for first, last, entry in jargon(text, setting):
            said = text.clean[text.starts[first] : text.end(last)]
            if entry.forms in seen or any(one.covers(ID, said) for one in silenced):
                continue
            seen.add(entry.forms)
            message = f"'{said}' is vaktaal, en staat niet bij 'woorden'."
            remedy = f"{plainer(entry)} Of leg het woord uit bij 'woorden'."
            yield Finding(path, message, remedy, text.starts[first])
    used = [text for path, text in read if path[0] != "glossary"]
    vocabulary = frozenset().union(*(text.vocabulary for text in used))
    for word in aid.glossary or ():
        if not is_used(word, vocabulary, used):
            message = f"'{word}' staat bij 'woorden', maar in geen enkele tekst."
            path = ("glossary", word)
            yield Finding(path, message, "Haal het weg, of gebruik het woord.", at_key=True, level=Level.WARNING)
