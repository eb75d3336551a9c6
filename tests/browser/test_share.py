"""From a patient's phone to the professional's screen: read aloud, scanned, and in nobody's log or history."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from click.testing import CliRunner
from playwright.sync_api import BrowserType, expect
from pypdfium2 import PdfDocument

from tests.antwoordcode import Reader, decode, encode
from tests.browser import checks
from tests.browser.answering import AID, choose, fill_in, summary, wipe
from tests.browser.coding import NRS, OPTIONS, SHEET, SHOWN, WHOLE, code_of, read, shown
from tests.browser.conftest import CTS, Visitor, serve
from tests.conftest import FIXTURES
from web.cli import main

pytestmark = pytest.mark.walk


def scanned(picture: Any) -> str:
    """What a camera reads in a picture."""
    return str(cv2.QRCodeDetector().detectAndDecode(picture)[0])


def test_the_doctor_sees_exactly_what_the_patient_said(visitor: Visitor) -> None:
    patient = visitor.visit(f"{CTS}/start")
    labels = ["Niet belangrijk", "Een beetje belangrijk", "Heel belangrijk", "Ik weet het nog niet"]
    said = {nr: labels[nr % 4] for nr in NRS[:5]}
    for question in AID.preference_questions[:5]:
        choose(patient.page, f"belangrijk/{question.id}", said[question.nr])
    choose(patient.page, "besluit/wie", "Wij beslissen samen")
    choose(patient.page, "besluit/keuze", "Nachtspalk")
    summary(patient.page)
    aloud = patient.page.inner_text("[data-code]")
    assert [len(group) for group in aloud.split()] == [4, 4, 4, 1]
    code = aloud.replace(" ", "")
    reader = decode(code, AID.nr, AID.version, NRS, OPTIONS)
    assert reader
    assert {nr: labels[value - 1] for nr, value in reader.said.items() if value} == said
    doctor = visitor.visit("/blad", width=1280)
    read(doctor.page, "-".join(aloud.lower().split()))
    assert shown(doctor.page) == (said, ["Nachtspalk", "Wij beslissen samen"])
    assert doctor.page.url.endswith(SHEET)
    expect(doctor.page.get_by_text("Ingevuld door de patiënt, niet gecontroleerd.").first).to_be_visible()
    expect(doctor.page.get_by_text(f"Dit blad hoort bij versie {AID.version}")).to_be_visible()
    expect(doctor.page.get_by_text("Deze code kwam uit een link.")).to_be_hidden()
    assert doctor.page.locator("[data-when='open'] li:visible").count() == 2
    for visit in (patient, doctor):
        assert len(visit.sent) >= 5
        for line in visit.sent:
            assert line.startswith("GET ")
            assert line.endswith(" None")
            assert "?" not in line.split()[1]
            assert code.lower() not in line.lower().replace("-", "").replace(" ", "")
            assert not [label for label in labels if label in line]
    assert visitor.private(doctor)


def test_every_option_stands_beside_a_point_in_the_same_words_whatever_was_said(visitor: Visitor) -> None:
    texts = []
    for value, leaning in ((1, OPTIONS[0]), (3, OPTIONS[-1])):
        page = visitor.visit("/blad", width=1280).page
        read(page, code_of(dict.fromkeys(NRS, value), leaning, 1))
        page.wait_for_selector(SHOWN)
        texts.append(page.locator(".kh-beside").all_inner_texts())
    assert len(texts[0]) == len(NRS)
    assert texts[0] == texts[1]
    for option in AID.options:
        assert all(option.name in text for text in texts[0])


def test_the_qr_code_leads_to_the_sheet_from_the_screen_and_from_paper(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/start").page
    fill_in(page)
    summary(page)
    code = page.inner_text("[data-code]").replace(" ", "")
    picture = np.frombuffer(page.locator(".kh-share").screenshot(), np.uint8)
    found = scanned(cv2.imdecode(picture, cv2.IMREAD_COLOR))
    assert found == f"{visitor.server}/blad#{code}"
    expect(page.locator(".kh-share").get_by_text("Dit is een proef.")).to_be_visible()
    document = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(document) == 1
    for scale in (2, 3, 4):
        assert scanned(document[0].render(scale=scale, grayscale=True).to_numpy()) == found
    assert page.inner_text("[data-code]") in checks.printed_text(page)
    doctor = visitor.visit("/")
    doctor.page.goto(found)
    doctor.page.wait_for_selector(SHOWN)
    expect(doctor.page.get_by_text("Deze code kwam uit een link.")).to_be_visible()
    assert "#" not in doctor.page.url
    assert not [line for line in doctor.sent if code in line]
    assert visitor.private(doctor)


def test_there_is_no_code_before_there_is_an_answer(visitor: Visitor) -> None:
    page = visitor.visit(f"{CTS}/samenvatting").page
    expect(page.locator("[data-share]")).to_be_hidden()
    choose(page, "belangrijk/slapen", "Heel belangrijk")
    summary(page)
    expect(page.locator("[data-code]")).to_be_visible()
    page.goto(f"{CTS}/wissen")
    wipe(page, "in deze keuzehulp")
    page.goto(f"{CTS}/samenvatting")
    expect(page.locator("[data-share]")).to_be_hidden()
    assert page.inner_text("[data-code]") == ""


def visited(folder: Path) -> list[str]:
    """Every address in the history of a browser that was closed."""
    copy = folder / "history.db"
    shutil.copy(folder / "Default" / "History", copy)
    with sqlite3.connect(copy) as base:
        return [row[0] for row in base.execute("select url from urls")]


def test_a_typed_code_is_not_in_the_history_and_a_link_is_as_the_page_says(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], server: str, tmp_path: Path
) -> None:
    for linked in (False, True):
        folder = tmp_path / str(linked)
        context = browser_type.launch_persistent_context(str(folder), **browser_type_launch_args, base_url=server)
        page = context.new_page()
        if linked:
            page.goto(f"/blad#{WHOLE}")
        else:
            read(page, WHOLE)
        page.wait_for_selector(SHOWN)
        expect(page.get_by_text("Deze code kwam uit een link.")).to_be_visible(visible=linked)
        context.close()
        addresses = visited(folder)
        assert [address for address in addresses if address.endswith(SHEET)]
        assert bool([address for address in addresses if WHOLE in address]) == linked


@pytest.fixture
def two_versions(tmp_path: Path) -> Iterator[str]:
    """A server with one aid of which two versions are frozen."""
    aids = tmp_path / "aids"
    shutil.copytree(FIXTURES / "goed" / "klein", aids / "klein")
    file = aids / "klein" / "keuzehulp.yaml"
    for old, new in (("versie: 7", "versie: 1"), ("versie: 1\n", "versie: 2\n")):
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        if new.startswith("versie: 2"):
            text = file.read_text(encoding="utf-8").replace("U betaalt acht euro.", "U betaalt negen euro.")
            file.write_text(text, encoding="utf-8")
        command = ["uitgeven", "klein", "--wat", "Dit is een nieuwe versie.", "--aids", str(aids)]
        assert CliRunner().invoke(main, command).exit_code == 0
    yield from serve(tmp_path, aids)


def test_a_code_of_a_version_is_read_after_the_next_is_frozen(visitor: Visitor, two_versions: str) -> None:
    page = visitor.visit(f"{two_versions}/blad").page
    for version in (1, 2):
        page.goto(f"{two_versions}/blad")
        page.get_by_label("Code", exact=True).fill(encode(Reader(1, version, 2, 3, {4: 3}), [4]))
        page.get_by_role("button", name="Laat de antwoorden zien").click()
        page.wait_for_selector(SHOWN)
        assert page.url == f"{two_versions}/k/klein/v/{version}/blad"
        assert page.locator(".kh-points .kh-said:visible").all_inner_texts() == ["Heel belangrijk"]
        expect(page.get_by_text("Daarin is één ding anders.")).to_be_visible(visible=version == 1)
