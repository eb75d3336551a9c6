"""IPDAS, the 28 items that make a decision aid stronger (K). In our own words; numbered as in field.md 2.1.

International Patient Decision Aid Standards, IPDASi version 4 (Joseph-Williams and others, 2014). That there are 28
is published; the order inside this list is ours. K24-K28 are for aids about a test.
"""

from engine.quality.criterion import Criterion, Decider, Exemption, all_of
from engine.quality.deciding import comparing, proven, unbroken, unseen, with_certainty, with_chances, written
from engine.quality.ipdas_basis import NO_TEST, item
from engine.quality.records import (
    judged_by,
    measured,
    reviewed_by,
    with_credentials,
    with_professionals,
    with_readers,
)

QUALITY = "maakt een keuzehulp beter"

NO_PLACE = "Dit is nergens vastgelegd: het bestand heeft er nog geen plek voor."


def _item(number: int, sentence: str, decider: Decider, unless: Exemption | None = None) -> Criterion:
    return item(f"k{number}", QUALITY, sentence, decider, unless)


def same_period() -> Decider:
    """One period for all options of a row (K6)."""
    unlike = "In een rij is niet bij iedereen even lang gekeken."
    return all_of(
        comparing("Per rij geldt dezelfde tijd voor alle opties.", unlike, "period", same_period=True),
        unbroken("", "Bij een rij klopt de tijd niet.", "periode"),
    )


def same_denominator() -> Decider:
    """One denominator for all options of a row (K7)."""
    return comparing("Per rij geldt hetzelfde aantal mensen voor alle opties.", "", "denominator")


def counts() -> Decider:
    """Counts of people that add up (K5)."""
    return all_of(
        with_chances(),
        unbroken("", "De aantallen in een rij kloppen niet.", "optelling"),
        met="Elke kans is een aantal van de 100 mensen, of van meer.",
    )


def seen_in_more_ways() -> Decider:
    """A sentence with both sides, a picture and a table, from the same cell (K8)."""
    return all_of(
        with_chances(),
        proven(
            "",
            "test_every_cell_says_the_same_everywhere",
            "test_the_people_drawn_are_the_counts_in_order_from_one_corner",
            "test_a_row_shows_both_sides_its_study_and_what_was_not_studied",
        ),
        met="Elk getal staat er als zin en als tabel, en waar dat kan als plaatje.",
    )


def asks_what_matters() -> Decider:
    """Questions about what the reader finds important (K9)."""
    return written(
        "Er staan vragen in over wat de lezer belangrijk vindt.",
        "Er staan geen vragen in over wat de lezer belangrijk vindt.",
        "preference_questions.*.question",
    )


def to_take_along() -> Decider:
    """A summary and questions for the talk (K11)."""
    return all_of(
        written(
            "Er is een samenvatting met vragen om mee te nemen.",
            "Er staan geen vragen in voor het gesprek.",
            "talk_questions",
        ),
        proven("", "test_the_whole_main_job", "test_long_own_words_flow_over_to_a_second_page"),
    )


def side_by_side() -> Decider:
    """Every option has its pros and cons in the same table (K2)."""
    return all_of(
        written(
            "Voordelen en nadelen van alle opties staan naast elkaar.",
            "Een optie heeft geen voordelen of geen nadelen.",
            *("options.*.pros", "options.*.cons"),
        ),
        unbroken("", "Een tabel zegt niet iets over elke optie.", "optie-mist"),
        proven("", "test_a_wide_screen_has_a_table_and_a_phone_has_cards_of_the_same_html"),
    )


def _test_count(number: int, sentence: str, name: str) -> Criterion:
    decider = all_of(
        written("Het aantal staat erin.", "Het aantal ontbreekt.", name),
        unbroken("", "De aantallen van de test kloppen niet.", "test-optelling"),
    )
    return _item(number, sentence, decider, NO_TEST)


