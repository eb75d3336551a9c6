"""What was measured about the texts of an aid, as the quality sheet shows it: numbers with their range, no level."""

from dataclasses import dataclass, replace

from engine import language, readability
from engine.difference_labels import VOICE_LABELS
from engine.language import N_
from engine.library import Entry
from engine.plain_dutch.measures import RANGES
from engine.quality import Measure
from engine.terms import Language

# Measures that have a goal to stay under; the others are only shown.
_LIMITED = frozenset({"mean_sentence", "lix", "remarks"})


@dataclass(frozen=True)
class MeasuredPart:
    """What was counted in a part of the aid, as a reader sees it; a dash where there are too few words to say."""

    name: str
    cells: tuple[str, ...]


def measures(whole: readability.Part) -> tuple[Measure, ...]:
    """What of the whole aid the sheet holds against a limit, or only shows."""
    counted = whole.measures
    values = {
        "mean_sentence": ("woorden per zin", counted.mean_sentence, "woorden"),
        "lix": ("LIX", counted.lix, "punten"),
        "brouwer": ("Brouwer", counted.brouwer, "punten"),
        "remarks": ("opmerkingen van de taalcontrole", whole.remarks, "per 100 woorden"),
    }
    return tuple(
        Measure(
            *(name, said, value, unit, RANGES[name].lowest, RANGES[name].highest),
            limit=RANGES[name].goal if name in _LIMITED else None,
        )
        for name, (said, value, unit) in values.items()
        if value is not None
    )


def measured(entry: Entry, whole: readability.Part, _: language.Translate) -> tuple[MeasuredPart, ...]:
    """Every part with its numbers, the whole aid first and its texts for other readers last."""
    voices = [
        replace(readability.whole(aid), name=VOICE_LABELS[voice])
        for voice, aid in entry.spoken.items()
        if voice.language is Language.DUTCH
    ]
    code = language.FORMAL
    return tuple(
        MeasuredPart(_(part.name), tuple("–" if n is None else language.decimal(n, code) for n in _numbers(part)))
        for part in (whole, *readability.parts(entry.aid), *voices)
    )


def normal(_: language.Translate) -> str:
    """The range to read the numbers beside."""
    code = language.FORMAL
    words, lix = RANGES["mean_sentence"], RANGES["lix"]
    said = _(N_("Gewone teksten over zorg hebben {low} tot {high} woorden per zin. Hun LIX is {least} tot {most}."))
    numbers = {"low": words.lowest, "high": words.highest, "least": lix.lowest, "most": lix.highest}
    return said.format(**{name: language.decimal(value, code) for name, value in numbers.items()})


def _numbers(part: readability.Part) -> tuple[float | None, ...]:
    counted = part.measures
    return (
        *(counted.words, counted.mean_sentence, counted.sentences_over, counted.lix, counted.brouwer),
        *(counted.connectives, part.remarks, part.remarks_without_lists),
    )
