"""Watchful eyes over a lane at dusk: two cameras and a lamp on a pole, lit windows, the hills of home behind."""

from illustrations.buildings import Facade, street_house
from illustrations.land import ridge, sky
from illustrations.palette import PAPER, SEA, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, Point, box, disc, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import Person, standing
from illustrations.plants import Leaves, palm, tree

DUSK_LEAVES: Leaves = ("#173A4C", "#2A5C63", "#4F8579")
NIGHT_LEAVES: Leaves = ("#0E2436", "#173A4C", "#23505A")
LIT = "#F9DB96"


def _camera() -> str:
    """A bullet camera that looks to the lower left, hung from the origin."""
    arm = box((-9, -6), (18, 66), SEA.deep) + disc((0, 62), 19, SEA.deep)
    body = box((-178, 44), (236, 84), PAPER, 22) + box((-178, 92), (236, 36), SEA.pale, 18)
    shade = path("M-216 22H62a12 12 0 0 1 12 12V50H-216Z", SEA.light) + path("M-216 44H74V52H-216Z", SEA.mid)
    front = box((-194, 40), (40, 92), SEA.dark, 14)
    lens = disc((-184, 86), 34, SEA.deep) + disc((-186, 86), 22, SEA.base) + disc((-192, 79), 8, SEA.pale)
    light = disc((30, 80), 7, "#5FC08A")
    return put(body, shade, front, lens, light, arm, turn=-14)


def _pole() -> str:
    """The pole with its cross-arm for two cameras and the cabinet; the foot at the origin, 930 high."""
    shaft = (
        box((-18, -930), (36, 950), SEA.deep)
        + box((4, -930), (9, 950), SEA.dark)
        + box((-26, -944), (52, 20), SEA.deep, 6)
    )
    cross = box((-250, -890), (500, 20), SEA.deep, 6) + "".join(
        polygon([(0, -790), (0, -820), (side * 110, -880), (side * 140, -880)], SEA.deep) for side in (-1, 1)
    )
    cabinet = (
        box((-56, -560), (112, 150), SEA.light, 8)
        + box((-56, -560), (112, 20), SEA.mid, 8)
        + box((28, -500), (8, 36), SEA.dark, 3)
    )
    return put(shaft, cross, cabinet)


def _lamp(foot: Point, high: float) -> str:
    """A street lamp over the lane at its right, with its light."""
    light = veil(polygon("52,-372! 128,-372! 230,10! -60,10!", LIT), opacity=0.22) + veil(
        oval((90, 8), (150, 20), LIT), opacity=0.4
    )
    post = box((-6, -330), (12, 330), SEA.deep) + stroke("0,-326 14,-376 60,-384", SEA.deep, 11)
    return put(
        light,
        post,
        path("M44 -388H122q14 2 16 14H44Z", SEA.deep),
        box((50, -376), (80, 9), LIT, 4),
        at=foot,
        scale=high / 390,
    )


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(blend(SEA.dark, SEA.base, 0.6), SEA.mid, blend(SEA.light, "#F3C9A0", 0.55), "#F6D9AE"),
        path("M430 120A66 66 0 1 0 478 232A54 54 0 1 1 430 120Z", "#FBEFD0"),
        *(disc((120 + 211 * i % 1420, 60 + 83 * i % 230), 2.8, PAPER) for i in range(15)),
        ridge(520, 70, 4, (blend(SEA.light, "#F3C9A0", 0.25), blend(SEA.pale, "#F3C9A0", 0.45)), 1.3),
        ridge(610, 44, 21, (SEA.mid, SEA.light), 1.9),
        tree((640, 760), 260, DUSK_LEAVES, TIMBER_DARK, 4),
        tree((860, 760), 300, DUSK_LEAVES, TIMBER_DARK, 9),
        palm((560, 770), 390, DUSK_LEAVES, SEA.light, 18),
    ]
    dusk_tiles = ("#A8604C", "#7E4642")
    pale, cool, rose = (
        (blend(SEA.pale, "#E9C9A0", 0.3), SEA.light),
        (blend(SEA.light, "#E9C9A0", 0.3), SEA.mid),
        (blend(SEA.light, "#C98A7A", 0.35), SEA.mid),
    )
    houses = [
        street_house((-90, 800), (290, 520), Facade(cool, SEA.dark, LIT, 3, dusk_tiles)),
        street_house((200, 790), (210, 400), Facade(pale, SEA.base, LIT, 2, dusk_tiles)),
        street_house((410, 782), (160, 310), Facade(rose, SEA.dark, LIT, 2, dusk_tiles)),
        street_house((950, 782), (160, 290), Facade(pale, SEA.dark, LIT, 2, dusk_tiles)),
        street_house((1110, 790), (210, 340), Facade(rose, SEA.base, LIT, 2, dusk_tiles)),
        street_house((1320, 802), (320, 390), Facade(cool, SEA.dark, LIT, 2, dusk_tiles)),
    ]
    road = blend(SEA.light, SEA.mid, 0.45)
    lane = [
        path(f"M-20 780H1620V{HEIGHT}H-20Z", blend(SEA.mid, SEA.base, 0.4)),
        polygon(f"640,770! 880,770! 1420,{HEIGHT}! 60,{HEIGHT}!", road),
        polygon(f"640,770! 646,770! 130,{HEIGHT}! 60,{HEIGHT}!", SEA.pale),
        polygon(f"874,770! 880,770! 1420,{HEIGHT}! 1350,{HEIGHT}!", SEA.pale),
        _lamp((596, 796), 250),
        _lamp((400, 905), 450),
        veil(oval((520, 930), (48, 8), SEA.deep), oval((598, 934), (36, 6), SEA.deep), opacity=0.45),
        standing((520, 930), 225, Person("#D4814F", away=True)),
        standing((598, 934), 142, Person("#F3D9A0", "#3A4E6A", hatted=False, away=True), mirror=True),
    ]
    front = [
        put(_pole(), at=(1200, 1067)),
        put(_camera(), at=(980, 194), scale=1.42),
        put(_camera(), at=(1400, 194), scale=0.94, mirror=True),
        tree((1560, 1220), 330, NIGHT_LEAVES, TIMBER_DARK, 3),
        tree((30, 1260), 400, NIGHT_LEAVES, TIMBER_DARK, 6),
    ]
    return picture(*behind, *houses, *lane, *front)
