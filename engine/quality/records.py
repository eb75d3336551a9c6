"""The ways to decide a criterion that look at who did what and when. What has yet to happen does not count."""

import re
from collections.abc import Callable

from engine.model import ReaderTest, Reviewer, Support
from engine.quality.criterion import Basis, Case, Decider, Means, Ruling, Verdict
from engine.quality.places import is_written, key_path
from engine.rules.team import is_patient, is_professional
from engine.source import Path
from engine.terms import Age, Status

# A text that says that this still has to be laid down is no information.
_OPEN = re.compile(
    r"\bnog (geen|niet|niemand|niets)\b|\b(geen|niet)\b[^.]*\bvastgelegd\b|\bonbekend\b|\bniet bekend\b",
    re.IGNORECASE,
)
# Names of the two sides that stand behind an aid (leidraad step 7).
_SOCIETY = re.compile(r"genootschap|vereniging|federatie|\bnhg\b|\bfms\b|v&vn", re.IGNORECASE)

_OTHER = {"patiënt": is_professional, "zorgverlener": is_patient}
_SIDE: dict[str, Callable[[str], bool]] = {"patiënt": is_patient, "zorgverlener": is_professional}

_NOBODY = "In het bestand staat nog niemand van buiten die dit nakeek."


def reviewers(case: Case) -> list[tuple[Path, Reviewer]]:
    """Who checked the aid, with the place; not a maker, and not on a day still to come."""
    makers = {maker.name for maker in case.aid.makers}
    return [
        (("reviewers", number), one)
        for number, one in enumerate(case.aid.reviewers)
        if one.on <= case.today and one.name not in makers
    ]


def reader_tests(case: Case) -> list[tuple[Path, ReaderTest]]:
    """The tests with readers that were held, with the place."""
    return [
        (("reader_tests", number), one) for number, one in enumerate(case.aid.reader_tests) if one.on <= case.today
    ]


def support(case: Case) -> list[tuple[Path, Support]]:
    """Who supports the aid, with the place."""
    return [(("support", number), one) for number, one in enumerate(case.aid.support) if one.on <= case.today]


def reviewed_by(side: str) -> Decider:
    """Someone of this side, outside the team, checked the aid (IPDAS K14, K15).

    A role that we do not know says nothing: only where each role is one of the other side, this side was passed over.
    """

    def decide(case: Case) -> Ruling:
        found = reviewers(case)
        if not found:
            if case.aid.reviewers and all(one.on <= case.today for one in case.aid.reviewers):
                return Ruling(Verdict.NOT_MET, "Alleen de makers zelf keken dit na.", (("reviewers",),))
            return Ruling(Verdict.NO_INFORMATION, _NOBODY)
        fit = tuple(path for path, one in found if _SIDE[side](one.role))
        if fit:
            return Ruling(Verdict.MET, f"Er keek een {side} van buiten de makers mee.", fit)
        if all(_OTHER[side](one.role) for _, one in found):
            return Ruling(Verdict.NOT_MET, f"Bij de beoordelaars staat geen {side}.", (("reviewers",),))
        return Ruling(Verdict.NO_INFORMATION, f"Bij de beoordelaars staat niet wie {side} is.", (("reviewers",),))

    return Decider((Basis(Means.RECORD, (key_path("reviewers"),)),), decide)


def judged_by(side: str, unjudged: str) -> Decider:
    """Only people can judge this. Someone of this side checked the whole aid; otherwise nobody has said so."""
    review = reviewed_by(side)

    def decide(case: Case) -> Ruling:
        ruling = review.decide(case)
        return ruling if ruling.verdict is Verdict.MET else Ruling(Verdict.NO_INFORMATION, unjudged)

    return Decider(review.bases, decide)


def tested_with(fits: Callable[[ReaderTest], bool], met: str, unknown: str) -> Decider:
    """A test with these people was held (IPDAS K16, K17)."""

    def decide(case: Case) -> Ruling:
        found = reader_tests(case)
        fit = tuple(path for path, test in found if fits(test))
        if fit:
            return Ruling(Verdict.MET, met, fit)
        if not found:
            return Ruling(Verdict.NO_INFORMATION, "In het bestand staat nog geen test met mensen.")
        return Ruling(Verdict.NO_INFORMATION, unknown, (("reader_tests",),))

    return Decider((Basis(Means.RECORD, (key_path("reader_tests"),)),), decide)


def with_readers() -> Decider:
    """Tested with people who face the choice (IPDAS K16); a test with professionals only is another thing."""

    def fits(test: ReaderTest) -> bool:
        return test.low_literacy or is_patient(test.group) or not is_professional(test.group)

    return tested_with(fits, "De keuzehulp is getest met lezers.", "Bij de tests staat niet dat er lezers meededen.")


def with_professionals() -> Decider:
    """Tested with people who guide the choice (IPDAS K17)."""
    return tested_with(
        lambda test: is_professional(test.group),
        "De keuzehulp is getest met zorgverleners.",
        "Bij de tests staat niet dat er zorgverleners meededen.",
    )


def supported_by_both_sides() -> Decider:
    """A scientific society and a patient organisation stand behind the aid (leidraad step 7)."""

    def decide(case: Case) -> Ruling:
        found = support(case)
        if not found:
            return Ruling(Verdict.NO_INFORMATION, "In het bestand staat nog geen steun van een organisatie.")
        paths = tuple(path for path, _ in found)
        patients = [one for _, one in found if is_patient(one.organisation)]
        societies = [one for _, one in found if one not in patients and _SOCIETY.search(one.organisation)]
        if patients and societies:
            return Ruling(Verdict.MET, "Artsen en patiënten steunen deze keuzehulp allebei.", paths)
        unknown = "Er is steun, maar niet te zien is of artsen en patiënten allebei meedoen."
        return Ruling(Verdict.NO_INFORMATION, unknown, paths)

    return Decider((Basis(Means.RECORD, (key_path("support"),)),), decide)


