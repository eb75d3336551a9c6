"""What changed is named exactly: no edit is missed and nothing else is named."""

import copy
import dataclasses
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engine import build, difference, model, source
from engine.difference_labels import LABELS, NAMED_BY
from engine.model import Aid
from tests.conftest import GOOD, ROOT

TREE: Any = source.read(ROOT / "aids" / "_voorbeeld" / "keuzehulp.yaml", "x").tree
SMALL: Any = source.read(GOOD, "x").tree
# Not texts of their own: what things are recognised by, what refers to them, and what has a fixed set of values.
KEYS = {
    *(
        "id",
        "optie",
        "onderzoek",
        "bron",
        "rijen",
        "niet_van_toepassing",
        "thema",
        "soort",
        "status",
        "wie",
        "eenheid",
    ),
    *("aanspreekvorm", "zekerheid", "wanneer", "bel", "juist", "gevoelig", "taal", "moeite_met_lezen", "gelezen"),
    *("datum", "herzien_voor", "naam", "teken", "gemiddelde", "icoon", "organisatie"),
}


def leaves(part: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(part, dict):
        return [found for key, value in part.items() for found in leaves(value, (*path, key))]
    if isinstance(part, list):
        return [found for place, value in enumerate(part) for found in leaves(value, (*path, place))]
    names = [step for step in path if isinstance(step, str)]
    return [path] if isinstance(part, str) and not KEYS & set(names[1:] or names) else []


PATHS = [path for path in leaves(TREE) if path[0] not in ("steun", "getest_met", "makers", "beoordelaars")]


def edited(tree: Any, edits: dict[tuple[Any, ...], str]) -> Aid:
    tree = copy.deepcopy(tree)
    for path, text in edits.items():
        part = tree
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = text
    return build.build(tree)


def test_there_are_texts_to_edit() -> None:
    assert len(PATHS) >= 150


@given(st.sets(st.sampled_from(PATHS), max_size=6))
def test_each_edited_text_is_one_change_and_there_are_no_others(paths: set[tuple[Any, ...]]) -> None:
    edits = {path: f"Nieuw {number} staat hier." for number, path in enumerate(sorted(paths, key=str))}
    changes = difference.differences(build.build(TREE), edited(TREE, edits))
    assert len(changes) == len(edits)
    for text in edits.values():
        (change,) = [change for change in changes if change.new == text]
        assert change.what == difference.CHANGED
        assert change.old


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_changed_number_says_out_of_how_many(one: int, other: int) -> None:
    def aid(count: int) -> Aid:
        counts = {("rijen", 0, "armen", 0, "aantallen", "stil"): count}
        counts |= {("rijen", 0, "armen", 0, "aantallen", "luid"): 100 - count}
        return edited(SMALL, counts)  # type: ignore[arg-type]

    said = [str(change) for change in difference.differences(aid(one), aid(other))]
    place = "Getal veranderd bij Stopt het geluid?, De groep zonder zalf"
    assert said == (
        []
        if one == other
        else [
            f"{place}, zijn de knieën stil: {one} → {other} van de 100",
            f"{place}, piepen de knieën nog: {100 - one} → {100 - other} van de 100",
        ]
    )


def test_added_removed_and_moved_things() -> None:
    old = build.build(SMALL)
    options = old.options
    more = dataclasses.replace(options[1], cons=(*options[1].cons, "De zalf ruikt."))
    new = dataclasses.replace(old, options=(more, options[0]), talk_questions=(), version=7)
    assert [str(change) for change in difference.differences(old, new)] == [
        f"Nadeel toegevoegd bij {options[1].name}: De zalf ruikt.",
        "Optie in een andere volgorde",
        f"Vraag voor het gesprek weg: {old.talk_questions[0]}",
    ]
    gone = dataclasses.replace(old, options=(options[0],), waiting_impossible="Wachten kan niet.")
    assert [str(change) for change in difference.differences(old, gone)] == [
        f"Optie weg: {options[1].name}",
        "Waarom afwachten niet kan toegevoegd: Wachten kan niet.",
    ]


def test_nothing_changed() -> None:
    assert difference.differences(build.build(TREE), build.build(TREE)) == ()


def test_every_part_of_the_model_has_a_label_and_every_label_a_part() -> None:
    # Conversations and sheets for a practice have no frozen versions to compare.
    others = {"AdultWords", "Area", "Conversation", "NetworkRole", "NetworkSheet", "Release", "ReleaseList"}
    others |= {"DuoCard", "PracticeSheet", "TeamPart", "TeamPhases", "Yardstick"}
    kinds = [getattr(model, name) for name in model.__all__ if name not in others]
    names = {field.name for kind in kinds for field in dataclasses.fields(kind)}
    assert len(names) >= 110
    assert set(LABELS) == names - {"version", "schema_version"}
    assert set(NAMED_BY) <= names
