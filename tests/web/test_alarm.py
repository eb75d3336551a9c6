"""The alarm line: the most urgent call first, in whatever order an editor wrote the signs."""

from itertools import permutations

from engine.model import AlarmSign
from engine.terms import Callee, Urgency
from web.alarm import alarm_groups

SIGNS = (
    AlarmSign("Een.", Urgency.NOW, Callee.EMERGENCY),
    AlarmSign("Twee.", Urgency.NOW, Callee.GP),
    AlarmSign("Drie.", Urgency.TODAY, Callee.GP),
    AlarmSign("Vier.", Urgency.THIS_WEEK, Callee.CLINIC),
)
HEADINGS = [
    "Bel meteen 112 als dit gebeurt:",
    "Bel meteen uw huisarts als dit gebeurt. Is de praktijk dicht? Bel de huisartsenpost.",
    "Bel vandaag uw huisarts als dit gebeurt. Is de praktijk dicht? Bel de huisartsenpost.",
    "Bel deze week de kliniek waar u behandeld bent als dit gebeurt:",
]


def test_the_most_urgent_call_is_first_in_whatever_order_the_signs_are() -> None:
    orders = list(permutations(SIGNS))
    assert len(orders) == 24
    for signs in orders:
        groups = alarm_groups(signs, str)
        assert [group.heading for group in groups] == HEADINGS
        assert [group.signs for group in groups] == [(sign.sign,) for sign in SIGNS]


def test_signs_with_the_same_call_stand_together_as_the_editor_ordered_them() -> None:
    more = AlarmSign("Vijf.", Urgency.NOW, Callee.EMERGENCY)
    first, *rest = alarm_groups((more, *reversed(SIGNS)), str)
    assert first.heading == "Bel meteen 112 als een van deze dingen gebeurt:"
    assert first.signs == ("Vijf.", "Een.")
    assert [group.heading for group in rest] == HEADINGS[1:]
