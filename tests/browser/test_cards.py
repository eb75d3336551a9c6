"""The consult card and the picture version: one sheet, the code leads on, neutral, readable for anyone."""

import cv2
import numpy as np
import pytest
from pypdfium2 import PdfDocument

from tests.aids.test_one_cell import LIBRARY
from tests.browser import checks
from tests.browser.conftest import Visitor

FOUR = "/k/middenoorontsteking-bij-kinderen/keuzekaart"


@pytest.mark.walk
def test_the_card_is_one_page_for_up_to_four_options(visitor: Visitor) -> None:
    chosen = {
        2: f"{FOUR}?opties=pijnstilling,antibiotica",
        3: f"{FOUR}?opties=afwachten,pijnstilling,antibiotica",
    }
    addresses = [*chosen.values()]
    addresses += [f"/k/{slug}/keuzekaart" for slug, one in LIBRARY.entries.items() if len(one.aid.options) <= 4]
    assert len(addresses) >= 5
    for address in addresses:
        page = visitor.visit(address, 1280).page
        assert checks.printed_pages(page) == 1, address
        text = checks.printed_text(page)
        for said in ("Dit is een proef.", "Wanneer belt u?", "Wat kan ik kiezen?", "Versie"):
            assert said in text, (address, said)


@pytest.mark.walk
def test_the_code_on_the_printed_card_leads_to_the_comparison(visitor: Visitor) -> None:
    page = visitor.visit(f"{FOUR}?opties=pijnstilling,antibiotica", 1280).page
    document = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    picture = document[0].render(scale=300 / 72, grayscale=True).to_numpy()
    assert isinstance(picture, np.ndarray)
    read = cv2.QRCodeDetector().detectAndDecode(picture)[0]
    assert read == visitor.server + FOUR.replace("keuzekaart", "vergelijken?opties=pijnstilling,antibiotica")


@pytest.mark.walk
def test_the_columns_of_the_card_are_alike(visitor: Visitor) -> None:
    page = visitor.visit(FOUR, 1280).page
    widths = page.evaluate(
        "[...document.querySelectorAll('.kh-consult thead th')].map(e => Math.round(e.getBoundingClientRect().width))"
    )
    assert len(widths) == 4
    assert max(widths) - min(widths) <= 2
