"""The alarm line: when to call whom, the same for everyone and on every page."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine import language
from engine.language import N_
from engine.model import AlarmSign
from engine.terms import Callee, Urgency


@dataclass(frozen=True)
class AlarmGroup:
    """Signs for which someone makes the same call, under one heading."""

    heading: str
    signs: tuple[str, ...]


_CALLS = {
    Callee.EMERGENCY: N_("Bel {when} 112 als:"),
    Callee.GP: N_("Bel {when} uw huisarts als:"),
    Callee.OUT_OF_HOURS: N_("Bel {when} de huisartsenpost als:"),
    Callee.CLINIC: N_("Bel {when} de kliniek waar u behandeld bent als:"),
}
_GP_CLOSED = N_(
    "Bel {when} uw huisarts als een van deze dingen gebeurt. Is de praktijk dicht? Bel de huisartsenpost."
)
_WHEN = {Urgency.NOW: N_("meteen"), Urgency.TODAY: N_("vandaag"), Urgency.THIS_WEEK: N_("deze week")}


def alarm_groups(signs: Iterable[AlarmSign], _: language.Translate) -> tuple[AlarmGroup, ...]:
    """When to call whom: the same call stands together, the most urgent first."""
    grouped: dict[tuple[Urgency, Callee], list[str]] = {}
    for sign in signs:
        grouped.setdefault((sign.when, sign.call), []).append(sign.sign)
    order = list(Urgency)
    keys = sorted(grouped, key=lambda key: (order.index(key[0]), list(Callee).index(key[1])))
    return tuple(AlarmGroup(_alarm_heading(when, call, _), tuple(grouped[when, call])) for when, call in keys)


def _alarm_heading(when: Urgency, call: Callee, _: language.Translate) -> str:
    urgent_gp = call is Callee.GP and when is not Urgency.THIS_WEEK
    return _(_GP_CLOSED if urgent_gp else _CALLS[call]).format(when=_(_WHEN[when]))
