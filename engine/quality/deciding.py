"""The ways to decide a criterion that look at the content: the file format, the rules, and tests of the program."""

from engine.model import Option
from engine.quality.criterion import Basis, Case, Decider, Means, Ruling, Verdict
from engine.quality.places import find, is_written, key_path
from engine.source import Path
from engine.terms import Moment, OptionKind

# The problem that says that there are more of them (library.py): then silence of a rule proves nothing.
CUT_OFF = "meer"


def waits(option: Option) -> bool:
    """Whether this option is waiting or doing nothing."""
    return option.kind in (OptionKind.WAIT, OptionKind.DO_NOTHING)


def written(met: str, missing: str, *names: str) -> Decider:
    """Each of these fields is filled in, wherever it stands; a list without items is not."""

    def decide(case: Case) -> Ruling:
        empty: list[Path] = []
        for name in names:
            found = list(find(case.aid, name)) or [((name.split(".")[0],), None)]
            empty += [path for path, value in found if not is_written(value)]
        if empty:
            return Ruling(Verdict.NOT_MET, missing, tuple(empty))
        return Ruling(Verdict.MET, met, tuple(tuple(name.split(".")) for name in names))

    return Decider((Basis(Means.FORMAT, tuple(key_path(name) for name in names)),), decide)


def unbroken(met: str, broken: str, *rules: str) -> Decider:
    """None of these rules found a problem, not even a remark."""

    def decide(case: Case) -> Ruling:
        found = [problem for problem in case.problems if problem.rule in rules]
        if found:
            return Ruling(Verdict.NOT_MET, broken, tuple(dict.fromkeys(problem.path for problem in found)))
        if any(problem.rule == CUT_OFF for problem in case.problems):
            return Ruling(Verdict.NO_INFORMATION, "Er zijn te veel opmerkingen om dit na te gaan.")
        return Ruling(Verdict.MET, met)

    return Decider((Basis(Means.RULE, rules),), decide)


def proven(met: str, *tests: str) -> Decider:
    """The program does this for every aid; these tests of the program prove it."""
    return Decider((Basis(Means.PROGRAM, tests),), lambda _: Ruling(Verdict.MET, met))


def unseen(reason: str) -> Decider:
    """Nothing in the file says anything about this."""
    return Decider((Basis(Means.UNSEEN),), lambda _: Ruling(Verdict.NO_INFORMATION, reason))


def at_least_two_options() -> Decider:
    """There is something to choose (IPDAS Q3); that no option is missing, only people can judge."""

    def decide(case: Case) -> Ruling:
        number = len(case.aid.options)
        if number < 2:
            return Ruling(Verdict.NOT_MET, "Er zijn geen twee opties.", (("options",),))
        return Ruling(Verdict.MET, f"Er staan {number} opties in, elk met een beschrijving.", (("options",),))

    return Decider((Basis(Means.FORMAT, (key_path("options"),)),), decide)


def with_chances() -> Decider:
    """There are counts of people (IPDAS K3). A mean on a scale is no chance."""

    def decide(case: Case) -> Ruling:
        number = len(case.aid.rows)
        if not number:
            return Ruling(Verdict.NOT_MET, "Er staan geen kansen in getallen in.", (("rows",),))
        rows = "1 rij" if number == 1 else f"{number} rijen"
        return Ruling(Verdict.MET, f"Er staan kansen in getallen in, in {rows}.", (("rows",),))

    return Decider((Basis(Means.FORMAT, (key_path("rows"),)),), decide)


def with_certainty(met: str, *, caveat: bool) -> Decider:
    """Every study says how certain it is, and with `caveat` also what the reader must know (IPDAS C5, K19)."""
    fields = ("certainty", "caveat") if caveat else ("certainty",)
    lists = ("rows.*", "scale_rows.*")
    names = tuple(key_path(f"{part}.{field}") for part in lists for field in fields)

    def decide(case: Case) -> Ruling:
        test = ("test.accuracy",) if case.aid.test else ()
        found = [one for part in (*lists, *test) for field in fields for one in find(case.aid, f"{part}.{field}")]
        if not found:
            return Ruling(Verdict.NOT_MET, "Er staan geen onderzoeken met getallen in.", (("rows",),))
        empty = tuple(path for path, value in found if not is_written(value))
        if empty:
            return Ruling(Verdict.NOT_MET, "Bij een onderzoek staat niet hoe zeker het is.", empty)
        return Ruling(Verdict.MET, met, tuple(dict.fromkeys(path[:-1] for path, _ in found)))

    return Decider((Basis(Means.FORMAT, names),), decide)


