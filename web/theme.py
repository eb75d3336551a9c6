"""A site's own look: `thema.css` with tokens and `logo.svg`, checked for contrast before the site starts.

A theme changes only the tokens at the top of `css/keuzehulp.css`; everything else in the file is refused, so that no
theme can hide a caveat, colour an option or fetch from someone else.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

STYLE, LOGO = "thema.css", "logo.svg"
# Bytes. A theme is twenty lines and a small drawing.
_MOST = 64 * 1024
# The ink, the ground, and the least contrast between them (WCAG 1.4.3 and 1.4.11).
_PAIRS = (
    *(
        ("ink", "paper", 4.5),
        ("ink", "card", 4.5),
        ("ink", "tint", 4.5),
        ("soft", "paper", 4.5),
        ("soft", "card", 4.5),
    ),
    *(("action", "paper", 4.5), ("action", "card", 4.5), ("on-action", "action", 4.5), ("action", "tint", 4.5)),
    *(("alarm", "alarm-ground", 4.5), ("line", "card", 3.0), ("line", "paper", 3.0), ("figure", "card", 3.0)),
    *(("third", "card", 3.0), ("on-sun", "sun", 4.5)),
)
_DARK = re.compile(r"@media\s+screen\s+and\s+\(prefers-color-scheme:\s*dark\)\s*\{\s*:root\s*\{([^{}]*)\}\s*\}")
_LIGHT = re.compile(r":root\s*\{([^{}]*)\}")
_TOKEN = re.compile(r"\s*--kh-([a-z-]+)\s*:\s*([^;{}]+?)\s*(?:;|$)")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_OTHER = re.compile(r"""(?:[\w .,%-]|"[\w .,-]*"|'[\w .,-]*'){1,80}""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_UNSAFE = re.compile(
    r"<script|<foreignObject|\bon\w+\s*=|javascript:|href\s*=|url\(|<!ENTITY|<style|style\s*=", re.IGNORECASE
)
# Tokens that are no colour.
_SIZES = frozenset({"corner", "measure", "wide", "font"})


@dataclass(frozen=True)
class Theme:
    """The tokens a site changes, as CSS to put behind our own, and its logo as SVG; both empty without a theme."""

    css: str = ""
    logo: str = ""

    @property
    def mark(self) -> str:
        """What changes with the theme, for addresses and keys; empty without one."""
        return hashlib.sha256(f"{self.css}\0{self.logo}".encode()).hexdigest()[:6] if self.css or self.logo else ""


NO_THEME = Theme()


def read(folder: Path, style: str) -> tuple[Theme, tuple[str, ...]]:
    """The theme in `folder` over our own `style`, and every reason in Dutch why it cannot be used."""
    css, problems = _text(folder / STYLE)
    logo, more = _text(folder / LOGO) if (folder / LOGO).exists() else ("", ())
    problems += more
    if logo and (_UNSAFE.search(logo) or not logo.lstrip().startswith("<svg")):
        problems += (f"{LOGO} is geen eenvoudige tekening. Laat scripts, links en stijlen eruit.",)
    own_light, own_dark = _tokens(style)
    light, dark = _tokens(css)
    problems += tuple(_strange(css, light, dark, own_light))
    if not problems:
        problems = (
            *_contrast({**own_light, **light}, "licht"),
            *_contrast({**own_light, **light, **own_dark, **dark}, "donker"),
        )
    return (NO_THEME, problems) if problems else (Theme(_served(light, own_dark, dark), logo), ())


def colours(style: str) -> tuple[str, ...]:
    """The names of the colours that a theme can change."""
    return tuple(name for name in _tokens(style)[0] if name not in _SIZES)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2): 1 to 21."""
    high, low = sorted((_lightness(one), _lightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _served(light: Mapping[str, str], own_dark: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """The tokens as they were checked, and nothing else of the file.

    The light ones come behind our own dark ones and would win from them, so our dark ones are said again.
    """
    after = {**own_dark, **dark} if light else dark
    parts = (
        _block(light),
        f"@media screen and (prefers-color-scheme: dark) {{\n{_block(after)}}}\n" if after else "",
    )
    return "".join(parts)


def _block(tokens: Mapping[str, str]) -> str:
    lines = "".join(f"--kh-{name}: {value};\n" for name, value in tokens.items())
    return f":root {{\n{lines}}}\n" if tokens else ""


def _text(file: Path) -> tuple[str, tuple[str, ...]]:
    try:
        raw = file.read_bytes()
        if len(raw) > _MOST:
            return "", (f"{file.name} is te groot. Het mag hoogstens 64 kB zijn.",)
        return raw.decode(), ()
    except (OSError, UnicodeDecodeError):
        return "", (f"{file.name} kan niet gelezen worden.",)


def _tokens(css: str) -> tuple[dict[str, str], dict[str, str]]:
    css = _COMMENT.sub("", css)
    dark = _DARK.search(css)
    light = _LIGHT.search(_DARK.sub("", css))
    return dict(_TOKEN.findall(light[1]) if light else ()), dict(_TOKEN.findall(dark[1]) if dark else ())


def _strange(css: str, light: Mapping[str, str], dark: Mapping[str, str], own: Mapping[str, str]) -> Iterator[str]:
    css = _COMMENT.sub("", css)
    in_dark, without_dark = _DARK.findall(css), _DARK.sub("", css)
    in_light = _LIGHT.findall(without_dark)
    if len(in_light) > 1 or len(in_dark) > 1:
        yield f"{STYLE} mag :root één keer bevatten, en één keer voor donker. Zet alle waarden bij elkaar."
    left = (_LIGHT.sub("", without_dark), *(_TOKEN.sub("", block) for block in (*in_light, *in_dark)))
    if rest := " ".join(" ".join(left).split()):
        yield f"{STYLE} mag alleen :root met --kh-waarden bevatten. Dit kan niet: {rest[:60]}"
    for name, value in (*light.items(), *dark.items()):
        if name not in own:
            yield f"--kh-{name} bestaat niet. Kies uit {', '.join(sorted(own))}."
        elif not (_OTHER if name in _SIZES else _COLOUR).fullmatch(value):
            yield f"--kh-{name}: {value} kan niet. Schrijf een kleur als #0f5257."


def _contrast(tokens: Mapping[str, str], mode: str) -> Iterator[str]:
    for ink, ground, least in _PAIRS:
        found = contrast(tokens[ink], tokens[ground])
        if found < least:
            said = f"{found:.1f}".replace(".", ",")
            least_said = f"{least:.1f}".replace(".", ",")
            yield f"--kh-{ink} op --kh-{ground} ({mode}): contrast {said}, nodig is {least_said}."


def _lightness(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
