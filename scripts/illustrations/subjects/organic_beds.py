"""Organic vegetable beds: rows that run to the village, two growers bent over them, a full basket in front."""

from illustrations.buildings import village_house
from illustrations.land import cloud, ground, ridge, sky, sun
from illustrations.palette import LEAF_LIGHT, PAPER, RICE, STRAW, STRAW_SHADE, TIMBER_DARK, WALL_SHADE, blend
from illustrations.pen import HEIGHT, Point, box, disc, outline, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import Person, bending
from illustrations.plants import GREEN, Leaves, banana, palm, tree

HORIZON = 560
SOIL = "#7A5536"
SOIL_SHADE = "#5E3F28"
LETTUCE: Leaves = ("#3E8A47", "#6DB05A", "#B4D67A")
CABBAGE: Leaves = ("#2C7560", "#56A184", "#A6D3B0")
AMARANTH: Leaves = ("#6B2740", "#9A3C56", "#C66A78")


def head(at: Point, size: float, leaves: Leaves) -> str:
    """Draw one leafy plant from above and the front: outer leaves, heart, light."""
    shade, body, light = leaves
    fan = [
        put(outline("0,0! -9,-14 -8,-30 0,-40 8,-30 9,-14", shade if turn % 2 else body), turn=angle)
        for turn, angle in enumerate((-80, 80, -52, 52, -24, 24))
    ]
    heart = outline("0,0! -12,-12 -10,-28 0,-33 10,-28 12,-12", body) + outline(
        "0,-4! -6,-12 -4,-23 3,-26 7,-18 6,-9", light
    )
    return put(*fan, heart, at=at, scale=size / 40)


def bed(edges: tuple[float, float], vanish: Point, far: float, leaves: Leaves) -> str:
    """Draw a raised bed from the lower edge (its two sides there) back to a level, planted in pairs that shrink."""
    left, right = edges
    near = HEIGHT + 30

    def on(x: float, level: float) -> float:
        return vanish[0] + (x - vanish[0]) * (level - vanish[1]) / (HEIGHT - vanish[1])

    soil = polygon([(on(left, near), near), (on(left, far), far), (on(right, far), far), (on(right, near), near)], SOIL)
    edge = polygon(
        [(on(left, near), near), (on(left, far), far), (on(left, far) + 3, far), (on(left, near) + 26, near)],
        SOIL_SHADE,
    )
    plants = []
    level, step = far, 9.0
    while level < near + 40:
        size = (right - left) * 0.205 * (level - vanish[1]) / (HEIGHT - vanish[1])
        plants += [head((on(left + (right - left) * share, level), level), size, leaves) for share in (0.26, 0.74)]
        level += step
        step *= 1.26
    return soil + edge + "".join(plants)


def basket(at: Point, width: float) -> str:
    """Draw a round woven basket heaped with vegetables."""
    half, high = width / 2, width * 0.5
    bowl = path(
        f"M{-half} {-high}H{half}Q{half * 0.86} {-high * 0.1} {half * 0.6} 0H{-half * 0.6}Q{-half * 0.86} {-high * 0.1} {-half} {-high}Z",
        STRAW,
    )
    weave = [
        stroke(
            [
                (-half * (0.95 - 0.1 * i), -high * (0.8 - 0.22 * i)),
                (0, -high * (0.74 - 0.22 * i)),
                (half * (0.95 - 0.1 * i), -high * (0.8 - 0.22 * i)),
            ],
            STRAW_SHADE,
            width * 0.022,
        )
        for i in range(4)
    ]
    rim = box((-half * 1.06, -high * 1.08), (width * 1.06, high * 0.18), STRAW_SHADE, high * 0.09)
    heap = [
        head((width * x, -high * 1.0 + width * y), width * s, kind)
        for x, y, s, kind in (
            (-0.3, 0, 0.34, CABBAGE),
            (0.28, 0, 0.36, LETTUCE),
            (0.0, -0.02, 0.42, LETTUCE),
            (-0.16, 0.04, 0.3, AMARANTH),
        )
    ]
    fruit = [disc((width * x, -high * 1.08), width * 0.075, "#CF5A36") for x in (0.14, 0.36, -0.4)]
    return put(*heap, *fruit, bowl, *weave, rim, at=at)


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(blend(RICE.pale, "#A9D3C6", 0.5), RICE.mist, blend(RICE.mist, RICE.glow, 0.45)),
        sun((1210, 250), 92, RICE.glow),
        cloud((420, 170), 340, PAPER),
        cloud((830, 260), 220, PAPER),
        ridge(430, 70, 31, (blend(RICE.pale, RICE.light, 0.6), RICE.mist), 1.1),
        ridge(500, 40, 44, (RICE.light, blend(RICE.pale, RICE.light, 0.3)), 1.7),
    ]
    village = [
        tree((120, 590), 250, GREEN, TIMBER_DARK, 3),
        palm((300, 590), 330, GREEN, WALL_SHADE, -14),
        palm((362, 590), 270, GREEN, WALL_SHADE, 10),
        village_house((560, 596), 320),
        tree((800, 590), 170, GREEN, TIMBER_DARK, 5),
        tree((1330, 590), 210, GREEN, TIMBER_DARK, 6),
        tree((1480, 596), 280, GREEN, TIMBER_DARK, 7),
        ground(HORIZON + 26, blend(RICE.light, LEAF_LIGHT, 0.4), -8),
    ]
    beds = [
        ground(HORIZON + 52, blend(RICE.mid, LEAF_LIGHT, 0.35), -8),
        bed((-900, -430), (860, HORIZON - 40), HORIZON + 40, CABBAGE),
        bed((-300, 150), (860, HORIZON - 40), HORIZON + 40, LETTUCE),
        bed((280, 730), (860, HORIZON - 40), HORIZON + 40, CABBAGE),
        bed((860, 1310), (860, HORIZON - 40), HORIZON + 40, LETTUCE),
        bed((1440, 1890), (860, HORIZON - 40), HORIZON + 40, AMARANTH),
        bed((2020, 2500), (860, HORIZON - 40), HORIZON + 40, LETTUCE),
    ]
    people = [
        veil(oval((1060, 776), (90, 10), RICE.deep), oval((424, 850), (120, 13), RICE.deep), opacity=0.35),
        bending((1040, 776), 150, Person("#B56A78"), mirror=True),
        bending((400, 850), 215, Person("#E9DCC0")),
        veil(oval((1290, 1010), (180, 18), RICE.deep), opacity=0.4),
        basket((1290, 1012), 290),
        banana((-20, 1150), 560, (RICE.deep, RICE.dark, RICE.base), 3),
    ]
    return picture(*behind, *village, *beds, *people)
