"""The language rules (engine/plain_dutch) on every text that patients read (Pharos; field.md KH10, KH11, KH20, KH22).

Each check lives once; here stands what is different in an aid: 'u moet' is right where there is danger, a chance word
matters where a text tells what may happen, and difficult words can be explained in `woorden`.

GOED
    wat: U draagt elke nacht een spalk.
FOUT
    wat: Indien geïndiceerd wordt er door de arts een spalk aangemeten.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache, partial

from engine import texts
from engine.model import Aid
from engine.plain_dutch import CHECKS, IDS, Hit, Setting, Text, exceptions, looking_at
from engine.plain_dutch.difficult import glossary, jargon
from engine.plain_dutch.lists import Entry
from engine.problem import Level
from engine.rules import Finding, Rule
from engine.source import Path, Scalar, Source
from engine.terms import Status

# The rule about jargon, which has a module of its own.
JARGON = "TERM-UITLEG"
_UNTIL_PUBLISHED = frozenset({Status.CONCEPT, Status.TRIAL})
# The standards ask more of an aid than of a loose text: these follow from rule and status, not from the hit.
_SOFT_WHILE = {
    "ADVIES": frozenset[Status](),
    "EEN-OP-DE": frozenset[Status](),
    "PROCENT": frozenset[Status](),
    "KANSWOORD-ZONDER-GETAL": _UNTIL_PUBLISHED,
    "RELATIEF": _UNTIL_PUBLISHED,
}
_ROWS = {
    "PROCENT": "Tel mensen, zoals '20 van de 100 mensen', en zet het getal bij 'rijen'.",
    "RELATIEF": "Noem allebei de aantallen, zoals '4 van de 100 en 2 van de 100', bij 'rijen'.",
}
_TELLS = frozenset({"core", "facts", "options", "situation", "without_treatment"})
_WAY_OUT = "Kies een bekender woord, of zet het met uitleg bij 'woorden'."


def find(rule: str, aid: Aid, source: Source, _today: date) -> Iterable[Finding]:
    """Every breach of one language rule in the texts of an aid."""
    return _listed(aid, source) if rule == exceptions.ID else _by_rule(texts.Same(aid), excused(source)).get(rule, ())


def excused(source: Source) -> tuple[exceptions.Silenced, ...]:
    """The exceptions in a file; a comment inside a text is text, not an exception."""
    silenced = exceptions.read(source.text, exceptions.IN_YAML, IDS)
    if not silenced:
        return ()
    spans = [(value.start, value.end) for value in source.values.values() if isinstance(value, Scalar)]
    return tuple(one for one in silenced if not any(start <= one.start < end for start, end in spans))


def remarks_per_option(aid: Aid) -> Mapping[int, int]:
    """How many remarks the language rules make about each option, information left out."""
    numbers = [path[1] for _, path, hit, _ in _hits_of(texts.Same(aid)) if _counts(path, hit)]
    return Counter(number for number in numbers if isinstance(number, int))


def remarked(aid: Aid) -> tuple[Path, ...]:
    """The path of every remark the language rules make about the texts of an aid, information left out."""
    return tuple(path for _, path, hit, _ in _hits_of(texts.Same(aid)) if hit.level is not Level.INFO)


def _counts(path: Path, hit: Hit) -> bool:
    return path[0] == "options" and "waiting" not in path and hit.level is not Level.INFO


# One walk over the texts serves all rules.
@lru_cache(maxsize=1)
def _by_rule(same: texts.Same, silenced: tuple[exceptions.Silenced, ...]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for rule, path, hit, text in _hits_of(same):
        if not any(one.covers(rule, text[hit.start : hit.end]) for one in silenced):
            found.setdefault(rule, []).append(_finding(rule, path, hit))
    return found


@lru_cache(maxsize=1)
def _hits_of(same: texts.Same) -> tuple[tuple[str, Path, Hit, str], ...]:
    return tuple(_hits(same.aid))


def _hits(aid: Aid) -> Iterator[tuple[str, Path, Hit, str]]:
    explained = glossary(aid.glossary or ())
    ordinary = Setting(explained, aid.address, jargon=False, orders=True, way_out=_WAY_OUT)
    danger = Setting(explained, aid.address, jargon=False, way_out=_WAY_OUT)
    to_a_doctor = Setting(explained, None, jargon=False, orders=True, way_out=_WAY_OUT)
    for path, text in texts.for_patients(aid):
        setting = danger if _is_about_danger(path) else to_a_doctor if path[0] == "talk_questions" else ordinary
        for check in looking_at(text):
            if _matters(check.id, path):
                for hit in check.find(text, setting):
                    yield check.id, path, hit, text.raw


def _finding(rule: str, path: Path, hit: Hit) -> Finding:
    level = None if rule in _SOFT_WHILE else hit.level
    return Finding(path, hit.message, _ROWS.get(rule, hit.remedy), hit.start, level=level)


def _listed(aid: Aid, source: Source) -> Iterator[Finding]:
    """Every exception in the file, so that none is hidden."""
    silenced = excused(source)
    if not silenced:
        return
    said = [(rule, text[hit.start : hit.end]) for rule, _, hit, text in _hits_of(texts.Same(aid))]
    said += [(JARGON, text.clean[start:end]) for _, text, start, end, _ in unexplained(aid)]
    for one in silenced:
        hit = exceptions.listed(one, is_used=any(one.covers(rule, words) for rule, words in said))
        yield Finding((), hit.message, hit.remedy, index=one.start, level=hit.level)


def unexplained(aid: Aid) -> Iterator[tuple[Path, Text, int, int, Entry]]:
    """Where jargon stands that the aid does not explain: the text, the place in it, and what is plainer."""
    setting = Setting(glossary(aid.glossary or ()))
    for path, text in texts.for_patients(aid):
        for first, last, entry in jargon(text, setting):
            yield path, text, text.starts[first], text.end(last), entry


def _matters(rule: str, path: Path) -> bool:
    """Whether a rule says something there: the other side of an outcome must say 'not', even of a word with 'un'."""
    if rule == "DUBBEL-NIET":
        return path[-1] != "clause"
    return rule != "KANSWOORD-ZONDER-GETAL" or _tells_what_may_happen(path)


def _is_about_danger(path: Path) -> bool:
    return path[0] in ("alarm", "not_for") or path[2:4] == ("waiting", "call")


def _tells_what_may_happen(path: Path) -> bool:
    return path[0] in _TELLS or (path[0] == "preference_questions" and "meaning" in path)


def _rule(name: str) -> Rule:
    check: Callable[[Aid, Source, date], Iterable[Finding]] = partial(find, name)
    return Rule(name, _SOFT_WHILE.get(name, frozenset()), check)


RULES = tuple(_rule(name) for name in (*(check.id for check in CHECKS), exceptions.ID))
