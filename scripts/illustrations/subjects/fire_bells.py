"""Fire bells in a narrow lane at night: one bell rings and all houses hear it; neighbours come with extinguishers."""

import math

from illustrations.buildings import Facade, street_house
from illustrations.land import sky
from illustrations.palette import PAPER, SEA, TIMBER_DARK, blend
from illustrations.pen import (
    HEIGHT,
    Point,
    box,
    curve,
    disc,
    number,
    outline,
    oval,
    path,
    picture,
    polygon,
    put,
    stroke,
    veil,
)
from illustrations.people import Person, standing
from illustrations.plants import Leaves, palm, tree

RED, RED_SHADE, RED_LIGHT = "#D8402B", "#A32A20", "#F07A5A"
LIT = "#F9DB96"
NIGHT = "#16263F"
LEAVES: Leaves = ("#173A4C", "#2A5C63", "#4F8579")
STEEL = "#C8D2D6"
VANISH: Point = (820, 600)


def _rings(centre: Point, radii: tuple[float, ...]) -> str:
    """The sound of a bell: arcs to both sides."""
    x, y = centre
    arcs = []
    for radius in radii:
        for side in (0, math.pi):
            points = [
                (x + radius * math.cos(side + a), y + radius * math.sin(side + a))
                for a in (-0.62, -0.31, 0, 0.31, 0.62)
            ]
            arcs.append(
                f'<path d="{curve(points, closed=False)}" fill="none" stroke="{LIT}" stroke-width="{number(radius * 0.05 + 3)}" stroke-linecap="round"/>'
            )
    return "".join(arcs)


def _bell(at: Point, size: float) -> str:
    """A round electric alarm bell on its plate."""
    parts = (
        box((-16, 70), (32, 66), RED_SHADE, 6),
        disc((0, 0), 100, RED_SHADE),
        disc((0, -5), 94, RED),
        disc((0, -5), 62, RED_SHADE),
        disc((0, -8), 57, RED),
        outline("-70,-44 -44,-74 -6,-86 -10,-76 -40,-62 -60,-38", RED_LIGHT),
        disc((0, -8), 19, STEEL),
        disc((-4, -12), 9, PAPER),
        box((-40, 128), (80, 30), RED_SHADE, 8),
    )
    return put(*parts, at=at, scale=size / 200)


def _extinguisher(at: Point, high: float) -> str:
    parts = (
        path("M-34 -190V-8Q-34 0 -26 0H26Q34 0 34 -8V-190Q30 -226 0 -228Q-30 -226 -34 -190Z", RED),
        path("M-34 -190V-8Q-34 0 -26 0H-14V-222Q-30 -216 -34 -190Z", RED_SHADE),
        box((-22, -140), (44, 62), PAPER, 4),
        box((-12, -250), (24, 26), "#2B2F36", 3),
        stroke("-8,-248 26,-268 44,-262", "#2B2F36", 11),
        stroke("8,-240 52,-224 58,-150 48,-96", "#2B2F36", 9),
        polygon("40,-100! 58,-100! 62,-62! 38,-62!", "#2B2F36"),
    )
    return put(*parts, at=at, scale=high / 270)


def _house(left: tuple[float, float], floors: int, wall: str, sign: int) -> str:
    """One house of the lane in perspective: `left` are its near and far edges, sign -1 the left row, 1 the right."""
    near, far = left

    def on(x: float, level: float) -> Point:
        """Level 0 is the foot of the wall, 1 a floor higher; x a vertical line of the wall plane."""
        share = (x - VANISH[0]) / (sign * 820)
        return x, VANISH[1] + (430 - 390 * level) * share

    def pane(a: float, b: float, low: float, high: float, tone: str) -> str:
        x1, x2 = near + (far - near) * a, near + (far - near) * b
        return polygon([on(x1, low), on(x2, low), on(x2, high), on(x1, high)], tone)

    shade = blend(wall, NIGHT, 0.35)
    parts = [pane(0, 1, 0, floors + 0.1, wall), pane(0.93, 1, 0, floors + 0.1, shade)]
    for floor in range(1, floors):
        base = float(floor)
        parts.append(pane(-0.02, 1.0, base, base + 0.07, shade))
        for a in (0.16, 0.56):
            parts += [
                pane(a - 0.02, a + 0.3, base + 0.2, base + 0.82, shade),
                pane(a, a + 0.28, base + 0.23, base + 0.79, LIT if (floor + int(near)) % 3 else SEA.base),
                pane(a + 0.13, a + 0.15, base + 0.23, base + 0.79, shade),
            ]
        parts.append(pane(0.08, 0.92, base + 0.34, base + 0.38, SEA.dark))
        parts += [pane(0.08 + 0.07 * i, 0.095 + 0.07 * i, base + 0.04, base + 0.36, SEA.dark) for i in range(13)]
    parts += [
        pane(0.1, 0.9, 0.0, 0.74, shade),
        pane(0.14, 0.86, 0.0, 0.7, "#F2C87C"),
        pane(0.14, 0.3, 0.0, 0.7, SEA.dark),
        pane(0.7, 0.86, 0.0, 0.7, SEA.dark),
        pane(-0.04, 1.0, 0.8, 0.86, blend(wall, PAPER, 0.25)),
        pane(-0.03, 1.02, floors + 0.06, floors + 0.16, shade),
    ]
    return "".join(parts)


