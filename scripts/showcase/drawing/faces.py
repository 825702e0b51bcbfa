"""A face is the one family that pictures are set in, at a weight and a size: Be Vietnam Pro, which comes as a package.

Letters are put beside each other here, by the widths that the family gives them. Pillow's better engine would do it by a library
of the system, which one machine has and the next has not, and a picture is to be the same on both; its plain one rounds each
width to a pixel. What the family has no letter for is left out, since a hollow box says nothing.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Literal, NamedTuple

from PIL import Image, ImageDraw, ImageFont

Weight = Literal["Medium", "SemiBold", "Bold", "ExtraBold"]

_NO_LETTER = "\uffff"
"""A noncharacter, in the place of which every family shows its hollow box."""
_ALIKE = str.maketrans({"→": "–", "−": "–", "‑": "-", "\u00a0": " ", "\u202f": " ", "ʼ": "’", "ƀ": "b", "Ƀ": "B"})
"""Signs that the family lacks, and what stands for them."""
_EM = 1000
_CLOSER: dict[Weight, float] = {"ExtraBold": -0.014, "Bold": -0.006}
"""Of the size, how much closer letters stand in heavy weights, which are large: as on pages."""
_BLANK = 0.86
_KEPT = 6000
"""Letters that are kept as they were drawn, some 3 kB each."""


class Glyph(NamedTuple):
    """A letter as a mask, and where that begins, seen from where the letter stands on its line."""

    mask: Image.Image
    left: int
    top: int


def settable(text: str) -> str:
    """Give a text as it can be set: letters composed, one blank between words, without signs that the family lacks."""
    composed = unicodedata.normalize("NFC", text).translate(_ALIKE)
    words = ("".join(map(_shown, word)) for word in composed.split())
    return " ".join(word for word in words if word)


def width_of(text: str, weight: Weight, size: float) -> float:
    """Tell how wide words are."""
    return size * sum(_advance(sign, weight) for sign in text)


def letters(text: str, weight: Weight, size: int) -> Iterator[tuple[Glyph, float]]:
    """Yield the letters of a line, each with how far from its beginning it stands."""
    at = 0.0
    for sign in text:
        if sign != " ":
            yield _glyph(sign, weight, size), at
        at += size * _advance(sign, weight)


@cache
def _face(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    data = (files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{weight}.ttf").read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(sign: str, weight: Weight) -> float:
    """Give how far the next letter stands from this one, where the size is 1."""
    own = _face(weight, _EM).getlength(sign) / _EM
    return own * _BLANK if sign == " " else own + _CLOSER.get(weight, 0)


@lru_cache(_KEPT)
def _glyph(sign: str, weight: Weight, size: int) -> Glyph:
    face = _face(weight, size)
    left, top, right, bottom = (int(side) for side in face.getbbox(sign, anchor="ls"))
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), sign, 255, face, anchor="ls")
    return Glyph(mask, left, top)


@cache
def _shown(sign: str) -> str:
    """Give a sign, the letter below its marks where the family has it without them alone, or nothing."""
    face = _face("Bold", 32)
    for one in (sign, unicodedata.normalize("NFD", sign)[0]):
        if unicodedata.category(one)[0] not in "CZ" and bytes(face.getmask(one)) != bytes(face.getmask(_NO_LETTER)):
            return one
    return ""
