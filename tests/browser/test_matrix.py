"""Every page of every aid, in every mode and width: the slow, complete look."""

import pytest

from engine import journey
from tests.browser import checks
from tests.browser.conftest import CTS, Visitor
from tests.conftest import shipped

pytestmark = pytest.mark.full
TALKS = [
    f"{folder}{page}"
    for folder in ("/gesprek/", "/gesprek/diabetes-type-2-doelen/")
    for page in (
        "",
        "voorbereiden",
        "doelen",
        "meenemen",
        "afspraken",
        "terugkijken",
        "controle",
        "samen",
        "wissen",
        "alles",
    )
]
PAGES = [
    f"/k/{entry.slug}/{page}"
    for entry in shipped().entries.values()
    for page in (*(step.page for step in journey.walk(entry.aid)), *journey.EXTRA_PAGES)
] + ["/blad", *TALKS]
OTHERS = ["/", "/keuzehulpen", "/zoeken?q=hand", "/zoeken?q=xyzzy", "/licenties", "/zorgverlener/"]
OTHERS += [f"/zorgverlener/carpaletunnelsyndroom{sheet}" for sheet in ("", "/blad")]
OTHERS += ["/zorgverlener/meetlat", "/zorgverlener/duokaart", "/zorgverlener/poster"]
OTHERS += [f"{page}?stem=kind" for page in TALKS[:9]]
# Layout and colours are the same for all aids, so one shows every mode.
ONE = [page for page in PAGES if page.startswith(f"{CTS}/")] + OTHERS
MODES = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
# WCAG 1.4.12: a reader may set this spacing, and nothing may be lost.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""


def test_there_are_pages() -> None:
    assert len(ONE) >= 34
    assert len(PAGES) >= 240


@pytest.mark.parametrize("mode", MODES)
def test_every_page_of_one_aid_is_accessible_in_every_mode_and_width(visitor: Visitor, mode: str) -> None:
    visit = visitor.visit(ONE[0], width=320, **MODES[mode])
    for address in ONE:
        visit.page.goto(address)
        for width in (320, 360, 1280):
            visit.page.set_viewport_size({"width": width, "height": 740})
            checks.fits_the_width(visit.page)
            checks.no_axe_violations(visit.page)
    assert visitor.private(visit)


def test_every_page_of_every_aid_is_accessible_and_fits(visitor: Visitor) -> None:
    visit = visitor.visit(PAGES[0], width=320)
    for address in PAGES:
        visit.page.goto(address)
        checks.no_axe_violations(visit.page)
        for width in (320, 360, 1280):
            visit.page.set_viewport_size({"width": width, "height": 740})
            checks.fits_the_width(visit.page)
        visit.page.set_viewport_size({"width": 320, "height": 740})
    assert visitor.private(visit)


def test_nothing_is_cut_at_320_pixels_with_wide_spacing_or_large_text(visitor: Visitor) -> None:
    visit = visitor.visit(PAGES[0], width=320, bypass_csp=True)
    for address in PAGES + OTHERS:
        visit.page.goto(address)
        visit.page.add_style_tag(content=SPACING)
        checks.fits_the_width(visit.page)
        checks.nothing_is_cut(visit.page)
        visit.page.add_style_tag(content="html { font-size: 200% !important }")
        checks.fits_the_width(visit.page)


def test_every_page_prints(visitor: Visitor) -> None:
    visit = visitor.visit(PAGES[0])
    for address in PAGES:
        visit.page.goto(address)
        most = {"alles": 30, "vergelijken": 14, "kwaliteit": 14, "groep": 12}.get(address.rsplit("/", 1)[1], 6)
        assert 1 <= checks.printed_pages(visit.page) <= most, address
