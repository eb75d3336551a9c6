"""Searches that may come from someone in danger: what is said above the results, whatever was found.

Only words decide, so it is said too often rather than too rarely. No answer calls it up, and nothing is kept.
"""

from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from engine.language import N_
from engine.search import words
from engine.search.analysis import term


@dataclass(frozen=True)
class Urgent:
    """`searches`: what people type, each true where all its words are in the query. `number` as it is dialled."""

    question: str
    number: str
    searches: tuple[str, ...]


# The signs are those of the alarm of aids about heart and blood vessels; the numbers are those of web/help_lines.py.
URGENT = (
    Urgent(
        N_(
            "Hebt u nu pijn of druk op de borst? Krijgt u moeilijk adem? "
            "Hangt de mond ineens scheef, is een arm ineens slap, of is praten ineens moeilijk?"
        ),
        "112",
        (
            *(
                "pijn borst",
                "druk borst",
                "steken borst",
                "borst beklemd",
                "borstpijn",
                "hart infarct",
                "hartaanval",
                "hart aanval",
                "hartinfarct",
                "hartstilstand",
            ),
            *("beroerte", "herseninfarct", "hersenbloeding", "tia", "scheve mond", "mond scheef", "mond hangt"),
            *("benauwd", "benauwdheid", "ademnood", "geen adem", "geen lucht", "stikken", "moeilijk ademen"),
            *("flauwgevallen", "bewusteloos", "slap arm", "arm verlamd"),
        ),
    ),
    Urgent(
        N_("Denkt u aan doodgaan? U kunt er met iemand over praten. Het is gratis, dag en nacht."),
        "113",
        (
            *(
                "zelfmoord",
                "zelfmoort",
                "zelfdoding",
                "zelfmoordgedachten",
                "suicide",
                "suïcidaal",
                "suicidaal",
                "113",
            ),
            *("dood", "doodgaan", "niet meer leven", "uit het leven stappen", "leven stoppen"),
            *(
                "einde leven",
                "eind leven",
                "leven moe",
                "levensmoe",
                "snijden mezelf",
                "pijn mezelf",
                "zelfbeschadiging",
            ),
        ),
    ),
    Urgent(
        N_("Bent u thuis niet veilig? U kunt er met iemand over praten. Het is gratis, dag en nacht."),
        "0800-2000",
        (
            *(
                "mishandeling",
                "mishandeld",
                "mishandelt",
                "kindermishandeling",
                "huiselijk geweld",
                "geslagen",
                "slaat",
            ),
            *("verkracht", "verkrachting", "aangerand", "misbruik", "misbruikt", "bang thuis", "niet veilig thuis"),
        ),
    ),
)


def urgent(asked: Set[str]) -> tuple[Urgent, ...]:
    """What to say above the results of a query with these terms; mostly nothing."""
    return tuple(one for one in URGENT if any(search <= asked for search in _searches(one)))


@cache
def _searches(one: Urgent) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(term, words(search))) for search in one.searches)
