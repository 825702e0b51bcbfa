"""An evening food street of the old quarter: house fronts with lit windows, strings of lanterns, low tables, a moon."""

from illustrations.land import sky
from illustrations.palette import CLAY, PAPER, TILE, TILE_SHADE, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, WIDTH, Point, box, disc, number, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import Person, seated, standing
from illustrations.plants import Leaves, tree

NIGHT = "#3B1B2E"
DUSK = "#7E3440"
WINDOW = "#FFD98A"
NIGHT_LEAVES: Leaves = ("#2A2A2C", "#3C4238", "#5A5B3E")


def _lantern(at: Point, size: float, colour: str) -> str:
    """A round silk lantern with caps, ribs and a tassel, glowing."""
    x, y = at
    rib = blend(colour, "#5A1410", 0.35)
    body = oval((x, y), (size * 0.56, size * 0.48), colour) + oval(
        (x, y), (size * 0.3, size * 0.48), blend(colour, WINDOW, 0.28)
    )
    ribs = f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{size * 0.3:.1f}" ry="{size * 0.48:.1f}" fill="none" stroke="{rib}" stroke-width="{size * 0.03:.1f}"/>'
    caps = "".join(box((x - size * 0.2, y + d * size), (size * 0.4, size * 0.09), "#E5B04D", 2) for d in (-0.52, 0.43))
    tassel = stroke([(x, y + size * 0.52), (x, y + size * 0.82)], "#E5B04D", size * 0.07)
    return tassel + body + ribs + caps


def _string(start: Point, end: Point, sag: float, count: int, size: float) -> str:
    """A cord between two eaves with its lanterns."""

    def on(t: float) -> Point:
        return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t + sag * 4 * t * (1 - t)

    cord = stroke([on(i / 12) for i in range(13)], "#2A1420", 3.5)
    colours = ("#D8402B", "#E98A2E", "#D8402B", "#E9B23C")
    hung = []
    for index in range(count):
        x, y = on((index + 0.5) / count)
        hung.append(
            stroke([(x, y), (x, y + size * 0.2)], "#2A1420", 3)
            + _lantern((x, y + size * 0.68), size, colours[index % 4])
        )
    return cord + "".join(hung)


def _front(left: float, width: float, high: float, wall: str, floors: int) -> str:
    """One house front: lit shuttered windows, a tiled skirt above the open shop, a lit shop inside."""
    shade = blend(wall, NIGHT, 0.35)
    base, top = 800.0, 800.0 - high
    parts = [box((left, top), (width, high), wall), box((left, top), (width * 0.1, high), shade)]
    shop = 240.0
    storey = (high - shop - 34) / floors
    for floor in range(floors):
        y = top + 26 + storey * floor
        for index in range(2):
            x = left + width * (0.16 + 0.4 * index)
            lit = WINDOW if (floor + index + int(left)) % 3 else blend(DUSK, NIGHT, 0.4)
            wide, tall = width * 0.28, storey * 0.66
            arch = f"M{number(x)} {number(y + tall)}V{number(y + 18)}q{number(wide / 2)} -26 {number(wide)} 0V{number(y + tall)}Z"
            parts.append(path(arch, lit))
            parts.append(
                box((x + wide / 2 - 2.5, y + 6), (5, tall - 6), shade) + box((x, y + tall * 0.5), (wide, 5), shade)
            )
            leaf = "#5C6B4C" if int(left) % 2 else "#8A4A35"
            parts.append(
                box((x - wide * 0.2, y + 14), (wide * 0.19, tall - 14), leaf)
                + box((x + wide * 1.01, y + 14), (wide * 0.19, tall - 14), leaf)
            )
        parts.append(box((left + width * 0.08, y + tall), (width * 0.84, 8), shade))
    skirt = base - shop
    parts.append(box((left + 8, skirt), (width - 16, shop), "#F2B75C"))
    parts.append(box((left + 8, skirt), (width - 16, shop * 0.38), "#D98A3B"))
    parts += _shop(left, width, base)
    parts.append(
        polygon(
            [
                (left - 8, skirt + 22),
                (left + 10, skirt - 34),
                (left + width - 10, skirt - 34),
                (left + width + 8, skirt + 22),
            ],
            TILE,
        )
    )
    parts += [
        stroke([(left + 12 + (width - 24) * i / 14, skirt - 33), (left + (width) * i / 14, skirt + 18)], TILE_SHADE, 3)
        for i in range(1, 14)
    ]
    parts.append(box((left - 8, skirt + 16), (width + 16, 9), TILE_SHADE))
    lid = [(left - 10, top), (left + width * 0.12, top - 64), (left + width * 0.88, top - 64), (left + width + 10, top)]
    parts.append(
        polygon(lid, blend(TILE, NIGHT, 0.3))
        + box((left - 10, top - 4), (width + 20, 10), blend(TILE_SHADE, NIGHT, 0.3))
    )
    return "".join(parts)


