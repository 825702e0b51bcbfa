"""Green saving: sorted baskets of bottles, paper and tins on a wall of the yard, a clay piggy bank, a young plant."""

from illustrations.buildings import cottage
from illustrations.land import cloud, ground, ridge, sky, sun
from illustrations.palette import CLAY, GOLD, PAPER, STRAW, STRAW_SHADE, blend
from illustrations.pen import (
    HEIGHT,
    WIDTH,
    Point,
    box,
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
from illustrations.plants import GREEN, banana, palm, tree


def _basket(width: float, high: float, *contents: str, band: str) -> str:
    """A woven basket with something standing in it; a coloured band tells what is sorted here."""
    half = width / 2
    front = path(f"M{-half} {-high}H{half}L{number(half * 0.86)} 0H{number(-half * 0.86)}Z", STRAW)
    weave = []
    for row in range(5):
        y = -high * (0.9 - 0.19 * row)
        reach = half * (0.985 - 0.028 * row)
        weave.append(stroke([(-reach, y), (reach, y)], STRAW_SHADE, 5))
        for index in range(9):
            x = -reach + reach * 2 * (index + (0.5 if row % 2 else 0.25)) / 9
            weave.append(stroke([(x, y + 5), (x, y + high * 0.15)], STRAW_SHADE, 5))
    ribbon = path(
        f"M{number(-half * 0.957)} {number(-high * 0.7)}H{number(half * 0.957)}L{number(half * 0.91)} {number(-high * 0.36)}H{number(-half * 0.91)}Z",
        band,
    )
    rim = box((-half * 1.04, -high - 12), (width * 1.04, 24), STRAW_SHADE, 12)
    return "".join(contents) + front + "".join(weave) + ribbon + rim


def bottle(at: Point, high: float, colour: str, turn: float) -> str:
    """Draw an empty glass bottle that stands on its spot, tilted clockwise by degrees."""
    light = blend(colour, PAPER, 0.45)
    body = outline("-24,0! -25,-60 -25,-108 -10,-142 -10,-168! 10,-168! 10,-142 25,-108 25,-60 24,0!", colour)
    parts = (
        body
        + outline("8,-118 16,-100 16,-20 10,-20 8,-90", light)
        + box((-25, -86), (50, 34), blend(colour, PAPER, 0.75))
        + box((-12, -186), (24, 20), CLAY.base, 4)
    )
    return put(parts, at=at, scale=high / 180, turn=turn)


def _papers(at: Point) -> str:
    """A tied bundle of newspapers and folded boxes."""
    tones = ("#B98A55", "#8FA3AD", "#D9B98A", "#6F8794", "#C9A06A", "#9DB0B8", "#B98A55")
    sheets = [box((-104 + 5 * (i % 3), -26 - 27 * i), (204, 23), tone, 5) for i, tone in enumerate(tones)]
    cords = box((-60, -190), (10, 190), CLAY.base) + box((44, -190), (10, 190), CLAY.base)
    return put(*sheets, cords, at=at)


def tin(at: Point, high: float, colour: str, turn: float) -> str:
    """Draw an empty tin that stands on its spot, tilted clockwise by degrees."""
    parts = (
        box((-26, -100), (52, 100), colour, 6)
        + box((-26, -72), (52, 40), blend(colour, PAPER, 0.65))
        + oval((0, -100), (26, 8), "#D8DAD6")
        + box((12, -98), (8, 96), blend(colour, PAPER, 0.35), 4)
    )
    return put(parts, at=at, scale=high / 100, turn=turn)


Clay = tuple[str, str, str]
"""A glaze, its shade and its light."""


def pig(tones: Clay = ("#D9694F", "#B04A36", "#EC957A")) -> str:
    """Draw a clay piggy bank that looks to the left, feet on y = 0, 300 long."""
    clay, shade, light = tones
    feet = "".join(outline(f"{x - 24},-50! {x - 22},0! {x + 22},0! {x + 26},-50!", shade) for x in (-70, 66))
    tail = stroke("140,-130 166,-146 158,-168 140,-156 156,-138", shade, 9)
    body = oval((0, -120), (146, 104), clay)
    belly = path("M-134 -78A146 104 0 0 0 134 -78Q70 -44 0 -44T-134 -78Z", shade)
    light_spot = outline("20,-206 80,-192 110,-164 84,-176 40,-190", light)
    ear = outline("-92,-196! -104,-246 -48,-224 -44,-192!", shade)
    snout = oval((-146, -114), (30, 38), light) + oval((-154, -122), (6, 9), shade) + oval((-152, -102), (6, 9), shade)
    eye = outline("-104,-146 -94,-154 -84,-146 -94,-142", "#43190F")
    blossom = "".join(put(oval((0, -18), (10, 16), CLAY.glow), at=(34, -108), turn=72 * i) for i in range(5)) + disc(
        (34, -108), 9, PAPER
    )
    slot = box((-30, -226), (64, 8), "#43190F", 4)
    return put(tail, feet, body, belly, light_spot, snout, ear, eye, blossom, slot)


def _coin() -> str:
    """A coin with a leaf on it, over the slot of the pig."""
    return (
        disc((4, -276), 40, GOLD)
        + disc((4, -276), 33, CLAY.glow)
        + outline("4,-250! -16,-268 -14,-288 4,-304! 22,-288 24,-268", "#6E9B4A")
    )


def _sprout(at: Point, size: float) -> str:
    pot = polygon("-62,-86! 62,-86! 46,0! -46,0!", "#A85F38") + box((-70, -104), (140, 26), "#8A4A2C", 5)
    stem = stroke("0,-100 -4,-170 4,-236", "#4F8F4A", 9)
    leaves = (
        outline("0,-160! -40,-210 -96,-214! -80,-168 -36,-150!", "#4F8F4A")
        + outline("2,-186! 44,-240 104,-238! 86,-194 40,-176!", "#8DB65C")
        + outline("4,-232! -26,-262 -28,-304! 10,-284 18,-250!", "#8DB65C")
        + outline("4,-232! 18,-276 52,-292! 52,-256 28,-232!", "#4F8F4A")
    )
    return put(stem, leaves, pot, at=at, scale=size / 300)


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(CLAY.pale, CLAY.mist, "#FFF8EA"),
        sun((1190, 260), 96, CLAY.glow),
        cloud((420, 160), 350, PAPER),
        cloud((860, 110), 220, PAPER),
        ridge(500, 60, 13, (blend(CLAY.pale, CLAY.light, 0.6), CLAY.mist), 1.2),
        ridge(600, 36, 27, (CLAY.light, CLAY.pale), 1.9),
        ground(722, blend("#8DB65C", CLAY.glow, 0.45)),
        tree((80, 730), 330, GREEN, "#5A3320", 6),
        cottage((330, 730), 300),
        cottage((1000, 730), 240),
        palm((434, 740), 460, GREEN, STRAW_SHADE, 24),
        palm((780, 740), 330, GREEN, STRAW_SHADE, -10),
        tree((1250, 730), 260, GREEN, "#5A3320", 3),
        banana((1060, 770), 330, GREEN, 7),
    ]
    top = 770
    wall = [
        box((0, top), (WIDTH, 46), blend(CLAY.mist, CLAY.pale, 0.6)),
        box((0, top + 46), (WIDTH, 10), CLAY.mid),
        box((0, top + 56), (WIDTH, HEIGHT - top), CLAY.base),
        *(
            box(
                (x - 66 * (row % 2), top + 70 + 62 * row),
                (126, 52),
                blend(CLAY.base, CLAY.mid, 0.35 if (row + int(x / 132)) % 3 else 0.12),
                3,
            )
            for row in range(4)
            for x in range(0, WIDTH + 140, 132)
        ),
    ]
    level = top + 34
    bottles = [
        bottle((x, -150), high, tone, turn)
        for x, high, tone, turn in ((-86, 290, "#6FB59F", -9), (70, 290, "#8FB4CF", 8), (-8, 310, "#4F9F86", 1))
    ]
    tins = [
        tin((x, -115), high, tone, turn)
        for x, high, tone, turn in ((-62, 150, "#C9574B", -8), (58, 150, "#5284AF", 9), (-2, 165, "#E5A93C", 0))
    ]
    things = [
        veil(
            *(
                oval((x, level + 4), (wide, 11), CLAY.deep)
                for x, wide in ((215, 190), (575, 180), (895, 160), (1235, 200), (1495, 90))
            ),
            opacity=0.3,
        ),
        put(_basket(310, 230, *bottles, band="#2F8F7A"), at=(215, level), scale=1.14),
        put(_basket(290, 210, _papers((4, -156)), band=GOLD), at=(575, level), scale=1.14),
        put(_basket(250, 170, *tins, band=CLAY.warm), at=(895, level), scale=1.14),
        put(_coin(), pig(), at=(1240, level), scale=1.24),
        _sprout((1500, level), 330),
    ]
    return picture(*behind, *wall, *things)
