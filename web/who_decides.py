"""Who decides about the care of a child, per age group: fixed texts of the law, the same in every aid.

Source: Wet op de geneeskundige behandelingsovereenkomst (WGBO), Burgerlijk Wetboek boek 7, articles 447, 450 and 465,
read on 2026-11-22 in the words of two care organisations (www.wza.nl, "Het recht van kinderen op inspraak", and
www.revalidatie-friesland.nl). A lawyer has not checked these sentences. The exceptions of the law, such as a child of
12 to 16 whose parents refuse, are left to the professional on purpose.
"""

from dataclasses import dataclass

from engine.language import N_, Translate
from engine.terms import Audience

SOURCE = "https://wetten.overheid.nl/BWBR0005290"
_CHILD = (
    N_("Wie beslist er over u?"),
    (
        (
            N_("Bent u jonger dan 12 jaar?"),
            N_("Dan beslissen uw ouders. De arts legt het ook aan u uit. Uw mening telt mee."),
        ),
        (
            N_("Bent u 12, 13, 14 of 15 jaar?"),
            N_("Dan beslist u samen met uw ouders. De arts vraagt het aan allebei."),
        ),
        (N_("Bent u 16 jaar of ouder?"), N_("Dan beslist u zelf. U mag er wel met uw ouders over praten.")),
    ),
)
_PARENT = (
    N_("Wie beslist er over uw kind?"),
    (
        (
            N_("Is uw kind jonger dan 12 jaar?"),
            N_("Dan beslissen de ouders. De arts legt het ook aan uw kind uit. De mening van uw kind telt mee."),
        ),
        (
            N_("Is uw kind 12, 13, 14 of 15 jaar?"),
            N_("Dan beslissen uw kind en de ouders samen. De arts vraagt het aan allebei."),
        ),
        (
            N_("Is uw kind 16 jaar of ouder?"),
            N_("Dan beslist uw kind zelf. Uw kind mag er wel met u over praten."),
        ),
    ),
)
_TEXTS = {Audience.CHILD: _CHILD, Audience.PARENT: _PARENT}


@dataclass(frozen=True)
class WhoDecides:
    """The heading, an age with who decides per line, and where the law stands."""

    heading: str
    ages: tuple[tuple[str, str], ...]
    law: str
    href: str


def who_decides(audience: Audience | None, _: Translate) -> WhoDecides | None:
    """The fixed text for children or for parents; None for everyone else."""
    if audience is None:
        return None
    heading, ages = _TEXTS[audience]
    law = _(N_("Dit staat in de wet. Lees de wet zelf."))
    return WhoDecides(_(heading), tuple((_(age), _(text)) for age, text in ages), law, SOURCE)
