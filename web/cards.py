"""The consult card and the picture version: the same content, less of it, chosen by fixed rules for every aid."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request
from markupsafe import Markup

from engine import language, prose
from engine.library import Entry
from engine.model import Aid, Option
from engine.plain_dutch import Text
from web import qr
from web.content import line
from web.links import Choices, link
from web.page_objects import OptionView, RowView
from web.site import site

# Rows on the card where the editor did not choose them.
CARD_ROWS = 3
# Sentences per option in the picture version: the first ones of what happens.
PICTURE_SENTENCES = 3


@dataclass(frozen=True)
class ConsultCard:
    """One sheet for on the table between two people. `address` leads to the comparison."""

    rows: tuple[RowView, ...]
    more_rows: bool
    address: str
    picture: Markup


@dataclass(frozen=True)
class PictureCard:
    option: OptionView
    sentences: tuple[Markup, ...]


def consult_card(entry: Entry, choices: Choices, rows: Iterable[RowView], _: language.Translate) -> ConsultCard:
    """The rows for on the table, and the way to the others."""
    every = tuple(rows)
    fit = rows_for_the_table(entry.aid, every)
    address = site().public_address(request.host_url) + link(entry.slug, "vergelijken", choices)
    return ConsultCard(fit, len(fit) < len(every), address, qr.of_aid(address, entry.aid.title, _))


def rows_for_the_table(aid: Aid, every: tuple[RowView, ...]) -> tuple[RowView, ...]:
    """The rows that the editor chose; else the first that compare groups, are about everyone and stand open."""
    # Versions of before the rule about it may have chosen a sensitive row, and paper opens nothing on request.
    chosen = tuple(row for row in every if row.id in aid.card_rows and not row.sensitive)
    first = tuple(row for row in every if len(row.arms) > 1 and not row.sensitive and not row.for_readers)
    return chosen or first[:CARD_ROWS]


def picture_cards(aid: Aid, options: Iterable[OptionView]) -> tuple[PictureCard, ...]:
    """A card per option, in the order given."""
    by_id = {option.id: option for option in aid.options}
    return tuple(PictureCard(view, _sentences(by_id[view.id])) for view in options)


def _sentences(option: Option) -> tuple[Markup, ...]:
    plain = prose.plain(option.what)
    starts = [_opening(plain, one.start) for one in Text(plain).sentences]
    ends = [*starts[1:], len(plain)]
    found = [plain[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return tuple(line(sentence) for sentence in found[:PICTURE_SENTENCES])


def _opening(plain: str, start: int) -> int:
    """Where a sentence opens whose first word is at `start`: a quote or bracket before that word is part of it."""
    while start and not plain[start - 1].isspace():
        start -= 1
    return start
