"""The fixed words of the conversation, the same for patient, child, professional and paper (docs/taal.md).

Templates take them from here under `terms`, so that one thing never has two names.
"""

from engine.language import N_

TERMS = {
    "prepare": N_("Voorbereiden"),
    "goals": N_("Doelen"),
    "agreements": N_("Afspraken"),
    "look_back": N_("Terugkijken"),
    "goal": N_("Dit wil ik bereiken"),
    "what": N_("Wat"),
    "who": N_("Wie"),
    "when": N_("Wanneer"),
    "show": N_("Laat zien"),
    "together": N_("Naast elkaar"),
    "save": N_("Bewaar als bestand"),
    "open": N_("Open mijn bestand"),
    "then": N_("Toen"),
    "now": N_("Nu"),
    "leave": N_("Snel weg"),
    "picture": N_("Mijn plaatje"),
    "try": N_("Proberen"),
    "told": N_("Dit heb ik al verteld"),
}
# What a professional and a patient agree on the sheet of the consult: name, label, and lines to write on.
AGREED = (
    ("doel", N_("Doel"), 2),
    ("afspraak", N_("Afspraak"), 2),
    ("wie", TERMS["who"], 1),
    ("wanneer", TERMS["when"], 1),
    ("terugkijken", TERMS["look_back"], 1),
)
# Whose a sheet is, in the order of the interface. The shared sheet has no name.
VOICES = {
    "kind": N_("Het kind"),
    "ouder": N_("De ouder"),
    "ik": N_("Ik"),
    "partner": N_("Mijn partner"),
}
# Who can have a sheet about one child, besides those two: someone of school.
ABOUT_A_CHILD = {"kind": VOICES["kind"], "ouder": VOICES["ouder"], "school": N_("De juf of meester")}
# How a goal went, with the numbers of schemas/antwoorden.schema.json.
OUTCOMES = (N_("Goed gelukt"), N_("Een beetje gelukt"), N_("Niet gelukt"), N_("Weet ik niet"))
