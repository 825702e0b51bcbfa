"""A civilised market: one long roof, stalls in a straight line under striped cloth, produce heaped in order."""

from illustrations.land import cloud, ground, ridge, sky, sun
from illustrations.palette import CLAY, PAPER, TIMBER, TIMBER_DARK, WALL, WALL_SHADE, blend
from illustrations.pen import HEIGHT, WIDTH, box, disc, number, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import Person, standing
from illustrations.plants import GREEN, palm, tree
from illustrations.subjects.organic_beds import AMARANTH, CABBAGE, LETTUCE, basket, head

CLOTHS = ((CLAY.base, PAPER), ("#2F7A63", PAPER), (CLAY.glow, CLAY.mid))


SELLERS = (Person("#F0DDBB", hatted=False), Person("#C97B6B"), Person("#7FA38F", hatted=False), Person("#E3B878"))


def _awning(left: float, right: float, top: float, drop: float, cloth: tuple[str, str]) -> str:
    """Striped cloth with a scalloped edge."""
    count = 10
    step = (right - left) / count
    strips = []
    for index in range(count):
        x = left + index * step
        inner = left + 18 + index * (right - left - 36) / count
        colour = cloth[index % 2]
        strips.append(
            path(
                f"M{number(inner)} {top}H{number(inner + (right - left - 36) / count)}L{number(x + step)} {top + drop}"
                f"a{number(step / 2)} {number(step * 0.42)} 0 0 1 {number(-step)} 0Z",
                colour,
            )
        )
    shadow = veil(box((left, top + drop), (right - left, 5), CLAY.deep), opacity=0.25)
    return "".join(strips) + shadow


def _heap(kind: int, at: tuple[float, float]) -> str:
    """One tray on the counter: fruit piled in three rows, or a bunch of leaves."""
    fruits = ("#D9692F", "#E7B33F", "#8FB24A", "#B6412F")
    tray = polygon([(-54, 0), (-46, 26), (46, 26), (54, 0)], TIMBER)
    if kind % 3 == 2:
        leaves = (LETTUCE, CABBAGE, AMARANTH)[kind // 3 % 3]
        return put(*(head((x, 2), 52, leaves) for x in (-34, 34, 0)), tray, at=at)
    colour = fruits[kind % 4]
    balls = []
    for row, count in ((2, 2), (1, 3), (0, 4)):
        for index in range(count):
            x, y = (index - (count - 1) / 2) * 25, -8 - row * 19
            balls.append(disc((x, y), 13.5, blend(colour, CLAY.deep, 0.18)) + disc((x + 2, y - 2), 11, colour))
    return put(*balls, tray, at=at)


def _stall(left: float, width: float, number_of: int) -> str:
    right, base = left + width, 850.0
    cloth = CLOTHS[number_of % 3]
    back = box((left + 16, 640), (width - 32, 130), blend(CLAY.dark, CLAY.deep, 0.35))
    seller = standing((left + width / 2, 900), 256, SELLERS[number_of])
    counter = box((left + 8, base - 78), (width - 16, 100), WALL) + box((left + 8, base - 78), (width - 16, 14), TIMBER)
    panel = "".join(
        box((left + 22 + i * (width - 36) / 4, base - 52), ((width - 36) / 4 - 8, 62), WALL_SHADE, 4) for i in range(4)
    )
    count = 4
    heaps = [_heap(number_of * 4 + i, (left + width * (i + 0.5) / count, base - 100)) for i in range(count)]
    lamp = stroke([(left + width / 2, 566), (left + width / 2, 606)], CLAY.deep, 4) + disc(
        (left + width / 2, 620), 17, CLAY.glow
    )
    posts = box((left - 8, 540), (16, base - 515), TIMBER_DARK)
    return (
        back + lamp + seller + counter + panel + "".join(heaps) + posts + _awning(left - 4, right + 4, 540, 62, cloth)
    )


def _hall() -> str:
    """The roof of the market: two tiers with a clerestory between."""
    upper = polygon("430,236 520,148 1080,148 1170,236", CLAY.base) + polygon(
        "430,236 440,224 1160,224 1170,236", CLAY.dark
    )
    light = box((480, 236), (640, 62), CLAY.glow) + "".join(
        box((480 + 80 * i - 5, 236), (10, 62), TIMBER_DARK) for i in range(9)
    )
    lower = polygon("60,520 250,296 1350,296 1540,520", CLAY.base)
    ribs = [stroke([(800 + (x - 800) * 0.735, 298), (x, 518)], CLAY.dark, 3) for x in range(90, 1540, 34)]
    ribs += [stroke([(800 + (x - 800) * 0.757, 150), (x, 224)], CLAY.dark, 3) for x in range(452, 1160, 34)]
    edge = polygon("60,520 72,506 1528,506 1540,520", CLAY.dark) + box((60, 520), (1480, 14), CLAY.deep)
    return upper + light + lower + "".join(ribs) + edge


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(CLAY.pale, CLAY.mist, CLAY.mist),
        sun((1330, 210), 84, CLAY.glow),
        cloud((250, 150), 320, PAPER),
        cloud((1180, 110), 200, PAPER),
        ridge(500, 40, 9, (blend(CLAY.pale, CLAY.light, 0.5), CLAY.mist), 1.3),
        tree((60, 640), 330, GREEN, TIMBER_DARK, 4),
        palm((1560, 640), 460, GREEN, WALL_SHADE, -30),
        palm((1500, 640), 330, GREEN, WALL_SHADE, 10),
        ground(610, CLAY.light),
    ]
    inside = box((92, 520), (1416, 340), blend(CLAY.deep, CLAY.dark, 0.45))
    stalls = [_stall(100 + 350 * index, 350, index) for index in range(4)]
    posts = [box((1492, 540), (16, 335), TIMBER_DARK)]
    floor = [
        path(f"M0 872H{WIDTH}V{HEIGHT}H0Z", blend(CLAY.pale, CLAY.light, 0.35)),
        box((0, 872), (WIDTH, 10), blend(CLAY.light, CLAY.mid, 0.4)),
        *(
            path(
                f"M{800 + (x - 800) * 0.62:.0f} 882L{x} {HEIGHT}H{x + 5}L{800 + (x - 800) * 0.62 + 3:.0f} 882Z",
                blend(CLAY.light, CLAY.mid, 0.25),
            )
            for x in range(-500, 2200, 190)
        ),
        *(box((0, y), (WIDTH, 3), blend(CLAY.light, CLAY.mid, 0.25)) for y in (925, 985)),
    ]
    buyers = [
        veil(
            *(
                oval((x, y), (70, 9), CLAY.dark)
                for x, y in ((194, 1010), (300, 1016), (740, 968), (1230, 1020), (1340, 1018))
            ),
            opacity=0.35,
        ),
        standing((735, 968), 300, Person("#6C8F7B", "#5A4436", hatted=False, away=True)),
        standing((190, 1010), 355, Person("#A8494A", away=True)),
        basket((306, 1020), 120),
        standing((1234, 1020), 360, Person("#F3E6CE", "#4A3550", away=True), mirror=True),
        standing((1330, 1016), 230, Person("#E0A04C", "#3F5E73", hatted=False, away=True), mirror=True),
    ]
    return picture(*behind, inside, *stalls, *posts, _hall(), *floor, *buyers)
