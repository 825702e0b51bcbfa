"""Photos for invented models: a few scenes painted once, each copy made another photo by a comment of its own.

No two files are alike to a digest, and two of one model differ to the eye; what a photo costs (to read, decode, resize
and encode) is what a small true one costs.
"""

import io
import random
import struct
from functools import cache

from PIL import Image, ImageDraw, ImageFilter

POOL = 24
SMALL = (480, 320)
"""Pixels: over the smallest that is taken (320 x 200)."""
USUAL = (1600, 1067)
"""What editors send, as cameras and phones scale it down for a message."""


def photo(number: int, index: int, size: tuple[int, int] = SMALL) -> bytes:
    """Give a JPEG that nobody else gets: the photo of a model's number and its place in the model."""
    scene = _pool(size)[(number * 3 + index) % POOL]
    comment = f"{number}-{index}".encode()
    return scene[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + scene[2:]


@cache
def _pool(size: tuple[int, int]) -> tuple[bytes, ...]:
    return tuple(_scene(number, size) for number in range(POOL))


def _scene(number: int, size: tuple[int, int]) -> bytes:
    """Paint a sky, hills and houses with grain over all, so that an encoder has to work as with a photo."""
    dice = random.Random(number)  # noqa: S311 - repeatable, not secret
    width, height = size
    picture = Image.new("RGB", size, _colour(dice, 150, 230))
    draw = ImageDraw.Draw(picture)
    for _ in range(5):
        left, top = dice.randrange(-width // 3, width), dice.randrange(height // 4, height)
        draw.ellipse((left, top, left + width * dice.randint(3, 9) // 8, height * 2), fill=_colour(dice, 40, 170))
    for _ in range(25):
        left, top = dice.randrange(width), dice.randrange(height)
        draw.rectangle(
            (left, top, left + width // dice.randint(6, 30), top + height // dice.randint(5, 20)),
            fill=_colour(dice, 0, 255),
        )
    grain = Image.frombytes("RGB", (width // 2, height // 2), dice.randbytes(width // 2 * (height // 2) * 3))
    grainy = Image.blend(picture.filter(ImageFilter.GaussianBlur(width / 400)), grain.resize(size), 0.12)
    kept = io.BytesIO()
    grainy.save(kept, "JPEG", quality=85)
    return kept.getvalue()


def _colour(dice: random.Random, low: int, high: int) -> tuple[int, int, int]:
    return dice.randint(low, high), dice.randint(low, high), dice.randint(low, high)
