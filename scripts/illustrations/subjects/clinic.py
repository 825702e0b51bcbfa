"""A friendly clinic: a low bright building, a green cross and a heart on its front, a mother and child at the door."""

from illustrations.buildings import TILES, roof
from illustrations.land import cloud, fringe, ground, ridge, sky, sun
from illustrations.palette import CLAY, PAPER, WALL_SHADE, blend
from illustrations.pen import HEIGHT, Point, box, disc, oval, path, picture, polygon, put, veil
from illustrations.people import Person, standing
from illustrations.plants import GREEN, banana, bush, palm, tree

CARE, CARE_DARK, GLASS = "#2F8F7A", "#1F6B5C", "#BFE0D6"


def heart(at: Point, size: float, colour: str) -> str:
    """Draw a heart around its middle, `size` across."""
    return put(
        path("M0 44C-62 2 -52 -44 -24 -44C-10 -44 -2 -36 0 -26C2 -36 10 -44 24 -44C52 -44 62 2 0 44Z", colour),
        at=at,
        scale=size / 100,
    )


def _cross(at: Point, size: float, colour: str) -> str:
    x, y = at
    arm, half = size * 0.34, size / 2
    return box((x - arm / 2, y - half), (arm, size), colour, size * 0.06) + box(
        (x - half, y - arm / 2), (size, arm), colour, size * 0.06
    )


def _pane(corner: Point, size: Point) -> str:
    (x, y), (wide, high) = corner, size
    glass = box((x, y), size, GLASS) + polygon(
        [(x + wide * 0.5, y), (x + wide * 0.85, y), (x + wide * 0.35, y + high), (x, y + high)],
        blend(GLASS, PAPER, 0.5),
    )
    frame = box((x + wide / 2 - 4, y), (8, high), PAPER) + box((x, y + high * 0.4), (wide, 7), PAPER)
    return (
        box((x - 10, y - 10), (wide + 20, high + 20), CARE_DARK, 4)
        + glass
        + frame
        + box((x - 18, y + high + 10), (wide + 36, 12), WALL_SHADE, 3)
    )


def _building() -> str:
    wall, shade = "#FDF4E2", "#EBD8B4"
    wings = box((210, 486), (1180, 344), wall) + box((210, 486), (1180, 36), shade) + box((210, 770), (1180, 60), CARE)
    panes = "".join(_pane((x, 560), (120, 150)) for x in (270, 450, 1030, 1210))
    tiles = roof(170, 1430, 496, 128, TILES)
    porch = box((600, 380), (400, 450), wall) + box((600, 380), (44, 450), shade)
    gable = (
        polygon("570,392! 800,232! 1030,392!", TILES[0])
        + polygon("640,392! 800,282! 960,392!", wall)
        + polygon("570,392! 580,384! 800,232! 1020,384! 1030,392! 1004,392! 800,254! 596,392!", TILES[1])
    )
    sign = (
        disc((800, 452), 82, CARE)
        + disc((800, 452), 70, PAPER)
        + _cross((800, 452), 104, CARE)
        + heart((800, 454), 42, "#F3A58F")
    )
    door = (
        box((696, 576), (208, 254), CARE_DARK, 4)
        + "".join(
            box((x, 590), (88, 240), GLASS)
            + polygon([(x + 50, 590), (x + 78, 590), (x + 30, 830), (x, 830)], blend(GLASS, PAPER, 0.5))
            for x in (708, 804)
        )
        + box((788, 700), (8, 50), PAPER, 4)
        + box((804, 700), (8, 50), PAPER, 4)
    )
    lid = polygon("650,566! 950,566! 968,590! 632,590!", CARE) + box((632, 588), (336, 8), CARE_DARK)
    steps = box((610, 824), (380, 20), blend(shade, CLAY.light, 0.4)) + box(
        (580, 842), (440, 22), blend(shade, CLAY.mid, 0.35)
    )
    return wings + panes + tiles + porch + gable + sign + door + lid + steps


def _bench(at: Point) -> str:
    seat = (
        box((-110, -52), (220, 14), "#8A4A25", 4)
        + box((-110, -104), (220, 12), "#8A4A25", 4)
        + box((-110, -82), (220, 12), "#8A4A25", 4)
    )
    return put(seat, *(box((x, -104), (10, 104), CLAY.deep) for x in (-92, 82)), at=at)


def draw() -> str:
    """Give the whole picture as SVG."""
    lawn = blend("#8DB65C", CLAY.glow, 0.35)
    behind = [
        sky(CLAY.pale, CLAY.mist, "#FFF8EA"),
        sun((330, 240), 90, CLAY.glow),
        cloud((1220, 150), 350, PAPER),
        cloud((620, 120), 220, PAPER),
        ridge(470, 70, 8, (blend(CLAY.pale, CLAY.light, 0.6), CLAY.mist), 1.3),
        ridge(560, 40, 19, (CLAY.light, CLAY.pale), 2.1),
        tree((110, 800), 440, GREEN, "#5A3320", 4),
        palm((1500, 820), 560, GREEN, WALL_SHADE, -30),
        palm((1420, 820), 420, GREEN, WALL_SHADE, 20),
        ground(812, lawn, -10),
        _building(),
    ]
    front = [
        *(bush((x, 850), 120, GREEN) for x in (290, 420, 1160, 1300)),
        polygon(f"640,862! 960,862! 1240,{HEIGHT}! 360,{HEIGHT}!", CLAY.mist),
        polygon(f"640,862! 652,862! 400,{HEIGHT}! 360,{HEIGHT}!", CLAY.light),
        polygon(f"948,862! 960,862! 1240,{HEIGHT}! 1200,{HEIGHT}!", CLAY.light),
        veil(
            oval((672, 962), (56, 8), CLAY.dark),
            oval((760, 962), (44, 7), CLAY.dark),
            oval((930, 900), (50, 7), CLAY.dark),
            opacity=0.35,
        ),
        standing((925, 900), 270, Person("#FFFFFF", "#E6EEF0", hatted=False), mirror=True),
        standing((668, 962), 320, Person("#D9694F", "#5A3A4A", away=True)),
        standing((760, 962), 205, Person("#E5A93C", "#3F5E73", hatted=False, away=True)),
        veil(oval((1290, 982), (130, 10), CLAY.dark), opacity=0.3),
        _bench((1290, 980)),
        fringe(1066, 60, 4, blend("#4F8F4A", CLAY.deep, 0.2)),
        banana((-30, 1150), 520, ("#1F4A34", "#2C6340", "#4F8F4A"), 3),
    ]
    return picture(*behind, *front)
