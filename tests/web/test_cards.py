"""What stands on the consult card and in the picture version follows fixed rules and the editor, never an answer."""

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.aids.test_one_cell import LIBRARY, blocks, plain
from tests.conftest import TODAY
from tests.web.reading import text_of
from web.app import create_app
from web.cards import CARD_ROWS, PICTURE_SENTENCES, picture_cards


@pytest.mark.parametrize("slug", sorted(LIBRARY.entries))
def test_the_card_shows_the_chosen_rows_with_caveat_and_every_option(client: FlaskClient, slug: str) -> None:
    aid = LIBRARY.entries[slug].aid
    html = client.get(f"/k/{slug}/keuzekaart").get_data(as_text=True)
    shown = re.findall(r'aria-labelledby="kaart-([a-z0-9-]+)"', html)[:-1]
    assert len(shown) <= CARD_ROWS
    comparing = [row for row in aid.rows if len(row.arms) > 1 and not row.sensitive and not row.for_readers]
    assert shown or not (aid.card_rows or comparing), "rows about one option alone would steer"
    if aid.card_rows:
        assert set(shown) == set(aid.card_rows)
    rows = {row.id: row for row in aid.studies}
    text = text_of(client, f"/k/{slug}/keuzekaart")
    for row in shown:
        assert not rows[row].sensitive
        first = " ".join(rows[row].caveat.split())[:40]
        assert first in text
    for option in aid.options:
        assert option.name in text
        assert " ".join(option.cons[0].split()) in text
    assert not blocks(html), "the card has its own, smaller blocks"


def test_the_card_of_an_address_is_kept_by_nobody_else(client: FlaskClient) -> None:
    here = client.get("/k/hernia/keuzekaart")
    there = client.get("/k/hernia/keuzekaart", headers={"Host": "elders.example"})
    assert here.headers["Cache-Control"] == "private, no-cache"
    assert here.headers["ETag"] != there.headers["ETag"]


@pytest.mark.parametrize("slug", sorted(LIBRARY.entries))
def test_a_picture_card_per_option_with_a_few_whole_sentences(client: FlaskClient, slug: str) -> None:
    html = client.get(f"/k/{slug}/beeld").get_data(as_text=True)
    cards = html.split('<li class="kh-card">')[1:]
    aid = LIBRARY.entries[slug].aid
    assert [plain(re.search(r"<h2>(.*?)</h2>", card)[1]) for card in cards] == [one.name for one in aid.options]  # type: ignore[index]
    for card, option in zip(cards, aid.options, strict=True):
        said = [plain(text) for text in re.findall(r'<p class="kh-big">(.*?)</p>', card)]
        assert 1 <= len(said) <= PICTURE_SENTENCES
        assert all(text.endswith((".", "?")) for text in said)
        assert " ".join(option.what.split()).startswith(" ".join(said))


def test_a_sensitive_row_stands_on_no_card_also_where_a_frozen_version_chose_it() -> None:
    entry = LIBRARY.entries["carpaletunnelsyndroom"]
    chosen = entry.aid.card_rows
    assert len(chosen) > 1
    rows = tuple(replace(row, sensitive=row.id == chosen[0]) for row in entry.aid.rows)
    changed = replace(entry, aid=replace(entry.aid, rows=rows))
    assert any(row.sensitive for row in rows)
    library = replace(LIBRARY, entries={entry.slug: changed})
    card = create_app(library, today=lambda: TODAY, with_trial=True).test_client().get(f"/k/{entry.slug}/keuzekaart")
    shown = re.findall(r'aria-labelledby="kaart-([a-z0-9-]+)"', card.get_data(as_text=True))[:-1]
    assert set(shown) == set(chosen[1:])


def test_a_sentence_keeps_the_quote_that_opens_it() -> None:
    option = replace(
        LIBRARY.entries["hernia"].aid.options[0],
        what="„Het valt mee”, zegt een ander van de prik. „Dat prikt even.” (Dit duurt kort.) Dan is het klaar.",
    )
    view: Any = SimpleNamespace(id=option.id)
    aid: Any = SimpleNamespace(options=(option,))
    (card,) = picture_cards(aid, (view,))
    assert [str(one) for one in card.sentences] == [
        "„Het valt mee”, zegt een ander van de prik.",
        "„Dat prikt even.”",
        "(Dit duurt kort.)",
    ]
