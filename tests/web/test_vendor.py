"""Files of others are what the list says, nothing more; every pictogram the schema names is among them."""

import hashlib
import json
import re

from engine.paths import SCHEMAS
from web.site import STATIC, pictogram_svg

VENDOR = STATIC / "vendor"


def test_every_file_of_others_is_listed_with_its_licence_and_hash() -> None:
    text = (VENDOR / "README.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([^`]+)` \| .+ \| [\w.-]+ \| `([0-9a-f]{64})` \|$", text, re.MULTILINE))
    found = {
        file.relative_to(VENDOR).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in VENDOR.rglob("*")
        if file.is_file() and file.name != "README.md"
    }
    assert len(found) >= 11
    assert listed == found


def test_the_schema_names_exactly_the_pictograms_there_are() -> None:
    schema = json.loads((SCHEMAS / "keuze.schema.json").read_text(encoding="utf-8"))
    names = schema["$defs"]["pictogram"]["properties"]["icoon"]["enum"]
    assert sorted(names) == sorted(file.stem for file in (VENDOR / "healthicons").glob("*.svg"))


def test_every_pictogram_takes_the_colour_of_the_page_and_asks_for_nothing() -> None:
    files = sorted((VENDOR / "healthicons").rglob("*.svg"))
    assert len(files) >= 35
    for file in files:
        svg = pictogram_svg(file.relative_to(VENDOR / "healthicons").with_suffix("").as_posix())
        assert svg.startswith("<svg ")
        assert "currentColor" in svg
        assert not re.search("style=|<script|href=|on[a-z]+=| id=", svg), "the content security policy blocks these"
