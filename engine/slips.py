"""What an editor most likely meant by a line that YAML cannot read, or reads as something else.

libyaml tells where it stopped; the slip of the hand, and what really mends it, is in the line itself.
"""

import re
from collections.abc import Iterator

from engine.source_messages import QUOTE, Message

# Where a value begins: behind the dashes and the name on its line.
_BEFORE_VALUE = re.compile(r"[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?")
# A space from a word processor, where the format needs one from the keyboard.
_HARD_SPACE = re.compile(r"[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?(?:-|[\w-]+:|[>|][+-]?)?([\u00a0\u2007\u202f])")
_LIST_MARK = re.compile(r"[ ]*(-(?![ \t\r\n\d-])|[•‣▪●·–—]|\*(?= ))")
_DASH = re.compile(r"[ ]*(-)[ ]")
_CURLY = "“”„‟‘’‚‛"
_CURLY_AROUND = re.compile(rf"[{_CURLY}][^{_CURLY}]*[{_CURLY}]")
# "'s Nachts" and the like: the sign belongs to the word and was never meant to close.
_CLITIC = re.compile(r"'(?:s|t|n|k|m|r|ns)\b", re.IGNORECASE)
_TEXT_BEHIND = re.compile(r"""(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*[^\s#:]""")
_BLOCK_SIGN = re.compile(r"([>|](?:[+-]|(?= +[^\d\s])))\d?[ ]+[^#\s]")
# A line of a text that goes on below its first, and begins as a line of a list.
_LINE_OF_LIST = re.compile(r"\n[ ]+(-[ \u00a0]|•)")

HARD_SPACE: Message = (
    "onzichtbaar-teken",
    "Hier staat een vaste spatie. Die ziet eruit als een gewone, maar is een ander teken.",
    "Haal haar weg, en typ een gewone spatie.",
)
LIST_MARK: Message = (
    "streepje",
    "Zo begint een regel van een lijst niet.",
    "Begin met een streepje en een spatie: '- '.",
)
_CROOKED_DASH: Message = (
    "inspringen",
    "Dit streepje staat niet op de goede plaats.",
    "Zet de streepjes van een lijst recht onder elkaar. Achter de naam van de lijst zelf staat geen tekst.",
)
_CURLY_QUOTES = "Dit zijn kromme aanhalingstekens."
CURLY: Message = ("aanhalingsteken", _CURLY_QUOTES, 'Typ rechte: ".')
CURLY_NUMBER: Message = ("aanhalingsteken", _CURLY_QUOTES, "Haal ze weg.")


def forgotten_dash(key: str) -> Message:
    return ("streepje", "Hier begint een volgend deel van de lijst, zonder streepje.", f"Vergat u '- ' voor '{key}'?")


def in_curly_quotes(value: str) -> bool:
    """Whether a whole value stands between the quotes of a word processor, which mean nothing here."""
    return bool(_CURLY_AROUND.fullmatch(value))


def near(text: str, stopped: int) -> tuple[int, Message] | None:
    """The slip that made reading stop at a character, and its own place."""
    begin = text.rfind("\n", 0, stopped) + 1
    if slip := _on_line(text[begin:].partition("\n")[0].rstrip("\r"), stopped - begin):
        return begin + slip[0], slip[1]
    # With another space behind it a name is no name, and the next line is where that shows.
    begin = text.rfind("\n", 0, max(begin - 1, 0)) + 1
    found = _HARD_SPACE.match(text, begin)
    return (found.start(1), HARD_SPACE) if found else None


def _on_line(line: str, stopped: int) -> tuple[int, Message] | None:
    if found := _HARD_SPACE.match(line):
        return found.start(1), HARD_SPACE
    if found := _LIST_MARK.match(line):
        return found.start(1), LIST_MARK
    before = _BEFORE_VALUE.match(line)
    assert before is not None
    typed = line[before.end() :].rstrip()
    if message := _of_value(typed):
        return before.end(), message
    if (found := _DASH.match(line)) and found.start(1) == stopped:
        return found.start(1), _CROOKED_DASH
    return None


def in_plain(text: str, start: int, end: int) -> Iterator[tuple[int, Message]]:
    """Lines that were meant as those of a list in what YAML reads as one text, from `start` to `end`."""
    line_start = text.rfind("\n", 0, start) + 1
    if not text[line_start:start].strip(" ") and (found := _LIST_MARK.match(text[line_start:end])):
        hard = text[start + 1 : start + 2] == "\u00a0"
        yield (start + 1, HARD_SPACE) if hard else (start, LIST_MARK)
        return
    for found in _LINE_OF_LIST.finditer(text, start, end):
        hard = found[1].endswith("\u00a0")
        message = HARD_SPACE if hard else LIST_MARK if found[1] == "•" else _CROOKED_DASH
        yield found.end() - 1 if hard else found.start(1), message


def _of_value(typed: str) -> Message | None:
    if in_curly_quotes(typed) and '"' not in typed:
        return CURLY
    if typed[:1] and typed[0] in _CURLY:
        return ("aanhalingsteken", _CURLY_QUOTES, _around(typed))
    if _TEXT_BEHIND.match(typed):
        return ("aanhalingsteken", f"Achter het tweede aanhalingsteken ({typed[0]}) staat nog tekst.", _around(typed))
    if _CLITIC.match(typed):
        return (QUOTE[0], QUOTE[1], _around(typed))
    if found := _BLOCK_SIGN.match(typed):
        message = f"Achter '{found[1]}' staat al tekst."
        return (
            "beginteken",
            message,
            "Zet die tekst op de volgende regel, verder naar rechts dan deze regel begint.",
        )
    return None


def _around(typed: str) -> str:
    """What can stand around a text, whatever quotes it holds itself."""
    outer = typed[0] if typed[0] == typed[-1:] else ""
    inside = typed[1:-1] if outer else typed
    if '"' not in inside and "\\" not in inside:
        return 'Zet dubbele aanhalingstekens (") om de hele tekst.'
    if "'" not in inside:
        return "Zet enkele aanhalingstekens (') om de hele tekst."
    return "Zet hier '>-', en de tekst zonder aanhalingstekens eromheen op de volgende regel, verder naar rechts."
