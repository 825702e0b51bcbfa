"""A motorway being built through the fields: a viaduct on piers to the hills, an embankment, a roller at work."""

from illustrations.buildings import cottage
from illustrations.land import cloud, ridge, rows, sky, sun
from illustrations.palette import CLAY, INK, PAPER, blend
from illustrations.pen import (
    HEIGHT,
    Point,
    box,
    disc,
    fading,
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
from illustrations.plants import GREEN, palm, tree

MACHINE, MACHINE_SHADE = "#F0B23C", "#C9862A"


def _roller() -> str:
    """A road roller that drives to the left, drum and wheel on y = 0."""
    drum = disc((-150, -88), 88, "#5E6470") + disc((-150, -88), 74, "#7B828D") + disc((-150, -88), 26, "#3E434C")
    wheel = disc((150, -82), 82, "#2B2F36") + disc((150, -82), 44, MACHINE) + disc((150, -82), 16, MACHINE_SHADE)
    frame = outline("-250,-100! -250,-126! -150,-138! -60,-150! -60,-112! -140,-104!", MACHINE_SHADE)
    body = outline("-70,-210! 40,-210! 40,-230! 226,-224! 250,-190 250,-120! 60,-112! -70,-112!", MACHINE)
    hood = outline("40,-170! 250,-166! 250,-120! 60,-112! -70,-112! -70,-140!", MACHINE_SHADE)
    grille = "".join(box((168 + 20 * i, -208), (10, 32), MACHINE_SHADE) for i in range(3))
    cab = box((-58, -366), (14, 160), INK) + box((70, -366), (14, 150), INK) + box((-82, -386), (188, 24), MACHINE, 6)
    glass = veil(box((-44, -362), (114, 110), "#CFE3E4"), opacity=0.75)
    lamp = disc((10, -394), 11, "#D9532F")
    seat = standing((16, -168), 186, Person("#D9532F", hatted=False, helmet=PAPER), mirror=True)
    return put(glass, seat, drum, frame, body, hood, grille, wheel, cab, lamp)


def _viaduct() -> str:
    """Piers and deck that come from the hills at the left and end, unfinished, in the middle of the picture."""
    parts = []
    deck_far, deck_near = (-40.0, 470.0), (980.0, 372.0)
    concrete, shade, dark = "#EFE0CB", "#CDB79B", "#A8917A"
    for index, x in enumerate((60, 250, 470, 720)):
        top = deck_far[1] + (deck_near[1] - deck_far[1]) * (x - deck_far[0]) / (deck_near[0] - deck_far[0])
        wide = 34 + 9 * index
        foot = 640 + 22 * index
        parts.append(
            polygon(
                [
                    (x - wide * 1.5, top + 20),
                    (x + wide * 1.5, top + 20),
                    (x + wide * 0.5, top + 74),
                    (x - wide * 0.5, top + 74),
                ],
                shade,
            )
        )
        parts.append(
            box((x - wide / 2, top + 70), (wide, foot - top - 70), concrete)
            + box((x - wide / 2, top + 70), (wide * 0.4, foot - top - 70), dark)
        )
    parts.append(polygon("-40,466! 985,362! 985,424! -40,506!", concrete))
    parts.append(polygon("-40,490! 985,398! 985,424! -40,506!", shade))
    parts.append(polygon("-40,456! 985,346! 985,366! -40,468!", dark))
    parts += [stroke([(-40 + 44 * i, 456 - 4.72 * i), (-40 + 44 * i, 438 - 4.9 * i)], dark, 4) for i in range(24)]
    parts += [stroke([(985, y), (1030 - 8 * k, y - 4)], "#8A4A35", 4) for k, y in enumerate((370, 384, 398, 412))]
    return "".join(parts)


def _crane(at: Point) -> str:
    """A tower crane with its lattice mast and jib, foot at the point."""
    red, line = CLAY.base, 7.0
    mast = [stroke([(x, 0), (x, -560)], red, line) for x in (-17, 17)]
    mast += [
        stroke([(-17 if i % 2 else 17, -40 * i), (17 if i % 2 else -17, -40 * (i + 1))], red, 4) for i in range(14)
    ]
    jib = (
        stroke([(-150, -560), (430, -560)], red, line)
        + stroke([(0, -584), (430, -566)], red, 5)
        + stroke([(-150, -560), (0, -650), (0, -650), (430, -560)], red, 4)
    )
    jib += "".join(
        stroke([(20 + 40 * i, -560), (40 + 40 * i, -580 + i)], red, 3)
        + stroke([(40 + 40 * i, -580 + i), (60 + 40 * i, -560)], red, 3)
        for i in range(9)
    )
    top = (
        stroke([(-14, -560), (0, -650), (0, -650), (14, -560)], red, 6)
        + box((-170, -560), (70, 46), CLAY.dark)
        + box((18, -550), (40, 44), PAPER, 4)
    )
    hook = stroke([(330, -560), (330, -380)], INK, 3) + box((280, -380), (100, 22), "#CDB79B")
    return put(*mast, jib, top, hook, at=at)


def draw() -> str:
    """Give the whole picture as SVG."""
    field = blend("#B9C46A", CLAY.glow, 0.35)
    behind = [
        sky(CLAY.pale, CLAY.mist, "#FFF6E3"),
        sun((1250, 250), 98, CLAY.glow),
        cloud((300, 150), 340, PAPER),
        cloud((860, 110), 240, PAPER),
        ridge(500, 80, 18, (blend(CLAY.pale, CLAY.light, 0.7), CLAY.mist), 1.2),
        ridge(570, 44, 35, (blend(CLAY.light, CLAY.mid, 0.2), CLAY.pale), 1.8),
        fading(
            "fields", f"M-20 600Q800 580 1620 604V{HEIGHT}H-20Z", (blend(field, CLAY.mist, 0.25), field), (600, 900)
        ),
        veil(rows((760, 560), (-1900, 3400), 26, "#8FA64F"), opacity=0.4),
        put(_crane((0, 0)), at=(1110, 628), scale=0.84),
        tree((1330, 640), 120, GREEN, "#5A3320", 3),
        cottage((1430, 640), 130),
        tree((1530, 644), 150, GREEN, "#5A3320", 6),
        palm((1490, 640), 170, GREEN, CLAY.light, 6),
        _viaduct(),
    ]
    earth, earth_shade = blend(CLAY.mid, CLAY.light, 0.25), CLAY.base
    road = [
        path(
            f"M1080 622Q1180 600 1300 616Q1180 690 1120 780Q1050 900 1180 {HEIGHT}H-60V960Q560 930 820 800Q1010 700 1080 622Z",
            earth_shade,
        ),
        path(
            f"M1092 622Q1180 606 1280 616Q1150 690 1082 790Q1010 910 1110 {HEIGHT}H-60V985Q580 950 850 806Q1030 706 1092 622Z",
            earth,
        ),
        fading(
            "asphalt",
            f"M1150 614Q1200 606 1262 615Q1110 700 1030 800Q950 920 1020 {HEIGHT}H330Q700 970 900 830Q1080 710 1150 614Z",
            ("#8C7F7A", "#5C5356"),
            (614, HEIGHT),
        ),
        *(
            path(data, PAPER)
            for data in (
                "M1000 806L1016 808Q988 850 974 890L956 886Q972 842 1000 806Z",
                "M948 916L968 920Q958 960 960 1004L938 1004Q936 960 948 916Z",
            )
        ),
        *(
            put(
                polygon("-20,0! 20,0! 6,-58! -6,-58!", "#E0662B")
                + box((-13, -32), (26, 10), PAPER)
                + box((-26, -4), (52, 8), "#B84A1C", 3),
                at=at,
                scale=s,
            )
            for at, s in (((1086, 810), 0.72), (1060, 900) and ((1060, 905), 0.95), ((1092, 1030), 1.3))
        ),
    ]
    works = [
        veil(oval((520, 962), (290, 18), CLAY.deep), opacity=0.35),
        put(_roller(), at=(520, 958), scale=1.16),
        veil(oval((1340, 985), (60, 9), CLAY.deep), oval((1444, 990), (52, 8), CLAY.deep), opacity=0.35),
        standing((1340, 985), 330, Person("#E0662B", "#3F4A5E", hatted=False, helmet=MACHINE), mirror=True),
        standing((1446, 990), 300, Person("#8A3B3A", "#4A3A33"), mirror=True),
    ]
    return picture(*behind, *road, *works)
