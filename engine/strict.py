"""What `controleer --streng` asks beyond the rules: no remark left open, and texts that read as easily as our own.

Numbers about the whole aid, so that chopping one sentence or allowing one word cannot hide the rest.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine import library, readability
from engine.model import Aid
from engine.problem import Level, Problem
from engine.readability import Part
from engine.terms import Language
from engine.thresholds import STRICT_REMARKS, STRICT_SENTENCE_WORDS
from engine.voice import Voice

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


def judge(place: Path, shown: str, today: date) -> tuple[Judged, ...]:
    """Every aid without mistakes at a place, its Dutch overlays too: a file, the folder of an aid, or of aids."""
    return tuple(Judged(file, readability.whole(aid)) for file, aid in _aids(place, shown, today))


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


def _aids(place: Path, shown: str, today: date) -> Iterator[tuple[str, Aid]]:
    if not place.is_dir():
        found = [(shown, library.check_file(place, shown, today).aid)]
    elif (place / library.FILE_NAME).is_file():
        checked = library.check_folder(place, shown, today)
        voices = {voice: spoken.aid for voice, spoken in checked.voices.spoken.items()}
        found = [(f"{shown}/{library.FILE_NAME}", checked.aid), *_dutch(shown, voices)]
    else:
        entries = [one for one in library.load(place, shown, today).entries.values() if not one.fallback]
        found = []
        for entry in entries:
            found.append((f"{shown}/{entry.slug}/{library.FILE_NAME}", entry.aid))
            found += _dutch(f"{shown}/{entry.slug}", entry.spoken)
    yield from ((file, aid) for file, aid in found if aid is not None)


def _dutch(shown: str, voices: Mapping[Voice, Aid]) -> Iterator[tuple[str, Aid]]:
    """The overlays that the measures are made for."""
    for voice, aid in voices.items():
        if voice.language is Language.DUTCH:
            yield f"{shown}/{voice.name}.yaml", aid


def _about(file: str, message: str, remedy: str) -> Problem:
    return Problem(file, 1, 1, ID, message, remedy)


def _said(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
