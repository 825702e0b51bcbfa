"""A Khmer pagoda at dusk: tiered roofs with naga gables, monks in saffron and villagers sit together in the court, sugar palms."""

from illustrations.land import cloud, ridge, sky, sun
from illustrations.palette import PAPER, SEA, SKIN, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, Point, box, disc, fading, outline, oval, path, picture, polygon, put, stroke, veil
from illustrations.plants import Leaves, bush, tree

SAFFRON, SAFFRON_SHADE = "#E8892B", "#BF6418"
GILT, GILT_SHADE = "#F2C25A", "#C08A2E"
TILE, TILE_SHADE = "#B4502F", "#8A3826"
CREAM, CREAM_SHADE = "#F4DFB8", "#D9BC8C"
LEAVES: Leaves = ("#1B3F4A", "#2F6266", "#5A8F82")
LIT = "#F9DB96"


def _gable(half: float, high: float) -> str:
    """One gable front with its roof edges: steep, slightly hollow sides, naga tails at the foot and a spire on top."""
    side = f"M{-half} 0Q{-half * 0.42:.0f} {-high * 0.34:.0f} 0 {-high}Q{half * 0.42:.0f} {-high * 0.34:.0f} {half} 0Z"
    inner = put(path(side, GILT_SHADE), at=(0, -high * 0.03), scale=0.8) + put(
        path(side, GILT), at=(0, -high * 0.05), scale=0.66
    )
    flower = "".join(
        put(outline("0,0! -9,-18 0,-42! 9,-18", GILT_SHADE), at=(0, -high * 0.2), scale=half / 150, turn=t)
        for t in (-90, -54, -18, 18, 54, 90)
    )
    edge = "".join(
        put(
            path(
                f"M0 {-high}Q{half * 0.42:.0f} {-high * 0.34:.0f} {half} 0"
                f"Q{half * 1.14:.0f} {-high * 0.02:.0f} {half * 1.2:.0f} {-high * 0.2:.0f}"
                f"Q{half * 1.24:.0f} {high * 0.07:.0f} {half * 0.96:.0f} {high * 0.06:.0f}"
                f"Q{half * 0.34:.0f} {-high * 0.28:.0f} 0 {-high * 0.86:.0f}Z",
                GILT,
            ),
            mirror=m,
        )
        for m in (False, True)
    )
    spire = path(
        f"M-9 {-high * 0.93:.0f}Q-4 {-high * 1.12:.0f} 10 {-high * 1.34:.0f}Q8 {-high * 1.1:.0f} 9 {-high * 0.93:.0f}Z",
        GILT,
    )
    return path(side, TILE_SHADE) + inner + flower + edge + spire


def _tier(half: float, level: float, high: float) -> str:
    """One roof to both sides of the gable: hollow slopes with courses, a gilt edge, a horn at each end."""
    parts = []
    for side in (-1, 1):
        outer = f"M0 {level - high}H{side * half * 0.74:.0f}Q{side * half * 0.86:.0f} {level - high * 0.3:.0f} {side * half:.0f} {level}H0Z"
        parts.append(path(outer, TILE))
        for i in range(1, 7):
            y = level - high + high * i / 7
            reach = half * (0.74 + 0.26 * (i / 7) ** 1.5)
            parts.append(box((min(0, side * reach), y), (reach, 4), TILE_SHADE))
        parts.append(
            path(
                f"M{side * half * 0.9:.0f} {level - 8}L{side * half:.0f} {level}Q{side * (half + 24):.0f} {level - 6:.0f} {side * (half + 34):.0f} {level - 44:.0f}"
                f"Q{side * (half + 44):.0f} {level + 8} {side * half:.0f} {level + 12}H{side * half * 0.9:.0f}Z",
                GILT,
            )
        )
    return "".join(parts) + box((-half, level - 2), (2 * half, 12), GILT)


