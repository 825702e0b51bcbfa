"""A road of flags and lamps: gold stars on red and warm lanterns in two lines, houses among trees, evening light."""

from illustrations.buildings import cottage
from illustrations.flag import flag
from illustrations.land import cloud, ridge, sky, sun
from illustrations.palette import FLAG_GOLD, PAPER, PLUM, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, Point, box, disc, fading, number, oval, path, picture, polygon, put, stroke, veil
from illustrations.plants import Leaves, bush, palm, tree

EVENING: Leaves = ("#2E4A45", "#4B7560", "#86A878")
VANISH: Point = (800, 640)
LIT = "#FFE2A0"


def _on(x: float, depth: float) -> tuple[Point, float]:
    """The foot of a post whose nearest brother stands at x on the lower edge; depth 0 near, 1 at the horizon."""
    size = 1 - depth
    return (VANISH[0] + (x - VANISH[0]) * size, VANISH[1] + (HEIGHT + 30 - VANISH[1]) * size), size


def _flagstaff() -> str:
    """A staff with its flag flying outward from the road, here to the right; foot at the origin."""
    staff = box((-9, -760), (18, 760), blend(PLUM.pale, PAPER, 0.4)) + box((-9, -760), (7, 760), PLUM.light)
    return put(staff, disc((0, -772), 15, FLAG_GOLD), flag((9, -745), 330, 0.055), box((-24, -26), (48, 26), PLUM.dark))


def _lamp() -> str:
    """A street lamp taller than the staffs, its lantern hung inward over the road, foot at the origin, arm to the right."""
    post = box((-8, -860), (16, 860), PLUM.deep) + stroke("0,-850 14,-900 56,-916 120,-908", PLUM.deep, 12)
    glow = veil(disc((120, -836), 96, LIT), opacity=0.3)
    lantern = (
        path("M84 -882H156L142 -790H98Z", LIT)
        + box((80, -894), (80, 15), PLUM.deep, 5)
        + box((95, -792), (50, 12), PLUM.deep, 4)
    )
    return put(glow, post, lantern, stroke("120,-908 120,-890", PLUM.deep, 6), box((-22, -26), (44, 26), PLUM.deep))


def _avenue() -> str:
    """Hedges and lamps in the outer lines, staffs in the inner ones, the farthest of each first."""
    outer, inner = [], []
    for index in range(14, -1, -1):
        for side in (-1, 1):
            if index % 2:
                foot, size = _on(800 + side * 700, 1 - 0.8**index * 0.9)
                inner.append(put(_flagstaff(), at=foot, scale=size * 1.3, mirror=side < 0))
                continue
            foot, size = _on(800 + side * 800, 1 - 0.8**index * 0.86)
            hedge, broad = _on(800 + side * 960, 1 - 0.8**index * 0.86)
            outer.append(bush(hedge, 300 * broad, EVENING))
            outer.append(put(_lamp(), at=foot, scale=size * 1.24, mirror=side > 0))
    return "".join(outer + inner)


def _church(at: Point, size: float) -> str:
    """A small bell tower far off among the roofs."""
    stone, shade = blend(PLUM.mist, "#F2DCC0", 0.5), PLUM.light
    parts = (
        box((-20, -110), (40, 110), stone)
        + box((-20, -110), (13, 110), shade)
        + polygon("-24,-110! 0,-164! 24,-110!", "#B5607A")
    )
    parts += (
        box((-1.5, -186), (3, 26), PLUM.dark)
        + box((-7, -178), (14, 3), PLUM.dark)
        + box((-7, -96), (14, 26), PLUM.dark, 7)
    )
    parts += box((20, -56), (96, 56), stone) + polygon("14,-54! 30,-84! 112,-84! 124,-54!", "#B5607A")
    return put(parts, at=at, scale=size)


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(PLUM.light, PLUM.pale, "#FBE7D3", "#FBDDB4"),
        sun((800, 520), 128, "#FCD391"),
        cloud((420, 170), 330, blend(PAPER, PLUM.pale, 0.2)),
        cloud((1130, 120), 260, blend(PAPER, PLUM.pale, 0.2)),
        cloud((1300, 300), 200, blend(PAPER, PLUM.pale, 0.1)),
        ridge(560, 60, 16, (blend(PLUM.light, "#F2C9B8", 0.4), blend(PLUM.pale, "#FBDDB4", 0.5)), 1.4),
        ridge(620, 30, 29, (PLUM.mid, PLUM.light), 2.1),
    ]
    village = [
        *(
            tree((x, 690), high, EVENING, TIMBER_DARK, i)
            for i, (x, high) in enumerate(((40, 300), (240, 210), (520, 150), (1080, 150), (1340, 220), (1560, 300)))
        ),
        palm((420, 690), 260, EVENING, PLUM.light, 10),
        palm((1200, 690), 270, EVENING, PLUM.light, -12),
        cottage((340, 696), 240),
        cottage((90, 716), 330),
        cottage((1260, 696), 230),
        cottage((1510, 716), 330),
        cottage((610, 672), 100),
        _church((960, 668), 1.25),
    ]
    horizon = 652
    land = [
        fading(
            "grass",
            f"M-20 {horizon + 14}Q800 {horizon - 12} 1620 {horizon + 14}V{HEIGHT}H-20Z",
            (blend("#86A878", PLUM.pale, 0.25), blend("#4B7560", PLUM.base, 0.2)),
            (horizon, HEIGHT),
        ),
        polygon(
            f"{VANISH[0] - 12},{VANISH[1] + 4}! {VANISH[0] + 12},{VANISH[1] + 4}! 1470,{HEIGHT}! 130,{HEIGHT}!",
            blend(PLUM.pale, "#FBE7D3", 0.4),
        ),
        fading(
            "road",
            f"M{VANISH[0] - 9} {VANISH[1] + 4}H{VANISH[0] + 9}L1360 {HEIGHT}H240Z",
            (blend(PLUM.light, "#F2C9B8", 0.45), PLUM.mid),
            (VANISH[1], HEIGHT),
        ),
        *(
            path(
                f"M{number(800 - 12 * near)} {number(640 + 427 * near)}H{number(800 + 12 * near)}L{number(800 + 12 * far)} {number(640 + 427 * far)}H{number(800 - 12 * far)}Z",
                PAPER,
            )
            for near, far in ((1.0, 0.78), (0.62, 0.5), (0.4, 0.33), (0.27, 0.225), (0.185, 0.155), (0.125, 0.105))
        ),
        veil(*(oval((800, 640 + 427 * t), (560 * t, 24 * t), LIT) for t in (0.73, 0.42, 0.24)), opacity=0.2),
    ]
    return picture(*behind, *village, *land, _avenue())
