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
from web.lean import sheet
from web.site import STATIC, STYLESHEET

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
    assert theme.read(folder(tmp_path, ":root { }", None), OWN) == (theme.NO_THEME, ())


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
    assert css.get_data(as_text=True) == sheet(STYLESHEET) + found.css
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
        (':root { --kh-font: "Verdana; }', "kan niet"),
        (":root { --kh-ink: #111; } :root { --kh-ink: #eee; }", "mag :root één keer bevatten"),
        (2 * "@media screen and (prefers-color-scheme: dark) { :root { } }", "mag :root één keer bevatten"),
        (":root { display: none }", "Dit kan niet: display: none"),
        (":root { background: url(https://elders.example/x) }", "Dit kan niet: background"),
        ("@media screen and (prefers-color-scheme: dark) { :root { display: none } }", "Dit kan niet: display: none"),
    ],
)
def test_a_theme_that_does_harm_is_refused_with_the_reason(tmp_path: Path, css: str, said: str) -> None:
    found, problems = theme.read(folder(tmp_path, css), OWN)
    assert found == theme.NO_THEME
    assert any(said in problem for problem in problems), problems


DARK = "@media screen and (prefers-color-scheme: dark) {"


def cascade(css: str, mode: str) -> dict[str, str]:
    """The tokens that a browser ends with: what comes later wins, whether it is in a query or not."""
    found: dict[str, str] = {}
    for block in re.finditer(r"(@media screen and \(prefers-color-scheme: dark\) \{\s*)?:root\s*\{([^}]*)\}", css):
        if mode == "dark" or not block[1]:
            found.update(re.findall(r"--kh-([a-z0-9-]+):\s*([^;]+?)\s*(?:;|$)", block[2]))
    return found


@pytest.mark.parametrize(
    "css",
    [
        ":root{--kh-action:#6a1b9a;--kh-on-action:#ffffff;--kh-ink:#111111}",
        f"{DARK} :root {{ --kh-action: #e1bee7 }} }} :root {{ --kh-action: #6a1b9a; --kh-ink: #111 }}",
        f"{DARK} :root {{ --kh-action: #e1bee7 }} }}",
    ],
)
def test_what_is_served_can_be_read_in_light_and_in_dark(tmp_path: Path, css: str) -> None:
    found, problems = theme.read(folder(tmp_path, css), OWN)
    assert problems == ()
    served = sheet(STYLESHEET) + found.css
    for mode in ("light", "dark"):
        tokens = cascade(served, mode)
        assert len(tokens) > 20
        for ink, ground, least in PAIRS:
            assert theme.contrast(tokens[ink], tokens[ground]) >= least, (mode, ink, ground)


# As docs and WCAG have them, not as the code has them.
PAIRS = [
    *(("ink", ground, 4.5) for ground in ("paper", "card", "tint")),
    *(("soft", ground, 4.5) for ground in ("paper", "card")),
    *(("action", ground, 4.5) for ground in ("paper", "card", "tint")),
    *(("on-action", "action", 4.5), ("alarm", "alarm-ground", 4.5), ("on-sun", "sun", 4.5)),
    *(("line", "card", 3.0), ("line", "paper", 3.0), ("figure", "card", 3.0), ("third", "card", 3.0)),
]
BELOW = {4.5: ("#777777", "4,5"), 3.0: ("#959595", "3,0")}


@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
@pytest.mark.parametrize("mode", ["licht", "donker"])
def test_each_pair_is_held_to_its_least_contrast_in_each_mode(
    tmp_path: Path, ink: str, ground: str, least: float, mode: str
) -> None:
    grey, said = BELOW[least]
    block = f":root {{ --kh-{ink}: {grey}; --kh-{ground}: #fff; }}"
    css = block if mode == "licht" else f"{DARK} {block} }}"
    problems = theme.read(folder(tmp_path, css), OWN)[1]
    found = [one for one in problems if one.startswith(f"--kh-{ink} op --kh-{ground} ({mode}): ")]
    assert [one.endswith(f"nodig is {said}.") for one in found] == [True], problems
    if mode == "licht" and ground != "sun":
        assert not any("(donker)" in one for one in problems), "our own dark is as it was"


def test_a_file_of_more_than_64_kb_is_refused(tmp_path: Path) -> None:
    css = ":root { }"
    assert theme.read(folder(tmp_path, css.ljust(64 * 1024)), OWN)[1] == ()
    assert "te groot" in theme.read(folder(tmp_path, css.ljust(64 * 1024 + 1)), OWN)[1][0]
    assert "te groot" in theme.read(folder(tmp_path, css, LOGO.ljust(64 * 1024 + 1)), OWN)[1][0]


@pytest.mark.parametrize(
    "logo",
    [
        "<svg><foreignObject/></svg>",
        '<svg ONLOAD ="x()"></svg>',
        "<svg><set to='javascript:x'/></svg>",
        '<svg><use xlink:href = "#x"/></svg>',
        '<svg><path fill="url(#x)"/></svg>',
        "<svg><!ENTITY x 'y'></svg>",
        '<svg><path style ="fill:red"/></svg>',
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