def _hall() -> str:
    """The main hall seen from its gable end, on a stepped base; y = 0 is the court."""
    base = "".join(
        box((-w, y), (2 * w, 30), tone)
        for w, y, tone in ((430, -30, CREAM_SHADE), (400, -60, CREAM), (372, -90, CREAM_SHADE))
    )
    wall = box((-330, -290), (660, 200), CREAM) + box((-330, -290), (660, 34), CREAM_SHADE)
    pillars = "".join(
        box((x - 17, -290), (34, 200), PAPER)
        + box((x + 6, -290), (11, 200), CREAM_SHADE)
        + box((x - 24, -296), (48, 18), GILT)
        + box((x - 24, -104), (48, 14), GILT)
        for x in (-310, -190, -80, 80, 190, 310)
    )
    door = box((-48, -262), (96, 172), GILT_SHADE) + path("M-38 -90V-228Q0 -276 38 -228V-90Z", LIT)
    windows = "".join(
        path(f"M{x - 26} -130V-214Q{x} -246 {x + 26} -214V-130Z", GILT_SHADE)
        + path(f"M{x - 18} -136V-208Q{x} -234 {x + 18} -208V-136Z", LIT)
        for x in (-250, -135, 135, 250)
    )
    steps = "".join(
        box((-90 - 12 * i, -72 + 24 * i), (180 + 24 * i, 24), (CREAM, CREAM_SHADE)[i % 2]) for i in range(3)
    )
    roofs = _tier(450, -286, 116) + _tier(338, -392, 96)
    tower = put(_gable(250, 250), at=(0, -300)) + put(_gable(170, 200), at=(0, -470))
    spire = path("M-26 -640Q-20 -700 -8 -720Q-6 -780 0 -840Q6 -780 8 -720Q20 -700 26 -640Z", GILT) + path(
        "M-26 -640Q-20 -700 -8 -720Q-6 -780 0 -840L0 -640Z", GILT_SHADE
    )
    return put(base, wall, windows, door, pillars, steps, spire, roofs, _back(), tower)


def _back() -> str:
    return _tier(226, -470, 84)


def _sugar_palm(foot: Point, high: float) -> str:
    """A palmyra: a straight trunk, a round head of stiff fans."""
    x, y = foot
    trunk = polygon(
        [(x - high * 0.028, y), (x - high * 0.016, y - high), (x + high * 0.016, y - high), (x + high * 0.028, y)],
        blend(TIMBER_DARK, SEA.dark, 0.35),
    )
    fans = []
    for index in range(13):
        turn = -150 + 25 * index
        tone = LEAVES[(index * 2) % 3]
        size = high * 0.19
        blades = "".join(
            put(outline("0,0! -5,-50 0,-100! 5,-50", tone), at=(0, -30), turn=t)
            for t in (-50, -36, -22, -8, 8, 22, 36, 50)
        )
        fans.append(put(stroke("0,0 0,-40", LEAVES[0], 7), blades, at=(x, y - high), scale=size / 110, turn=turn))
    return trunk + "".join(fans) + disc((x, y - high), high * 0.035, LEAVES[0])


def _monk(at: Point, height: float, *, mirror: bool = False) -> str:
    """A monk sitting on a mat, looking right: a shaven head, a saffron robe over one shoulder."""
    lap = outline("-30,0! -34,-12 -16,-22 18,-22 40,-10 44,0!", SAFFRON)
    fold = outline("-30,0! -10,-8 20,-10 44,0!", SAFFRON_SHADE)
    body = outline("-19,-14! -20,-44 -12,-64 4,-66 13,-52 14,-32 12,-14!", SAFFRON)
    bare = outline("2,-66 13,-54 15,-40 8,-46 2,-56", SKIN)
    drape = stroke("-14,-62 0,-44 10,-22", SAFFRON_SHADE, 4)
    arm = stroke("-8,-54 2,-34 20,-28", SKIN, 7) + stroke("-9,-56 -4,-42", SAFFRON, 9) + disc((22, -28), 4.2, SKIN)
    head = (
        box((-3, -74), (7, 10), SKIN)
        + disc((1, -82), 10.4, SKIN)
        + path("M-9.4 -82A10.4 10.4 0 0 1 8 -90Q-2 -90 -5 -80Z", "#8F6A50")
    )
    return put(lap, body, bare, drape, fold, arm, head, at=at, scale=height / 92, mirror=mirror)


def _villager(at: Point, height: float, blouse: str, *, scarf: bool = False, mirror: bool = False) -> str:
    """Somebody sitting on the mat, perhaps with a checked krama scarf over the shoulder."""
    lap = outline("-26,0! -32,-12 -14,-22 18,-22 38,-10 42,0!", "#2A3448")
    body = outline("-19,-14! -20,-44 -12,-64 4,-66 13,-52 14,-32 12,-14!", blouse)
    arm = stroke("-4,-56 4,-36 22,-30", blend(blouse, "#1F2328", 0.18), 7) + disc((24, -30), 4, SKIN)
    head = box((-3, -74), (7, 10), SKIN) + disc((1, -82), 10.4, SKIN)
    hair = path("M-10 -78A11 11 0 0 1 11 -86Q2 -88 -2 -84Q-4 -74 -9 -72Z", "#2B2220")
    shawl = (
        (
            stroke("-13,-62 -2,-58 6,-40 4,-22", "#C9483B", 7)
            + "".join(box((-1 + 1.2 * i, -56 + 10 * i), (6, 2.4), PAPER) for i in range(4))
        )
        if scarf
        else ""
    )
    return put(lap, body, arm, shawl, head, hair, at=at, scale=height / 92, mirror=mirror)


