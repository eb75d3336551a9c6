"""The Dutch leidraad "Hoe maak ik een keuzehulp bij een richtlijn?": the step before, twice, and nine steps.

Patiëntenfederatie, NHG, FMS and V&VN, 2018 (field.md 2.2). In our own words. The criteria under the steps could not
all be read, so a step stands here as a whole, and as `confirmed=False` where its sense is partly ours.
"""

from engine.quality.criterion import Criterion, Decider, Standard, all_of
from engine.quality.deciding import proven, unbroken, unseen, written
from engine.quality.ipdas_basis import update_policy
from engine.quality.ipdas_quality import NO_PLACE
from engine.quality.records import (
    judged_by,
    made_by_both_sides,
    measured,
    not_past_review,
    public,
    reviewed_by,
    supported_by_both_sides,
    told,
    with_professionals,
    with_readers,
)


def _step(code: str, part: str, sentence: str, decider: Decider, *, confirmed: bool = True) -> Criterion:
    return Criterion(f"leidraad-{code}", Standard.LEIDRAAD, part, sentence, decider, confirmed=confirmed)


CRITERIA = (
    _step(
        *("0a", "vooraf", "De basis is een goedgekeurde richtlijn, en de tekst is niet ouder."),
        all_of(
            written("", "Er staat geen richtlijn bij.", *("guidelines.*.name", "guidelines.*.year")),
            unbroken("", "De richtlijn is nieuwer dan het lezen van de bronnen.", "richtlijn-nieuwer"),
            judged_by("zorgverlener", "Een richtlijn staat erbij, maar nog geen zorgverlener legde die ernaast."),
            met="De richtlijn staat erbij, en een zorgverlener keek het na.",
        ),
    ),
    _step(
        *("0b", "vooraf", "Een keuze is geen optelsom van voordelen en nadelen."),
        proven(
            "Het programma telt niets op en zet geen optie bovenaan.",
            "test_no_schema_can_hold_a_sum_a_rank_or_a_condition_on_an_answer",
            "test_opposite_patients_read_the_same_about_the_options",
        ),
    ),
    _step(
        *("1", "team", "Patiënten en zorgverleners maken samen, en melden hun belangen."),
        all_of(
            made_by_both_sides(),
            told("", "Er staat niet of de makers ergens belang bij hebben.", "interests"),
            met="Beide kanten staan bij de makers, en hun belangen staan erbij.",
        ),
        confirmed=False,
    ),
    _step(
        *("2", "afbakening", "Het is duidelijk om welke keuze, welke patiënten en welk moment het gaat."),
        written(
            "De keuze, voor wie, voor wie niet en het moment staan erin.",
            "De keuze, voor wie of het moment ontbreekt.",
            *("question", "for_whom", "not_for", "decision_moment"),
        ),
    ),
    _step(
        *("3", "vragen", "De vragen en wensen in de keuzehulp komen van patiënten."),
        unseen(NO_PLACE),
    ),
    _step(
        *("4", "inhoud", "De inhoud klopt voor patiënten en volgens de richtlijn."),
        all_of(
            reviewed_by("patiënt"),
            reviewed_by("zorgverlener"),
            met="Een patiënt en een zorgverlener van buiten keken de inhoud na.",
        ),
    ),
    _step(
        *("5", "vorm", "De vorm past bij de lezers, en de taal is te begrijpen."),
        all_of(with_readers(), measured(), met="Er is getest met lezers, en de taal blijft onder elke grens."),
        confirmed=False,
    ),
    _step(
        *("6", "test", "Inhoud en vorm zijn getest met patiënten en met zorgverleners."),
        all_of(
            with_readers(),
            with_professionals(),
            met="Er is getest met lezers en met zorgverleners.",
        ),
    ),
    _step(
        *("7", "afronding", "De vereniging van artsen en de patiënten staan erachter."),
        supported_by_both_sides(),
    ),
    _step(
        *("8", "beschikbaar", "De keuzehulp is te vinden en voor iedereen open."),
        all_of(public(), proven("", "test_a_published_aid_has_no_trial_banner_and_may_be_listed")),
    ),
    _step(
        *("9", "bijhouden", "Iemand houdt de keuzehulp bij, en de dag daarvoor is niet voorbij."),
        all_of(update_policy(), not_past_review()),
    ),
)
