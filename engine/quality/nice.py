"""The essential criteria of NICE: four about what an aid says, four about how it was made (field.md 2.4).

Standards framework for shared-decision-making support tools, ECD8, 2021. In our own words, and together: one row of
ours holds several sentences of theirs. The first two were laid beside the text; the others are not `confirmed`.
"""

from engine.quality.criterion import Criterion, Decider, Standard, all_of
from engine.quality.deciding import proven, unbroken, unseen, waiting_is_an_option, with_citations, written
from engine.quality.ipdas_basis import equal_room, update_policy, who_paid
from engine.quality.ipdas_quality import asks_what_matters, counts, same_denominator, to_take_along
from engine.quality.records import (
    issued,
    judged_by,
    measured,
    not_past_review,
    reviewed_by,
    told,
    with_readers,
)

CONTENT = "wat erin staat"
PROCESS = "hoe het gemaakt is"


def _criterion(code: str, sentence: str, decider: Decider, *, confirmed: bool = False) -> Criterion:
    part = CONTENT if code.startswith("inhoud") else PROCESS
    return Criterion(f"nice-{code}", Standard.NICE, part, sentence, decider, confirmed=confirmed)


def no_steering_words() -> Decider:
    """No phrase that advises, orders or colours (C1; KH22)."""
    return unbroken("Wij vonden geen woorden die sturen.", "Er staan woorden in die sturen.", "ADVIES")


def plain_numbers() -> Decider:
    """No percentages, no "1 op de 5", no relative words, no chance in words only (KH10, KH11)."""
    rules = ("PROCENT", "EEN-OP-DE", "RELATIEF", "KANSWOORD-ZONDER-GETAL")
    return unbroken("", "Er staan getallen of kanswoorden in die lezers verschillend opvatten.", *rules)


CRITERIA = (
    _criterion(
        *("inhoud-1", "De klacht, de keuze en alle redelijke opties staan erin, ook niets doen."),
        all_of(
            written("", "De klacht of de keuze ontbreekt.", *("title", "question", "options.*.what")),
            waiting_is_an_option(),
            judged_by("zorgverlener", "Of er een redelijke optie mist, beoordeelde nog geen zorgverlener."),
            met="Dit staat erin, en een zorgverlener keek het na.",
        ),
        confirmed=True,
    ),
    _criterion(
        *("inhoud-2", "Per optie staan de gevolgen erin, zonder de lezer te sturen."),
        all_of(
            written(
                "",
                "Bij een optie ontbreken gevolgen.",
                *("options.*.pros", "options.*.cons", "options.*.experience", "options.*.afterwards"),
            ),
            equal_room(),
            no_steering_words(),
            judged_by("patiënt", "Of de tekst nergens stuurt, beoordeelde nog geen patiënt."),
            met="De gevolgen staan erin, en een patiënt keek het na.",
        ),
        confirmed=True,
    ),
    _criterion(
        *("inhoud-3", "De keuzehulp helpt nadenken over wat iemand wil, en dat te bespreken."),
        all_of(
            asks_what_matters(),
            to_take_along(),
            met="Er zijn vragen over wat belangrijk is, en een samenvatting voor het gesprek.",
        ),
    ),
    _criterion(
        *("inhoud-4", "De taal is gewoon, en de getallen zijn duidelijk en eerlijk."),
        all_of(
            plain_numbers(),
            counts(),
            same_denominator(),
            measured(),
            met="De getallen zijn aantallen mensen, en de taal blijft onder elke grens.",
        ),
    ),
    _criterion(
        *("proces-1", "De inhoud steunt op het beste onderzoek van nu, en op een vaste manier."),
        all_of(
            with_citations(),
            not_past_review(),
            unseen("Hoe het onderzoek gezocht en gekozen is, staat niet in het bestand."),
        ),
    ),
    _criterion(
        *("proces-2", "Patiënten en zorgverleners deden mee, en de keuzehulp is getest."),
        all_of(
            reviewed_by("patiënt"),
            reviewed_by("zorgverlener"),
            with_readers(),
            met="Een patiënt en een zorgverlener keken mee, en er is getest met lezers.",
        ),
    ),
    _criterion(
        *("proces-3", "De dagen van uitgeven en nakijken, het geld, de belangen en de makers staan erin."),
        all_of(
            issued(),
            update_policy(),
            who_paid(),
            told("", "Er staat niet of de makers ergens belang bij hebben.", "interests"),
            written("", "Er staat niet wie de makers zijn.", "makers.*.name"),
            met="Dit staat allemaal bij de keuzehulp.",
        ),
    ),
    _criterion(
        *("proces-4", "De makers dachten aan gelijke kansen en aan vormen voor iedereen."),
        all_of(
            unseen("Het programma is getest op toegankelijkheid, maar gelijke kansen zijn nergens vastgelegd."),
            proven(
                "", "test_a_page_is_accessible_and_private", "test_every_page_of_every_aid_is_accessible_and_fits"
            ),
        ),
    ),
)
