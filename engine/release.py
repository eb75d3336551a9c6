"""Freezing a version: whether it can, and what then stands in `versies/`. Pure; who calls it writes the files."""

import re
from collections.abc import Mapping
from datetime import date

from engine.library import FILE_NAME, Checked
from engine.library.versions import FOLDER, INDEX, content_sha256, index_text
from engine.model import Release
from engine.problem import errors
from engine.terms import Status

_ONE_SENTENCE = re.compile(r"\S[^\n]{3,240}[.!?]")


def refusal(checked: Checked) -> str | None:
    """Why the aid as it is now cannot become a version; None where it can."""
    wrong = [problem for problem in errors(checked.problems) if problem.rule != "versie-zelfde"]
    if wrong or checked.aid is None:
        return f"Er zijn nog fouten. Zie: keuzehulp controleer {checked.source.file}"
    if checked.aid.status is Status.CONCEPT:
        return _unfinished(checked)
    frozen = checked.history.version(checked.aid.version)
    if frozen is None:
        return None
    if frozen.same(checked.source.tree, checked.voices.trees):
        return f"Er is niets veranderd sinds versie {checked.aid.version}."
    following = checked.history.releases[-1].n + 1
    return f"Versie {checked.aid.version} is al uitgegeven. Zet 'versie: {following}' in {checked.source.file}."


def _unfinished(checked: Checked) -> str:
    left = sum(problem.rule == "todo" for problem in checked.problems)
    todo = "" if not left else f" Er staat nog {left} keer TODO: schrijf daar eerst uw eigen tekst."
    return (
        f"Dit is nog een concept, en wat is uitgegeven, verandert nooit meer.{todo} "
        f"Is alles af? Zet dan 'status: proef' in {checked.source.file}, en geef daarna uit."
    )


def sentence_refusal(what_changed: str) -> str | None:
    """Why this cannot be the sentence that says what changed; None where it can."""
    # The index is YAML, which has no place for a control character and sees more ends of a line than one.
    if not what_changed.strip().isprintable() and "\n" not in what_changed.strip():
        return (
            "In deze zin staat een teken dat niet te zien is, zoals een tab of een vaste spatie. Typ de zin opnieuw."
        )
    if _ONE_SENTENCE.fullmatch(what_changed.strip()):
        return None
    return "Schrijf één zin op één regel, met een punt aan het eind. Bijvoorbeeld: Het getal over pijn is nieuwer."


def names(checked: Checked) -> tuple[str, ...]:
    """The files that a version is made of: the aid and its overlays."""
    return (FILE_NAME, *(f"{name}.yaml" for name in checked.voices.trees))


def files(checked: Checked, content: Mapping[str, bytes], today: date, what_changed: str) -> dict[str, bytes]:
    """The files that freeze this version, by their path from the folder of the aid, the index last.

    `content` holds the bytes of the files that `names` gives.

    Raises `ValueError` where `refusal` or `sentence_refusal` says no.
    """
    if checked.aid is None or refusal(checked) or sentence_refusal(what_changed):
        raise ValueError("this version cannot be frozen")
    n = checked.aid.version
    plain = {name: content[name].replace(b"\r\n", b"\n") for name in names(checked)}
    release = Release(n, today, content_sha256(plain), what_changed.strip())
    index = index_text([*checked.history.releases, release])
    frozen = {f"{FOLDER}/{n}/{name}": data for name, data in plain.items()}
    return {**frozen, f"{FOLDER}/{INDEX}": index.encode()}
