"""Our own rules KH01-KH25 (docs/regels.md), where they ask more than the standards above.

`COVERED` says for each of the other rules which lines of the sheet already hold it.
"""

from engine.model import Aid
from engine.quality.criterion import Criterion, Decider, Exemption, Standard, all_of
from engine.quality.deciding import proven, unbroken, waiting_is_told, waits, written
from engine.quality.nice import no_steering_words
from engine.quality.records import measured, not_past_review, tested_with

COVERED = {
    "kh01": ("ipdas-q2",),
    "kh03": ("ipdas-q4", "ipdas-q5", "ipdas-q6"),
    "kh05": ("ipdas-c1",),
    "kh08": ("ipdas-k3", "ipdas-k4", "ipdas-k5", "ipdas-c2", "ipdas-c5"),
    "kh09": ("ipdas-k6", "ipdas-k7"),
    "kh12": (
        *("ipdas-c7", "ipdas-c8", "ipdas-c9", "ipdas-c10"),
        *("ipdas-k24", "ipdas-k25", "ipdas-k26", "ipdas-k27", "ipdas-k28"),
    ),
    "kh16": ("ipdas-c6", "nice-proces-3"),
    "kh17": ("leidraad-0a",),
    "kh18": ("ipdas-k14", "ipdas-k15", "leidraad-1", "leidraad-7"),
}


def _has_no_waiting(aid: Aid) -> bool:
    return not any(waits(option) for option in aid.options)


def _has_no_picture(aid: Aid) -> bool:
    return not any(option.pictogram for option in aid.options)


def _rule(number: int, sentence: str, decider: Decider, unless: Exemption | None = None) -> Criterion:
    return Criterion(f"kh{number:02}", Standard.OWN, "", sentence, decider, unless)


_READERS = "Bij geen test staat dat mensen meededen die moeite hebben met lezen."