def _wire(sign: int, stops: tuple[float, ...]) -> str:
    """The line from bell to bell along one row of houses, and its bells."""
    spots = [(x, VANISH[1] + (430 - 390 * 0.93) * (x - VANISH[0]) / (sign * 820)) for x in stops]
    spots = [(x, y - 6) for x, y in spots]
    cord = stroke(spots, RED_LIGHT, 4)
    bells = "".join(
        _bell((x, y), 92 * abs(x - VANISH[0]) / 700 + 8) + _rings((x, y - 2), (66 * abs(x - VANISH[0]) / 700 + 10,))
        for x, y in spots
    )
    return cord + bells


def _point() -> str:
    """The shared fire point in front: a red cabinet on the wall's corner with bell, extinguishers, hammer and crowbar."""
    board = box((-200, -640), (400, 640), RED_SHADE, 16) + box((-184, -624), (368, 608), RED, 10)
    inner = box((-164, -352), (328, 316), "#FBEFD8", 8) + box((-164, -352), (328, 24), "#E3CBA0", 8)
    shelf = box((-164, -52), (328, 16), "#C79F55")
    roof = polygon("-230,-640! 230,-640! 196,-694! -196,-694!", SEA.deep)
    legs = box((-176, 0), (26, 150), SEA.deep) + box((150, 0), (26, 150), SEA.deep)
    hammer = box((66, -300), (14, 240), "#B98A55", 5) + box((38, -316), (70, 40), "#4A5660", 6)
    bar = stroke("138,-66 138,-280 138,-302 124,-312", "#4A5660", 11)
    panel = disc((0, -490), 122, RED_LIGHT) + disc((0, -490), 114, "#FBEFD8")
    return put(
        legs,
        board,
        roof,
        panel,
        inner,
        hammer,
        bar,
        _extinguisher((-108, -52), 252),
        _extinguisher((-14, -52), 252),
        shelf,
    )


def draw() -> str:
    """Give the whole picture as SVG."""
    tones = (blend(SEA.base, "#C98A7A", 0.25), SEA.mid, blend(SEA.mid, "#E9C9A0", 0.25), blend(SEA.base, SEA.mid, 0.5))
    left = ((-60, 190), (190, 390), (390, 530), (530, 630), (630, 700))
    right = ((1720, 1440), (1440, 1240), (1240, 1100), (1100, 1000), (1000, 936))
    behind = [
        sky(NIGHT, SEA.dark, SEA.base, blend(SEA.light, "#F3C9A0", 0.5)),
        *(disc((430 + 97 * i % 760, 40 + 61 * i % 260), 2.8, PAPER) for i in range(14)),
        path("M800 130A60 60 0 1 0 860 226A52 52 0 1 1 800 130Z", "#FBEFD0"),
        palm((742, 660), 250, LEAVES, SEA.mid, -14),
        street_house(
            (752, 664),
            (130, 190),
            Facade((blend(SEA.light, "#E9C9A0", 0.4), SEA.mid), SEA.dark, LIT, 2, ("#8E5A50", "#6E4442")),
        ),
        tree((910, 664), 150, LEAVES, TIMBER_DARK, 4),
        tree((706, 664), 120, LEAVES, TIMBER_DARK, 6),
        path(f"M-20 640H1620V{HEIGHT}H-20Z", blend(SEA.mid, SEA.base, 0.55)),
        polygon("790,640! 850,640! 1640,1150! -20,1150!", blend(SEA.light, SEA.mid, 0.5)),
    ]
    rows = [
        *(_house(edges, 2 + (i + 1) % 2, tones[i % 4], -1) for i, edges in reversed(list(enumerate(left)))),
        *(_house(edges, 2 + i % 2, tones[(i + 2) % 4], 1) for i, edges in reversed(list(enumerate(right)))),
    ]
    people = [
        veil(
            *(
                oval((x, y), (w, 8), NIGHT)
                for x, y, w in ((640, 810, 40), (950, 800, 40), (800, 930, 60), (1090, 940, 60))
            ),
            opacity=0.5,
        ),
        standing((640, 810), 200, Person("#F3D9A0", "#2A3448", hatted=False, cropped=True)),
        standing((950, 800), 190, Person("#C98A9A", "#2A3448", hatted=False), mirror=True),
        standing((800, 930), 290, Person("#E58A4A", "#22304A", hatted=False, cropped=True)),
        _extinguisher((874, 862), 110),
        standing((1090, 946), 300, Person("#EAF1F2", "#22304A", hatted=False), mirror=True),
    ]
    return picture(
        *behind,
        *rows,
        _wire(-1, (80, 340, 500, 610)),
        _wire(1, (1560, 1290, 1130, 1030)),
        *people,
        put(_point(), at=(320, 960), scale=0.86),
        _bell((320, 536), 150),
        _rings((320, 530), (190, 238)),
    )
