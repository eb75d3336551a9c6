"""Exceptions to the language rules, with a reason, and listed: `taal: negeer WOORD-MOEILIJK "poliep" reden: …`.

One stands in a comment: `<!-- … -->` in Markdown, `# …` on its own line in an aid. It speaks of one rule and one word
or sentence, and holds for the whole file; there is no way to silence a file or a rule.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from engine.plain_dutch.hits import Hit
from engine.problem import Level

ID = "UITZONDERING"
_FORM = r"taal:[ \t]*negeer\b"
# No sign is read twice: the rest ends where a comment ends or the next exception begins, and is never tried shorter.
IN_MARKDOWN = re.compile(rf"<!--[ \t]*+{_FORM}(?P<rest>(?:(?!-->|<!--[ \t]*+taal:)[^\n])*+)-->")
IN_YAML = re.compile(rf"^[ \t]*#[ \t]*{_FORM}(?P<rest>[^\n]*+)$", re.MULTILINE)
_PARTS = re.compile(r"[ \t]*(?P<rule>[A-Z-]+)[ \t]+\"(?P<text>[^\"\n]+)\"(?:[ \t]+reden:[ \t]*(?P<reason>\S.*))?")


@dataclass(frozen=True)
class Silenced:
    """One exception, where it stands, and what is wrong with it if it cannot be used."""

    start: int
    end: int
    rule: str = ""
    text: str = ""
    reason: str = ""
    fault: str = ""

    def covers(self, rule: str, text: str) -> bool:
        """Whether it speaks of this remark."""
        return not self.fault and rule == self.rule and _one_line(text) == _one_line(self.text)


def read(raw: str, form: re.Pattern[str], rules: Iterable[str]) -> tuple[Silenced, ...]:
    """Every exception in a file."""
    return tuple(_read(match, frozenset(rules)) for match in form.finditer(raw)) if "negeer" in raw else ()


def _read(match: re.Match[str], rules: frozenset[str]) -> Silenced:
    place = (match.start(), match.end())
    parts = _PARTS.fullmatch(match["rest"].rstrip(" \t"))
    if not parts:
        return Silenced(*place, fault="Deze uitzondering is niet te lezen.")
    if parts["rule"] not in rules:
        return Silenced(*place, fault=f"'{parts['rule']}' is geen regel over taal.")
    if not parts["reason"]:
        return Silenced(*place, fault="Deze uitzondering heeft geen reden.")
    return Silenced(*place, parts["rule"], parts["text"], parts["reason"].strip())


def listed(one: Silenced, *, is_used: bool) -> Hit:
    """An exception as a remark of its own, so that none is hidden."""
    if one.fault:
        remedy = 'Schrijf: taal: negeer WOORD-MOEILIJK "poliep" reden: waarom het woord nodig is.'
        return Hit(one.start, one.end, one.fault, remedy, Level.ERROR)
    if not is_used:
        message = f"Deze uitzondering op {one.rule} is niet meer nodig."
        return Hit(one.start, one.end, message, "Haal haar weg.")
    message = f"Uitzondering op {one.rule} voor '{one.text}': {one.reason}"
    return Hit(one.start, one.end, message, "Kijk af en toe of de reden nog klopt.", Level.INFO)


def _one_line(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".!?")
