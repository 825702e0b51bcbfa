"""The day the clay pigs are opened: a long table full of them in the commune's yard, an old man brings his, a child helps."""

from illustrations.buildings import roof
from illustrations.flag import flagpole
from illustrations.land import cloud, ground, ridge, sky, sun
from illustrations.palette import CLAY, GOLD, PAPER, TIMBER, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, Point, box, disc, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import Person, standing
from illustrations.plants import GREEN, Leaves, bush, tree
from illustrations.subjects.green_saving import Clay, pig

RED: Clay = ("#D9694F", "#B04A36", "#EC957A")
OCHRE: Clay = ("#E5A93C", "#BD8226", "#F4CB78")
ROSE: Clay = ("#E08A94", "#BB606E", "#F0B1B5")
JADE: Clay = ("#6FA88C", "#4C8068", "#9CC9AE")
COFFEE_LEAVES: Leaves = ("#24543A", "#3E7A4C", "#6FA35C")
LIMEWASH, LIMEWASH_SHADE = "#FBEBC9", "#E6CD9C"


def _hall() -> str:
    """The commune's hall: a tiled roof over a row of green doors; y = 0 is the yard."""
    wall = box((-560, -230), (1120, 230), LIMEWASH) + box((-560, -230), (1120, 34), LIMEWASH_SHADE)
    doors = "".join(
        box((x - 58, -178), (116, 178), "#4F7F5F", 3)
        + box((x - 3, -178), (6, 178), "#37604A")
        + "".join(box((x + d, -166), (38, 60), "#7FA890", 2) for d in (-48, 10))
        for x in (-440, -220, 0, 220, 440)
    )
    pillars = "".join(
        box((x - 14, -230), (28, 230), PAPER) + box((x + 4, -230), (10, 230), LIMEWASH_SHADE)
        for x in (-540, -330, -110, 110, 330, 540)
    )
    return (
        wall
        + doors
        + pillars
        + box((-600, -14), (1200, 18), "#CDB7A0")
        + roof(-610, 610, -222, 150, ("#B5532B", "#8E3D20"))
    )


def _garland(left: Point, right: Point, sag: float, count: int) -> str:
    """A string of paper pennants."""

    def on(t: float) -> Point:
        return left[0] + (right[0] - left[0]) * t, left[1] + (right[1] - left[1]) * t + sag * 4 * t * (1 - t)

    tones = ("#D9694F", "#E5A93C", "#6FA88C", "#E08A94")
    flags = []
    for i in range(count):
        (a, b), (c, d) = on((i + 0.1) / count), on((i + 0.9) / count)
        flags.append(polygon([(a, b), (c, d), ((a + c) / 2, (b + d) / 2 + (c - a) * 0.9)], tones[i % 4]))
    return "".join(flags) + stroke([on(t / 12) for t in range(13)], TIMBER_DARK, 4)


def _coffee(at: Point, size: float) -> str:
    """A coffee shrub with red cherries."""
    x, y = at
    cherries = "".join(
        disc((x + size * a, y - size * b), size * 0.03, "#C9372B")
        for a, b in ((-0.3, 0.2), (-0.14, 0.36), (0.06, 0.24), (0.22, 0.36), (0.34, 0.18), (-0.02, 0.48))
    )
    return bush(at, size, COFFEE_LEAVES) + cherries


def _heap() -> str:
    """A shallow tray of counted coins and folded notes."""
    tray = path("M-150 -34H150L128 0H-128Z", "#B98A55") + box((-158, -44), (316, 16), "#C79F55", 8)
    notes = "".join(
        put(box((-46, -22), (92, 40), tone, 3) + disc((0, -2), 9, PAPER), at=(x, -56 - 5 * i), turn=t)
        for i, (x, t, tone) in enumerate(((-84, -10, "#7FA38F"), (-18, 6, "#C98A9A"), (52, -5, "#8FB4CF")))
    )
    coins = "".join(disc((x, -52), 13, GOLD) + disc((x - 2, -54), 9, CLAY.glow) for x in (96, 118, 76, 106))
    return notes + tray + coins


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(CLAY.pale, CLAY.mist, "#FFF8EA"),
        sun((330, 220), 88, CLAY.glow),
        cloud((700, 120), 320, PAPER),
        cloud((1400, 140), 200, PAPER),
        ridge(450, 60, 13, (blend(CLAY.pale, CLAY.light, 0.7), CLAY.mist), 1.3),
        ridge(540, 36, 27, (CLAY.light, CLAY.pale), 1.9),
        ground(600, blend("#8DB65C", CLAY.glow, 0.35)),
        tree((90, 660), 420, GREEN, TIMBER_DARK, 6),
        tree((1540, 670), 460, GREEN, TIMBER_DARK, 3),
        flagpole((1400, 660), 460, 150, TIMBER_DARK, 0.05),
        put(_hall(), at=(790, 660), scale=0.86),
        path(f"M-20 658H1620V{HEIGHT}H-20Z", blend(CLAY.light, CLAY.mist, 0.5)),
        box((-20, 656), (1640, 12), CLAY.light),
        *(_coffee((x, 690), w) for x, w in ((30, 170), (170, 140), (1460, 150), (1590, 180))),
        _garland((110, 330), (800, 360), 60, 12),
        _garland((800, 360), (1530, 320), 60, 12),
    ]
    people = [
        standing((330, 800), 290, Person("#4F7F8E", "#33303A", hatted=False, cropped=True)),
        standing((500, 786), 280, Person("#F0E6CF", "#33303A")),
        standing((690, 790), 286, Person("#8A3B5A", "#33303A", hatted=False), mirror=True),
        standing((880, 788), 284, Person("#E5A93C", "#33303A")),
        standing((1060, 792), 288, Person("#EAF1F2", "#3A4A5C", hatted=False, cropped=True), mirror=True),
    ]
    cloth = blend(CLAY.base, CLAY.warm, 0.4)
    table = [
        path("M120 770H1180L1260 860H60Z", blend(TIMBER, "#C79F55", 0.45)),
        box((60, 858), (1200, 150), cloth),
        *(path(f"M{60 + 120 * i} 858h26l-8 150h-26Z", CLAY.dark) for i in range(1, 10)),
        box((60, 856), (1200, 22), CLAY.mid),
        *(
            put(pig(clay), at=(x, 800), scale=0.39)
            for x, clay in ((230, OCHRE), (380, RED), (540, JADE), (790, RED), (940, ROSE), (1085, OCHRE))
        ),
        *(
            put(pig(clay), at=(x, 846), scale=0.53, mirror=m)
            for x, clay, m in ((170, RED, False), (350, ROSE, True), (530, RED, False), (1010, JADE, False))
        ),
        put(_heap(), at=(756, 850), scale=0.9),
    ]
    bringing = [
        veil(oval((1396, 1010), (80, 12), CLAY.deep), oval((1520, 1012), (54, 9), CLAY.deep), opacity=0.3),
        standing((1510, 1010), 232, Person("#8FB4CF", "#3A4A5C", hatted=False, cropped=True), mirror=True),
        put(pig(RED), at=(1306, 836), scale=0.5),
        standing(
            (1400, 1008),
            376,
            Person("#6E7F4E", "#47503A", hatted=False, cropped=True),
            reach="10,-76.5 16,-62 22,-52",
            mirror=True,
        ),
    ]
    return picture(*behind, *people, *table, *bringing)
