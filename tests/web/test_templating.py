"""Templates that were compiled when the program was built make the same pages (ADR 33)."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from jinja2 import Environment

from engine import journey
from engine.library import Library
from tests.conftest import ROOT, TODAY, shipped
from web import templating
from web.app import create_app

SLUG = "amandelen-keelpijn-bij-kinderen"
OTHERS = (
    "/",
    "/keuzehulpen",
    "/zoeken?q=keelpijn",
    "/zoeken?q=zzzz",
    "/privacy",
    "/blad",
    f"/zorgverlener/{SLUG}",
    "/weg",
)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    templating.compile_into(folder)
    return folder


def test_every_template_is_compiled(compiled: Path) -> None:
    templates = list((ROOT / "web" / "templates").rglob("*.html"))
    assert len(templates) > 100
    assert len(list(compiled.glob("tmpl_*.py"))) == len(templates)


def test_compiled_templates_make_the_same_pages(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = shipped()
    aid = library.entries[SLUG].aid
    steps = (*(step.page for step in journey.walk(aid)), *journey.EXTRA_PAGES)
    addresses = [*OTHERS, *(f"/k/{SLUG}/{page}{voice}" for page in steps for voice in ("", "?voor=kind"))]
    assert len(addresses) > 60
    from_source = _pages(library, addresses)
    monkeypatch.setattr(templating, "COMPILED", compiled)

    def never(*_: object) -> None:
        raise AssertionError("a template was compiled")

    monkeypatch.setattr(Environment, "compile", never)
    assert _pages(library, addresses) == from_source


def _pages(library: Library, addresses: list[str]) -> dict[str, str]:
    client: FlaskClient = create_app(library, today=lambda: TODAY, with_trial=True).test_client()
    return {address: client.get(address).get_data(as_text=True) for address in addresses}
