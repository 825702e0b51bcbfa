"""The site's sign, as docs/assets/bieu-tuong.svg has it: somebody over an open book. A test holds it against that drawing."""

from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageDraw

_SIDE = 36
"""Units of the drawing."""
_FINE = 8
_STEPS = 12
"""Parts of a curve."""
_HEAD = (18, 11, 4.2)
_BOOK = (
    ((5, 29), (6, 22), (10.5, 18), (15, 18)),
    ((15, 18), (16.5, 20.4), (19.5, 20.4), (21, 18)),
    ((21, 18), (25.5, 18), (30, 22), (31, 29)),
    ((31, 29), (27.5, 26.5), (24, 26), (21.5, 27)),
    ((21.5, 27), (18, 30), (18, 30), (18, 30)),
    ((18, 30), (14.5, 27), (14.5, 27), (14.5, 27)),
    ((14.5, 27), (12, 26), (8.5, 26.5), (5, 29)),
)
"""Curves, each from its first point to its last, with two that draw it to their side."""
_SPINE = (17.2, 21.2, 18.8, 30.8)


@cache
def sign(size: int) -> tuple[Image.Image, Image.Image]:
    """Give two masks, so many pixels wide: of the ground with its round corners, and of what is drawn on it."""
    fine = size * _FINE
    ground, drawn = Image.new("L", (fine, fine)), Image.new("L", (fine, fine))
    ImageDraw.Draw(ground).rounded_rectangle((0, 0, fine - 1, fine - 1), fine // 4, 255)
    pen, unit = ImageDraw.Draw(drawn), fine / _SIDE
    across, down, radius = _HEAD
    pen.circle((across * unit, down * unit), radius * unit, 255)
    pen.polygon([(x * unit, y * unit) for curve in _BOOK for x, y in _points(*curve)], 255)
    left, top, right, bottom = _SPINE
    pen.rounded_rectangle((left * unit, top * unit, right * unit, bottom * unit), 0.8 * unit, 0)
    return ground.resize((size, size), Image.Resampling.BOX), drawn.resize((size, size), Image.Resampling.BOX)


def _points(*four: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Yield points along a cubic curve."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = four
    for step in range(_STEPS + 1):
        on = step / _STEPS
        off = 1 - on
        a, b, c, d = off**3, 3 * off * off * on, 3 * off * on * on, on**3
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
