"""A sheet is a picture of few colours, each pixel the number of one: even grounds, and on each of them inks.

What has soft edges is pressed on through a mask, in fifteen steps from the ground to the ink, so nobody has to look for a
palette in a million colours: PNG keeps such a sheet without loss in some 20 kB.
"""

from io import BytesIO

from PIL import Image, ImageColor

from showcase.drawing.faces import Weight, letters, width_of

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""
Spot = tuple[int, int]

_EFFORT = 6
"""Of PNG: 9 makes a file a tenth smaller in six times the time."""
_STEPS = 15
_STEP_OF = [(value * _STEPS + 127) // 255 for value in range(256)]
_SEEN = [255 if step else 0 for step in _STEP_OF]
_ABOVE, _BELOW = 1.25, 0.45
"""Of a face's size, how far marks reach above the baseline, and what hangs below it."""


class Sheet:
    """A picture in the making."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        """Begin with an even ground."""
        self._colours: dict[Colour, int] = {ground: 0}
        self._ramps: dict[tuple[Colour, Colour], list[int]] = {}
        self._pixels = Image.new("L", (width, height), 0)

    def fill(self, box: Box, colour: Colour) -> None:
        """Fill a box."""
        left, top, right, bottom = box
        if right > left and bottom > top:
            self._pixels.paste(self._number(colour), box)

    def press(self, mask: Image.Image, spot: Spot, ink: tuple[Colour, Colour]) -> None:
        """Press a mask in an ink onto an even ground: its colour, and that of the ground."""
        if ink not in self._ramps:
            ramp = [self._number(mixed(*ink, step / _STEPS)) for step in range(_STEPS + 1)]
            self._ramps[ink] = [ramp[step] for step in _STEP_OF]
        self._pixels.paste(mask.point(self._ramps[ink]), spot, mask.point(_SEEN))

    def word(self, text: str, spot: Spot, style: tuple[Weight, int], ink: tuple[Colour, Colour]) -> None:
        """Set one line, its baseline beginning at a spot, in a weight and a size."""
        weight, size = style
        above, margin = int(size * _ABOVE), size // 3
        mask = Image.new("L", (int(width_of(text, weight, size)) + 2 * margin, above + int(size * _BELOW)))
        for glyph, at in letters(text, weight, size):
            mask.paste(255, (margin + round(at) + glyph.left, above + glyph.top), glyph.mask)
        left, baseline = spot
        self.press(mask, (left - margin, baseline - above), ink)

    def png(self) -> bytes:
        """Give the sheet as a file."""
        buffer = BytesIO()
        self._coloured().save(buffer, "PNG", compress_level=_EFFORT)
        return buffer.getvalue()

    def picture(self) -> Image.Image:
        """Give the sheet in full colour, as a photo is put into."""
        return self._coloured().convert("RGB")

    def _coloured(self) -> Image.Image:
        whole = self._pixels.copy()
        whole.putpalette([part for colour in self._colours for part in colour])
        return whole

    def _number(self, colour: Colour) -> int:
        return self._colours.setdefault(colour, len(self._colours))


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Mix two colours, so much of the one."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def colour(text: str) -> Colour:
    """Read `#2a7348`."""
    red, green, blue = ImageColor.getrgb(text)[:3]
    return red, green, blue
