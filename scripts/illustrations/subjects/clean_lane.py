"""A clean lane: paving swept bright, flowering walls and shade trees, a woman with a broom, tidy bins."""

from illustrations.buildings import Facade, street_house
from illustrations.land import cloud, ground, sky, sun
from illustrations.palette import CLAY, PAPER, STRAW, STRAW_SHADE, TIMBER, TIMBER_DARK, WALL, WALL_SHADE, blend
from illustrations.pen import (
    HEIGHT,
    Point,
    box,
    disc,
    fading,
    grain,
    outline,
    oval,
    picture,
    polygon,
    put,
    stroke,
    veil,
)
from illustrations.people import Person, standing
from illustrations.plants import GREEN, bush, palm, tree

VANISH: Point = (800, 610)
BLOSSOM = ("#C9416B", "#E0668A", "#F09AB0")


def _blossoms(area: tuple[Point, Point], count: int, seed: int, size: float) -> str:
    """Flowers scattered between two corners."""
    (left, top), (right, bottom) = area
    marks = []
    for index in range(count):
        x = left + (right - left) * (grain(seed, index) + 1) / 2
        y = top + (bottom - top) * (grain(seed, index + 400) + 1) / 2
        marks.append(disc((x, y), size * (0.8 + 0.3 * grain(seed, index + 800)), BLOSSOM[index % 3]))
    return "".join(marks)


def pot(at: Point, size: float, bloom: str) -> str:
    """Draw a clay pot of flowers that stands on its spot."""
    leaves = [
        put(outline("0,0! -13,-40 0,-92! 13,-40", GREEN[i % 3]), at=(0, -66), turn=turn)
        for i, turn in enumerate((-56, 54, -30, 28, 0))
    ]
    flowers = [
        disc((x, y), 15, bloom) + disc((x, y), 5, CLAY.glow)
        for x, y in ((-52, -128), (-6, -162), (46, -134), (-28, -104), (24, -108))
    ]
    return put(
        *leaves,
        *flowers,
        polygon("-46,-72! 46,-72! 34,0! -34,0!", "#C97B4F"),
        box((-52, -84), (104, 20), "#A85F38", 4),
        at=at,
        scale=size / 170,
    )


def _bin(at: Point, size: float, colour: str) -> str:
    shade = blend(colour, "#1F2328", 0.3)
    wheels = disc((-34, -6), 11, "#2B2F36") + disc((34, -6), 11, "#2B2F36")
    return put(
        wheels,
        polygon("-56,-150! 56,-150! 44,-8! -44,-8!", colour),
        polygon("-56,-150! -28,-150! -24,-8! -44,-8!", shade),
        box((-64, -170), (128, 24), shade, 8),
        at=at,
        scale=size / 170,
    )