# The rules about words and sentences (docs/regels.md, De taalregels).
_LANGUAGE = (
    *("AANSPREEKVORM", "AFKORTING", "BIJZINNEN", "DUBBEL-NIET", "LIJDEND", "NAAMWOORDSTIJL", "OMSLACHTIG"),
    *("OPSOMMING", "SCHUINE-STREEP", "TERM-UITLEG", "WOORD-ENGELS", "WOORD-FORMEEL", "WOORD-MOEILIJK"),
    "ZIN-LANG",
)
CRITERIA = (
    _rule(
        *(2, "Afwachten of niets doen is een optie, of er staat waarom dat niet kan."),
        unbroken(
            "Afwachten staat erbij, of er staat waarom dat niet kan.",
            "Afwachten ontbreekt, of er klopt iets niet aan.",
            "afwachten",
        ),
    ),
    _rule(
        *(4, "Elke rij zegt iets over elke optie, ook dat iets niet onderzocht is."),
        all_of(
            unbroken(
                "Elke rij noemt elke optie, ook als die niet onderzocht is.",
                "Een rij slaat een optie over, of zegt twee dingen tegelijk.",
                *("optie-mist", "feit-cel"),
            ),
            proven("", "test_a_row_shows_both_sides_its_study_and_what_was_not_studied"),
        ),
    ),
    _rule(
        *(6, "De keuzehulp vertelt wat de wet vraagt te vertellen."),
        written(
            "Per optie staat wat, waar, wanneer, de kosten en wat erna komt.",
            "Een deel van wat de wet vraagt, ontbreekt.",
            *("options.*.what", "options.*.cons", "options.*.afterwards", "options.*.where"),
            *("options.*.when_and_how_long", "options.*.costs", "without_treatment"),
        ),
    ),
    _rule(
        *(7, "Afwachten zegt hoe lang, waar u op let en wanneer u belt."),
        waiting_is_told(),
        Exemption(_has_no_waiting, "Bij deze keuze kan de lezer niet afwachten."),
    ),
    _rule(
        *(10, "Er staan geen procenten en geen kansen zoals “1 op de 5”."),
        unbroken(
            "Wij vonden geen procenten, “1 op de” of “keer zo vaak”.",
            "Er staan procenten, “1 op de” of “keer zo vaak” in.",
            *("PROCENT", "EEN-OP-DE", "RELATIEF"),
        ),
    ),
    _rule(
        *(11, "Een woord als “soms” staat nooit zonder een getal."),
        unbroken(
            "Wij vonden geen kanswoord zonder getal.",
            "Er staat een kanswoord zonder getal.",
            "KANSWOORD-ZONDER-GETAL",
        ),
    ),
    _rule(
        *(13, "Elke bron wordt gebruikt, en heeft een adres en een dag van lezen."),
        all_of(
            written(
                "Elke bron wordt gebruikt, en heeft een adres en een dag van lezen.",
                "Een bron heeft geen adres of geen dag van lezen.",
                *("sources.*.url", "sources.*.read_on"),
            ),
            unbroken("", "Een bron wordt niet gebruikt, of bestaat niet.", *("bron-ongebruikt", "verwijzing")),
        ),
    ),
    _rule(
        *(14, "De dag om alles opnieuw na te kijken ligt hoogstens 36 maanden vooruit."),
        all_of(
            unbroken(
                "De dag om alles opnieuw na te kijken is dichtbij genoeg.",
                "De dag om alles opnieuw na te kijken ligt te ver vooruit.",
                "herzien",
            ),
            written("", "Er staat niet wie de tekst bijhoudt.", "owner"),
        ),
    ),
    _rule(15, "De tekst is niet ouder dan de makers zelf wilden.", not_past_review()),
    _rule(
        *(19, "De keuzehulp is getest met mensen die moeite hebben met lezen."),
        all_of(
            unbroken("", _READERS, "getest"),
            tested_with(
                lambda test: test.low_literacy,
                "Er is getest met mensen die moeite hebben met lezen.",
                _READERS,
            ),
            met="Er is getest met mensen die moeite hebben met lezen.",
        ),
    ),
    _rule(
        *(20, "De zinnen zijn kort en de woorden gewoon."),
        all_of(
            unbroken("", "De taalcontrole wijst woorden of zinnen aan die lastig kunnen zijn.", *_LANGUAGE),
            measured(),
            met="De taalcontrole wijst niets aan, en elke maat blijft onder de grens.",
        ),
    ),
    _rule(
        *(21, "Er zijn hoogstens drie kernzinnen en 120 woorden uitleg over de klacht."),
        all_of(
            written("De kern en de uitleg zijn kort genoeg.", "De kern of de uitleg ontbreekt.", "core", "situation"),
            unbroken("", "De uitleg over de klacht is te lang.", "situatie-lang"),
        ),
    ),
    _rule(
        *(22, "De keuzehulp geeft geen advies en geen duwtje."),
        all_of(
            no_steering_words(),
            written("", "Er staat niet waarom de opties in deze volgorde staan.", "order_reason"),
            proven(
                "",
                "test_arms_look_alike",
                "test_opposite_patients_read_the_same_about_the_options",
                "test_no_answer_is_chosen_beforehand",
            ),
            met="Wij vonden geen woorden die sturen, en niets is vooraf gekozen.",
        ),
    ),
    _rule(
        *(23, "Er is geen formule, gewicht of score over antwoorden van de lezer."),
        proven(
            "In het bestand kan geen formule, gewicht of score staan.",
            "test_no_schema_can_hold_a_sum_a_rank_or_a_condition_on_an_answer",
        ),
    ),
    _rule(
        *(24, "De vragen over wat belangrijk is, kiezen geen kant en horen bij rijen."),
        all_of(
            written(
                "Elke vraag is open, en hoort bij rijen.",
                "Een vraag hoort bij geen enkele rij, of er zijn geen vragen.",
                "preference_questions.*.rows",
            ),
            unbroken("", "Een vraag duwt de lezer naar een kant.", "voorkeur-richting"),
            unbroken("", "Een vraag verwijst naar iets dat er niet is.", "verwijzing"),
            proven("", "test_verder_walks_the_whole_aid_and_terug_walks_back"),
        ),
    ),
    _rule(
        *(25, "Elk plaatje heeft een beschrijving, een licentie en een bron."),
        all_of(
            unbroken(
                "Elke optie heeft een plaatje met beschrijving, licentie en bron.",
                "Niet elke optie heeft een plaatje.",
                "pictogram",
            ),
            written(
                "",
                "Bij een plaatje ontbreekt de beschrijving, de licentie of de bron.",
                *("options.*.pictogram.alt", "options.*.pictogram.licence", "options.*.pictogram.source"),
            ),
        ),
        Exemption(_has_no_picture, "De opties hebben geen plaatjes."),
    ),
)
