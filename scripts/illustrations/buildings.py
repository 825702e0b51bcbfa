"""Houses as one meets them: the tiled village house, the narrow street house, the northern house on stilts."""

from dataclasses import dataclass

from illustrations.palette import STRAW, STRAW_SHADE, TILE, TILE_SHADE, TIMBER, TIMBER_DARK, WALL, WALL_SHADE, blend
from illustrations.pen import Point, box, outline, path, polygon, put, stroke

Coat = tuple[str, str]
"""A colour and its shade."""

TILES: Coat = (TILE, TILE_SHADE)
THATCH: Coat = (STRAW, STRAW_SHADE)


def roof(left: float, right: float, eave: float, rise: float, coat: Coat) -> str:
    """Draw a tiled roof seen from the front: raised ridge ends, courses running down, a shaded eave; y grows downwards."""
    colour, shade = coat
    top, inset = eave - rise, rise * 0.42
    slope = polygon([(left, eave), (left + inset, top), (right - inset, top), (right, eave)], colour)
    count = max(6, round((right - left) / max(rise * 0.16, 9)))
    lines = []
    for index in range(1, count):
        share = index / count
        foot, head = left + (right - left) * share, left + inset + (right - left - 2 * inset) * share
        lines.append(stroke([(head, top), (foot, eave)], shade, max(1.6, rise * 0.018)))
    edge = rise * 0.1
    lip = polygon(
        [(left, eave), (left + edge * 0.4, eave - edge), (right - edge * 0.4, eave - edge), (right, eave)], shade
    )
    horn = rise * 0.16
    crest = path(
        f"M{left + inset - horn:.1f} {top - horn:.1f}Q{left + inset:.1f} {top:.1f} {left + inset + horn * 1.5:.1f} {top - horn * 0.2:.1f}"
        f"H{right - inset - horn * 1.5:.1f}Q{right - inset:.1f} {top:.1f} {right - inset + horn:.1f} {top - horn:.1f}"
        f"L{right - inset:.1f} {top + horn * 0.6:.1f}H{left + inset:.1f}Z",
        shade,
    )
    return slope + "".join(lines) + lip + crest


def village_house(at: Point, width: float, walls: Coat = (WALL, WALL_SHADE), tiles: Coat = TILES) -> str:
    """Draw a house of three bays under one tiled roof, standing on y with its middle at x."""
    wall, shade = walls
    half, high = width / 2, width * 0.27
    front = box((-half * 0.86, -high), (half * 1.72, high), wall)
    eaves = box((-half * 0.86, -high), (half * 1.72, high * 0.2), shade)
    bay = half * 1.72 / 3
    doors = []
    for index in range(3):
        x = -half * 0.86 + bay * index + bay * 0.2
        doors.append(box((x, -high * 0.74), (bay * 0.6, high * 0.74), TIMBER))
        doors.append(box((x + bay * 0.28, -high * 0.74), (bay * 0.04, high * 0.74), TIMBER_DARK))
        doors.append(box((x, -high * 0.52), (bay * 0.6, high * 0.05), TIMBER_DARK))
    posts = [box((-half * 0.86 + bay * i - width * 0.011, -high), (width * 0.022, high), shade) for i in range(4)]
    step = box((-half * 0.95, -high * 0.07), (half * 1.9, high * 0.12), blend(shade, "#7A6A58", 0.4))
    return put(front, eaves, *doors, *posts, step, roof(-half, half, -high * 0.94, width * 0.2, tiles), at=at)


def cottage(at: Point, width: float, walls: Coat = (WALL, WALL_SHADE), tiles: Coat = TILES, pane: str = TIMBER) -> str:
    """Draw a small house far away: wall, roof, a door and a window (lit at night), no more than the eye would see."""
    wall, shade = walls
    high = width * 0.34
    parts = (
        box((-width * 0.42, -high), (width * 0.84, high), wall),
        box((-width * 0.42, -high), (width * 0.3, high), shade),
        box((-width * 0.02, -high * 0.62), (width * 0.13, high * 0.62), TIMBER),
        box((width * 0.2, -high * 0.6), (width * 0.13, high * 0.3), pane),
        polygon(
            [
                (-width * 0.52, -high),
                (-width * 0.34, -high * 1.72),
                (width * 0.34, -high * 1.72),
                (width * 0.52, -high),
            ],
            tiles[0],
        ),
        polygon(
            [(-width * 0.52, -high), (-width * 0.5, -high * 1.1), (width * 0.5, -high * 1.1), (width * 0.52, -high)],
            tiles[1],
        ),
    )
    return put(*parts, at=at)


@dataclass(frozen=True, slots=True)
class Facade:
    """How a town house looks to the street."""

    walls: Coat
    frames: str
    panes: str
    floors: int = 3
    tiles: Coat = TILES