def _broom(foot: Point, high: float, turn: float) -> str:
    """A long-handled broom of palm ribs, bristles at the foot."""
    bristle = outline("-12,-96! -52,-8 -46,4! 46,4! 52,-8 12,-96!", STRAW_SHADE)
    ribs = "".join(stroke([(x * 0.25, -92), (x, 0)], STRAW, 4) for x in (-38, -24, -10, 6, 20, 34))
    return put(
        stroke("0,-90 0,-380", TIMBER, 11),
        bristle,
        ribs,
        box((-15, -112), (30, 24), CLAY.base, 5),
        at=foot,
        scale=high / 380,
        turn=turn,
    )


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(CLAY.pale, CLAY.mist, "#FFF8EA"),
        sun((860, 330), 96, CLAY.glow),
        cloud((640, 150), 300, PAPER),
        cloud((1010, 210), 190, PAPER),
        ground(650, blend(CLAY.light, CLAY.mid, 0.25)),
        tree((760, 660), 210, GREEN, TIMBER_DARK, 4),
        tree((880, 660), 170, GREEN, TIMBER_DARK, 6),
        palm((690, 660), 290, GREEN, WALL_SHADE, 12),
    ]
    panes = "#7FA9A0"
    houses = [
        street_house((540, 660), (120, 300), Facade(("#F3D9A8", "#D9B77E"), "#4F8577", panes, 2)),
        street_house((370, 690), (180, 440), Facade(("#E9B98C", "#C9935F"), "#8A4A35", panes, 3)),
        street_house((110, 730), (270, 640), Facade((WALL, WALL_SHADE), "#4F8577", panes, 3)),
        street_house((-200, 780), (330, 760), Facade(("#D98F6A", "#B56C48"), "#7A3B22", panes, 3)),
        street_house((960, 660), (110, 270), Facade(("#F0C9A0", "#CFA274"), "#8A4A35", panes, 2)),
        street_house((1060, 690), (180, 410), Facade((WALL, WALL_SHADE), "#4F8577", panes, 2)),
        street_house((1230, 730), (270, 600), Facade(("#E0A07A", "#BD7950"), "#7A3B22", panes, 3)),
        street_house((1490, 780), (330, 740), Facade(("#F3D9A8", "#D9B77E"), "#4F8577", panes, 3)),
    ]
    lane = [
        polygon(
            f"-20,790! {VANISH[0] - 60},{VANISH[1] + 30}! {VANISH[0] + 60},{VANISH[1] + 30}! 1620,790! 1620,{HEIGHT}! -20,{HEIGHT}!",
            blend(CLAY.light, CLAY.mid, 0.25),
        ),
        fading(
            "paving",
            f"M{VANISH[0] - 40} {VANISH[1] + 30}H{VANISH[0] + 40}L1390 {HEIGHT}H210Z",
            (CLAY.pale, CLAY.mist),
            (VANISH[1], HEIGHT),
        ),
        *(
            stroke([(VANISH[0] + (x - 800) * 0.068, VANISH[1] + 30), (x, HEIGHT + 10)], CLAY.pale, 4)
            for x in (390, 600, 1000, 1210)
        ),
        *(
            stroke([(800 - 590 * t, 640 + 427 * t), (800 + 590 * t, 640 + 427 * t)], CLAY.pale, 4)
            for t in (0.14, 0.25, 0.4, 0.6, 0.84)
        ),
        polygon(
            f"{VANISH[0] - 46},{VANISH[1] + 30}! {VANISH[0] - 40},{VANISH[1] + 30}! 210,{HEIGHT}! 150,{HEIGHT}!", PAPER
        ),
        polygon(
            f"{VANISH[0] + 40},{VANISH[1] + 30}! {VANISH[0] + 46},{VANISH[1] + 30}! 1450,{HEIGHT}! 1390,{HEIGHT}!",
            PAPER,
        ),
    ]
    green = [
        *(
            bush((x, y), wide, GREEN)
            for x, y, wide in (
                (650, 690, 90),
                (590, 716, 110),
                (510, 748, 140),
                (940, 690, 90),
                (1000, 716, 110),
                (1085, 748, 140),
            )
        ),
        _blossoms(((470, 690), (640, 730)), 34, 3, 8),
        _blossoms(((960, 690), (1130, 730)), 34, 5, 8),
        tree((330, 830), 420, GREEN, TIMBER_DARK, 3),
        tree((1300, 830), 440, GREEN, TIMBER_DARK, 9),
        _blossoms(((1180, 450), (1410, 600)), 40, 8, 11),
        _blossoms(((215, 460), (445, 610)), 40, 28, 11),
        *(
            bush((x, y), wide, GREEN)
            for x, y, wide in (
                (400, 800, 180),
                (260, 872, 240),
                (1200, 800, 180),
                (1350, 872, 240),
                (60, 960, 330),
                (1550, 960, 330),
            )
        ),
        _blossoms(((330, 720), (460, 790)), 34, 13, 10),
        _blossoms(((170, 770), (340, 860)), 40, 14, 13),
        _blossoms(((1140, 720), (1270, 790)), 34, 15, 10),
        _blossoms(((1260, 770), (1430, 860)), 40, 16, 13),
        _blossoms(((-20, 800), (170, 930)), 40, 17, 16),
        _blossoms(((1450, 800), (1640, 930)), 40, 18, 16),
    ]
    people = [
        veil(oval((700, 962), (84, 11), CLAY.dark), opacity=0.35),
        _broom((826, 968), 330, -17),
        standing((690, 960), 330, Person("#B23A5A")),
        veil(oval((1090, 1010), (80, 10), CLAY.dark), oval((1210, 1024), (80, 10), CLAY.dark), opacity=0.3),
        _bin((1085, 1008), 180, "#4F8F6A"),
        _bin((1210, 1022), 190, "#E0A04C"),
        pot((330, 1030), 200, "#E9583F"),
        pot((470, 1046), 170, "#F0B23C"),
        *(box((0, 0), (0, 0), CLAY.base) for _ in range(0)),
    ]
    return picture(*behind, *houses, *lane, *green, *people)
