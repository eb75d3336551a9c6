"""Waiting or doing nothing is an option, or the aid says why it cannot be (IPDAS Q3, NICE; field.md KH02).

GOED
    opties: [{soort: afwachten, …}, {soort: behandelen, …}]
FOUT
    opties: [{soort: behandelen, …}, {soort: leefstijl, …}]
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.terms import OptionKind

ID = "afwachten"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Either an option of waiting, or the reason why there is none: never neither and never both."""
    possible = any(option.kind in (OptionKind.WAIT, OptionKind.DO_NOTHING) for option in aid.options)
    if not possible and not aid.waiting_impossible:
        message = "Er is geen optie om af te wachten of niets te doen."
        remedy = "Voeg die optie toe, of leg uit bij 'afwachten_onmogelijk' waarom dat niet kan."
        yield Finding(("options",), message, remedy, at_key=True)
    for number, option in enumerate(aid.options):
        if option.waiting and option.kind not in (OptionKind.WAIT, OptionKind.DO_NOTHING):
            message = f"'{option.name}' is geen afwachten, maar zegt wel hoe afwachten gaat."
            remedy = "Haal 'afwachten' hier weg, of kies een andere soort optie."
            yield Finding(("options", number, "waiting"), message, remedy, at_key=True)
    if possible and aid.waiting_impossible:
        message = "Hier staat dat afwachten niet kan, maar er is een optie voor."
        yield Finding(("waiting_impossible",), message, "Haal een van de twee weg.", at_key=True)
