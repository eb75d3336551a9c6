"""Where each character of a scalar's value stands in the file, whatever its YAML style."""

_ESCAPE_DIGITS = {"x": 2, "u": 4, "U": 8}


def align(value: str, text: str, start: int, end: int, style: str | None) -> list[int]:
    """For each character of a scalar's value, the offset in `text` where an editor sees it.

    White space that YAML folded or stripped maps to about where it was; every other character is exact.
    """
    at = start
    if style in ("|", ">"):
        at = text.index("\n", start) + 1
    elif style:
        at += 1
    offsets = []
    for character in value:
        at, width = _find(character, text, at, end, style)
        offsets.append(min(at, end))
        at += width
    return offsets or [start]


def _find(character: str, text: str, at: int, end: int, style: str | None) -> tuple[int, int]:
    """Where the next character of a value stands at or after `at`, and how many characters it takes there."""
    while at < end:
        joins_lines = style == '"' and text[at] == "\\" and text[at + 1 : at + 2] in ("\n", "\r")
        if joins_lines:
            at += 1
            while at < end and text[at].isspace():
                at += 1
        elif text[at].isspace() and not character.isspace():
            at += 1
        else:
            break
    if style == '"' and text[at : at + 1] == "\\":
        return at, 2 + _ESCAPE_DIGITS.get(text[at + 1 : at + 2], 0)
    if style == "'" and character == "'":
        return at, 2
    return at, 1
