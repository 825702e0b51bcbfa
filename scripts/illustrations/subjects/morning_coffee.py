"""Coffee in the morning: two glasses with their drip filters before us, officials and neighbours round low tables under a tree."""

from illustrations.buildings import Facade, street_house
from illustrations.land import cloud, sky, sun
from illustrations.palette import PAPER, PLUM, TIMBER, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, Point, box, disc, outline, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import Person, seated
from illustrations.plants import GREEN, bush, palm, tree

COFFEE, COFFEE_LIGHT, CREAM = "#3B2018", "#7A4A2E", "#EBD3A8"
STEEL, STEEL_SHADE, STEEL_LIGHT = "#B9BFC9", "#868E9C", "#E6EAEE"


def _filter_glass(at: Point, scale: float, milk: float) -> str:
    """A glass with a metal drip filter on top: condensed milk below, coffee above it, a drop that falls."""
    glass = path("M-92 -270H92L74 0Q72 16 54 16H-54Q-72 16 -74 0Z", "#F7F2F4")
    level = -40 - milk
    milk_part = path(
        f"M{-78.5 - milk * 0.05:.1f} {level}H{78.5 + milk * 0.05:.1f}L73 0Q70 10 54 10H-54Q-70 10 -73 0Z", CREAM
    )
    coffee = path(f"M-83 -150H83L{78.5 + milk * 0.05:.1f} {level}H{-78.5 - milk * 0.05:.1f}Z", COFFEE)
    surface = oval((0, -150), (83, 12), COFFEE_LIGHT)
    drop = outline("0,-222! -7,-200 0,-190 7,-200", COFFEE) + outline("0,-182! -5,-168 0,-160 5,-168", COFFEE)
    shine = veil(polygon("-70,-250! -50,-250! -42,-10! -56,-10!", PAPER), opacity=0.65)
    brim = oval((0, -270), (112, 16), STEEL_SHADE) + oval((0, -276), (112, 15), STEEL)
    cup = (
        path("M-70 -396H70L62 -280H-62Z", STEEL)
        + path("M-70 -396H-34L-34 -280H-62Z", STEEL_SHADE)
        + path("M30 -396H52L47 -280H28Z", STEEL_LIGHT)
    )
    lid = (
        oval((0, -398), (76, 12), STEEL_LIGHT)
        + box((-76, -402), (152, 8), STEEL_SHADE, 4)
        + disc((0, -414), 12, STEEL_SHADE)
    )
    saucer = (
        oval((0, 16), (150, 24), PLUM.light)
        + oval((0, 10), (150, 24), PLUM.pale)
        + oval((0, 10), (104, 14), PLUM.light)
    )
    spoon = stroke("96,8 150,-6 196,-16", STEEL_SHADE, 7)
    return put(saucer, glass, milk_part, coffee, surface, drop, shine, cup, lid, brim, spoon, at=at, scale=scale)


def _steam(at: Point, high: float) -> str:
    x, y = at
    return veil(
        *(
            stroke(
                [(x + d, y), (x + d - 16, y - high * 0.33), (x + d + 12, y - high * 0.66), (x + d - 8, y - high)],
                PAPER,
                9,
            )
            for d in (-26, 22)
        ),
        opacity=0.7,
    )


def _table(at: Point, scale: float) -> str:
    """A low table with glasses, a teapot and a notebook."""
    legs = "".join(box((x, -62), (12, 62), TIMBER_DARK) for x in (-96, 84))
    top = box((-120, -78), (240, 18), blend(TIMBER, "#C79F55", 0.45), 6)
    glasses = "".join(
        path(f"M{x - 13} -116h26l-4 38h-18Z", "#F7F2F4") + path(f"M{x - 11.5} -104h23l-3 26h-17Z", COFFEE)
        for x in (-84, 62, 96)
    )
    pot = (
        oval((-22, -98), (24, 20), PLUM.mid)
        + stroke("0,-100 14,-108 18,-118", PLUM.mid, 7)
        + box((-32, -122), (20, 7), PLUM.dark, 3)
    )
    book = polygon("14,-84! 50,-84! 54,-78! 10,-78!", PAPER)
    return put(legs, top, glasses, pot, book, at=at, scale=scale)


def draw() -> str:
    """Give the whole picture as SVG."""
    pane = "#AFA3C4"
    behind = [
        sky("#CDB9DD", PLUM.mist, blend(PLUM.mist, PLUM.glow, 0.6)),
        sun((560, 300), 92, PLUM.glow),
        cloud((800, 130), 300, PAPER),
        cloud((380, 190), 200, PAPER),
        palm((700, 640), 330, GREEN, "#C9AE86", 18),
        tree((620, 640), 190, GREEN, TIMBER_DARK, 4),
        tree((820, 640), 220, GREEN, TIMBER_DARK, 7),
    ]
    tiles = ("#B5605A", "#8C4350")
    houses = [
        street_house((-70, 650), (240, 470), Facade((PLUM.pale, PLUM.light), PLUM.base, pane, 3, tiles)),
        street_house((170, 650), (200, 370), Facade(("#F3DDB8", "#DDBE92"), "#7FA38F", pane, 2, tiles)),
        street_house((370, 650), (170, 300), Facade(("#E9BDB4", "#CF9A94"), PLUM.mid, pane, 2, tiles)),
        street_house((930, 650), (180, 330), Facade(("#F3DDB8", "#DDBE92"), PLUM.mid, pane, 2, tiles)),
        street_house((1110, 650), (220, 430), Facade((PLUM.pale, PLUM.light), "#7FA38F", pane, 3, tiles)),
        street_house((1330, 650), (300, 360), Facade(("#E9BDB4", "#CF9A94"), PLUM.base, pane, 2, tiles)),
        path(f"M-20 648H1620V{HEIGHT}H-20Z", blend(PLUM.pale, "#E9CFAE", 0.5)),
        box((-20, 648), (1640, 14), PLUM.light),
        *(bush((x, 664), w, GREEN) for x, w in ((40, 110), (560, 90), (900, 110), (1330, 90))),
        tree((1200, 780), 700, GREEN, TIMBER_DARK, 3),
    ]
    people = [
        veil(oval((800, 822), (230, 14), PLUM.deep), oval((1290, 850), (290, 15), PLUM.deep), opacity=0.25),
        seated((660, 812), 250, Person("#EAF1F2", hatted=False, cropped=True)),
        seated((810, 790), 236, Person("#C9696B"), mirror=True),
        _table((800, 826), 0.92),
        seated((955, 818), 250, Person("#7FA38F", hatted=False), mirror=True),
        seated((1110, 838), 262, Person("#E3B86A")),
        seated((1270, 812), 244, Person("#5F7F9E", hatted=False, cropped=True)),
        _table((1290, 852), 1.0),
        seated((1470, 842), 262, Person("#F3DDB8", hatted=False, cropped=True), mirror=True),
    ]
    near = [
        path(f"M-20 946Q800 900 1620 946V{HEIGHT}H-20Z", TIMBER),
        path("M-20 946Q800 900 1620 946V962Q800 916 -20 962Z", blend(TIMBER, "#C79F55", 0.45)),
        *(
            stroke([(x, y), (x + 300, y - 4), (x + 620, y + 4)], TIMBER_DARK, 4)
            for x, y in ((60, 1010), (760, 990), (980, 1046))
        ),
        _filter_glass((210, 1004), 1.34, 26),
        _steam((210, 446), 150),
        _filter_glass((520, 1022), 1.02, 10),
        _steam((520, 594), 120),
    ]
    return picture(*behind, *houses, *people, *near)
