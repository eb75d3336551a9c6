"""The first page of a professional: a code to read, and everything there is to give."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import request
from markupsafe import Markup

from engine import language, search
from engine.language import N_
from engine.library import Entry
from engine.model import Conversation
from engine.terms import Address, Status
from web import frame, qr, sheet
from web.finding import AidCard, by_title, cards, conversations
from web.frame import Frame
from web.practice import SheetLink, links
from web.results import as_shown
from web.site import site, translator


@dataclass(frozen=True)
class Gift:
    """What is no choice and can be given too, with its whole address and that as a picture."""

    card: AidCard
    address: str
    picture: Markup


@dataclass(frozen=True)
class OverviewPage:
    """`query` is what was searched for; where nothing was found, `found` is no and all aids are there.

    `rehearsal` opens the sheet of the first aid with the answers of nobody; empty where no aid has a code.
    `sheets` are what a team uses for itself.
    """

    frame: Frame
    query: str
    found: bool
    aids: tuple[AidCard, ...]
    gifts: tuple[Gift, ...]
    rehearsal: str
    sheets: tuple[SheetLink, ...]


def overview(query: str) -> OverviewPage:
    """Every aid, or those that answer the query; each card leads to making a link."""
    shown = as_shown(query)
    every = by_title()
    hits = _found(shown)
    entries = hits or every
    return OverviewPage(
        frame.plain(_(N_("Voor zorgverleners")), index=False),
        shown,
        bool(hits or not shown),
        tuple(
            replace(card, href=f"/zorgverlener/{entry.slug}")
            for card, entry in zip(cards(entries), entries, strict=True)
        ),
        tuple(_gifts()),
        next(filter(None, map(sheet.rehearsal, every)), ""),
        links(),
    )


def _found(query: str) -> list[Entry]:
    library = site().library
    hits = search.stale_last(site().index.answer(query).hits, library, site().today()) if query else []
    return [library.entries[hit.slug] for hit in hits]


def _gifts() -> Iterable[Gift]:
    """The conversation for any reason to talk, its short form, and those about one disease or one child."""
    general = site().library.general.get(Address.FORMAL)
    if general:
        yield _gift(general.conversation, "/gesprek/")
        short = _gift(general.conversation, "/gesprek/controle")
        yield replace(short, card=replace(short.card, title=_(N_("Drie vragen voor uw controle"))))
    yield from (_gift(one, href) for one, href in conversations())


def _gift(one: Conversation, href: str) -> Gift:
    card = AidCard(one.title, one.question, href, one.status is Status.TRIAL, one.age(site().today()).overdue)
    address = site().public_address(request.host_url) + href
    return Gift(card, address, qr.of_aid(address, one.title, translator(language.FORMAL)))


def _(text: str) -> str:
    return translator(language.FORMAL)(text)
