"""What the hand slips over: each is one problem, and who does what the remedy says has the text that was meant."""

import pytest

from engine import source

LIST = {"a": ["b", "c"]}


@pytest.mark.parametrize(
    ("typed", "place", "remedy", "mended", "tree"),
    [
        ("a: 's Nachts", (1, 4), 'Zet dubbele aanhalingstekens (")', 'a: "\'s Nachts"', {"a": "'s Nachts"}),
        ('a: \'s "Nachts"', (1, 4), "Zet hier '>-'", 'a: >-\n  \'s "Nachts"', {"a": '\'s "Nachts"'}),
        ('a: "b" en c', (1, 4), "Zet enkele aanhalingstekens (')", "a: '\"b\" en c'", {"a": '"b" en c'}),
        ("a: 'b's c'", (1, 4), 'Zet dubbele aanhalingstekens (")', 'a: "b\'s c"', {"a": "b's c"}),
        ("a: 'b\\c's d'", (1, 4), "Zet hier '>-'", "a: >-\n  b\\c's d", {"a": "b\\c's d"}),
        ("- 'b' en \"c\"", (1, 3), "Zet hier '>-'", "- >-\n  'b' en \"c\"", ["'b' en \"c\""]),
        ("a: “b: c”", (1, 4), 'Typ rechte: ".', 'a: "b: c"', {"a": "b: c"}),
        ("a: “b”: c", (1, 4), 'Zet dubbele aanhalingstekens (")', 'a: "“b”: c"', {"a": "“b”: c"}),
        ("a: >- b", (1, 4), "Zet die tekst op de volgende regel", "a: >-\n  b", {"a": "b"}),
        ("a: | b", (1, 4), "Zet die tekst op de volgende regel", "a: |\n  b", {"a": "b"}),
        ("a:\n  - b\n - c", (3, 2), "Zet de streepjes van een lijst recht", "a:\n  - b\n  - c", LIST),
        ("a:\n  - b\n   - c", (3, 4), "Zet de streepjes van een lijst recht", "a:\n  - b\n  - c", LIST),
        *(
            (f"a:\n  - b\n  {mark}c", (3, 3), "Begin met een streepje", "a:\n  - b\n  - c", LIST)
            for mark in ("-", "•", "– ")
        ),
        ("a:\n  * b\n  * c", (2, 3), "Begin met een streepje", "a:\n  - b\n  - c", LIST),
        ("a:\n  - b\n    • c", (3, 5), "Begin met een streepje", "a:\n  - b\n  - c", LIST),
        ("a:\n  - b\n  -\u00a0c", (3, 4), "Haal haar weg, en typ een gewone", "a:\n  - b\n  - c", LIST),
        ("a:\n  - b\n    -\u00a0c", (3, 6), "Haal haar weg, en typ een gewone", "a:\n  - b\n  - c", LIST),
        ("a:\u00a0b\nc: d", (1, 3), "Haal haar weg, en typ een gewone", "a: b\nc: d", {"a": "b", "c": "d"}),
        ("a: |\u00a0\n  b", (1, 5), "Haal haar weg, en typ een gewone", "a: | \n  b", {"a": "b"}),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_remedy_gives_what_was_meant(
    typed: str, place: tuple[int, int], remedy: str, mended: str, tree: object, line_end: str
) -> None:
    (found,) = source.parse(f"{typed}\n".replace("\n", line_end).encode(), "x").problems
    assert (found.line, found.column) == place
    assert found.remedy.startswith(remedy)
    good = source.parse(mended.encode(), "x")
    assert (good.problems, good.tree) == ((), tree)


@pytest.mark.parametrize(
    "typed",
    [
        "a: -5 graden",
        "a:\n  -5 graden",
        "a: – zo",
        "a: b\n  – en c\n  -achtig",
        "a: |\n  - b\n  • c\n  -\u00a0d",
        "a: “b” en c",
        "a: '’s Nachts'",
        "a: **b** c",
    ],
)
def test_what_can_be_meant_is_left_alone(typed: str) -> None:
    rules = [one.rule for one in source.parse(typed.encode(), "x").problems]
    assert rules == (["beginteken"] if "**" in typed else [])


def test_a_forgotten_dash_begins_a_new_item_and_hides_nothing() -> None:
    text = "a:\n  - nr: 1\n    id: b\n    c: d\n    nr: 2\n    id: e\n    c: f\n  - nr: 3\n    id: g\n"
    read = source.parse(text.encode(), "x")
    assert [(one.rule, one.line, one.column) for one in read.problems] == [("streepje", 5, 5)]
    assert read.tree == {"a": [{"nr": 1, "id": "b", "c": "d"}, {"nr": 2, "id": "e", "c": "f"}, {"nr": 3, "id": "g"}]}
    assert read.at(("a", 1, "c")) == (7, 8)
    assert read.at(("a", 2, "id")) == (9, 9)


@pytest.mark.parametrize(
    "text", ["- nr: 1\n  nr: 2\n  id: b\n", "- nr: 1\n  id: b\n  nr: 2\n", "- {a: 1, b: 2, a: 3}\n"]
)
def test_one_name_twice_is_still_that(text: str) -> None:
    assert [one.rule for one in source.parse(text.encode(), "x").problems] == ["dubbele-naam"]
