"""A cover set in type is drawn here as `parts/cover.html` and the.css set it on pages: the same words, tones and bands.

Sizes are those of a picture 768 pixels wide that a chat shows at a quarter of that: small lines are larger than on a page.
"""

from collections.abc import Callable
from typing import NamedTuple

from showcase.drawing.colours import Tone, tone_of
from showcase.drawing.setting import TIGHT, Ink, Words, fit, fit_number
from showcase.drawing.sheet import Colour, Sheet, mixed
from showcase.drawing.weave import weave
from showcase.views.cover import Block, Cover
from showcase.words.numbers import after_number

EDGE = 44
"""Pixels from an edge to what stands within it."""
_BAND, _SIDE, _BLOCK = 32, 64, 248
"""How broad the field's band is along an edge, at the side, and as a block."""
_FAINT = 0.72
SMALL, WHAT = (34, 31, 28), (46, 42, 38, 34)
_NUMBERS = tuple(range(330, 60, -6))
_WORDS = (150, 140, 130, 121, 112, 104, 97, 90, 82, 74, 68, 62, 56, 51, 47, 43, 39)
_BEFORE, _NOW = tuple(range(112, 40, -4)), tuple(range(240, 60, -5))
_UNIT = 38
_MARK = 330


class Frame(NamedTuple):
    """Where on a sheet a cover is drawn, for which field, and in what tone."""

    sheet: Sheet
    width: int
    height: int
    field: str
    tone: Tone

    @property
    def ink(self) -> Ink:
        """The ink of words on the ground."""
        return Ink(self.tone.ink, self.tone.ground)


def draw_cover(sheet: Sheet, width: int, height: int, field: str, cover: Cover) -> None:
    """Draw a cover from the left edge of a sheet."""
    frame = Frame(sheet, width, height, field, tone_of(field, cover))
    sheet.fill((0, 0, width, height), frame.tone.ground)
    _band(frame, cover)
    _KINDS[cover.kind](frame, cover)


