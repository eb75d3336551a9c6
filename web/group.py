"""A pack for a meeting of patients and relatives: one aid, a person who does not exist, questions to talk about.

Nobody in the group has to tell about themselves, and nothing here steers. The drawings are those of the consult card,
chosen before by the editor and never sensitive. Where the card has none there are none here either: numbers about
one option alone would steer. The person has the answers of the made-up patient with whom a professional practises
(`rehearse` in static/js/sheet.js), but leans to no option and says nothing about who decides: that is for the group.
"""

from dataclasses import dataclass, replace

from flask import request
from markupsafe import Markup

from engine import language
from engine.language import N_
from engine.library import Entry
from engine.model import Aid
from engine.terms import OptionKind
from web import qr
from web.cards import rows_for_the_table
from web.frame import Frame
from web.links import Choices, link
from web.page_objects import AidView, RowView
from web.site import catalogue_of, site

# The importance that the person gives to each question in turn; 0 is a question that was passed over.
ANSWERS = (3, 2, 1, 4, 0)
_NO_TREATMENT = (OptionKind.WAIT, OptionKind.DO_NOTHING)
# Each begins with a word that opens: no yes or no, nothing to count, and no answer is right.
QUESTIONS = (
    N_("Wat telt voor Sam, denkt u? Waar ziet u dat aan?"),
    N_("Wat zou u nog willen weten voordat u kiest?"),
    N_(
        "Wat telt voor iemand met een heel ander leven? Denk aan werk of school, aan thuis, of aan wie er kan helpen."
    ),
    N_("Wanneer zou u kiezen als dit uw keuze was: nu, of later?"),
    N_("Wie beslist hierover, denkt u?"),
    N_("Wat neemt u mee naar huis?"),
)


@dataclass(frozen=True)
class Answered:
    question: str
    answer: str


@dataclass(frozen=True)
class Pack:
    """What the sheets of the pack hold besides the aid. `waiting` names the options without treatment, or nothing.

    `child`: the person is a child, who comes with a parent. `left_out`: the aid has numbers that not everyone wants
    to know. `address` and `picture` lead to the aid.
    """

    child: bool
    left_out: bool
    waiting: str
    answers: tuple[Answered, ...]
    rows: tuple[RowView, ...]
    questions: tuple[str, ...]
    address: str
    picture: Markup


def around(page: Frame) -> Frame:
    """The frame of the pack: for no search engine, wide, and outside the walk of a patient."""
    assert page.aid
    return replace(page, index=False, wide=True, sheet="bladen", aid=replace(page.aid, where=None))


def pack(entry: Entry, choices: Choices, view: AidView, _: language.Translate) -> Pack:
    """The pack of an aid. It leads to every option, also where the address asks for some."""
    aid = entry.aid
    address = site().public_address(request.host_url) + link(entry.slug, "start", replace(choices, options=()))
    return Pack(
        child=aid.about_children,
        left_out=any(row.sensitive for row in aid.studies),
        waiting=_waiting(aid, catalogue_of(entry)),
        answers=_answers(view, _),
        rows=rows_for_the_table(aid, view.rows),
        questions=tuple(_(question) for question in QUESTIONS),
        address=address,
        picture=qr.of_aid(address, aid.title, _),
    )


def _waiting(aid: Aid, catalogue: str) -> str:
    names = [option.name for option in aid.options if option.kind in _NO_TREATMENT]
    return language.listed(names, catalogue) if names else ""


def _answers(view: AidView, _: language.Translate) -> tuple[Answered, ...]:
    labels = {0: _(N_("Niet ingevuld.")), **{choice.value: choice.label for choice in view.answers.importance}}
    return tuple(
        Answered(question.question, labels[ANSWERS[place % len(ANSWERS)]])
        for place, question in enumerate(view.preferences)
    )
