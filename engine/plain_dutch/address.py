"""AANSPREEKVORM: a text says 'u' or 'je', never both."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from engine.plain_dutch.hits import Check, Hit, Setting, hit
from engine.plain_dutch.text import Text
from engine.problem import Level
from engine.terms import Address

_FORMS = {
    Address.FORMAL: frozenset({"u", "uw", "uzelf", "uwe"}),
    Address.INFORMAL: frozenset({"je", "jij", "jou", "jouw", "jezelf"}),
}
_FORM_OF = {word: form for form, words in _FORMS.items() for word in words}
# What someone says aloud is not how the text speaks to its reader.
_QUOTED = re.compile(r"‘[^‘’\n]{1,300}’(?!\w)|[“„][^“„”\n]{1,300}”|\"[^\"\n]{1,300}\"|(?<!\w)'[^'\n]{1,300}'(?!\w)")


def _mixed(text: Text, setting: Setting) -> Iterator[Hit]:
    if any(_FORMS[form].isdisjoint(text.vocabulary) for form in Address if form is not setting.address):
        return
    found: dict[Address, list[int]] = {form: [] for form in Address}
    quoted = [match.span() for match in _QUOTED.finditer(text.clean)]
    for number, word in enumerate(text.words):
        form = _FORM_OF.get(word)
        if form and not _within(quoted, text.starts[number]):
            found[form].append(number)
    meant = setting.address or max(found, key=lambda form: (len(found[form]), -min(found[form], default=0)))
    other = next(form for form in Address if form is not meant)
    if found[other] and (setting.address or found[meant]):
        for number in found[other]:
            message = f"Hier staat '{text.words[number]}', maar deze tekst zegt '{meant}' tegen de lezer."
            yield hit(text, number, number, message, f"Schrijf overal '{meant}'.", level=Level.ERROR)


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, len(spans) + place)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


CHECK = Check("AANSPREEKVORM", _mixed, frozenset(_FORM_OF))
