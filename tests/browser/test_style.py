"""Every part in every state, photographed and held against WCAG in every mode: on the style guide."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import pytest
from playwright.sync_api import Browser

from tests.browser import checks
from tests.browser.conftest import serve
from tests.browser.test_matrix import MODES
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def style_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(tmp_path_factory.mktemp("style"), ROOT / "aids", "--stijl")


@pytest.mark.parametrize(
    ("mode", "width"),
    [
        pytest.param(mode, width, marks=pytest.mark.walk if (mode, width) == ("light", 320) else pytest.mark.full)
        for mode in MODES
        for width in (320, 1280)
    ],
)
def test_every_part_in_every_state(
    browser: Browser, style_server: str, tmp_path: Path, mode: str, width: int
) -> None:
    page = browser.new_page(base_url=style_server, viewport={"width": width, "height": 740}, **MODES[mode])  # type: ignore[arg-type]
    page.goto("/stijl")
    page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
    checks.no_axe_violations(page)
    checks.fits_the_width(page)
    checks.targets_are_large(page)
    page.screenshot(path=tmp_path / "stijl.png", full_page=True)
    picture = cv2.imread(str(tmp_path / "stijl.png"))
    assert picture is not None
    assert picture.shape[1] == width
    assert picture.shape[0] > 5000
    page.close()
