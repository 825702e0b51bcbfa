"""Litter from the sea back to the shore: a fisherman hands a net bag of bottles and tins to the women on the beach, boats behind."""

from illustrations.land import cloud, glints, sky, sun
from illustrations.palette import CLAY, PAPER, STRAW, STRAW_SHADE, TIMBER, TIMBER_DARK, blend
from illustrations.pen import (
    HEIGHT,
    WIDTH,
    Point,
    box,
    curve,
    fading,
    oval,
    path,
    picture,
    put,
    stroke,
    trace,
    veil,
    within,
)
from illustrations.people import Person, standing
from illustrations.subjects.fishing_boats import boat
from illustrations.subjects.green_saving import bottle, tin

GLASS = ("#6FB59F", "#8FB4CF", "#4F9F86", "#C9DDE4")
TINS = ("#C9574B", "#5284AF", "#E5A93C")
NET = "#1F7A86"
BAG = "0,0! -30,16 -104,96 -132,200 -104,286 -40,314 40,314 104,286 132,200 104,96 30,16 0,0!"


def bag(at: Point, scale: float, name: str) -> str:
    """Draw a knotted net bag that hangs from its point, full of bottles and tins; `name` is unique in the picture."""
    inside = [
        oval((0, 200), (128, 118), "#DDE9E4"),
        *(
            bottle((x, y), h, GLASS[i % 4], t)
            for i, (x, y, h, t) in enumerate(
                (
                    (-60, 214, 150, -30),
                    (20, 190, 150, 14),
                    (84, 250, 150, 40),
                    (-104, 300, 150, 20),
                    (-10, 318, 160, -62),
                    (60, 330, 150, -20),
                )
            )
        ),
        *(
            tin((x, y), 84, TINS[i % 3], t)
            for i, (x, y, t) in enumerate(
                ((-30, 250, 24), (70, 200, -30), (-84, 240, -14), (30, 306, 70), (-40, 316, -30))
            )
        ),
    ]
    window = path(curve(trace(BAG), closed=True), NET)
    mesh = [
        stroke([(0, 10), (x * 0.7, 96), (x, 200), (x * 0.7, 312)], NET, 4) for x in (-132, -92, -50, 0, 50, 92, 132)
    ]
    mesh += [
        stroke([(-w, y), (0, y + 18), (w, y)], NET, 4)
        for w, y in ((60, 62), (100, 108), (122, 156), (130, 204), (118, 252), (84, 292))
    ]
    knot = stroke("0,6 -18,-26 18,-26 0,6", NET, 8)
    return put(within(name, window, *inside, *mesh), knot, at=at, scale=scale)


def _basket_boat(at: Point, scale: float) -> str:
    """A round basket boat drawn up on the sand."""
    hull = path("M-190 -104H190Q176 -10 96 0H-96Q-176 -10 -190 -104Z", "#B98A4C")
    weave = "".join(
        stroke([(x, -92 + 6 * (k % 2)), (x - 40 * (x / 190) + (14 if k % 2 else -14), -6)], "#96692F", 5)
        for k, x in enumerate(range(-168, 180, 28))
    )
    inner = oval((0, -104), (190, 36), TIMBER_DARK) + oval((0, -98), (170, 26), "#7A5530")
    rim = f'<ellipse cx="0" cy="-104" rx="190" ry="36" fill="none" stroke="{STRAW_SHADE}" stroke-width="16"/>'
    paddle = stroke("-60,-100 130,-220", TIMBER, 10) + put(oval((0, 0), (44, 18), TIMBER), at=(160, -238), turn=-32)
    return put(hull, weave, inner, paddle, rim, at=at, scale=scale)


def _basket(at: Point, scale: float) -> str:
    """A pole basket for what has been sorted: tins only."""
    tins = "".join(
        tin((x, y), 80, TINS[i % 3], t)
        for i, (x, y, t) in enumerate(((-50, -84, -20), (0, -84, 4), (48, -84, 22), (-26, -120, 40), (28, -124, -30)))
    )
    body = (
        path("M-104 -104H104L84 0H-84Z", STRAW)
        + "".join(stroke([(-100 + 5 * i, -80 + 26 * i), (100 - 5 * i, -80 + 26 * i)], STRAW_SHADE, 6) for i in range(3))
        + "".join(stroke([(x, -100), (x * 0.84, 0)], STRAW_SHADE, 5) for x in (-66, -22, 22, 66))
    )
    return put(
        veil(oval((0, 0), (104, 11), CLAY.deep), opacity=0.3),
        tins,
        body,
        box((-110, -114), (220, 20), STRAW_SHADE, 10),
        at=at,
        scale=scale,
    )


def draw() -> str:
    """Give the whole picture as SVG."""
    sea, sea_deep = "#8CC0BD", "#3F8F96"
    sand, wet = "#F2D9AE", "#DDB98A"
    behind = [
        sky("#F3C79E", CLAY.mist, "#FFF3DC"),
        sun((760, 330), 110, CLAY.glow),
        cloud((330, 160), 330, PAPER),
        cloud((1260, 130), 300, PAPER),
        cloud((1040, 240), 180, PAPER),
        fading("sea", f"M0 440H{WIDTH}V{HEIGHT}H0Z", (blend(sea, CLAY.glow, 0.45), sea, sea_deep), (440, 780)),
        veil(glints(((640, 446), (900, 640)), 24, 5, CLAY.glow), opacity=0.9),
        veil(glints(((40, 470), (1560, 700)), 20, 9, PAPER), opacity=0.35),
        put(boat(), at=(1420, 490), scale=0.24),
        put(boat(), at=(440, 690), scale=1.12),
        veil(stroke("60,716 300,728 520,720", PAPER, 7), stroke("560,726 760,734 940,722", PAPER, 7), opacity=0.6),
        bag((700, 566), 0.34, "side"),
    ]
    beach = [
        path(f"M-20 800Q300 740 700 778T1640 700V{HEIGHT}H-20Z", PAPER),
        path(f"M-20 816Q300 756 700 794T1640 716V{HEIGHT}H-20Z", wet),
        path(f"M-20 850Q300 800 700 830T1640 750V{HEIGHT}H-20Z", sand),
        *(
            veil(stroke([(x, y), (x + 90, y - 8), (x + 190, y)], CLAY.mid, 4), opacity=0.35)
            for x, y in ((80, 960), (420, 1030), (900, 1036), (1300, 990))
        ),
        veil(oval((1370, 876), (190, 16), CLAY.deep), opacity=0.25),
        _basket_boat((1370, 874), 0.86),
    ]
    people = [
        veil(*(oval((x, y), (70, 11), CLAY.deep) for x, y in ((560, 990), (980, 990), (1130, 976))), opacity=0.3),
        standing((1136, 974), 340, Person("#4F7F8E", "#33303A"), mirror=True),
        standing((556, 988), 372, Person("#E0A04C", "#33506A")),
        standing((976, 988), 356, Person("#A8415A", "#33303A"), mirror=True),
        stroke("652,776 770,706 884,786", NET, 8),
        bag((770, 704), 0.82, "hand"),
        _basket((1300, 1020), 1.05),
        _basket((250, 1020), 1.0),
    ]
    return picture(*behind, *beach, *people)