def with_citations() -> Decider:
    """Every study and every fact names a source that is in the list (IPDAS C2)."""
    fields = ("sources", "rows.*.study", "scale_rows.*.study", "test.accuracy.study", "facts.*.cells.*.source")

    def decide(case: Case) -> Ruling:
        aid, known = case.aid, {source.id for source in case.aid.sources}
        named: list[tuple[Path, str]] = [((*path, "study"), row.study) for path, row in aid.placed_studies()]
        if aid.test:
            named.append((("test", "accuracy", "study"), aid.test.accuracy.study))
        for number, fact in enumerate(aid.facts):
            cells = [(option, cell) for option, cell in fact.cells.items() if cell.text]
            named += [(("facts", number, "cells", option), cell.source or "") for option, cell in cells]
        lost = tuple(path for path, source in named if source not in known)
        if lost or not known:
            return Ruling(Verdict.NOT_MET, "Een getal of feit heeft geen bron.", lost or (("sources",),))
        return Ruling(Verdict.MET, "Elk getal en elk feit heeft een bron.", (("sources",),))

    return Decider((Basis(Means.FORMAT, tuple(key_path(name) for name in fields)),), decide)


def comparing(met: str, not_met: str, key: str, *, same_period: bool = False) -> Decider:
    """Options stand side by side in one row, where `key` is given once (IPDAS K6, K7; ADR 4).

    With `same_period` a row of options that were not followed equally long does not count as alike.
    """

    def decide(case: Case) -> Ruling:
        rows = [
            (("rows", number), row)
            for number, row in enumerate(case.aid.rows)
            if len({arm.option for arm in row.arms if arm.option}) > 1
        ]
        unlike = tuple((*path, "period") for path, row in rows if row.period.when is Moment.VARYING)
        if not rows:
            return Ruling(Verdict.NOT_MET, "Geen enkele rij zet twee opties naast elkaar.", (("rows",),))
        if same_period and unlike:
            return Ruling(Verdict.NOT_MET, not_met, unlike)
        return Ruling(Verdict.MET, met, tuple((*path, key) for path, _ in rows))

    return Decider((Basis(Means.FORMAT, (key_path(f"rows.*.{key}"),)),), decide)


def waiting_is_told() -> Decider:
    """Every option of waiting or doing nothing has its block filled in (KH07)."""
    fields = ("how_long", "watch_for", "call", "choose_later")

    def decide(case: Case) -> Ruling:
        waiting = [number for number, option in enumerate(case.aid.options) if waits(option)]
        empty = [
            ("options", number, "waiting", field)
            for number in waiting
            for field in fields
            if not is_written(getattr(case.aid.options[number].waiting, field, None))
        ]
        if empty:
            return Ruling(Verdict.NOT_MET, "Bij afwachten ontbreekt een deel van de uitleg.", tuple(empty))
        met = "Bij afwachten staat hoe lang, waar u op let en wanneer u belt."
        return Ruling(Verdict.MET, met, tuple(("options", number, "waiting") for number in waiting))

    return Decider((Basis(Means.FORMAT, (key_path("options.*.waiting"),)),), decide)


def waiting_is_an_option() -> Decider:
    """Doing nothing is among the options; NICE makes no exception (E-content 1)."""

    def decide(case: Case) -> Ruling:
        waiting = tuple(("options", number) for number, option in enumerate(case.aid.options) if waits(option))
        if not waiting:
            return Ruling(Verdict.NOT_MET, "Afwachten of niets doen staat niet bij de opties.", (("options",),))
        return Ruling(Verdict.MET, "Afwachten of niets doen staat bij de opties.", waiting)

    return Decider((Basis(Means.FORMAT, (key_path("options.*.kind"),)),), decide)
