"""A published aid was checked by a patient and by a professional (IPDAS K14-K15, leidraad 1 and 7; field.md KH18).

GOED
    beoordelaars: [{rol: huisarts, …}, {rol: patiënt, …}]
FOUT
    beoordelaars: [{rol: huisarts, …}, {rol: verpleegkundige, …}]
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.terms import Status

ID = "team"

# Whole words for a parent, because a "specialist ouderengeneeskunde" is none.
_PATIENT = re.compile(r"patient|ervaringsdeskundig|\bouders?\b|\bmantelzorger|\bnaaste")
# What a role ends in says most: huisarts, kinderarts, fysiotherapeut.
_PROFESSIONAL = re.compile(
    r"arts(en)?\b|chirurg|verpleegkundig|verloskundig|\bspecialist|apotheker|therapeut|physician assistant"
    r"|praktijkondersteuner|psychiater|dietist|logopedist"
    r"|(cardio|dermato|gynaeco|neuro|onco|patho|psycho|radio|reumato|uro)loog"
)
# A role may also say what someone is not: "schreef de tekst; geen artsen".
_DENIED = re.compile(r"\b(geen|niet|zonder)\b[^,;.()]*")


def is_patient(role: str) -> bool:
    """Whether a role says that someone is a patient, a parent, or speaks for patients."""
    return bool(_PATIENT.search(_plain(role)))


def is_professional(role: str) -> bool:
    """Whether a role says that someone treats or cares for patients."""
    return bool(_PROFESSIONAL.search(_plain(role)))


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Both sides of the consult are among the reviewers; that there are any is for the rule `publiceren`."""
    if aid.status is not Status.PUBLISHED or not aid.reviewers:
        return
    roles = [reviewer.role for reviewer in aid.reviewers]
    remedy = "Zet de rol erbij, of vraag er iemand bij. Is dat nog niet gebeurd? Kies dan status 'proef'."
    if not any(is_patient(role) for role in roles):
        message = "Geen van de beoordelaars is patiënt, ouder of ervaringsdeskundige."
        yield Finding(("reviewers",), message, remedy, at_key=True)
    if not any(is_professional(role) for role in roles):
        message = "Geen van de beoordelaars is zorgverlener, zoals een arts of verpleegkundige."
        yield Finding(("reviewers",), message, remedy, at_key=True)


def _plain(role: str) -> str:
    """Small letters without accents, so that every way of typing "patiënt" is one; without what is denied."""
    letters = unicodedata.normalize("NFKD", role.casefold())
    return _DENIED.sub("", "".join(letter for letter in letters if not unicodedata.combining(letter)))
