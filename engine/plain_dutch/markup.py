"""Blots out what is no prose: code, addresses, tags, comments and the head of a Markdown file, at the same length."""

import re

# Stands for code or an address: it reads as one word, and no rule knows it.
THING = "\ufffc"
_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})", re.MULTILINE)
_HEAD = re.compile(r"\A---[ \t]*\r?\n(?:(?!---[ \t]*\r?$).*\n){0,200}?---[ \t]*\r?$", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]+`")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>)\]]+|[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60})+", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,500}\)")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")


def blotted(text: str) -> str:
    """The text without markup, of the same length. List markers, headings, tables and bold stay."""
    if text.startswith("---"):
        text = _HEAD.sub(_spaces, text)
    if "```" in text or "~~~" in text:
        text = _without_fences(text)
    if "<!--" in text:
        text = _without_comments(text)
    if "`" in text:
        text = _CODE.sub(_thing, text)
    if "](" in text:
        text = _LINK.sub(_link, text)
    if "<" in text:
        text = _TAG.sub(_spaces, text)
    if "//" in text or "@" in text or "www." in text.lower():
        text = _ADDRESS.sub(_thing, text)
    if text.replace("\n", "").isprintable():
        return text
    return _CONTROL.sub(lambda match: " " * len(match[0]), text)


def _spaces(match: re.Match[str]) -> str:
    return _filled(match[0], " ")


def _thing(match: re.Match[str]) -> str:
    found = match[0]
    kept = found.rstrip(".,;:!?'\"’”")
    return THING * len(kept) + found[len(kept) :]


def _link(match: re.Match[str]) -> str:
    start = match.start(1) - match.start()
    return " " * start + match[1] + " " * (len(match[0]) - start - len(match[1]))


def _filled(text: str, sign: str) -> str:
    return re.sub(r"[^\r\n]", sign, text)


def _without_fences(text: str) -> str:
    """Without blocks of code; one that never closes runs to the end."""
    parts, at, opened = [], 0, ""
    for match in _FENCE.finditer(text):
        if not opened:
            opened, start = match[1], match.start()
            parts.append(text[at:start])
            at = start
        elif match[1].startswith(opened):
            end = text.find("\n", match.end())
            end = len(text) if end < 0 else end
            parts.append(_filled(text[at:end], " "))
            at, opened = end, ""
    last = text[at:]
    return "".join([*parts, _filled(last, " ") if opened else last])


def _without_comments(text: str) -> str:
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[at:start], _filled(text[start : end + 3], " ")]
        at = end + 3
    return "".join([*parts, text[at:]])
