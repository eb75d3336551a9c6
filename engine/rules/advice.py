"""The aid gives no advice and steers nobody (IPDAS C1; MDR; field.md KH22).

'U moet' is right where there is danger: in `alarm`, in `bel` while waiting, and in `niet_voor`.

GOED
    wat: U draagt elke nacht een spalk.
FOUT
    wat: Wij raden u aan om elke nacht een spalk te dragen.
"""

from collections.abc import Iterator
from datetime import date

from engine import texts, wordlists
from engine.model import Aid
from engine.rules import Finding
from engine.source import Path, Source

ID = "advies"

_MUST = texts.phrases(wordlists.MUST)
_STEERING = (
    (
        texts.phrases(wordlists.ADVICE),
        "Dat is advies.",
        "Schrijf wat er bij deze keuze gebeurt. De lezer kiest zelf.",
    ),
    (_MUST, "Dat dwingt de lezer.", "Schrijf wat iemand kan doen, of wat er gebeurt."),
    (
        texts.phrases(wordlists.COLOURED),
        "Dat zegt wat de lezer ervan moet vinden.",
        "Laat het weg. De lezer oordeelt zelf.",
    ),
)


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No text for patients holds a phrase that advises, orders or colours."""
    for path, text in texts.for_patients(aid):
        for finder, why, remedy in _STEERING:
            if finder is _MUST and _is_about_danger(path):
                continue
            for match in finder.all(text):
                yield Finding(path, f"Hier staat '{texts.said(match)}'. {why}", remedy, match.start())


def _is_about_danger(path: Path) -> bool:
    return path[0] in ("alarm", "not_for") or path[2:4] == ("waiting", "call")
