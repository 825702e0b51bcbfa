"""Ten at night: a villager strikes the iron gong under the areca tree, lamps are lit in the houses, two neighbours set out."""

import math

from illustrations.buildings import cottage, village_house
from illustrations.land import cloud, fringe, ground, ridge, sky
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
from illustrations.plants import Leaves, banana, bush, palm, tree

LIT = "#F9DB96"
LEAVES: Leaves = ("#16384A", "#28595F", "#4A8078")
NEAR_LEAVES: Leaves = ("#0C1F33", "#14314A", "#1F4A58")
WALLS = (blend(SEA.pale, "#E9C9A0", 0.45), blend(SEA.light, "#C9A98A", 0.4))
TILES = ("#8E5A50", "#6A4444")
IRON, IRON_SHADE, IRON_LIGHT = "#8A94A0", "#56616F", "#C9D2D8"


def _gong() -> str:
    """A wheel rim that serves as a gong: it hangs by a chain from the origin, its middle 210 below."""
    chain = "".join(
        f'<ellipse cx="0" cy="{14 + 26 * i}" rx="{8 if i % 2 else 5}" ry="16" fill="none" stroke="{IRON_SHADE}" stroke-width="5"/>'
        for i in range(4)
    )
    rim = disc((0, 216), 112, IRON_SHADE) + disc((-4, 213), 106, IRON)
    hollow = disc((0, 216), 74, IRON_SHADE) + disc((3, 219), 68, blend(SEA.dark, SEA.base, 0.5))
    holes = "".join(
        disc((90 * math.cos(a) - 2, 214 + 90 * math.sin(a)), 7, IRON_SHADE)
        for a in (0.5 + math.tau * i / 8 for i in range(8))
    )
    light = f'<path d="{curve([(-82, 160), (-52, 126), (-10, 112), (30, 118)], closed=False)}" fill="none" stroke="{IRON_LIGHT}" stroke-width="9" stroke-linecap="round"/>'
    return chain + rim + hollow + holes + light


def _sound(centre: Point, side: float) -> str:
    """Three arcs of sound to one side: 0 is right, pi left."""
    x, y = centre
    arcs = []
    for radius in (160, 212, 264):
        points = [
            (x + radius * math.cos(side + a), y + radius * math.sin(side + a)) for a in (-0.5, -0.25, 0, 0.25, 0.5)
        ]
        arcs.append(
            f'<path d="{curve(points, closed=False)}" fill="none" stroke="{LIT}" stroke-width="{number(13 - radius / 40)}" stroke-linecap="round"/>'
        )
    return veil(*arcs, opacity=0.85)


def _striker(at: Point, height: float) -> str:
    """A man who swings a short mallet up to the right."""
    figure = standing(
        (0, 0), 100, Person("#C9703B", "#22304A", hatted=False, cropped=True), reach="10,-77 24,-80 35,-92"
    )
    mallet = stroke("34,-87 48,-112", "#B98A55", 3.4) + put(
        box((-5, -9), (10, 18), "#8A5A2B", 2), at=(50, -114), turn=-56
    )
    return put(mallet, figure, at=at, scale=height / 100)


def _lantern_light(at: Point) -> str:
    """A torch beam from the patrol, to the left."""
    x, y = at
    return veil(polygon([(x, y), (x - 210, y - 14), (x - 230, y + 86)], LIT), opacity=0.3) + box(
        (x - 6, y - 5), (26, 10), "#2B2F36", 3
    )


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky("#12223C", SEA.dark, SEA.base, blend(SEA.mid, "#E9C9A0", 0.3)),
        *(disc((70 + 197 * i % 1500, 40 + 71 * i % 330), 2.8, PAPER) for i in range(22)),
        veil(disc((1180, 210), 150, "#FBEFD0"), opacity=0.12),
        disc((1180, 210), 84, "#FBEFD0"),
        cloud((1010, 300), 300, SEA.mid),
        cloud((1420, 170), 220, SEA.mid),
        ridge(560, 60, 12, (blend(SEA.mid, SEA.base, 0.4), blend(SEA.light, SEA.mid, 0.4)), 1.5),
        ground(640, blend(SEA.mid, SEA.base, 0.7), -6),
        *(
            tree((x, 668), h, LEAVES, TIMBER_DARK, s)
            for x, h, s in ((700, 190, 3), (930, 220, 5), (1270, 200, 7), (1560, 260, 2))
        ),
        cottage((820, 664), 170, WALLS, TILES, LIT),
        cottage((1090, 672), 200, WALLS, TILES, LIT),
        palm((980, 690), 330, LEAVES, SEA.light, 16),
        village_house((1380, 730), 400, WALLS, TILES),
        *(box((x, 668), (34, 44), LIT) for x in (1262, 1363, 1464)),
        palm((1540, 740), 420, LEAVES, SEA.light, -20),
        banana((1150, 734), 170, LEAVES, 3),
    ]
    yard = [
        path(f"M-20 772Q500 720 900 736T1640 744V{HEIGHT}H-20Z", blend(SEA.light, SEA.mid, 0.7)),
        path(
            f"M900 736Q1010 820 900 900T520 {HEIGHT}H1180Q1240 900 1160 830T1080 738Z",
            blend(SEA.light, "#E9C9A0", 0.35),
        ),
        veil(oval((1350, 760), (270, 26), LIT), opacity=0.35),
        *(bush((x, 774), w, LEAVES) for x, w in ((1200, 80), (1580, 130), (760, 110), (660, 80))),
    ]
    patrol = [
        veil(oval((1060, 890), (46, 8), SEA.deep), oval((1144, 894), (46, 8), SEA.deep), opacity=0.5),
        standing((1144, 894), 218, Person("#6E8F5C", "#22304A", hatted=False, cropped=True), mirror=True),
        standing((1060, 890), 222, Person("#EAF1F2", "#22304A", hatted=False, cropped=True), mirror=True),
        _lantern_light((1006, 772)),
    ]
    tree_near = [
        outline("-60,1100! 20,820 30,520 -20,240 -40,-20! 150,-20! 132,240 150,520 190,820 290,1100!", "#1A2438"),
        stroke([(110, 250), (330, 168), (560, 150), (690, 172)], "#1A2438", 44),
        stroke([(560, 150), (680, 90), (800, 80)], "#1A2438", 22),
        *(
            bush((x, y), w, NEAR_LEAVES)
            for x, y, w in ((60, 150, 460), (330, 90, 420), (640, 40, 340), (-20, 260, 280), (860, 20, 260))
        ),
    ]
    striking = [
        put(_gong(), at=(590, 166), scale=1.16),
        _sound((590, 416), 0),
        veil(oval((420, 966), (84, 12), SEA.deep), opacity=0.5),
        _striker((410, 966), 440),
    ]
    return picture(*behind, *yard, *patrol, *tree_near, *striking, fringe(1076, 74, 5, "#0C1F33"))