def street_house(foot: Point, size: Point, facade: Facade) -> str:
    """Draw a narrow town house from its lower left corner: shuttered windows, one balcony a floor, a small pitched roof."""
    wide, high = size
    wall, shade = facade.walls
    frames, panes, floors = facade.frames, facade.panes, facade.floors
    storey = high * 0.86 / floors
    parts = [
        box((0, -high * 0.86), (wide, high * 0.86), wall),
        box((0, -high * 0.86), (wide * 0.12, high * 0.86), shade),
    ]
    for floor in range(1, floors):
        sill = -storey * floor
        parts.append(box((-wide * 0.02, sill - storey * 0.04), (wide * 1.04, storey * 0.06), shade))
        parts += [
            _window((wide * x, sill - storey * 0.72), (wide * 0.24, storey * 0.54), frames, panes) for x in (0.2, 0.58)
        ]
        parts += _balcony(wide, sill, storey * 0.24, frames)
    parts += [
        box((wide * 0.18, -storey * 0.74), (wide * 0.64, storey * 0.74), frames),
        box((wide * 0.13, -storey * 0.82), (wide * 0.74, storey * 0.08), facade.tiles[1]),
    ]
    parts += [
        box((wide * (0.18 + 0.16 * i), -storey * 0.74), (wide * 0.015, storey * 0.74), shade) for i in range(1, 4)
    ]
    lid = polygon(
        [(-wide * 0.07, -high * 0.85), (wide * 0.1, -high), (wide * 0.9, -high), (wide * 1.07, -high * 0.85)],
        facade.tiles[0],
    )
    eave = box((-wide * 0.07, -high * 0.865), (wide * 1.14, high * 0.022), facade.tiles[1])
    return put(*parts, lid, eave, at=foot)


def _window(corner: Point, size: Point, frame: str, pane: str) -> str:
    (x, y), (wide, high) = corner, size
    leaf = wide * 0.3
    return (
        box((x, y), (wide, high), pane)
        + box((x - leaf * 0.6, y), (leaf, high), frame)
        + box((x + wide - leaf * 0.4, y), (leaf, high), frame)
        + box((x + wide / 2 - wide * 0.03, y), (wide * 0.06, high), frame)
    )


def _balcony(wide: float, sill: float, high: float, colour: str) -> list[str]:
    rail = box((wide * 0.1, sill - high), (wide * 0.8, high * 0.14), colour)
    bars = [box((wide * (0.13 + 0.092 * i), sill - high), (wide * 0.014, high), colour) for i in range(9)]
    return [rail, *bars]


def stilt_house(at: Point, width: float, thatch: Coat = THATCH, *, horned: bool = True) -> str:
    """Draw a house on stilts: a deep hipped roof, a railed gallery, a ladder; crossed horns are those of the north-west."""
    half, floor, eave = width / 2, -width * 0.2, -width * 0.4
    colour, shade = thatch
    posts = [
        box((half * x - width * 0.012, floor), (width * 0.024, -floor), TIMBER_DARK)
        for x in (-0.78, -0.4, 0.0, 0.4, 0.78)
    ]
    under = box((-half * 0.8, floor), (half * 1.6, -floor * 0.5), blend(TIMBER_DARK, "#1A2A20", 0.6))
    wall = box((-half * 0.8, eave), (half * 1.6, floor - eave), TIMBER)
    planks = [box((half * (-0.8 + 0.1 * i), eave), (width * 0.004, floor - eave), TIMBER_DARK) for i in range(1, 16)]
    windows = [box((half * x, eave * 0.82), (half * 0.2, -width * 0.1 * -1), TIMBER_DARK) for x in (-0.56, -0.12, 0.34)]
    deck = box((-half * 0.98, floor - width * 0.006), (half * 1.96, width * 0.022), STRAW_SHADE)
    rail = box((-half * 0.96, floor - width * 0.07), (half * 1.92, width * 0.01), STRAW_SHADE)
    bars = [
        box((half * (-0.95 + 0.1 * i), floor - width * 0.07), (width * 0.006, width * 0.07), STRAW_SHADE)
        for i in range(20)
    ]
    ladder = stroke([(half * 0.9, floor), (half * 1.14, 0)], STRAW_SHADE, width * 0.014) + stroke(
        [(half * 0.78, floor), (half * 1.02, 0)], STRAW_SHADE, width * 0.014
    )
    rungs = [
        stroke(
            [(half * (0.78 + 0.24 * t), floor * (1 - t)), (half * (0.9 + 0.24 * t), floor * (1 - t))],
            STRAW_SHADE,
            width * 0.01,
        )
        for t in (0.2, 0.4, 0.6, 0.8)
    ]
    top = -width * 0.74
    slope = outline(
        [
            (-half * 1.08, eave + width * 0.05),
            (-half * 1.08, eave + width * 0.05),
            (-half * 0.72, eave - width * 0.14),
            (-half * 0.5, top),
            (-half * 0.5, top),
            (half * 0.5, top),
            (half * 0.5, top),
            (half * 0.72, eave - width * 0.14),
            (half * 1.08, eave + width * 0.05),
            (half * 1.08, eave + width * 0.05),
        ],
        colour,
    )
    lip = polygon(
        [
            (-half * 1.08, eave + width * 0.05),
            (-half * 1.03, eave + width * 0.02),
            (half * 1.03, eave + width * 0.02),
            (half * 1.08, eave + width * 0.05),
        ],
        shade,
    )
    combs = [
        stroke(
            [
                (half * 0.5 * t, top + width * 0.012),
                (half * 0.72 * t, eave - width * 0.14),
                (half * 1.0 * t, eave + width * 0.012),
            ],
            shade,
            width * 0.006,
        )
        for t in (-0.9, -0.7, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.7, 0.9)
    ]
    horns = [
        stroke(
            [(half * x, top + width * 0.03), (half * x + side * width * 0.05, top - width * 0.08)],
            TIMBER_DARK,
            width * 0.014,
        )
        for x in ((-0.5, 0.5) if horned else ())
        for side in (-1, 1)
    ]
    return put(
        under, *posts, wall, *planks, *windows, *horns, slope, *combs, lip, rail, *bars, deck, ladder, *rungs, at=at
    )
