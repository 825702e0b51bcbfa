"""The colours of the pages by day, as trang.css and the.css have them; a test holds these against those."""

from typing import NamedTuple

from showcase.drawing.sheet import Colour, colour, mixed
from showcase.views.cover import Cover
from showcase.views.share_picture import EVENTS

PAPER, INK, QUIET, LINE = colour("#fbfaf7"), colour("#1f2328"), colour("#5b6470"), colour("#e4e0d8")
ACCENT, CREAM = colour("#a61b1b"), colour("#fff8ec")
_WAS_ON_FULL, _WAS = 0.6, 0.22
"""How strong the block of before is: of the deep ground on the full one, of the ink on others."""


class Family(NamedTuple):
    """The five colours of a field."""

    full: Colour
    deep: Colour
    pale: Colour
    dark: Colour
    glow: Colour


FIELDS = {
    key: Family(*map(colour, colours.split()))
    for key, colours in {
        "kinh-te": "#2a7348 #123f29 #dfecdd #14432b #cfe08a",
        "van-hoa-xa-hoi": "#a8491f #5b2310 #f7e4d6 #6a2a12 #f8c48f",
        "quoc-phong-an-ninh": "#2b5c8a #12304e #dde9f3 #163a5e #9fd6e6",
        "he-thong-chinh-tri": "#6f4390 #38204d #eee3f3 #45275f #efb7cf",
    }.items()
}


_OTHER = Family(INK, colour("#101316"), LINE, INK, colour("#c9d1d9"))
"""Of a field that an editor added to the four of the movement."""

_EVENT = Family(ACCENT, colour("#5e0f0f"), colour("#f6dcd8"), colour("#6b1212"), colour("#f3b7a8"))
"""Of events, which are of no field: the lacquer of the site's sign."""


def family(field: str) -> Family:
    """Give the colours of a field, or of events."""
    return _EVENT if field == EVENTS else FIELDS.get(field, _OTHER)


class Tone(NamedTuple):
    """What a cover is set in: ground and ink, its thread, the block of before, and the ink on its thread."""

    ground: Colour
    ink: Colour
    thread: Colour
    was: Colour
    on_thread: Colour


def tone_of(field: str, cover: Cover) -> Tone:
    """Give the tone that a cover of a field has."""
    full, deep, pale, dark, glow = family(field)
    if cover.look.tone == "pale":
        return Tone(pale, dark, full, mixed(dark, pale, _WAS), pale)
    if cover.look.tone == "deep":
        return Tone(deep, CREAM, glow, mixed(CREAM, deep, _WAS), deep)
    return Tone(full, CREAM, glow, mixed(deep, full, _WAS_ON_FULL), deep)
