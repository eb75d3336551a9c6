"""A preference question leans to no side: it asks how much something matters (IPDAS K9; field.md KH24).

GOED
    vraag: Hoe belangrijk is het voor u om snel te herstellen?
FOUT
    vraag: Wilt u snel herstellen?
"""

from collections.abc import Iterator
from datetime import date

from engine.model import Aid
from engine.plain_dutch.finder import phrases
from engine.rules import Finding
from engine.source import Source
from engine.terms import Address
from engine.wordlists import DIRECTION_FREE

ID = "voorkeur-richting"
SOFT_UNTIL_PUBLISHED = True

_NEUTRAL = phrases(DIRECTION_FREE).pattern


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Every preference question starts in a way that any answer fits."""
    reader = "u" if aid.address is Address.FORMAL else "jou"
    for number, question in enumerate(aid.preference_questions):
        if not _NEUTRAL.match(question.question):
            message = "Deze vraag kan de lezer een kant op sturen."
            remedy = f'Begin met "Hoe belangrijk is het voor {reader} om …".'
            yield Finding(("preference_questions", number, "question"), message, remedy)
