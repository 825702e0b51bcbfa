"""Words are set on a sheet here: as large as they fit their place, in lines, or as one number with small words beside it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from showcase.drawing.faces import Weight, settable, width_of
from showcase.drawing.lines import Width, fitted
from showcase.drawing.sheet import Colour, Sheet

LEADING, TIGHT = 1.3, 1.24
"""How much higher than their size lines are: of words, and of large ones. Less would have marks touch what hangs above."""
_BASELINE = 0.36
"""Of a size, how far below the middle of a line its letters stand."""
DIGIT = 0.72
"""How high a digit is, of its size."""
_BESIDE, _SMALLEST_BESIDE = 0.4, 28
_GAP = 0.3
_BEARING = 0.04
"""Of a size, how much of the white before a digit is given back, so that it stands where words begin."""


class Ink(NamedTuple):
    """An ink, and the even ground that it is pressed on."""

    colour: Colour
    ground: Colour


class Words(NamedTuple):
    """Words that were fitted to a place: how they are set, and in which lines."""

    lines: tuple[str, ...]
    weight: Weight
    size: int
    leading: float

    @property
    def height(self) -> int:
        """How high they are, all lines."""
        return int(len(self.lines) * self.size * self.leading)

    @property
    def width(self) -> int:
        """How wide the longest line is."""
        return int(max(width_of(line, self.weight, self.size) for line in self.lines))

    def put(self, sheet: Sheet, left: int, top: int, ink: Ink) -> int:
        """Set them; gives where the next line would stand."""
        step = self.size * self.leading
        for number, line in enumerate(self.lines):
            baseline = int(top + step * (number + 0.5) + self.size * _BASELINE)
            sheet.word(line, (left, baseline), (self.weight, self.size), ink)
        return top + self.height


def fit(text: str, weight: Weight, sizes: Sequence[int], room: tuple[float, float], leading: float = LEADING) -> Words:
    """Fit a text into a width and a height, as large as can be; what is too long at the smallest size is cut."""
    size, lines = fitted(settable(text), sizes, room, partial(_width, weight), leading)
    return Words(lines, weight, size, leading)


def _width(weight: Weight, size: int) -> Width:
    return partial(width_of, weight=weight, size=size)


class Number(NamedTuple):
    """A number as large as it fits, with how sure it is before it and its unit behind, both small."""

    parts: tuple[tuple[str, Weight, int], ...]
    size: int

    @property
    def height(self) -> int:
        """How high its digits are."""
        return int(self.size * DIGIT)

    @property
    def width(self) -> float:
        """How wide it is with all that stands beside it."""
        return sum(self._step(*part) for part in self.parts)

    def put(self, sheet: Sheet, left: int, baseline: int, ink: Ink) -> None:
        """Set it on its baseline."""
        at = left - self.size * _BEARING
        for text, weight, size in self.parts:
            sheet.word(text, (round(at), baseline), (weight, size), ink)
            at += self._step(text, weight, size)

    def _step(self, text: str, weight: Weight, size: int) -> float:
        return width_of(text, weight, size) + size * (_GAP if size < self.size else _GAP / 3)


def fit_number(
    said: tuple[str, str, str], sizes: Sequence[int], room: tuple[float, float], beside: int | None = None
) -> Number:
    """Fit how sure a number is, the number and its unit (`hơn`, `3.100`, `mắt`); `beside` is the size of the small words."""
    about, number, unit = map(settable, said)
    for size in sizes:
        small = beside or max(_SMALLEST_BESIDE, int(size * _BESIDE))
        parts: list[tuple[str, Weight, int]] = [
            (about, "Bold", small),
            (number, "ExtraBold", size),
            (unit, "SemiBold", small),
        ]
        fitting = Number(tuple(part for part in parts if part[0]), size)
        if fitting.width <= room[0] and fitting.height <= room[1]:
            break
    return fitting
