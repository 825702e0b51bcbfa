"""A peaceful parish in the evening: a church with its bell tower over the pond, lit windows, a moon, two neighbours home."""

from illustrations.buildings import cottage
from illustrations.land import cloud, fringe, glints, ridge, sky
from illustrations.palette import PAPER, SEA, TIMBER_DARK, blend
from illustrations.pen import (
    HEIGHT,
    WIDTH,
    Point,
    box,
    disc,
    fading,
    number,
    path,
    picture,
    polygon,
    put,
    stroke,
    veil,
)
from illustrations.people import Person, standing
from illustrations.plants import Leaves, bush, palm, tree

EVENING: Leaves = ("#16394A", "#28595F", "#4C8078")
NEAR: Leaves = ("#0E2436", "#16394A", "#215058")
LIT = "#FBDD93"
STONE, STONE_SHADE, STONE_LIGHT = "#E9D9BC", "#BFAF9E", "#F7EBD2"
SLATE, SLATE_SHADE = "#A65B45", "#7C4038"


def _arched(corner: Point, size: Point, fill: str) -> str:
    """A window or door with a round head, from its upper left corner."""
    (x, y), (wide, high) = corner, size
    return path(
        f"M{number(x)} {number(y + high)}V{number(y + wide / 2)}A{number(wide / 2)} {number(wide / 2)} 0 0 1 {number(x + wide)} {number(y + wide / 2)}V{number(y + high)}Z",
        fill,
    )


def _cross(at: Point, size: float) -> str:
    x, y = at
    return box((x - size * 0.07, y - size), (size * 0.14, size), SLATE_SHADE) + box(
        (x - size * 0.3, y - size * 0.72), (size * 0.6, size * 0.14), SLATE_SHADE
    )


def _tower() -> str:
    """The bell tower in three storeys and a spire; its foot at the origin, 640 high to the cross."""
    parts = [
        box((-95, -330), (190, 330), STONE),
        box((-95, -330), (52, 330), STONE_SHADE),
        box((-106, -344), (212, 18), STONE_LIGHT),
        box((-82, -470), (164, 128), STONE),
        box((-82, -470), (44, 128), STONE_SHADE),
        _arched((-34, -452), (68, 110), SEA.deep),
        path("M-22 -376Q-20 -424 0 -430Q20 -424 22 -376L30 -364H-30Z", "#E0A94A") + disc((0, -362), 7, "#B07A12"),
        box((-94, -486), (188, 18), STONE_LIGHT),
        polygon("-88,-486! 0,-640! 88,-486!", SLATE),
        polygon("-88,-486! 0,-640! -30,-486!", SLATE_SHADE),
        _cross((0, -632), 84),
        _arched((-44, -126), (88, 126), SLATE_SHADE),
        _arched((-34, -114), (68, 114), LIT),
        box((-2, -114), (4, 114), SLATE_SHADE),
        disc((0, -240), 42, STONE_LIGHT),
        disc((0, -240), 34, LIT),
        *(put(box((-2, -34), (4, 68), SLATE_SHADE), at=(0, -240), turn=60 * i) for i in range(3)),
    ]
    return put(*parts)


def _nave() -> str:
    """The long side of the church, running to the right from the origin."""
    wall = box((0, -210), (520, 210), STONE) + box((0, -210), (520, 24), STONE_SHADE)
    windows = "".join(
        _arched((34 + 100 * i, -162), (50, 116), STONE_LIGHT)
        + _arched((39 + 100 * i, -157), (40, 108), LIT)
        + box((57 + 100 * i, -152), (4, 104), SLATE_SHADE)
        for i in range(5)
    )
    piers = "".join(box((96 + 100 * i, -196), (20, 196), STONE_LIGHT) for i in range(4))
    top = polygon("-20,-206! 40,-330! 500,-330! 548,-206!", SLATE) + polygon(
        "-20,-206! -14,-218! 544,-218! 548,-206!", SLATE_SHADE
    )
    ribs = [stroke([(44 + 22.8 * i, -328), (-8 + 27.6 * i, -220)], SLATE_SHADE, 3) for i in range(1, 20)]
    return wall + windows + piers + top + "".join(ribs) + box((36, -336), (468, 10), SLATE_SHADE)


