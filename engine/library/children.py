"""Children of ten read short sentences: a mean, so that one longer sentence may stand."""

from collections.abc import Iterable

from engine.plain_dutch import Text
from engine.plain_dutch.measures import measure
from engine.thresholds import CHILD_SENTENCE_WORDS


def long_for_a_child(said: Iterable[Text]) -> tuple[str, str] | None:
    """What is wrong with these texts and what to do, where their sentences are too long for a child."""
    mean = measure(*said).mean_sentence
    if mean <= CHILD_SENTENCE_WORDS:
        return None
    shown = f"{mean:.1f}".replace(".", ",")
    return (
        f"Een zin heeft hier gemiddeld {shown} woorden. Voor een kind is dat te veel.",
        f"Maak er korte zinnen van: gemiddeld hoogstens {CHILD_SENTENCE_WORDS} woorden.",
    )