def _shop(left: float, width: float, base: float) -> list[str]:
    """What stands in an open shop: shelves with jars and bowls, lamps on cords, a counter with steaming pots."""
    shelf = base - 118
    goods = [
        box((left + 34 + i * 25, shelf - 30), (15, 30), ("#8A4A35", "#5C6B4C", "#C9574B")[i % 3], 4)
        for i in range(int((width - 60) / 25))
    ]
    lamps = [
        stroke([(x, base - 212), (x, base - 192)], "#5A2A1A", 3)
        + put(path("M-17 0L-7 -16H7L17 0Z", "#5A2A1A") + oval((0, 2), (9, 8), "#FFF3CF"), at=(x, base - 176))
        for x in (left + width * 0.25, left + width * 0.5, left + width * 0.75)
    ]
    counter = box((left + 20, base - 74), (width - 40, 74), "#7A3B22") + box(
        (left + 14, base - 82), (width - 28, 12), "#A8562E"
    )
    pots = []
    for x in (left + width * 0.32, left + width * 0.68):
        pots.append(
            veil(stroke([(x - 6, base - 128), (x + 6, base - 148), (x - 6, base - 168)], PAPER, 7), opacity=0.45)
        )
        pots.append(
            box((x - 34, base - 120), (68, 40), "#4A3A3A", 6) + box((x - 40, base - 124), (80, 9), "#6B5552", 4)
        )
    return [box((left + 28, shelf), (width - 56, 7), "#8A4A25"), *goods, *lamps, counter, *pots]


def _table(at: Point, scale: float) -> str:
    """A low table with bowls that steam."""
    top = box((-110, -82), (220, 15), "#D98A3B", 5)
    legs = box((-94, -70), (12, 70), "#8A4A25") + box((82, -70), (12, 70), "#8A4A25")
    bowls = [
        path(f"M{x - 27} -108h54q-4 26 -17 27h-20q-13 -1 -17 -27Z", PAPER)
        + oval((x, -108), (27, 6), "#E3B37E")
        + box((x - 24, -98), (48, 4), "#2B5C8A")
        for x in (-56, 20)
    ]
    cup = box((62, -108), (20, 27), "#9FC0B0", 3)
    steam = veil(
        *(stroke([(x, -124), (x - 10, -144), (x + 8, -164), (x - 4, -188)], PAPER, 6) for x in (-64, -46, 12, 30)),
        opacity=0.5,
    )
    return put(steam, legs, top, *bowls, cup, at=at, scale=scale)


def _vendor(at: Point, scale: float) -> str:
    """A woman with two baskets on a shoulder pole."""
    pole = stroke("-120,-196 -40,-214 40,-214 120,-196", "#8A5A2B", 8)
    ropes = "".join(stroke([(x, -196), (x + d, -70)], "#C79F55", 3) for x in (-118, 118) for d in (-34, 34))
    baskets = "".join(
        path(f"M{x - 46} -72H{x + 46}Q{x + 36} -26 {x + 22} -22H{x - 22}Q{x - 36} -26 {x - 46} -72Z", "#C79F55")
        + oval((x, -72), (46, 11), "#8FB24A")
        + "".join(disc((x + d, -80), 14, "#E98A2E") for d in (-22, 0, 22))
        for x in (-118, 118)
    )
    return put(standing((0, 0), 262, Person("#C9574B")), pole, ropes, baskets, at=at, scale=scale)


def draw() -> str:
    """Give the whole picture as SVG."""
    walls = ("#D99A4E", "#B9654A", "#E3B878", "#A8564A", "#CF8A4A")
    sizes = ((-30, 330, 560, 2), (300, 270, 650, 2), (570, 360, 500, 1), (930, 280, 620, 2), (1210, 420, 540, 2))
    fronts = [_front(left, width, high, walls[i], floors) for i, (left, width, high, floors) in enumerate(sizes)]
    behind = [
        sky(NIGHT, DUSK, CLAY.mid),
        veil(disc((770, 150), 120, CLAY.glow), opacity=0.14),
        disc((770, 150), 70, "#FBE3A9"),
        *(disc((90 + 173 * i % 1580, 40 + 67 * i % 150), 2.6, "#FBE3A9") for i in range(18)),
        tree((760, 420), 290, NIGHT_LEAVES, TIMBER_DARK, 5),
        tree((905, 430), 250, NIGHT_LEAVES, TIMBER_DARK, 8),
    ]
    paving = blend(CLAY.dark, NIGHT, 0.35)
    street = [
        path(f"M0 796H{WIDTH}V{HEIGHT}H0Z", paving),
        box((0, 796), (WIDTH, 16), blend(CLAY.mid, paving, 0.4)),
        veil(
            *(
                polygon(
                    [
                        (x, 812),
                        (x + wide, 812),
                        (800 + (x + wide - 800) * 1.5, HEIGHT),
                        (800 + (x - 800) * 1.5, HEIGHT),
                    ],
                    CLAY.glow,
                )
                for x, wide in ((14, 270), (330, 210), (600, 300), (960, 220), (1240, 330))
            ),
            opacity=0.12,
        ),
        veil(*(oval((x, y), (130, 12), NIGHT) for x, y in ((300, 962), (1230, 980), (800, 1000))), opacity=0.5),
    ]
    people = [
        seated((160, 950), 215, Person("#E3B878")),
        seated((455, 956), 205, Person("#7FA38F", hatted=False), mirror=True),
        _table((310, 960), 1.05),
        _vendor((805, 996), 1.22),
        seated((1080, 966), 215, Person("#F0DDBB", hatted=False)),
        seated((1385, 972), 220, Person("#A8564A"), mirror=True),
        _table((1232, 976), 1.1),
    ]
    strings = [
        _string((-20, 130), (570, 158), 70, 4, 92),
        _string((570, 158), (935, 188), 60, 3, 80),
        _string((935, 188), (1630, 110), 80, 5, 96),
        _string((-20, 410), (1630, 420), 52, 9, 62),
    ]
    return picture(*behind, *fronts, *street, *people, *strings)