_CONTENT = (
    _item(
        *(1, "De keuzehulp vertelt hoe het gaat als iemand niets doet."),
        all_of(
            written("", "Er staat niet hoe het gaat zonder behandeling.", "without_treatment"),
            judged_by("zorgverlener", "De uitleg staat erin, maar nog geen zorgverlener beoordeelde die."),
            met="De uitleg staat erin, en een zorgverlener keek het na.",
        ),
    ),
    _item(2, "De lezer kan goede en minder goede punten vergelijken.", side_by_side()),
    _item(3, "De keuzehulp geeft de kansen op wat er kan gebeuren.", with_chances()),
    _item(
        *(4, "Bij elke kans staat voor welke groep mensen die geldt."),
        written(
            "Bij elke rij staat de groep mensen.",
            "Bij een rij staat geen groep, of er zijn geen rijen.",
            "rows.*.group",
        ),
    ),
    _item(5, "Kansen staan er als aantallen mensen.", counts()),
    _item(6, "De kansen van de opties gaan over dezelfde tijd.", same_period()),
    _item(7, "De kansen van de opties gaan over evenveel mensen.", same_denominator()),
    _item(8, "De lezer kan de kansen op meer dan één manier zien.", seen_in_more_ways()),
    _item(9, "De keuzehulp vraagt wat voor de lezer het belangrijkst is.", asks_what_matters()),
    _item(
        *(10, "De keuzehulp leidt de lezer stap voor stap naar een keuze."),
        proven(
            "De lezer loopt stap voor stap door alle bladzijden.",
            *("test_the_walk_of_a_small_aid", "test_verder_walks_the_whole_aid_and_terug_walks_back"),
        ),
    ),
    _item(11, "Er is iets om in te vullen of mee te nemen naar het gesprek.", to_take_along()),
)

_MAKING = (
    _item(12, "De makers vroegen patiënten vooraf wat zij nodig hadden.", unseen(NO_PLACE)),
    _item(13, "De makers vroegen zorgverleners vooraf wat zij nodig hadden.", unseen(NO_PLACE)),
    _item(14, "Een patiënt die niet meemaakte, keek de keuzehulp na.", reviewed_by("patiënt")),
    _item(15, "Een zorgverlener die niet meemaakte, keek de keuzehulp na.", reviewed_by("zorgverlener")),
    _item(16, "De keuzehulp is getest met mensen die voor de keuze staan.", with_readers()),
    _item(17, "De keuzehulp is getest met zorgverleners die de keuze bespreken.", with_professionals()),
    _item(18, "Er staat hoe de makers de onderzoeken zochten en kozen.", unseen(NO_PLACE)),
    _item(
        *(19, "Er staat hoe goed de onderzoeken zijn."),
        with_certainty("Bij elk onderzoek staat hoe zeker de getallen zijn.", caveat=False),
    ),
    _item(20, "Er staat waar de makers verstand van hebben.", with_credentials()),
    _item(21, "Er staat hoe moeilijk de tekst is om te lezen.", measured(reported=True)),
    _item(22, "Onderzoek toont dat de keuze beter past bij wat iemand wil.", unseen(NO_PLACE)),
    _item(23, "Onderzoek toont dat lezers er meer van weten.", unseen(NO_PLACE)),
)

_TEST = (
    _test_count(24, "Bij een test: hoe vaak vindt de test iets dat er is?", "test.accuracy.true_positives"),
    _test_count(25, "Bij een test: hoe vaak vindt de test iets dat er niet is?", "test.accuracy.false_positives"),
    _test_count(26, "Bij een test: hoe vaak klopt het dat er niets is?", "test.accuracy.true_negatives"),
    _test_count(27, "Bij een test: hoe vaak mist de test iets dat er is?", "test.accuracy.false_negatives"),
    _test_count(28, "Bij een test: hoe vaak vinden artsen iets met en zonder test?", "test.detection"),
)

CRITERIA = (*_CONTENT, *_MAKING, *_TEST)
