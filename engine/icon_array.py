"""Counts as people: an SVG of rows of ten, filled from one corner, the same scale for every arm (ux.md 32).

Attributes and classes only, so that a strict content policy lets it through and a stylesheet decides the colours.
The outcomes differ in shape, not by colour alone. `DEFINITIONS` must stand once on every page that holds a picture.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from engine.model import Scale

# Above this a picture shows specks instead of people: the sentence stands alone.
LARGEST = 1000
_ROW = 10
_BLOCK = 100
_BLOCKS_ACROSS = 5
# One person, in units of the drawing, and the room between two blocks of a hundred.
_WIDTH, _HEIGHT, _GAP = 10, 14, 6
# How a person is drawn: it happened, a third thing happened, it did not happen.
FULL, STRIPED, EMPTY = "full", "striped", "empty"

_BODY = "M5 5.3c-2.1 0-3.2 1-3.2 2.7v2.8h1.3v2.6h3.8v-2.6h1.3V8c0-1.7-1.1-2.7-3.2-2.7z"
_STRIPES = "M2 7h6v1.4H2zM2 9.3h6v1.4H2zM3.2 11.8h3.6v1.5H3.2z"
_HEAD = '<circle cx="5" cy="2.7" r="1.9"/>'
_PEOPLE = {
    FULL: f'{_HEAD}<path d="{_BODY}"/>',
    STRIPED: f'{_HEAD}<path class="kh-outline" d="{_BODY}"/><path d="{_STRIPES}"/>',
    EMPTY: f'{_HEAD}<path d="{_BODY}"/>',
}


def marks(outcomes: int) -> tuple[str, ...]:
    """How each of two or three outcomes is drawn, in the order of the row."""
    return (FULL, EMPTY) if outcomes == 2 else (FULL, STRIPED, EMPTY)


def drawn(total: int) -> bool:
    """Whether there is a picture of this many people."""
    return total in (_BLOCK, LARGEST)


def _definitions() -> str:
    people = "".join(f'<g id="kh-one-{mark}" class="kh-{mark}">{shape}</g>' for mark, shape in _PEOPLE.items())
    rows = "".join(
        f'<g id="kh-ten-{mark}">{"".join(_use(f"one-{mark}", x * _WIDTH, 0) for x in range(_ROW))}</g>'
        for mark in _PEOPLE
    )
    return (
        '<svg class="kh-unseen" width="0" height="0" aria-hidden="true" focusable="false">'
        f"<defs>{people}{rows}</defs></svg>"
    )


def array(counts: Sequence[int], label: str) -> str:
    """The picture of two or three outcomes that together are 100 or 1,000; another total raises `ValueError`.

    `label` is the whole sentence, for who does not see the picture.
    """
    total = sum(counts)
    if not drawn(total) or min(counts) < 0:
        raise ValueError(f"no picture of {counts}")
    each = zip(marks(len(counts)), counts, strict=True)
    people = [mark for mark, count in each for _ in range(count)]
    blocks = total // _BLOCK
    across, down = min(blocks, _BLOCKS_ACROSS), -(-blocks // _BLOCKS_ACROSS)
    width = across * (_ROW * _WIDTH + _GAP) - _GAP
    height = down * (_BLOCK // _ROW * _HEIGHT + _GAP) - _GAP
    kind = "kh-people" if total == _BLOCK else "kh-people kh-many"
    return _frame(kind, width, height, label, "".join(_rows(people)))


def legend(mark: str) -> str:
    """One person, to stand before the sentence it belongs to."""
    return (
        f'<svg class="kh-mark" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true" focusable="false">'
        f"{_use(f'one-{mark}', 0, 0)}</svg>"
    )


def scale_bar(scale: Scale, mean: Decimal, label: str) -> str:
    """A mean mark as a bar on the whole scale; the same length of scale for every arm."""
    length = 200
    share = float(mean - scale.lowest) / (scale.highest - scale.lowest) * length
    shape = (
        f'<rect class="kh-track" x="1" y="7" width="{length}" height="10"/>'
        f'<rect class="kh-full" x="1" y="7" width="{share:.1f}" height="10"/>'
        f'<path class="kh-ends" d="M1 2v20M{length + 1} 2v20"/>'
    )
    return _frame("kh-scale", length + 2, 24, label, shape)


def _rows(people: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(people), _ROW):
        block, row = divmod(start // _ROW, _BLOCK // _ROW)
        x = block % _BLOCKS_ACROSS * (_ROW * _WIDTH + _GAP)
        y = block // _BLOCKS_ACROSS * (_BLOCK // _ROW * _HEIGHT + _GAP) + row * _HEIGHT
        ten = people[start : start + _ROW]
        if len(set(ten)) == 1:
            yield _use(f"ten-{ten[0]}", x, y)
        else:
            yield from (_use(f"one-{mark}", x + place * _WIDTH, y) for place, mark in enumerate(ten))


def _use(name: str, x: int, y: int) -> str:
    where = "".join(f' {axis}="{value}"' for axis, value in (("x", x), ("y", y)) if value)
    return f'<use href="#kh-{name}"{where}/>'


def _frame(kind: str, width: int, height: int, label: str, inside: str) -> str:
    return (
        f'<svg class="{kind}" viewBox="0 0 {width} {height}" focusable="false" role="img"'
        f' aria-label="{escape(label)}">{inside}</svg>'
    )


DEFINITIONS = _definitions()
