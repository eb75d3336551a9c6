"""Overlays: an aid for other readers and in another language, held against the aid text by text (ADR 20)."""

import json
from pathlib import Path
from typing import Any

import pytest

from engine import difference, library, overlay, overlay_lock, release, schema, source
from engine.library import overlays
from engine.paths import AIDS, SCHEMAS
from engine.problem import Level
from engine.terms import Address, Audience, Language
from engine.voice import OWN_VOICE, VOICES, Voice
from tests.conftest import FIXTURES, ROOT, TODAY, shipped
from tests.documents import overlay_schema
from web import updating

CHILD, PARENT, ENGLISH = Voice(audience=Audience.CHILD), Voice(audience=Audience.PARENT), Voice(Language.ENGLISH)
EXAMPLE = library.check_folder(ROOT / "aids" / "_voorbeeld", "x", TODAY)


def edit(aids: Path, name: str, old: str, new: str) -> None:
    file = aids / "klein" / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{name}: must change one place: {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def report(aids: Path) -> list[str]:
    return [str(one).removeprefix("aids/klein/") for one in library.load(aids, "aids", TODAY).problems]


def skeleton(checked: library.Checked) -> tuple[dict[tuple[Any, ...], overlay.Place], Any]:
    """Every place of an overlay of this aid, and a tree that says there what the aid says."""
    assert checked.aid is not None
    assert checked.source.tree is not None
    places = dict(overlay.places(checked.aid, checked.source.tree))
    tree: Any = {"schema": 1}
    for path, place in places.items():
        here = tree
        for step in path[:-1]:
            here = here.setdefault(step, {})
        here[path[-1]] = {"woord": "Uitleg."} if path == overlay.WORDS else place.text
    return places, lists(tree)


def lists(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    if tree and all(isinstance(key, int) for key in tree):
        return [lists(value) for value in tree.values()]
    return {key: lists(value) for key, value in tree.items()}


def compared(tree: Any, voice: Voice = ENGLISH) -> overlay.Overlay:
    read = source.parse(json.dumps(tree, ensure_ascii=False).encode(), "en.yaml")
    assert EXAMPLE.aid is not None
    assert EXAMPLE.source.tree is not None
    return overlay.compare(voice, read, EXAMPLE.aid, EXAMPLE.source.tree)


def changed(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The tree with another value at a path; None takes it away."""
    copy = json.loads(json.dumps(tree))
    here = copy
    for step in path[:-1]:
        here = here[step]
    if value is None:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    return copy


def test_the_fixtures_are_good_in_every_voice(voiced: Path) -> None:
    assert report(voiced) == []
    entry = library.load(voiced, "aids", TODAY).entries["klein"]
    assert set(entry.voices) == {CHILD, PARENT, ENGLISH}
    said = {voice.name: entry.speaking(voice).aid.situation for voice in (OWN_VOICE, *entry.voices)}
    assert said == {
        "nl": "Uw knie piept als u loopt.",
        "nl.kind": "Je knie piept als je loopt.",
        "nl.ouder": "De knie van uw kind piept bij het lopen.",
        "en": "Your knee squeaks when you walk.",
    }
    assert entry.speaking(CHILD).aid.address is Address.INFORMAL
    assert entry.speaking(PARENT).aid.options == entry.aid.options
    assert entry.speaking(Voice(Language.ENGLISH, Audience.CHILD)) is entry


def test_numbers_and_structure_are_the_same_in_every_voice() -> None:
    entries = [entry for entry in shipped().entries.values() if entry.voices]
    seen = 0
    for entry in entries:
        for spoken in entry.voices.values():
            for row, other in zip(entry.aid.rows, spoken.aid.rows, strict=True):
                assert [arm.counts for arm in row.arms] == [arm.counts for arm in other.arms]
                seen += len(row.arms)
            assert [option.nr for option in entry.aid.options] == [option.nr for option in spoken.aid.options]
            assert [one.nr for one in entry.aid.preference_questions] == [
                one.nr for one in spoken.aid.preference_questions
            ]
            assert entry.aid.sources == spoken.aid.sources
    assert seen >= 20


def test_every_text_of_the_example_has_a_place_that_is_checked() -> None:
    """A number, a missing text, and a text of which the source changed: each is found at each place."""
    places, tree = skeleton(EXAMPLE)
    assert len(places) >= 120
    whole = compared(tree)
    assert whole.problems == ()
    assert set(whole.said) == set(places)
    lock, left = overlay_lock.updated([whole], {}, unchanged_is_right=False)
    assert left == ()
    known = overlay_lock.read(source.parse(lock.encode(), "x"))["en"]
    assert list(overlay_lock.drifts(whole, known)) == []
    numbers = tree
    for path in places:
        numbers = changed(numbers, path, 7)
    assert [one.rule for one in compared(numbers).problems] == ["overlay-geen-tekst"] * len(places)
    other = {key: ("other", said) for key, (_, said) in known.items()}
    drifts = list(overlay_lock.drifts(whole, other))
    assert [(one.path, one.known, one.reworded) for one in drifts] == [(path, True, False) for path in places]
    for path in list(places)[::3]:
        gone = {one.rule for one in compared(changed(tree, path, None)).problems}
        if path[0] in ("beoordelaars", "getest_met", "makers"):
            assert gone == set(), path
        elif isinstance(path[-1], str):
            assert gone == {"overlay-ontbreekt"}, path
        else:
            assert gone == {"overlay-aantal"}, path


def test_the_schema_for_editors_has_exactly_the_places_of_an_overlay() -> None:
    assert (SCHEMAS / "overlay.schema.json").read_text(encoding="utf-8") == overlay_schema()
    validator = schema.load(SCHEMAS / "overlay.schema.json")
    _, tree = skeleton(EXAMPLE)
    read = source.parse(json.dumps(tree, ensure_ascii=False).encode(), "x")
    assert schema.check(read, validator) == ()
    files = [*(FIXTURES / "overlays").glob("*.yaml")]
    files += [AIDS / slug / name for slug in library.slugs(AIDS) for name in overlays.FILES]
    there = [file for file in files if file.is_file()]
    assert len(there) >= 6
    for file in there:
        assert schema.check(source.read(file, file.name), validator) == (), file


@pytest.mark.parametrize("name", ["nl.kind.yaml", "nl.ouder.yaml", "en.yaml"])
def test_an_overlay_with_a_mistake_is_left_out_and_the_others_stay(voiced: Path, name: str) -> None:
    edit(voiced, name, "schema: 1\n", "schema: 1\nonzin: Ja.\n")
    assert [line.rsplit("(", 1)[1] for line in report(voiced)] == ["overlay-onbekend)"]
    entry = library.load(voiced, "aids", TODAY).entries["klein"]
    broken = next(voice for voice in VOICES if f"{voice.name}.yaml" == name)
    assert broken not in entry.voices
    assert len(entry.voices) == 2
    assert not entry.fallback


def test_a_change_of_the_aid_is_seen_in_every_overlay_made_from_that_text(voiced: Path) -> None:
    edit(voiced, "keuzehulp.yaml", "situatie: Uw knie piept", "situatie: Uw knie kraakt")
    rest = (
        "let op: De tekst in keuzehulp.yaml is veranderd. Daar staat nu: 'Uw knie kraakt als u loopt.' "
        "Kijk of het klopt, en leg dat vast met: keuzehulp bijwerken klein (overlay-verouderd)"
    )
    assert report(voiced) == [f"en.yaml:10:11: {rest}", f"nl.kind.yaml:10:11: {rest}", f"nl.ouder.yaml:5:11: {rest}"]
    _, _, left = updating.update(voiced, "klein", TODAY, unchanged_is_right=False)
    assert [(name, one.shown) for name, one in left] == [
        ("nl.kind", "situatie"),
        ("nl.ouder", "situatie"),
        ("en", "situatie"),
    ]
    assert len(report(voiced)) == 3
    edit(voiced, "en.yaml", "Your knee squeaks", "Your knee creaks")
    updating.update(voiced, "klein", TODAY, unchanged_is_right=False)
    assert [line.split(":")[0] for line in report(voiced)] == ["nl.kind.yaml", "nl.ouder.yaml"]
    updating.update(voiced, "klein", TODAY, unchanged_is_right=True)
    assert report(voiced) == []


def test_drift_keeps_a_published_overlay_back_from_release_but_not_from_readers(voiced: Path, published: str) -> None:
    (voiced / "klein" / "keuzehulp.yaml").write_text(published, encoding="utf-8")
    edit(voiced, "keuzehulp.yaml", "situatie: Uw knie piept", "situatie: Uw knie kraakt")
    checked = library.check_folder(voiced / "klein", "aids/klein", TODAY)
    drift = [one for one in checked.problems if one.rule == "overlay-verouderd"]
    assert {one.level for one in drift} == {Level.ERROR}
    assert "Er zijn nog fouten." in (release.refusal(checked) or "")
    assert len(library.load(voiced, "aids", TODAY).entries["klein"].voices) == 3


def test_without_a_lock_file_an_overlay_says_so_once(voiced: Path) -> None:
    (voiced / "klein" / overlay_lock.NAME).unlink()
    assert [line.split(": ")[2] for line in report(voiced)] == [
        "Van 54 teksten is niet vastgelegd bij welke tekst in keuzehulp.yaml ze horen. "
        "Kijk of het klopt, en leg dat vast met",
        "Van 50 teksten is niet vastgelegd bij welke tekst in keuzehulp.yaml ze horen. "
        "Kijk of het klopt, en leg dat vast met",
        "Van 4 teksten is niet vastgelegd bij welke tekst in keuzehulp.yaml ze horen. "
        "Kijk of het klopt, en leg dat vast met",
    ]


def test_spaces_and_line_ends_are_no_change(voiced: Path) -> None:
    edit(
        voiced,
        "keuzehulp.yaml",
        "situatie: Uw knie piept als u loopt.",
        "situatie: |\n  Uw knie piept\n  als u loopt.",
    )
    assert report(voiced) == []


def test_a_version_holds_its_overlays_and_guards_them(voiced: Path) -> None:
    folder = voiced / "klein"
    edit(voiced, "keuzehulp.yaml", "versie: 7", "versie: 1")
    checked = library.check_folder(folder, "aids/klein", TODAY)
    content = {name: (folder / name).read_bytes() for name in release.names(checked)}
    assert set(content) == {"keuzehulp.yaml", "nl.kind.yaml", "nl.ouder.yaml", "en.yaml"}
    for name, data in release.files(checked, content, TODAY, "Dit is de eerste versie.").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    assert report(voiced) == []
    edit(voiced, "en.yaml", "Your knee squeaks", "Your knee creaks")
    updating.update(voiced, "klein", TODAY, unchanged_is_right=False)
    assert [line.rsplit("(", 1)[1] for line in report(voiced)] == ["versie-zelfde)"]
    edit(voiced, "keuzehulp.yaml", "versie: 1", "versie: 2")
    entry = library.load(voiced, "aids", TODAY).entries["klein"]
    before = entry.at(1)
    assert before is not None
    assert before.speaking(ENGLISH).aid.situation == "Your knee squeaks when you walk."
    assert entry.speaking(ENGLISH).aid.situation == "Your knee creaks when you walk."
    frozen = folder / "versies" / "1" / "en.yaml"
    frozen.write_text(frozen.read_text(encoding="utf-8").replace("squeaks", "creaks"), encoding="utf-8")
    assert any("(versie-veranderd)" in line for line in report(voiced))


def test_a_change_in_an_overlay_changes_the_key_of_its_pages(voiced: Path) -> None:
    before = library.load(voiced, "aids", TODAY).entries["klein"].sha256
    edit(voiced, "en.yaml", "Your knee squeaks", "Your knee creaks")
    assert library.load(voiced, "aids", TODAY).entries["klein"].sha256 != before


def test_another_name_is_no_overlay(voiced: Path) -> None:
    for name in ("de.yaml", "nl.yaml", "nl.oma.yaml"):
        (voiced / "klein" / name).write_text("schema: 1\n", encoding="utf-8")
    assert [line.split(":")[0] for line in report(voiced)] == ["de.yaml", "nl.oma.yaml", "nl.yaml"]


def test_a_change_in_another_voice_is_told_once_and_by_name(voiced: Path) -> None:
    before = library.load(voiced, "aids", TODAY).entries["klein"]
    edit(voiced, "nl.kind.yaml", "Je knie piept als je loopt.", "Je knie kraakt als je loopt.")
    edit(voiced, "keuzehulp.yaml", "stil: 40\n          luid: 60", "stil: 41\n          luid: 59")
    (voiced / "klein" / "en.yaml").unlink()
    after = library.load(voiced, "aids", TODAY).entries["klein"]
    found = difference.all_differences(before.aid, after.aid, before.spoken, after.spoken)
    assert [one.heading for one in found] == [
        "Getal veranderd bij Stopt het geluid?, De groep zonder zalf, zijn de knieën stil",
        "Getal veranderd bij Stopt het geluid?, De groep zonder zalf, piepen de knieën nog",
        "Wat er aan de hand is veranderd bij Tekst voor kinderen",
        "Engelse tekst weg",
    ]


@pytest.mark.parametrize("odd", [7, [], {}, [[]], {"a": 1}, "", "x" * 4000, [{"a": []}], {"0": 5}], ids=str)
def test_nothing_odd_at_any_place_stops_the_check_or_takes_the_aid_away(voiced: Path, odd: object) -> None:
    """Each place and each block around a place, in turn: always problems, never an exception, never another aid."""
    folder = voiced / "klein"
    good = library.load(voiced, "aids", TODAY).entries["klein"].aid
    tree: Any = source.read(folder / "en.yaml", "en.yaml").tree
    assert isinstance(tree, dict)
    for key in (
        "schema",
        "titel",
        "kern",
        "alarm",
        "opties",
        "rijen",
        "feiten",
        "voorkeurvragen",
        "woorden",
        "makers",
    ):
        (folder / "en.yaml").write_text(json.dumps({**tree, key: odd}, ensure_ascii=False), encoding="utf-8")
        checked = library.check_folder(folder, "aids/klein", TODAY)
        assert checked.aid == good
        assert [one for one in checked.problems if one.file.endswith("en.yaml")], key
        assert ENGLISH not in checked.voices.spoken, key
