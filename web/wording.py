"""The worded answers a reader can choose from, with the numbers that schemas/antwoorden.schema.json gives them."""

from collections.abc import Callable, Iterable

from engine.language import N_, Translate
from engine.model import Option
from web.frame import Link
from web.page_objects import AnswersView, Choice, HelpView

_UNSURE = N_("Ik weet het nog niet")
_IMPORTANCE = (N_("Niet belangrijk"), N_("Een beetje belangrijk"), N_("Heel belangrijk"))
# The five roles of the Control Preferences Scale (field.md 2.10), in own words; no role hides anything.
_ROLES = (
    N_("Ik beslis zelf"),
    N_("Ik beslis zelf, en luister eerst naar mijn arts"),
    N_("Wij beslissen samen"),
    N_("Mijn arts beslist, en luistert eerst naar mij"),
    N_("Mijn arts beslist"),
)
# The SURE test (field.md 2.9) in own words: name, question, what a "nee" asks for, and where that is.
_HELP = (
    (
        "zeker",
        N_("Weet u wat voor u de beste keuze is?"),
        N_("Ik weet nog niet wat voor mij de beste keuze is."),
        "opties",
    ),
    (
        "begrip",
        N_("Kent u de voordelen en nadelen van elke mogelijkheid?"),
        N_("Ik ken de voordelen en nadelen nog niet goed."),
        "vergelijken",
    ),
    (
        "waarden",
        N_("Weet u wat voor u het zwaarst telt?"),
        N_("Ik weet nog niet wat voor mij het zwaarst telt."),
        "belangrijk",
    ),
    ("steun", N_("Hebt u genoeg steun en raad om te kiezen?"), N_("Ik heb nog steun of raad nodig."), "vragen"),
)
_READ_ON = {
    "opties": N_("Lees de mogelijkheden nog eens"),
    "vergelijken": N_("Lees de verschillen nog eens"),
    "belangrijk": N_("Denk na over wat u belangrijk vindt"),
    "vragen": N_("Kies vragen voor uw gesprek"),
}


def answers(options: Iterable[Option], href: Callable[[str], str], _: Translate) -> AnswersView:
    """All worded answers of an aid: importance 1-4, roles 1-6, leaning an option's number or 0, and help."""
    return AnswersView(
        importance=(*_numbered(_IMPORTANCE, _), Choice(len(_IMPORTANCE) + 1, _(_UNSURE), apart=True)),
        roles=(*_numbered(_ROLES, _), Choice(len(_ROLES) + 1, _(_UNSURE), apart=True)),
        leanings=(*(Choice(option.nr, option.name) for option in options), Choice(0, _(_UNSURE), apart=True)),
        help=tuple(
            HelpView(name, _(question), _(wish), Link(_(_READ_ON[page]), href(page)))
            for name, question, wish, page in _HELP
        ),
    )


def _numbered(labels: Iterable[str], _: Translate) -> Iterable[Choice]:
    return (Choice(value, _(label)) for value, label in enumerate(labels, 1))
