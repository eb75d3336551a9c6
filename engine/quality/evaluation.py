"""What a paper about this aid must name, as far as the file tells it (SUNDAE 8-14, Sepucha and others 2018).

SUNDAE has 26 items for evaluations of decision aids; the others are about the study itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.model import Aid, Option
from engine.quality.deciding import waits
from engine.quality.places import find, is_written

# The same for every aid, because the program makes them.
FORMATS = (
    "bladzijden op internet, zonder account",
    "alles op één bladzijde, ook op papier",
    "samenvatting op papier",
)
# SUNDAE items that only the study itself can tell.
NOT_IN_THE_FILE = (
    "wie de keuzehulp gaf, hoe en wanneer",
    "of het geven ging zoals bedoeld",
)


@dataclass(frozen=True)
class Component:
    """A part that a decision aid may have, and whether this one has it."""

    id: str
    name: str
    present: bool


@dataclass(frozen=True)
class Evaluation:
    """The facts about an aid that an evaluation reports."""

    name: str
    nr: int
    kind: str
    version: int
    issued: date | None
    status: str
    review_by: date
    language: str
    purpose: str
    audience: str
    not_for: str
    moment: str
    minutes: int
    options: tuple[Option, ...]
    components: tuple[Component, ...]
    guidelines: tuple[str, ...]
    sources: int
    owner: str
    funding: str
    interests: str
    formats: tuple[str, ...] = FORMATS
    not_in_the_file: tuple[str, ...] = NOT_IN_THE_FILE


def evaluation(aid: Aid, issued: date | None) -> Evaluation:
    """What this version of an aid is, for a paper."""
    return Evaluation(
        name=aid.title,
        nr=aid.nr,
        kind=aid.kind.value,
        version=aid.version,
        issued=issued,
        status=aid.status.value,
        review_by=aid.review_by,
        language="nl",
        purpose=aid.question,
        audience=aid.for_whom,
        not_for=aid.not_for,
        moment=aid.decision_moment,
        minutes=aid.minutes,
        options=aid.options,
        components=tuple(_components(aid)),
        guidelines=tuple(f"{one.name}, {one.organisation}, {one.year}" for one in aid.guidelines),
        sources=len(aid.sources),
        owner=aid.owner,
        funding=aid.funding,
        interests=aid.interests,
    )


def _has(aid: Aid, name: str) -> bool:
    found = list(find(aid, name))
    return bool(found) and all(is_written(value) for _, value in found)


def _components(aid: Aid) -> Iterator[Component]:
    """First the six that IPDAS asks of every decision aid, then the others, those of the program last."""
    fields = {
        "klacht": ("Uitleg over de klacht", "situation"),
        "keuze": ("De keuze als vraag", "question"),
        "opties": ("Beschrijving van elke optie", "options.*.what"),
        "voordelen": ("Voordelen van elke optie", "options.*.pros"),
        "nadelen": ("Nadelen van elke optie", "options.*.cons"),
        "ervaring": ("Hoe elke optie is", "options.*.experience"),
        "zonder-behandeling": ("Hoe het gaat zonder behandeling", "without_treatment"),
        "kansen": ("Kansen in aantallen mensen", "rows.*.arms"),
        "metingen": ("Gemiddelde cijfers op een schaal", "scale_rows.*.arms"),
        "zekerheid": ("Hoe zeker de getallen zijn", "rows.*.certainty"),
        "uitslagen": ("Hoe goed een test is", "test.accuracy"),
        "belangrijk": ("Vragen over wat belangrijk is", "preference_questions.*.question"),
        "kennisvragen": ("Vragen of de uitleg duidelijk was", "knowledge_questions.*.statement"),
        "gespreksvragen": ("Vragen voor het gesprek", "talk_questions"),
        "woorden": ("Uitleg van moeilijke woorden", "glossary"),
        "plaatjes": ("Een plaatje bij elke optie", "options.*.pictogram"),
    }
    for id, (name, field) in fields.items():
        yield Component(id, name, _has(aid, field))
    yield Component("afwachten", "Afwachten of niets doen als optie", any(waits(option) for option in aid.options))
    yield Component(
        "kansen-als-plaatje", "Kansen als plaatje met mensen", any(row.denominator <= 1000 for row in aid.rows)
    )
    yield Component("stappen", "Stap voor stap naar een keuze", True)
    yield Component("samenvatting", "Samenvatting voor het gesprek", True)
    yield Component("op-maat", "Andere inhoud per lezer", False)
    yield Component("score", "Een score of beste optie", False)
    yield Component("verhalen", "Verhalen van patiënten", False)