def _band(frame: Frame, cover: Cover) -> None:
    """Weave the field's band where the look has it: at the side, as a block, along an edge, or nowhere."""
    sheet, width, height, field, tone = frame
    is_broad = field in ("kinh-te", "he-thong-chinh-tri")
    if cover.look.band == "side":
        mask = weave(field, _SIDE, height, _SIDE if is_broad else _SIDE // 2, "side")
        sheet.press(mask, (width - _SIDE, 0), (tone.thread, tone.ground))
    elif cover.look.band == "block":
        mask = weave(field, _BLOCK, height, _BLOCK if field == "kinh-te" else _BLOCK // 2, "side")
        sheet.press(mask, (width - _BLOCK, 0), (mixed(tone.thread, tone.ground, _FAINT), tone.ground))
    elif cover.look.band == "edge":
        mask = weave(field, width, _BAND, _BAND if field in ("kinh-te", "van-hoa-xa-hoi") else 2 * _BAND)
        sheet.press(mask, (0, 0 if cover.kind == "place" else height - _BAND), (tone.thread, tone.ground))


def _room(frame: Frame, cover: Cover) -> int:
    """Give how wide words may be beside the band."""
    return frame.width - 2 * EDGE - {"side": _SIDE, "block": _BLOCK}.get(cover.look.band, 0)


def _at_foot(frame: Frame, cover: Cover, words: Words) -> int:
    """Set words at the foot, over the band where one lies there; gives where they begin."""
    foot = frame.height - EDGE - (_BAND - 6 if cover.look.band == "edge" else 0)
    top = foot - words.height + 8
    words.put(frame.sheet, EDGE, top, frame.ink)
    return top


def _bars(frame: Frame, cover: Cover) -> None:
    """The ground itself is the chart: two blocks in true proportion."""
    sheet, width, height, _, _ = frame
    what = fit(cover.above, "SemiBold", WHAT, (width - 2 * EDGE, 124))
    top = what.put(sheet, EDGE, EDGE - 10, frame.ink) + 26
    middle = top + (height - top) // 3
    before, now = cover.blocks
    _block_before(frame, before, cover.unit, (top, middle))
    _block_now(frame, now, cover.unit, (middle, height))


def _block_before(frame: Frame, block: Block, unit: str, rows: tuple[int, int]) -> None:
    left, ink, room = _beside(frame, block, rows, frame.tone.was, frame.tone.ink)
    number = fit_number((block.about, block.number, unit), _BEFORE, (room, 200), _UNIT)
    if number.width > room:  # the unit is said once more below
        number = fit_number((block.about, block.number, ""), _BEFORE, (room, 200), _UNIT)
    number.put(frame.sheet, left, sum(rows) // 2 + number.height // 2, ink)


def _block_now(frame: Frame, block: Block, unit: str, rows: tuple[int, int]) -> None:
    left, ink, room = _beside(frame, block, rows, frame.tone.thread, frame.tone.on_thread)
    below = fit(after_number(unit).strip(), "SemiBold", (42, 38, 34, 30, 27), (room, 110))
    under = below.height + 10 if unit else 0
    number = fit_number((block.about, block.number, ""), _NOW, (room, rows[1] - rows[0] - under - 60))
    baseline = (sum(rows) - number.height - under) // 2 + number.height
    number.put(frame.sheet, left, baseline, ink)
    if unit:
        below.put(frame.sheet, left, baseline + 12, ink)


def _beside(frame: Frame, block: Block, rows: tuple[int, int], colour: Colour, within: Colour) -> tuple[int, Ink, int]:
    """Draw a block; give where its number begins, in which ink, and how wide it may be: within where there is room, or behind."""
    end = frame.width * block.length // 1000
    frame.sheet.fill((0, rows[0], end, rows[1]), colour)
    if block.step == "in":
        return EDGE, Ink(within, colour), end - EDGE - 16
    return max(EDGE, end + 26), frame.ink, frame.width - max(EDGE, end + 26) - 16


def _number(frame: Frame, cover: Cover) -> None:
    room = _room(frame, cover)
    above = fit(cover.above, "SemiBold", SMALL, (room, 92))
    top = above.put(frame.sheet, EDGE, EDGE - 8, frame.ink)
    foot = _at_foot(frame, cover, fit(cover.below, "SemiBold", WHAT, (room, 190)))
    number = fit_number((cover.about, cover.large, cover.unit), _NUMBERS, (room, foot - top - 60))
    number.put(frame.sheet, EDGE, foot - max(24, (foot - top - number.height) * 2 // 5), frame.ink)


def _copies(frame: Frame, cover: Cover) -> None:
    """A square for each, the first one lit."""
    sheet, width, _, _, tone = frame
    step, faint = (width - 2 * EDGE) / (cover.squares[0] - 0.2), mixed(tone.ink, tone.ground, 0.3)
    for row, many in enumerate(cover.squares):
        for column in range(many):
            left, top = round(EDGE + step * column), round(EDGE + step * row)
            side = round(step * 0.8)
            sheet.fill((left, top, left + side, top + side), faint if row or column else tone.thread)
    top = EDGE + round(step * len(cover.squares))
    foot = _at_foot(frame, cover, fit(cover.below, "SemiBold", WHAT, (width - 2 * EDGE, 100)))
    number = fit_number(("", cover.large, ""), _NUMBERS, (width - 2 * EDGE, foot - top - 60))
    number.put(sheet, EDGE, foot - 24, frame.ink)


def _quote(frame: Frame, cover: Cover) -> None:
    """The mark is the picture."""
    mark = fit_number(("", "“", ""), (_MARK,), (frame.width, frame.height))
    mark.put(frame.sheet, EDGE - 8, EDGE + _MARK * 5 // 7, Ink(frame.tone.thread, frame.tone.ground))
    _large_words(frame, cover, EDGE + 112)


def _words(frame: Frame, cover: Cover) -> None:
    _large_words(frame, cover, EDGE - 18)


def _large_words(frame: Frame, cover: Cover, top: int) -> None:
    """Set the words that are the cover, and at the foot where it is."""
    room = _room(frame, cover)
    foot = _at_foot(frame, cover, fit(cover.below, "SemiBold", SMALL, (room, 92)))
    fit(cover.large, "ExtraBold", _WORDS, (room, foot - 20 - top), TIGHT).put(frame.sheet, EDGE, top, frame.ink)


def _place(frame: Frame, cover: Cover) -> None:
    """A place and its two eras: then on the ground, today in the strip below."""
    sheet, width, height, _, tone = frame
    room, foot = width - 2 * EDGE, height - EDGE
    if cover.below:
        now = fit(cover.below, "SemiBold", SMALL, (room, 92))
        strip = height - now.height - 56
        sheet.fill((0, strip, width, height), tone.thread)
        now.put(sheet, EDGE, strip + 28, Ink(tone.on_thread, tone.thread))
        foot = strip - 28
    words = fit(cover.large, "ExtraBold", _WORDS, (room, foot - 200), TIGHT)
    top = foot - words.height + 10
    words.put(sheet, EDGE, top, frame.ink)
    then = fit(cover.above, "SemiBold", SMALL, (room, 92))
    then.put(sheet, EDGE, top - then.height - 4, frame.ink)


_KINDS: dict[str, Callable[[Frame, Cover], None]] = {
    "bars": _bars,
    "number": _number,
    "copies": _copies,
    "quote": _quote,
    "place": _place,
    "words": _words,
}
