"""What every test may use: the day the tests live on, and the places of content."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from engine import library
from engine.library import Library
from engine.paths import AIDS
from web import updating

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
GOOD = FIXTURES / "goed" / "klein" / "keuzehulp.yaml"
TODAY = date(2026, 11, 22)

# The same examples in every run: a check that fails must be about the change, not about the dice.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@cache
def shipped() -> Library:
    """The aids that come with the engine. Read once: it is frozen, and reading them takes seconds."""
    return library.load(AIDS, "aids", TODAY)


@pytest.fixture
def good() -> str:
    """The text of the smallest complete aid."""
    return GOOD.read_text(encoding="utf-8")


@pytest.fixture
def published(good: str) -> str:
    """The same aid, reviewed, tested and published."""
    records = """beoordelaars:
  - naam: B. Verzonnen
    rol: huisarts
    datum: 2026-10-01
  - naam: C. Verzonnen
    rol: patiënt
    datum: 2026-10-01
getest_met:
  - datum: 2026-10-02
    aantal: 5
    groep: Verzonnen lezers.
    bevindingen: Alles was duidelijk.
    moeite_met_lezen: ja
"""
    return good.replace("status: proef", "status: gepubliceerd").rstrip("\n") + "\n" + records


@pytest.fixture
def aids(tmp_path: Path, good: str) -> Path:
    """A content folder of one good aid, `klein`, that a test may add to."""
    folder = tmp_path / "aids"
    (folder / "klein").mkdir(parents=True)
    (folder / "klein" / "keuzehulp.yaml").write_text(good, encoding="utf-8")
    return folder


@pytest.fixture
def voiced(aids: Path) -> Path:
    """The same folder, where the aid also speaks to children and parents, and English."""
    for file in sorted((FIXTURES / "overlays").glob("*.yaml")):
        (aids / "klein" / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    updating.update(aids, "klein", TODAY, unchanged_is_right=False)
    return aids
