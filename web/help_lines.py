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
        N_("U kunt hier over alles praten. Gratis, elke dag van 11 tot 21 uur."),
        "0800-0432",
        "https://www.vriendenkindertelefoon.nl/kindertelefoon",
        date(2026, 11, 22),
    ),
    HelpLine(
        N_("113 Zelfmoordpreventie"),
        N_("Denkt u aan doodgaan? Bel of chat. Gratis, dag en nacht."),
        "113",
        "https://www.upday.com/nl/binnenland/nummer-113-nu-gratis-betere-hulp-bij-zelfdodingsgedachten/pj8neqt",
        date(2026, 11, 22),
    ),
    HelpLine(
        N_("Veilig Thuis"),
        N_("Bent u thuis niet veilig? Gratis, dag en nacht."),
        "0800-2000",
        "https://www.augeo.nl/nl-nl/themas/meldcode/veilig-thuis/",
        date(2026, 11, 22),
    ),
    HelpLine(
        N_("Uw huisarts"),
        N_("Voor alles over uw lijf en uw gevoel. U mag zelf bellen."),
        "",
        "https://www.thuisarts.nl",
        date(2026, 11, 22),
    ),
)
