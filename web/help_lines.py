"""Whom a child can talk to: the one place of these numbers, each with where and when it was read.

The block stands on every page for children and is the same for everyone; nothing anyone fills in calls it up.
"""

from dataclasses import dataclass
from datetime import date

from engine.language import N_


@dataclass(frozen=True)
class HelpLine:
    """`number` as it is dialled; empty where it differs per person."""

    name: str
    about: str
    number: str
    source: str
    read_on: date


LINES = (
    HelpLine(
        N_("Kindertelefoon"),
        N_("Praten over alles wat je dwarszit. Gratis, elke dag van 11 tot 21 uur."),
        "0800-0432",
        "https://www.vriendenkindertelefoon.nl/kindertelefoon",
        date(2026, 11, 22),
    ),
    HelpLine(
        N_("113"),
        N_("Als je aan doodgaan denkt. Gratis, dag en nacht."),
        "113",
        "https://www.upday.com/nl/binnenland/nummer-113-nu-gratis-betere-hulp-bij-zelfdodingsgedachten/pj8neqt",
        date(2026, 11, 22),
    ),
    HelpLine(
        N_("Veilig Thuis"),
        N_("Als het thuis niet veilig is. Gratis, dag en nacht."),
        "0800-2000",
        "https://www.augeo.nl/nl-nl/themas/meldcode/veilig-thuis/",
        date(2026, 11, 22),
    ),
    HelpLine(
        N_("Je huisarts"),
        N_("Voor alles over je lijf en je gevoel. Je mag zelf bellen."),
        "",
        "https://www.thuisarts.nl",
        date(2026, 11, 22),
    ),
)
