"""What `controleer --streng` asks beyond the rules: no remark left open, and texts that read as easily as our own.

Numbers about the whole aid, so that chopping one sentence or allowing one word cannot hide the rest.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine import readability
from engine.library import Entry
from engine.model import Aid
from engine.problem import Level, Problem
from engine.readability import Part
from engine.terms import Language
from engine.thresholds import STRICT_REMARKS, STRICT_SENTENCE_WORDS

ID = "streng"


@dataclass(frozen=True)
class Judged:
    """An aid's file, and what was counted in all its texts for patients."""

    file: str
    whole: Part

    def __str__(self) -> str:
        counted = self.whole.measures
        return (
            f"{self.file}: {counted.words} woorden, {_said(counted.mean_sentence)} woorden per zin, "
            f"{_said(self.whole.remarks)} opmerkingen per 100 woorden, "
            f"zonder de lijsten {_said(self.whole.remarks_without_lists)}."
        )


def judge(entries: Mapping[str, Entry]) -> tuple[Judged, ...]:
    """Every aid as its file stands now, by that file, its Dutch overlays too."""
    return tuple(Judged(file, readability.whole(aid)) for file, aid in _texts(entries))


def problems(judged: Judged) -> Iterator[Problem]:
    """What is not easy enough in one aid. Words on a list of exceptions count too: a list makes no text easier."""
    mean, remarks = judged.whole.measures.mean_sentence, judged.whole.remarks_without_lists
    if mean > STRICT_SENTENCE_WORDS:
        message = f"De zinnen hebben gemiddeld {_said(mean)} woorden; {STRICT_SENTENCE_WORDS} is het meeste."
        yield _about(judged.file, message, "Maak van lange zinnen twee zinnen. Laat woorden als want en omdat staan.")
    if remarks > STRICT_REMARKS:
        message = f"Er zijn {_said(remarks)} opmerkingen per 100 woorden; {STRICT_REMARKS} is het meeste."
        yield _about(judged.file, message, "Kijk welke woorden vaak terugkomen, en kies gewone woorden.")


def fails(found: list[Problem]) -> bool:
    """Whether anything is left to mend. An exception with a reason (`info`) is not."""
    return any(problem.level is not Level.INFO for problem in found)


def _texts(entries: Mapping[str, Entry]) -> Iterator[tuple[str, Aid]]:
    for file, entry in entries.items():
        if entry.fallback:
            continue
        yield file, entry.aid
        for voice, aid in entry.spoken.items():
            # The measures are made for Dutch.
            if voice.language is Language.DUTCH:
                yield f"{file.rpartition('/')[0]}/{voice.name}.yaml", aid


def _about(file: str, message: str, remedy: str) -> Problem:
    return Problem(file, 1, 1, ID, message, remedy)


def _said(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