def _lotus(at: Point, size: float, colour: str) -> str:
    """A lotus on its stalk, five petals and the light between them."""
    pale = blend(colour, PAPER, 0.45)
    petals = "".join(
        put(outline("0,0! -20,-40 0,-92! 20,-40", tone), turn=turn)
        for turn, tone in ((-62, colour), (62, colour), (-32, pale), (32, pale), (0, colour))
    )
    return put(stroke("0,0 6,80 0,170", LEAVES[1], 9), petals, at=at, scale=size / 100)


def _pond() -> str:
    """The lotus pond before us: its rim, round leaves, flowers."""
    rim = path(f"M-20 976Q800 940 1620 976V{HEIGHT}H-20Z", CREAM_SHADE) + path(
        f"M-20 994Q800 958 1620 994V{HEIGHT}H-20Z", SEA.dark
    )
    leaves = "".join(
        oval((40 + 118 * i, 1040 + 16 * (i % 3)), (86 - 9 * (i % 3), 24), LEAVES[(i * 2) % 3]) for i in range(14)
    )
    flowers = "".join(
        _lotus((x, y), size, colour)
        for x, y, size, colour in (
            (120, 1000, 84, "#E58A9C"),
            (262, 1028, 64, "#F0C3C8"),
            (1330, 1030, 66, "#F0C3C8"),
            (1474, 998, 86, "#E58A9C"),
            (1560, 1036, 58, "#E58A9C"),
        )
    )
    return rim + flowers + leaves


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(SEA.base, SEA.mid, blend(SEA.light, "#F3C9A0", 0.55), "#F8DBA8"),
        sun((1250, 380), 96, "#FBE3A9"),
        *(
            cloud((x, y), w, blend(SEA.light, "#F8DBA8", 0.6))
            for x, y, w in ((330, 170, 330), (1330, 210, 280), (560, 300, 200))
        ),
        ridge(604, 26, 9, (SEA.mid, SEA.light), 2.4),
        *(
            tree((x, 672), h, LEAVES, TIMBER_DARK, s)
            for x, h, s in ((60, 260, 3), (220, 230, 5), (1370, 240, 4), (1530, 290, 7))
        ),
        _sugar_palm((176, 690), 520),
        _sugar_palm((300, 682), 400),
        _sugar_palm((1440, 690), 470),
        fading(
            "court",
            f"M-20 668H1620V{HEIGHT}H-20Z",
            (blend(SEA.pale, "#F3C9A0", 0.75), "#D9A982", blend(SEA.mid, "#C98A7A", 0.4)),
            (668, 1000),
        ),
        put(_hall(), at=(800, 700), scale=0.8),
        *(bush((x, 714), w, LEAVES) for x, w in ((330, 110), (420, 70), (1190, 80), (1280, 120))),
    ]
    mat = polygon("330,786! 1270,786! 1420,922! 180,922!", "#C9574B") + polygon(
        "350,794! 1250,794! 1392,914! 208,914!", "#E9C98E"
    )
    circle = [
        veil(*(oval((x, 838), (90, 10), SEA.deep) for x in (520, 690, 910, 1080)), opacity=0.3),
        _monk((680, 832), 170),
        _monk((920, 832), 170, mirror=True),
        _villager((520, 850), 164, "#6FA3C4"),
        _villager((1080, 850), 164, "#F0E6CF", scarf=True, mirror=True),
        _monk((350, 892), 190),
        _villager((1250, 894), 186, "#B5576B", mirror=True),
    ]
    tea = put(
        oval((0, 0), (90, 16), "#8A5A2B"),
        oval((0, -5), (90, 16), "#B98A55"),
        stroke("-24,-40 -42,-36 -34,-18", SEA.base, 6),
        stroke("20,-26 36,-34 42,-48", SEA.base, 9),
        oval((0, -29), (28, 21), SEA.base),
        box((-14, -54), (28, 8), SEA.dark, 4),
        disc((0, -56), 6, SEA.dark),
        *(path(f"M{x - 10} -22h20l-3 16h-14Z", PAPER) for x in (-60, 62)),
        at=(800, 892),
    )
    return picture(*behind, mat, *circle, tea, _pond())
