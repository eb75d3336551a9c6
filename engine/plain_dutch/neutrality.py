"""ADVIES: no text about a choice advises, orders or colours (IPDAS C1; MDR; field.md KH22)."""

from collections.abc import Iterator

from engine.plain_dutch.finder import phrases, said
from engine.plain_dutch.hits import Check, Hit, Setting
from engine.plain_dutch.text import Text
from engine.wordlists import ADVICE, COLOURED, MUST

_ADVISES = (phrases(ADVICE), "Dat is advies.", "Schrijf wat er bij deze keuze gebeurt. De lezer kiest zelf.")
_ORDERS = (phrases(MUST), "Dat dwingt de lezer.", "Schrijf wat iemand kan doen, of wat er gebeurt.")
_COLOURS = (phrases(COLOURED), "Dat zegt wat de lezer ervan moet vinden.", "Laat het weg. De lezer oordeelt zelf.")


def _steering(text: Text, setting: Setting) -> Iterator[Hit]:
    for finder, why, remedy in (_ADVISES, _COLOURS, *((_ORDERS,) if setting.orders else ())):
        for match in finder.all(text):
            yield Hit(match.start(), match.end(), f"Hier staat '{said(match)}'. {why}", remedy)


_HINTS = frozenset().union(*(finder.hints for finder, _, _ in (_ADVISES, _ORDERS, _COLOURS)))
CHECK = Check("ADVIES", _steering, _HINTS)
