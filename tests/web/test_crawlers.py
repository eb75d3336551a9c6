"""What search engines are told: every page to begin at, and never a trial."""

import re
from dataclasses import replace

from engine.library import Library
from engine.terms import Status
from tests.aids.test_one_cell import LIBRARY
from tests.conftest import TODAY
from web.app import create_app


def located(library: Library, address: str | None = "https://keuzehulp.example") -> list[str]:
    client = create_app(library, today=lambda: TODAY, with_trial=True, address=address).test_client()
    response = client.get("/sitemap.xml")
    assert response.mimetype == "application/xml"
    return re.findall(r"<loc>([^<]+)</loc>", response.get_data(as_text=True))


def test_a_published_aid_is_told_and_a_trial_is_not() -> None:
    trial = LIBRARY.entries["hernia"]
    entries = {"hernia": replace(trial, aid=replace(trial.aid, status=Status.PUBLISHED))}
    other = LIBRARY.entries["statines"]
    assert (trial.aid.status, other.aid.status) == (Status.TRIAL, Status.TRIAL)
    found = located(replace(LIBRARY, entries={**entries, "statines": other}))
    assert "https://keuzehulp.example/k/hernia/start" in found
    assert not [page for page in found if "statines" in page]
    assert {"https://keuzehulp.example/", "https://keuzehulp.example/privacy"} <= set(found)


def test_every_address_answers_and_may_be_listed() -> None:
    library = replace(
        LIBRARY,
        entries={
            slug: replace(entry, aid=replace(entry.aid, status=Status.PUBLISHED))
            for slug, entry in LIBRARY.entries.items()
        },
    )
    client = create_app(library, today=lambda: TODAY, address="https://keuzehulp.example").test_client()
    found = located(library)
    assert len(found) >= 14
    for page in found:
        response = client.get(page.removeprefix("https://keuzehulp.example"))
        assert response.status_code == 200, page
        assert "noindex" not in response.get_data(as_text=True), page


def test_robots_may_read_all_but_searches() -> None:
    client = create_app(LIBRARY, today=lambda: TODAY).test_client()
    response = client.get("/robots.txt", base_url="http://hier.example")
    assert response.mimetype == "text/plain"
    said = response.get_data(as_text=True).split("\n")
    assert "Disallow: /zoeken" in said
    assert "Sitemap: http://hier.example/sitemap.xml" in said
    assert "public" not in response.headers["Cache-Control"]
