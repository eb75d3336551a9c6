"""What each option means for one point is told at about the same length (IPDAS C1; field.md KH05).

GOED
    betekent: {afwachten: U krijgt geen prik., injectie: U krijgt een prik.}
FOUT
    betekent: {afwachten: Geen prik., injectie: a text of twelve words}
"""

from collections.abc import Iterator
from datetime import date

from engine import texts
from engine.model import Aid
from engine.rules import Finding
from engine.source import Source
from engine.thresholds import MEANING_WORDS_APART, MEANING_WORDS_FACTOR

ID = "betekent-balans"
SOFT_UNTIL_PUBLISHED = True


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """Within a preference question the texts at `betekent` are about as long."""
    for number, question in enumerate(aid.preference_questions):
        counts = {option: texts.count_words(text) for option, text in question.meaning.items()}
        longest = max(counts, key=lambda option: counts[option])
        most, fewest = counts[longest], min(counts.values())
        if most > MEANING_WORDS_FACTOR * fewest and most - fewest > MEANING_WORDS_APART:
            message = f"Deze tekst heeft {most} woorden, de kortste bij deze vraag {fewest}."
            remedy = "Maak de teksten ongeveer even lang. Lengte lijkt op een voorkeur."
            yield Finding(("preference_questions", number, "meaning", longest), message, remedy)
