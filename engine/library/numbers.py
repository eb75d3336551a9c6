"""The number of each aid and conversation, which stands in codes of patients: one number is one aid."""

from collections.abc import Iterable
from dataclasses import replace

from engine import source
from engine.library.entry import Checked
from engine.problem import Problem, errors
from engine.source import Source


def without_doubles(checked: Iterable[Checked]) -> list[Checked]:
    """The same list, where an aid with the number of another has a problem that says so.

    A number stands in codes of patients, so it belongs to what was ever frozen before what was not; then to the first
    in the alphabet.
    """
    checked = list(checked)
    first: dict[int, str] = {}
    for one in sorted(checked, key=lambda one: (not one.history.releases, one.slug)):
        if (nr := _number(one)) is not None:
            first.setdefault(nr, one.slug)
    result = []
    for one in checked:
        if (nr := _number(one)) is not None:
            slug = first[nr]
            if slug != one.slug:
                line, column = _with_places(one.source).at(("nr",))
                message = f"nr {nr} is al van de keuzehulp '{slug}'."
                remedy = "Kies een nummer dat nog vrij is."
                problem = Problem(one.source.file, line, column, "nr-dubbel", message, remedy)
                one = replace(one, problems=(*one.problems, problem))
        result.append(one)
    return result


def _with_places(read: Source) -> Source:
    """The file with its places, also where it was read without them."""
    return read if read.values else source.parse(read.text.encode(), read.file)


def _number(one: Checked) -> int | None:
    """The number under which readers would get an aid or a conversation; None where they get neither."""
    if one.conversation is not None:
        return None if errors(one.problems) else one.conversation.nr
    if one.aid and not own_errors(one):
        return one.aid.nr
    return one.history.versions[-1].aid.nr if one.history.versions else None


def own_errors(one: Checked) -> list[Problem]:
    """The errors in the file of the aid itself; those in its overlays and versions keep nobody from reading it."""
    return [problem for problem in errors(one.problems) if problem.file == one.source.file]
