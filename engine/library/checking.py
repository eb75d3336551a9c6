"""One file, one folder or all of them, held against the schema, the rules and the frozen versions."""

from collections.abc import MutableMapping
from dataclasses import replace
from datetime import date
from pathlib import Path as File

from engine import build, rules, source
from engine.library import conversations, fingerprint, folders, kinds, numbers, overlays, practices, versions
from engine.library.entry import Checked
from engine.library.folders import FILE_NAME
from engine.library.overlays import Voices
from engine.problem import Problem, errors
from engine.source import Path
from engine.thresholds import PROBLEMS_PER_FILE


def check_folder(folder: File, shown: str, today: date, *, weigh: bool = True) -> Checked:
    """The aid in a folder, with its overlays, held against its frozen versions.

    Without `weigh`, the rules do not look again at files that are, to the byte, what they said yes to (ADR 30).
    """
    history = versions.read(folder, shown, FILE_NAME, quickly=not weigh)
    if not weigh and (last := versions.unchanged(folder, FILE_NAME, history)):
        read = replace(last.source, file=f"{shown}/{FILE_NAME}")
        return Checked(folder.name, read, last.aid, (), history, Voices(last.voices), weighed=False)
    checked = check_file(folder / FILE_NAME, f"{shown}/{FILE_NAME}", today)
    if checked.aid is None or checked.source.tree is None:
        return replace(checked, problems=tuple(sorted([*checked.problems, *history.problems])), history=history)
    voices = overlays.read(folder, shown, checked.aid, checked.source.tree, today)
    trees = voices.trees if voices.readable else None
    beside = versions.problems_beside(checked.source, checked.aid, history, trees)
    problems = sorted([*checked.problems, *history.problems, *beside, *_capped([*voices.problems])])
    return replace(checked, problems=tuple(problems), history=history, voices=voices)


def check_file(file: File, shown: str, today: date) -> Checked:
    """One content file through source, schema, build and rules."""
    read = versions.current_format(source.read(file, shown))
    if kind := practices.FILES.get(file.name):
        return Checked(file.parent.name, read, None, _capped(list(practices.check(read, kind, today)[1])))
    if conversations.is_conversation(read):
        talk, said = conversations.check(read, today)
        return Checked(file.parent.name, read, None, _capped(list(said)), conversation=talk)
    problems, aid = list(read.problems), None
    if read.tree is not None:
        found = kinds.against_schema(read)
        problems.extend(found)
        if not found and not errors(read.problems):
            aid = build.build(read.tree)
            problems.extend(rules.check(aid, read, today))
    return Checked(file.parent.name, read, aid, _capped(problems))


def check_root(
    root: File, shown: str, today: date, known: MutableMapping[str, Checked] | None
) -> tuple[list[Checked], list[Problem]]:
    unreadable = "Deze map is er niet, of mag niet gelezen worden."
    names = names_in(root)
    if names is None:
        return [], [folders.about_folder(shown, "onleesbaar", unreadable, "Kies een map.")]
    places = [root / name for name in names if not name.startswith(".") and (root / name).is_dir()]
    checked: list[Checked] = []
    problems: list[Problem] = []
    for folder in places:
        name, inside = f"{shown}/{folder.name}", names_in(folder)
        if inside is None:
            problems.append(
                folders.about_folder(name, "onleesbaar", unreadable, "Geef leesrechten, of haal de map weg.")
            )
        elif FILE_NAME in inside:
            checked.append(remembered(folder, name, today, known))
            talk = checked[-1].conversation is not None
            problems.extend(
                [*folders.odd_slug(folder.name, name), *folders.stray_files(inside, name, conversation=talk)]
            )
        elif folder.name.startswith("_"):
            problems.extend(folders.odd_special(folder.name, name))
        else:
            remedy = "Zet de tekst in een bestand met precies deze naam."
            problems.append(
                folders.about_folder(name, "geen-bestand", f"In deze map staat geen {FILE_NAME}.", remedy)
            )
    problems += folders.loose_files((name for name in names if (root / name).is_file()), shown)
    problems += folders.stray_general(names_in(root / conversations.GENERAL) or (), shown)
    if not checked and not problems:
        remedy = f"Maak een map met daarin {FILE_NAME}, of kies een andere map."
        problems.append(
            folders.about_folder(shown, "geen-keuzehulpen", "In deze map staan geen keuzehulpen.", remedy)
        )
    return numbers.without_doubles(checked), problems


# The parts of a file that are held against other files.
_ASKED_LATER: tuple[Path, ...] = (("nr",), ("keuzehulpen",))


def remembered(folder: File, shown: str, today: date, known: MutableMapping[str, Checked] | None) -> Checked:
    """The aid in a folder as a server needs it, as `known` has it where nothing in the folder changed."""
    if known is None:
        return check_folder(folder, shown, today)
    lay = fingerprint.as_it_lies(folder)
    key = f"{shown} {fingerprint.of_folder(folder)}"
    # Some mistakes are of a day: what was wrong is looked at again on the next.
    key_of_today = f"{key} {today}"
    found = known.get(key) or known.get(key_of_today)
    if found is None:
        found = check_folder(folder, shown, today, weigh=False).slim(_ASKED_LATER)
        # An editor may have saved in between: then this is of other bytes than the name says.
        if fingerprint.as_it_lies(folder) == lay:
            known[key_of_today if errors(found.problems) else key] = found
    return found


def names_in(folder: File) -> list[str] | None:
    """What is in a folder, sorted; None where it cannot be read."""
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return None


def _capped(problems: list[Problem]) -> tuple[Problem, ...]:
    problems = sorted(problems)
    if len(problems) <= PROBLEMS_PER_FILE:
        return tuple(problems)
    last, left = problems[PROBLEMS_PER_FILE - 1], len(problems) - PROBLEMS_PER_FILE
    message = f"Er zijn nog {left} problemen in dit bestand."
    more = Problem(last.file, last.line, last.column, "meer", message, "Los eerst de problemen hierboven op.")
    return (*problems[:PROBLEMS_PER_FILE], more)