def told(met: str, missing: str, field: str) -> Decider:
    """A text of the makers about themselves; one that says that it is not known yet is no information."""

    def decide(case: Case) -> Ruling:
        text, paths = getattr(case.aid, field), ((field,),)
        if not is_written(text):
            return Ruling(Verdict.NOT_MET, missing, paths)
        if _OPEN.search(text):
            return Ruling(Verdict.NO_INFORMATION, "Er staat dat dit nog niet bekend of vastgelegd is.", paths)
        return Ruling(Verdict.MET, met, paths)

    return Decider((Basis(Means.RECORD, (key_path(field),)),), decide)


def with_credentials() -> Decider:
    """The makers say what makes them fit for it (IPDAS K20); "schrijver" alone does not say that."""

    def decide(case: Case) -> Ruling:
        makers = case.aid.makers
        empty = tuple(("makers", number, "role") for number, one in enumerate(makers) if not is_written(one.role))
        if empty or not makers:
            return Ruling(Verdict.NOT_MET, "Bij een maker staat geen rol.", empty or (("makers",),))
        known = [is_patient(maker.role) or is_professional(maker.role) for maker in makers]
        paths = tuple(("makers", number, "role") for number in range(len(makers)))
        if all(known):
            return Ruling(Verdict.MET, "Bij elke maker staat een beroep in de zorg of eigen ervaring.", paths)
        unknown = "Niet bij elke maker is te zien waar die verstand van heeft."
        return Ruling(Verdict.NO_INFORMATION, unknown, paths)

    return Decider((Basis(Means.RECORD, (key_path("makers"),)),), decide)


def made_by_both_sides() -> Decider:
    """Patients and professionals are among the makers (leidraad step 1)."""

    def decide(case: Case) -> Ruling:
        roles, paths = [maker.role for maker in case.aid.makers], (("makers",),)
        patient, professional = any(map(is_patient, roles)), any(map(is_professional, roles))
        if patient and professional:
            return Ruling(Verdict.MET, "Bij de makers staan een patiënt en een zorgverlener.", paths)
        if roles and (all(map(is_patient, roles)) or all(map(is_professional, roles))):
            missing = "zorgverlener" if patient else "patiënt"
            return Ruling(Verdict.NOT_MET, f"Bij de makers staat geen {missing}.", paths)
        return Ruling(Verdict.NO_INFORMATION, "Bij de makers is niet te zien of beide kanten meededen.", paths)

    return Decider((Basis(Means.RECORD, (key_path("makers"),)),), decide)


def not_past_review() -> Decider:
    """The day of review is not past (leidraad step 9; KH15)."""

    def decide(case: Case) -> Ruling:
        age, paths = case.aid.age(case.today), (("review_by",),)
        if age.overdue:
            return Ruling(Verdict.NOT_MET, "De dag om alles opnieuw na te kijken is voorbij.", paths)
        soon = "De dag om alles opnieuw na te kijken is dichtbij."
        ahead = "De dag om alles opnieuw na te kijken moet nog komen."
        return Ruling(Verdict.MET, soon if age is Age.DUE else ahead, paths)

    return Decider((Basis(Means.RECORD, (key_path("review_by"),)),), decide)


def issued() -> Decider:
    """This version has a day on which it came out (IPDAS C3). The file does not hold it: it comes with the sheet."""

    def decide(case: Case) -> Ruling:
        if case.issued and case.issued <= case.today:
            return Ruling(Verdict.MET, "Deze versie heeft een dag van uitgeven.", (("version",),))
        return Ruling(Verdict.NOT_MET, "Deze versie heeft nog geen dag van uitgeven.", (("version",),))

    return Decider((Basis(Means.SUPPLIED, ("dag van uitgeven",)),), decide)


def measured(*, reported: bool = False) -> Decider:
    """The text was measured (IPDAS K21: `reported` is enough), and every measure with a limit keeps it (KH20)."""

    def decide(case: Case) -> Ruling:
        if not case.measures:
            verdict = Verdict.NOT_MET if reported else Verdict.NO_INFORMATION
            return Ruling(verdict, "De leesbaarheid is nog niet gemeten.")
        if reported:
            return Ruling(Verdict.MET, "Op dit blad staat wat wij maten aan de tekst.")
        limited = [measure for measure in case.measures if measure.limit is not None]
        if not limited:
            return Ruling(Verdict.NO_INFORMATION, "Er is gemeten, maar zonder een grens om naast te leggen.")
        if any(measure.value > (measure.limit or 0) for measure in limited):
            return Ruling(Verdict.NOT_MET, "Een maat voor de leesbaarheid is hoger dan de grens.")
        return Ruling(Verdict.MET, "Elke maat voor de leesbaarheid blijft onder de grens.")

    return Decider((Basis(Means.SUPPLIED, ("leesbaarheid",)),), decide)


def public() -> Decider:
    """The aid is out for everyone (leidraad step 8); a trial stays out of search engines."""

    def decide(case: Case) -> Ruling:
        if case.aid.status is Status.PUBLISHED:
            return Ruling(Verdict.MET, "De keuzehulp is gepubliceerd en voor iedereen open.", (("status",),))
        return Ruling(Verdict.NOT_MET, "De keuzehulp is nog niet gepubliceerd.", (("status",),))

    return Decider((Basis(Means.RECORD, (key_path("status"),)),), decide)
