"""The questions of a frozen version as a Questionnaire of HL7 FHIR R4B, for a record system that reads it.

The answers never come here: the browser of the professional makes a QuestionnaireResponse beside it (js/fhir.js).
Nothing in it counts: an answer is a code with its words, and no code has a weight.
"""

import json
from collections.abc import Iterable

from flask import Blueprint, Response, request

from engine.library import Entry
from engine.terms import Status
from web.links import Choices, link
from web.page_objects import AidView, Choice
from web.pages import frozen
from web.present import present
from web.site import catalogue_of, entry_of, site, translator

blueprint = Blueprint("fhir", __name__)
PAGE = "vragenlijst.json"


@blueprint.get(f"/k/<slug>/v/<n>/{PAGE}")
def questions(slug: str, n: str) -> Response:
    entry = frozen(entry_of(slug), n)
    body = json.dumps(questionnaire(entry, int(n), site().public_address(request.host_url)), ensure_ascii=False)
    # It holds the address under which it was asked for, so no cache between us may keep it.
    return Response(body, mimetype="application/fhir+json", headers={"Cache-Control": "private, no-store"})


def questionnaire(entry: Entry, n: int, address: str) -> dict[str, object]:
    """The resource; `entry` is the aid in version `n`, `address` that of the site."""
    aid, view = entry.aid, present(entry, Choices(version=n))
    release = next(one for one in entry.history.releases if one.n == n)
    return {
        "resourceType": "Questionnaire",
        "url": f"{address}{link(entry.slug, PAGE, Choices(version=n))}",
        "version": str(n),
        "name": "".join(part.capitalize() for part in entry.slug.split("-")),
        "title": aid.title,
        "status": "active" if aid.status is Status.PUBLISHED else "draft",
        "experimental": aid.status is not Status.PUBLISHED,
        "subjectType": ["Patient"],
        "date": release.on.isoformat(),
        "publisher": aid.owner,
        "description": aid.question,
        "language": entry.voice.language.value,
        "item": list(_items(entry, view)),
    }


def _items(entry: Entry, view: AidView) -> Iterable[dict[str, object]]:
    _ = translator(catalogue_of(entry))
    points = [
        _choice(f"belangrijk.{question.nr}", question.question, view.answers.importance)
        for question in view.preferences
    ]
    if points:
        yield {"linkId": "belangrijk", "text": _("Wat voor de patiënt telt"), "type": "group", "item": points}
    yield _choice("neiging", _("Waar de patiënt nu aan denkt"), (one for one in view.answers.leanings if one.value))
    yield _choice("rol", _("Wie er beslist"), view.answers.roles)


def _choice(name: str, text: str, choices: Iterable[Choice]) -> dict[str, object]:
    options = [{"valueCoding": {"code": str(choice.value), "display": choice.label}} for choice in choices]
    return {"linkId": name, "text": text, "type": "choice", "answerOption": options}
