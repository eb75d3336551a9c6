"""Pages stay light: a phone on a bad network gets the words first. Sizes are of bodies, compressed with gzip."""

import pytest
from flask.testing import FlaskClient

from engine import journey
from tests import weight
from tests.aids.test_one_cell import LIBRARY
from tests.weight import weigh
from web import phases

WRITING = ("wissen", *phases.PAGES)
LONG = ("alles", "kwaliteit", "wijzigingen")


def body(client: FlaskClient, address: str) -> bytes:
    with client.get(address) as response:
        assert response.status_code == 200, address
        return response.get_data()


@pytest.mark.parametrize("address", ["/", "/k/carpaletunnelsyndroom/start"])
def test_the_first_page_of_a_visit_is_light(client: FlaskClient, address: str) -> None:
    found = weigh(lambda name: body(client, name), address)
    assert found.font > 30 * weight.KIB, "the font counts"
    assert found.total <= weight.FIRST, found
    assert found.without_font <= weight.FIRST_WITHOUT_FONT, found


@pytest.mark.walk
def test_every_page_of_every_walk_keeps_to_the_budgets(client: FlaskClient) -> None:
    weighed = 0
    for slug, entry in LIBRARY.entries.items():
        for step in journey.walk(entry.aid):
            found = weigh(lambda name: body(client, name), f"/k/{slug}/{step.page}")
            assert found.html <= weight.HTML, (slug, step.page, found)
            assert found.style <= weight.STYLE, found
            assert found.script <= weight.SCRIPT, (slug, step.page, found)
            assert found.vendored <= (weight.QR_SCRIPT if step.page == "samenvatting" else 0), (step.page, found)
            weighed += 1
    assert weighed >= 180


def test_a_page_with_the_whole_aid_is_the_only_heavy_one(client: FlaskClient) -> None:
    pages = [page for page in journey.EXTRA_PAGES if page not in LONG]
    for page in pages:
        found = weigh(lambda name: body(client, name), f"/k/carpaletunnelsyndroom/{page}")
        assert found.html <= weight.HTML, (page, found)
        assert found.script <= (weight.WRITING_SCRIPT if page in WRITING else weight.SCRIPT), (page, found)
    assert len(pages) >= 5
