"""No option is so long or short beside the others that the aid pushes (IPDAS C1; field.md KH05).

The hard limit of `OPTIE-BALANS`: also a trial version may not pass it.

GOED
    opties: 60 words for one option, 70 words for the other
FOUT
    opties: 20 words for one option, 200 words for the other
"""

from collections.abc import Iterator
from datetime import date
from math import inf

from engine.model import Aid
from engine.rules import Finding
from engine.rules.option_balance import too_long_or_short
from engine.source import Source
from engine.thresholds import OPTION_WORDS_FACTOR_MAX

ID = "optie-scheef"


def check(aid: Aid, _source: Source, _today: date) -> Iterator[Finding]:
    """No option is far longer or shorter than the middle one."""
    yield from too_long_or_short(aid, OPTION_WORDS_FACTOR_MAX, inf)
