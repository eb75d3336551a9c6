"""IPDAS, the first 16 items: what makes it a decision aid (Q), and what keeps it from harmful bias (C).

International Patient Decision Aid Standards, IPDASi version 4: 6 qualifying, 6 certifying, and 4 more for tests
(Joseph-Williams and others, 2014; the numbers also in Ten years of IPDAS, 2013). In our own words. Q1-Q6 and C1-C6
stand in the order in which others published them; the four for tests follow field.md 2.1.
"""

from engine.model import Aid
from engine.quality.criterion import Criterion, Decider, Exemption, Standard, all_of
from engine.quality.deciding import at_least_two_options, proven, unbroken, with_certainty, with_citations, written
from engine.quality.records import issued, judged_by, told
from engine.terms import AidKind

QUALIFYING = "nodig om een keuzehulp te zijn"
CERTIFYING = "nodig tegen ongewild sturen"

# The four items that IPDAS asks of an aid about a test, and the one of these that it asks of a screening.
NO_TEST = Exemption(lambda aid: aid.kind is AidKind.CHOICE, "Dit geldt alleen voor een keuzehulp over een test.")


def _is_no_screening(aid: Aid) -> bool:
    return aid.kind is not AidKind.SCREENING


NO_SCREENING = Exemption(_is_no_screening, "Dit geldt alleen voor een test bij mensen zonder klacht.")


def item(code: str, part: str, sentence: str, decider: Decider, unless: Exemption | None = None) -> Criterion:
    """One item of IPDAS."""
    return Criterion(f"ipdas-{code}", Standard.IPDAS, part, sentence, decider, unless)


def equal_room() -> Decider:
    """The rules and the pages that keep options alike (C1)."""
    rules = ("OPTIE-BALANS", "optie-scheef", "optie-mist", "betekent-balans", "in-woorden", "lagen", "pictogram")
    met = "De opties krijgen ongeveer evenveel ruimte en dezelfde vragen."
    alike = unbroken(met, "Niet elke optie krijgt evenveel ruimte.", *rules)
    return all_of(alike, proven("", "test_arms_look_alike"))


def update_policy() -> Decider:
    """Who looks again, when, and at which news (C4)."""
    return written(
        "Er staat wie de tekst bijhoudt, voor welke dag en bij welk nieuws.",
        "Er ontbreekt wie de tekst bijhoudt, of wanneer.",
        *("owner", "review_by", "review_when"),
    )


def who_paid() -> Decider:
    """Where the money came from (C6)."""
    return told("Er staat wie het maken betaalde.", "Er staat niet wie het maken betaalde.", "funding")


_QUALIFYING = (
    item(
        *("q1", QUALIFYING, "De keuzehulp zegt over welke klacht of ziekte het gaat."),
        written(
            "De naam van de klacht en de uitleg staan erin.",
            "De naam of de uitleg van de klacht ontbreekt.",
            *("title", "situation"),
        ),
    ),
    item(
        *("q2", QUALIFYING, "De keuzehulp zegt welke keuze er te maken is."),
        written("De keuze staat erin als één vraag.", "De keuze staat er niet in als vraag.", "question"),
    ),
    item(
        *("q3", QUALIFYING, "De keuzehulp beschrijft welke mogelijkheden er zijn."),
        all_of(at_least_two_options(), written("", "Een optie heeft geen beschrijving.", "options.*.what")),
    ),
    item(
        *("q4", QUALIFYING, "De keuzehulp noemt de goede punten van elke optie."),
        written("Elke optie heeft voordelen.", "Een optie heeft geen voordelen.", "options.*.pros"),
    ),
    item(
        *("q5", QUALIFYING, "De keuzehulp noemt de minder goede punten van elke optie."),
        written("Elke optie heeft nadelen.", "Een optie heeft geen nadelen.", "options.*.cons"),
    ),
    item(
        *("q6", QUALIFYING, "De keuzehulp vertelt hoe het is om met de gevolgen te leven."),
        all_of(
            written("", "Bij een optie staat niet hoe dat is.", "options.*.experience"),
            judged_by("patiënt", "Bij elke optie staat hoe dat is, maar nog geen patiënt beoordeelde dat."),
            met="Bij elke optie staat hoe dat is, en een patiënt keek het na.",
        ),
    ),
)

_CERTIFYING = (
    item(
        *("c1", CERTIFYING, "Goede en minder goede punten krijgen evenveel aandacht en dezelfde vorm."),
        equal_room(),
    ),
    item(
        *("c2", CERTIFYING, "De keuzehulp noemt de onderzoeken waar de inhoud op steunt."),
        all_of(with_citations(), unbroken("", "Een verwijzing naar een bron klopt niet.", "verwijzing")),
    ),
    item(*("c3", CERTIFYING, "Er staat op welke dag de keuzehulp uitkwam."), issued()),
    item(*("c4", CERTIFYING, "Er staat hoe de keuzehulp nieuw blijft."), update_policy()),
    item(
        *("c5", CERTIFYING, "De keuzehulp zegt hoe onzeker de kansen zijn."),
        all_of(
            with_certainty("Bij elk onderzoek staat hoe zeker het is, met een kanttekening.", caveat=True),
            unbroken("", "Een bereik bij een getal klopt niet.", "bereik"),
        ),
    ),
    item(*("c6", CERTIFYING, "Er staat wie het maken van de keuzehulp betaalde."), who_paid()),
    item(
        *("c7", CERTIFYING, "Bij een test: er staat wat de test meet."),
        written("Er staat wat de test meet.", "Er staat niet wat de test meet.", "test.measures"),
        NO_TEST,
    ),
    item(
        *("c8", CERTIFYING, "Bij een test: er staat wat er gebeurt als de test iets vindt."),
        written(
            "Er staat wat er gebeurt als de test iets vindt.",
            "Er staat niet wat er dan gebeurt.",
            "test.if_found",
        ),
        NO_TEST,
    ),
    item(
        *("c9", CERTIFYING, "Bij een test: er staat wat er gebeurt als de test niets vindt."),
        written(
            "Er staat wat er gebeurt als de test niets vindt.",
            "Er staat niet wat er dan gebeurt.",
            "test.if_not_found",
        ),
        NO_TEST,
    ),
    item(
        *("c10", CERTIFYING, "Bij screening: de test kan iets vinden dat nooit last zou geven."),
        all_of(
            written("", "Over vinden wat nooit last zou geven staat niets.", "test.overdiagnosis"),
            judged_by("zorgverlener", "De uitleg staat erin, maar nog geen zorgverlener beoordeelde die."),
            met="De uitleg staat erin, en een zorgverlener keek het na.",
        ),
        NO_SCREENING,
    ),
)

CRITERIA = (*_QUALIFYING, *_CERTIFYING)
