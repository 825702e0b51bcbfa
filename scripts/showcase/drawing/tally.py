"""What a list is of is drawn here: its name and how many models it has, over a cloth woven of its fields in true proportion."""

from itertools import accumulate

from showcase.drawing.colours import CREAM, FIELDS, INK, family
from showcase.drawing.cover import EDGE, SMALL
from showcase.drawing.setting import TIGHT, Ink, fit, fit_number
from showcase.drawing.sheet import Colour, Sheet, mixed
from showcase.drawing.weave import weave
from showcase.views.share_picture import Tally
from showcase.words.numbers import write_number

_CLOTH = 96
_NAMES = (112, 104, 94, 84, 76, 68, 60, 54, 48, 42, 36)
_NUMBERS, _WHAT = tuple(range(270, 140, -6)), 48
_ABOVE = 40
_QUIET, _HARDLY = 0.8, 0.2


def draw_tally(sheet: Sheet, width: int, height: int, field: str, tally: Tally) -> None:
    """Draw a tally from the left edge of a sheet; on the ground of its field, or on ink where it is of all."""
    ground = family(field).full if field else INK
    sheet.fill((0, 0, width, height), ground)
    ink, top, room, foot = Ink(CREAM, ground), EDGE - 8, width - 2 * EDGE, height - EDGE
    if tally.above:
        above = fit(tally.above, "SemiBold", SMALL, (room, 50))
        top = above.put(sheet, EDGE, top, Ink(mixed(CREAM, ground, _QUIET), ground)) + 4
    if not tally.mix:
        _unwoven(sheet, width, height, ground)
        foot -= _CLOTH
    else:
        _cloth(sheet, width, height, tally.mix)
        foot -= _CLOTH
    least = _NUMBERS[-1] if tally.mix else 0
    top = fit(tally.name, "ExtraBold", _NAMES, (room, foot - least - top), TIGHT).put(sheet, EDGE, top, ink)
    if tally.mix:
        said = "", write_number(tally.models), "bài"
        fit_number(said, _NUMBERS, (room, foot - top - _ABOVE), _WHAT).put(sheet, EDGE, foot + 6, ink)


def _cloth(sheet: Sheet, width: int, height: int, mix: tuple[tuple[str, int], ...]) -> None:
    """Weave a strip along the foot: of each field as much as the list has of it, in its colour and its sign."""
    whole = sum(count for _, count in mix)
    ends = [round(width * part / whole) for part in accumulate(count for _, count in mix)]
    for (field, _), left, right in zip(mix, [0, *ends], ends, strict=False):
        full, glow, top = family(field).full, family(field).glow, height - _CLOTH
        sheet.fill((left, top, right, height), full)
        if right > left:
            sheet.press(weave(field, right - left, _CLOTH, _CLOTH // 2), (left, top), (glow, full))


def _unwoven(sheet: Sheet, width: int, height: int, ground: Colour) -> None:
    """Show the cloth of a place that has no model yet: of all fields alike, and hardly to be seen."""
    part, top = width // len(FIELDS), height - _CLOTH
    for number, field in enumerate(FIELDS):
        faint = mixed(CREAM, ground, _HARDLY)
        sheet.press(weave(field, part, _CLOTH, _CLOTH // 2), (number * part, top), (faint, ground))
