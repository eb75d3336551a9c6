"""The four results of a test count everybody once (IPDAS K24-K28; field.md KH12).

GOED
    van: 1000
    terecht_gevonden: 8
    onterecht_gevonden: 20
    terecht_niet_gevonden: 970
    onterecht_niet_gevonden: 2
FOUT
    the same with onterecht_niet_gevonden: 12, or the block in an aid of soort keuze
"""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from engine.model import Aid, MedicalTest
from engine.rules import Finding
from engine.source import Source
from engine.terms import AidKind

ID = "test-optelling"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """The block stands in an aid about a test only, names a source that exists, and its numbers agree."""
    if aid.test is None:
        return
    if aid.kind is AidKind.CHOICE:
        message = "Deze keuzehulp gaat niet over een test, maar er staat wel een blok 'test'."
        yield Finding(("test",), message, "Haal het blok weg, of kies soort 'test' of 'screening'.", at_key=True)
    yield from _study(aid.test, [source.id for source in aid.sources])
    yield from _numbers(aid.test)


def _study(test: MedicalTest, known: list[str]) -> Iterator[Finding]:
    study = test.accuracy.study
    if study not in known:
        near = get_close_matches(study, known, n=1, cutoff=0.6)
        remedy = f"Bedoelde u '{near[0]}'?" if near else f"Kies {', '.join(dict.fromkeys(known))}."
        yield Finding(("test", "accuracy", "study"), f"Er is geen bron met id '{study}'.", remedy)


def _numbers(test: MedicalTest) -> Iterator[Finding]:
    counts = test.accuracy
    total = counts.true_positives + counts.false_positives + counts.true_negatives + counts.false_negatives
    if total != counts.denominator:
        message = f"De vier aantallen zijn samen {total}, niet {counts.denominator}."
        remedy = "Kijk de getallen na: ieder mens telt precies één keer."
        yield Finding(("test", "accuracy"), message, remedy, at_key=True)
    if test.detection:
        for name in ("with_test", "without_test"):
            found = getattr(test.detection, name)
            if found > counts.denominator:
                message = f"{found} is meer dan de noemer: {counts.denominator}."
                yield Finding(("test", "detection", name), message, "Kijk het getal en 'van' na.")
