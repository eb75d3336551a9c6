"""The fixed terms of an aid. The values are the words editors write."""

from enum import Enum, StrEnum


class Status(StrEnum):
    """How far an aid is. `CONCEPT` is never served, `TRIAL` only with a banner (ADR 11)."""

    CONCEPT = "concept"
    TRIAL = "proef"
    PUBLISHED = "gepubliceerd"


class Age(StrEnum):
    """The date stage of an aid: part of every cache key."""

    FRESH = "vers"
    DUE = "bijna"
    STALE = "verouderd"
    LONG_STALE = "lang_verouderd"

    @property
    def overdue(self) -> bool:
        """Whether the day of review is past, however long."""
        return self in (Age.STALE, Age.LONG_STALE)


class AidKind(StrEnum):
    """What an aid is about. A screening test is one for people without symptoms."""

    CHOICE = "keuze"
    TEST = "test"
    SCREENING = "screening"


class ConversationKind(StrEnum):
    """What a conversation starts from: goals in one disease, nothing in particular, or how things are."""

    GOALS = "doelen"
    GENERAL = "gesprek"
    UNDERSTAND = "begrijpen"


class PracticeKind(StrEnum):
    """A sheet for a practice: questions for the team, or who of two does what. The value is also its address."""

    YARDSTICK = "meetlat"
    DUO_CARD = "duokaart"


class Address(StrEnum):
    """How the aid speaks to its reader."""

    FORMAL = "u"
    INFORMAL = "je"


class Language(StrEnum):
    """A language an aid can be read in."""

    DUTCH = "nl"
    ENGLISH = "en"


class Audience(StrEnum):
    """Readers for whom an aid can have texts of their own."""

    CHILD = "kind"
    PARENT = "ouder"


class OptionKind(StrEnum):
    TREAT = "behandelen"
    WAIT = "afwachten"
    DO_NOTHING = "niets_doen"
    LIFESTYLE = "leefstijl"
    TEST = "onderzoek"


class Certainty(StrEnum):
    """Certainty of the evidence, after GRADE."""

    HIGH = "hoog"
    MODERATE = "redelijk"
    LOW = "laag"
    VERY_LOW = "zeer_laag"


class Urgency(StrEnum):
    NOW = "meteen"
    TODAY = "vandaag"
    THIS_WEEK = "deze_week"


class Who(StrEnum):
    """What a study counted. Operations and infections are counted where one person can have more than one."""

    PEOPLE = "mensen"
    CHILDREN = "kinderen"
    WOMEN = "vrouwen"
    MEN = "mannen"
    OPERATIONS = "operaties"
    INFECTIONS = "ontstekingen"


class Unit(StrEnum):
    DAY = "dag"
    WEEK = "week"
    MONTH = "maand"
    YEAR = "jaar"


class Moment(StrEnum):
    """How a period is meant: after it, within it, after it on average; or, without a time, during the treatment or
    not the same for all.
    """

    AFTER = "na"
    WITHIN = "binnen"
    AFTER_MEAN = "na_gemiddeld"
    DURING_TREATMENT = "tijdens_behandeling"
    VARYING = "wisselend"


class Callee(Enum):
    """Whom to call; a clinic's own number comes from the bundle of a site."""

    EMERGENCY = 112
    GP = "huisarts"
    OUT_OF_HOURS = "huisartsenpost"
    CLINIC = "kliniek"