def _scene() -> str:
    """All that stands on the bank; drawn twice, the second time as its own reflection."""
    parts = [
        cottage((180, 690), 220, (STONE, STONE_SHADE), (SLATE, SLATE_SHADE), LIT),
        cottage((1400, 690), 240, (STONE, STONE_SHADE), (SLATE, SLATE_SHADE), LIT),
        tree((40, 700), 280, EVENING, TIMBER_DARK, 5),
        palm((330, 695), 400, EVENING, SEA.light, 16),
        palm((400, 695), 300, EVENING, SEA.light, -12),
        put(_nave(), at=(700, 690)),
        put(_tower(), at=(636, 692), scale=0.88),
        tree((1260, 700), 230, EVENING, TIMBER_DARK, 8),
        tree((1570, 700), 320, EVENING, TIMBER_DARK, 3),
        *(bush((x, 700), 90, EVENING) for x in (480, 540, 800, 910, 1020, 1120)),
    ]
    return "".join(parts)


def draw() -> str:
    """Give the whole picture as SVG."""
    bank = 700
    dusk = (blend(SEA.dark, SEA.base, 0.5), SEA.mid, blend(SEA.light, "#F2B98F", 0.5), "#F8D7A6")
    behind = [
        sky(*dusk),
        veil(disc((1130, 210), 120, "#FBEFD0"), opacity=0.16),
        disc((1130, 210), 70, "#FBEFD0"),
        *(disc((70 + 197 * i % 900, 50 + 71 * i % 240), 2.8, PAPER) for i in range(10)),
        *(disc((1310 + 83 * i, 60 + 67 * i % 190), 2.8, PAPER) for i in range(4)),
        cloud((330, 250), 300, blend(SEA.light, "#F2B98F", 0.35)),
        cloud((1420, 330), 260, blend(SEA.light, "#F2B98F", 0.5)),
        ridge(540, 60, 14, (blend(SEA.light, "#F2B98F", 0.3), blend(SEA.pale, "#F6CFA0", 0.6)), 1.2),
        ridge(620, 36, 33, (blend(SEA.mid, SEA.light, 0.3), SEA.light), 2.0),
    ]
    shore = path(f"M-20 {bank - 12}Q400 {bank - 22} 800 {bank - 10}T1620 {bank - 14}V{bank + 26}H-20Z", "#3F7468")
    pond = [
        fading(
            "pond",
            f"M0 {bank + 18}H{WIDTH}V{HEIGHT}H0Z",
            (blend("#F8D7A6", SEA.light, 0.4), SEA.mid, SEA.dark),
            (bank + 18, HEIGHT),
        ),
        veil(
            f'<g transform="matrix(1 0 0 -0.62 0 {number(bank + 18 + 0.62 * (bank + 4))})">{_scene()}</g>', opacity=0.34
        ),
        veil(glints(((120, bank + 60), (1480, HEIGHT - 60)), 22, 8, LIT), opacity=0.3),
        box((0, bank + 12), (WIDTH, 8), "#2C5A57"),
    ]
    front = [
        polygon(
            f"-20,{HEIGHT - 60}! 460,{HEIGHT - 78}! 900,{HEIGHT - 40}! 1620,{HEIGHT - 70}! 1620,{HEIGHT + 20}! -20,{HEIGHT + 20}!",
            "#16394A",
        ),
        standing((280, HEIGHT - 58), 250, Person("#D4814F", "#2A2F4A")),
        standing((360, HEIGHT - 56), 240, Person("#EFE0C2", "#33475F", hatted=False), mirror=True),
        fringe(HEIGHT - 8, 76, 5, "#0E2436"),
        tree((1570, HEIGHT + 150), 400, NEAR, TIMBER_DARK, 6),
    ]
    return picture(*behind, *pond, shore, _scene(), *front)
