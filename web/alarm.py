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
    Callee.EMERGENCY: N_("Bel {when} 112 {if_}:"),
    Callee.GP: N_("Bel {when} uw huisarts {if_}:"),
    Callee.OUT_OF_HOURS: N_("Bel {when} de huisartsenpost {if_}:"),
    Callee.CLINIC: N_("Bel {when} de kliniek waar u behandeld bent {if_}:"),
}
_GP_CLOSED = N_("Bel {when} uw huisarts {if_}. Is de praktijk dicht? Bel de huisartsenpost.")
_THIS, _ONE_OF_THESE = N_("als dit gebeurt"), N_("als een van deze dingen gebeurt")
_WHEN = {Urgency.NOW: N_("meteen"), Urgency.TODAY: N_("vandaag"), Urgency.THIS_WEEK: N_("deze week")}


def alarm_groups(signs: Iterable[AlarmSign], _: language.Translate) -> tuple[AlarmGroup, ...]:
    """When to call whom: the same call stands together, the most urgent first."""
    grouped: dict[tuple[Urgency, Callee], list[str]] = {}
    for sign in signs:
        grouped.setdefault((sign.when, sign.call), []).append(sign.sign)
    order = list(Urgency)
    keys = sorted(grouped, key=lambda key: (order.index(key[0]), list(Callee).index(key[1])))
    return tuple(AlarmGroup(_alarm_heading(*key, len(grouped[key]), _), tuple(grouped[key])) for key in keys)


def _alarm_heading(when: Urgency, call: Callee, signs: int, _: language.Translate) -> str:
    urgent_gp = call is Callee.GP and when is not Urgency.THIS_WEEK
    heading = _(_GP_CLOSED if urgent_gp else _CALLS[call])
    return heading.format(when=_(_WHEN[when]), if_=_(_THIS if signs == 1 else _ONE_OF_THESE))
