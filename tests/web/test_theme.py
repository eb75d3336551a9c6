"""A hospital's own look: refused where people could not read it, or where it could do more than look."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import TODAY, shipped
from web import theme
from web.app import create_app
from web.cli import main
from web.site import STATIC, STYLESHEET
from web.stylesheet import lean

OWN = (STATIC / STYLESHEET).read_text(encoding="utf-8")
GOOD = """/* De kleuren van een verzonnen ziekenhuis. */
:root { --kh-action: #6a1b9a; --kh-corner: 4px; --kh-font: "Verdana", sans-serif }
@media screen and (prefers-color-scheme: dark) { :root { --kh-action: #e1bee7; } }
"""
LOGO = '<svg viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'


def folder(tmp_path: Path, css: str = GOOD, logo: str | None = LOGO) -> Path:
    (tmp_path / "thema.css").write_text(css, encoding="utf-8")
    if logo is not None:
        (tmp_path / "logo.svg").write_text(logo, encoding="utf-8")
    return tmp_path


def test_our_own_look_keeps_every_contrast(tmp_path: Path) -> None:
    assert theme.read(folder(tmp_path, ":root { }", None), OWN) == (theme.Theme(":root { }"), ())


def test_a_theme_is_part_of_the_one_stylesheet_and_of_its_address(tmp_path: Path) -> None:
    found, problems = theme.read(folder(tmp_path), OWN)
    assert problems == ()
    loaded = shipped()
    plain, themed = (
        create_app(loaded, today=lambda: TODAY, with_trial=True, theme=look).test_client()
        for look in (theme.NO_THEME, found)
    )
    html = themed.get("/").get_data(as_text=True)
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    assert len(sheets) == 1
    assert sheets[0] not in plain.get("/").get_data(as_text=True)
    css = themed.get(sheets[0])
    assert css.get_data(as_text=True) == lean(STYLESHEET) + GOOD
    assert "31536000" in css.headers["Cache-Control"]
    assert LOGO in html
    assert themed.get("/").headers["ETag"] != plain.get("/").headers["ETag"]


@pytest.mark.parametrize(
    ("css", "said"),
    [
        (":root { --kh-action: #ffcc00; }", "--kh-action op --kh-paper (licht): contrast 1,4, nodig is 4,5."),
        (":root { --kh-paper: #000; --kh-card: #000; }", "--kh-ink op --kh-paper (licht)"),
        (".kh-caveat { display: none }", "mag alleen :root"),
        (":root { --kh-action: #0f5257; } .x { color: red }", "mag alleen :root"),
        ("@import 'https://elders.example/x.css';", "mag alleen :root"),
        (":root { --kh-actie: #123456; }", "--kh-actie bestaat niet."),
        (":root { --kh-action: url(https://elders.example/x); }", "kan niet"),
        (":root { --kh-font: url(x); }", "kan niet"),
        (":root { --kh-action: red; }", "Schrijf een kleur als #0f5257."),
    ],
)
def test_a_theme_that_does_harm_is_refused_with_the_reason(tmp_path: Path, css: str, said: str) -> None:
    found, problems = theme.read(folder(tmp_path, css), OWN)
    assert found == theme.NO_THEME
    assert any(said in problem for problem in problems), problems


@pytest.mark.parametrize(
    "logo",
    [
        "<svg><script>alert(1)</script></svg>",
        '<svg onload="x()"></svg>',
        '<svg><image href="https://elders.example/x.png"/></svg>',
        "<svg><style>* { display: none }</style></svg>",
        "<p>tekst</p>",
    ],
)
def test_a_logo_is_a_plain_drawing(tmp_path: Path, logo: str) -> None:
    assert "geen eenvoudige tekening" in theme.read(folder(tmp_path, GOOD, logo), OWN)[1][0]


def test_the_site_does_not_start_with_a_look_that_people_cannot_read(tmp_path: Path) -> None:
    bad = folder(tmp_path, ":root { --kh-ink: #eeeeee; }")
    done = CliRunner().invoke(main, ["start", "--met-proef", "--thema", str(bad)])
    assert done.exit_code == 1
    assert "contrast" in done.output
    assert "kan niet gelezen worden" in theme.read(tmp_path / "weg", OWN)[1][0]


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    light, dark = theme._tokens(text)
    assert isinstance(light, dict)
    assert isinstance(dark, dict)


def test_contrast_as_wcag_counts_it() -> None:
    assert theme.contrast("#000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
