"""Bands woven in the sign of each field, as `.dv-weave` of the.css has them: a rice ear, lozenges, waves, saw-teeth.

Each is a tile, of which one says for each point whether the thread lies there; points are measured in units of the tile's own.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product
from math import hypot
from typing import Literal, NamedTuple

from PIL import Image

Lie = Literal["edge", "side"]
"""Whether a band lies along an edge, or stands at a side."""
_POINTS = 160
"""Points along each side of a unit, so that edges are soft."""
_KEPT = 64
_STRIPE = 0.5375
"""How far the stripes of the rice ear are from each other, in units."""


def _ear(x: float, y: float) -> bool:
    """Two rows of slanted stripes, each half a unit high: `<<<`."""
    shift = x + y if y < 0.5 else x - y + 1
    return shift % _STRIPE < 0.17 * 2**0.5


def _lozenges(x: float, y: float) -> bool:
    is_thread = min(abs(x - y), abs(x + y - 1)) < 0.13
    return is_thread or min(hypot(x, y - 0.5), hypot(x - 1, y - 0.5)) < 0.115


def _waves(x: float, y: float) -> bool:
    """Half circles, half a unit high."""
    away = hypot(x - 0.5, y - 0.5)
    return away < 0.113 or 0.233 < away < 0.297 or 0.417 < away < 0.481


def _teeth(x: float, y: float) -> bool:
    """A zigzag as broad as the ground beside it, of which an edge shows the upper half."""
    fold = abs(x - 0.5)
    return not 0.5 - fold <= y <= 1 - fold


class _Sign(NamedTuple):
    """A tile: so many units wide and high, and where its thread lies."""

    width: float
    height: float
    is_thread: Callable[[float, float], bool]


_SIGNS = {
    "kinh-te": _Sign(_STRIPE, 1, _ear),
    "van-hoa-xa-hoi": _Sign(1, 1, _lozenges),
    "quoc-phong-an-ninh": _Sign(1, 0.5, _waves),
    "he-thong-chinh-tri": _Sign(1, 1, _teeth),
}
_NOTHING = _Sign(1, 1, lambda _x, _y: False)
"""The sign of a field that an editor added to the four of the movement: it has none on pages either."""
_TURNED = {"kinh-te"}
"""Whose band is turned where it stands at a side."""


@lru_cache(_KEPT)
def weave(field: str, width: int, height: int, unit: int, lie: Lie = "edge") -> Image.Image:
    """Give a mask of so many pixels, covered with the sign of a field, of which a unit is so large."""
    tile = _tile(field, unit)
    if lie == "side" and field in _TURNED:
        tile = tile.transpose(Image.Transpose.TRANSPOSE)
    covered = Image.new("L", (width, height))
    for left in range(0, width, tile.width):
        for top in range(0, height, tile.height):
            covered.paste(tile, (left, top))
    return covered


@cache
def _tile(field: str, unit: int) -> Image.Image:
    sign = _SIGNS.get(field, _NOTHING)
    width, height, times = round(sign.width * unit), round(sign.height * unit), max(2, _POINTS // unit)
    fine = Image.new("L", (width * times, height * times))
    across, down = sign.width / fine.width, sign.height / fine.height
    points = product(range(fine.height), range(fine.width))
    fine.putdata([255 * sign.is_thread((x + 0.5) * across, (y + 0.5) * down) for y, x in points])
    return fine.resize((width, height), Image.Resampling.BOX)
