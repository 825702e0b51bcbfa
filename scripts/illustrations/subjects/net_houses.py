"""Safe vegetables in net houses: three arched tunnels of white netting on the plain, beds running out of them."""

from illustrations.land import cloud, ground, ridge, sky, sun
from illustrations.palette import LEAF_LIGHT, PAPER, RICE, TIMBER_DARK, WALL_SHADE, blend
from illustrations.pen import Point, number, oval, path, picture, polygon, put, veil, within
from illustrations.people import Person, standing
from illustrations.plants import GREEN, palm, tree
from illustrations.subjects.organic_beds import CABBAGE, LETTUCE, basket, bed, head

VANISH: Point = (800, 560)
NET = "#FBFCF3"
NET_SHADE = "#E3EBD6"
HOOP = "#A9C2A8"
RADIUS, RISE, MOUTH = 225.0, 310.0, 780.0


def _arch(size: float = 1, foot: Point = (0, 0)) -> str:
    radius, wall, crown = RADIUS * size, RISE * 0.38 * size, RISE * 0.62 * size
    top = foot[1] - wall
    return (
        f"M{number(foot[0] - radius)} {number(foot[1])}V{number(top)}"
        f"A{number(radius)} {number(crown)} 0 0 1 {number(foot[0] + radius)} {number(top)}V{number(foot[1])}Z"
    )


def _at(x: float, depth: float) -> tuple[Point, float]:
    """Where the foot of an arch stands that is `depth` (0 at the mouth, 1 at the horizon) away, and its size there."""
    return (x + (VANISH[0] - x) * depth, MOUTH + (VANISH[1] - MOUTH) * depth), 1 - depth


def _hoop(x: float, depth: float, width: float) -> str:
    foot, size = _at(x, depth)
    return put(f'<path d="{_arch()}" fill="none" stroke="{HOOP}" stroke-width="{width:g}"/>', at=foot, scale=size)


def _tunnel(x: float, name: str) -> str:
    """One net house: skin and hoops going back to the vanishing point, then what one sees through its mouth."""
    depths = [0.06 * index for index in range(10, -1, -1)]
    skin = []
    for depth in depths:
        foot, size = _at(x, depth)
        skin += [put(path(_arch(), blend(NET, NET_SHADE, depth * 1.3)), at=foot, scale=size), _hoop(x, depth, 5)]
    foot, size = _at(x, depths[0])
    end = put(path(_arch(0.97), blend(RICE.mist, RICE.glow, 0.35)), at=foot, scale=size)
    floor = polygon(
        [
            (x - RADIUS, MOUTH),
            (x + RADIUS, MOUTH),
            (foot[0] + RADIUS * size, foot[1]),
            (foot[0] - RADIUS * size, foot[1]),
        ],
        blend(RICE.mid, LEAF_LIGHT, 0.3),
    )
    crops = []
    for depth in (0.57, 0.5, 0.42, 0.33, 0.22, 0.1):
        (middle, level), near = _at(x, depth)
        crops += [
            head((middle + share * RADIUS * near, level), 58 * near, LETTUCE if abs(share) < 0.5 else CABBAGE)
            for share in (-0.75, -0.25, 0.25, 0.75)
        ]
    window = path(_arch(0.97, (x, MOUTH)), NET)
    inside = path("M-99 0H1700V1067H-99Z", blend(RICE.light, NET, 0.45))
    hoops = [_hoop(x, depth, 7) for depth in depths[:-1]]
    mouth = put(f'<path d="{_arch()}" fill="none" stroke="{PAPER}" stroke-width="14"/>', at=(x, MOUTH))
    return "".join(skin) + within(name, window, inside, end, floor, *hoops, *crops) + mouth


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(blend(RICE.pale, "#A9D3C6", 0.6), RICE.mist, blend(RICE.mist, RICE.glow, 0.4)),
        sun((330, 230), 88, RICE.glow),
        cloud((800, 140), 360, PAPER),
        cloud((1240, 230), 260, PAPER),
        ridge(500, 26, 31, (blend(RICE.pale, RICE.light, 0.8), RICE.pale), 1.1),
        *(
            tree((40 + 104 * i, 600), 130 + 34 * (i % 3), (RICE.base, RICE.mid, RICE.light), TIMBER_DARK, i)
            for i in range(16)
        ),
        palm((1545, 640), 430, GREEN, WALL_SHADE, -30),
        palm((1470, 640), 330, GREEN, WALL_SHADE, 6),
        palm((60, 640), 380, GREEN, WALL_SHADE, 20),
        ground(590, blend(RICE.light, LEAF_LIGHT, 0.4), -6),
    ]
    beds = [
        ground(MOUTH - 4, blend(RICE.mid, LEAF_LIGHT, 0.35), 0),
        *(
            bed((left, left + 300), (VANISH[0], VANISH[1]), MOUTH + 26, leaves)
            for left, leaves in (
                (-1130, CABBAGE),
                (-740, LETTUCE),
                (-350, LETTUCE),
                (40, CABBAGE),
                (650, LETTUCE),
                (1260, CABBAGE),
                (1650, LETTUCE),
                (2040, LETTUCE),
            )
        ),
    ]
    front = [
        veil(oval((1078, 955), (66, 9), RICE.deep), oval((1196, 962), (84, 10), RICE.deep), opacity=0.4),
        standing((1080, 955), 330, Person("#E9DCC0")),
        basket((1196, 964), 150),
    ]
    return picture(*behind, *(_tunnel(x, f"mouth{i}") for i, x in enumerate((270, 1330, 800))), *beds, *front)
