"""A Saturday desk in the neighbourhood hall's yard: officers with laptops under an awning, people with their papers, coconut palms."""

from illustrations.buildings import roof
from illustrations.flag import flagpole
from illustrations.land import cloud, ground, ridge, sky, sun
from illustrations.palette import INK, PAPER, PLUM, SKIN, TIMBER, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, Point, box, disc, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import HAIR, Person, standing
from illustrations.plants import GREEN, bush, palm, tree

WALL, WALL_SHADE = "#FBF1E2", "#E4D3C6"
TILES = ("#B5605A", "#8C4350")


def _hall() -> str:
    """The hall: one long tiled roof, a porch on four pillars, double doors that stand open; y = 0 is the yard."""
    front = box((-520, -240), (1040, 240), WALL) + box((-520, -240), (1040, 36), WALL_SHADE)
    openings = "".join(
        box((x - 52, -186), (104, 120), PLUM.mid, 3)
        + box((x - 44, -178), (88, 104), "#BFD3D6")
        + box((x - 4, -178), (8, 104), PLUM.mid)
        + box((x - 60, -66), (120, 10), WALL_SHADE)
        for x in (-420, -270, 270, 420)
    )
    door = (
        box((-110, -196), (220, 196), PLUM.dark)
        + box((-96, -184), (192, 184), "#F2D9A2")
        + box((-96, -184), (44, 184), PLUM.base)
        + box((52, -184), (44, 184), PLUM.base)
    )
    pillars = "".join(
        box((x - 16, -240), (32, 240), PAPER) + box((x + 4, -240), (12, 240), WALL_SHADE)
        for x in (-180, 180, -500, 500)
    )
    step = box((-560, -16), (1120, 20), "#C9B7AE")
    return front + openings + door + pillars + step + roof(-580, 580, -232, 150, TILES)


def _awning() -> str:
    """A striped awning on four poles, drawn around the middle of its front edge."""
    tones = (PLUM.base, PAPER)
    strips = []
    for i in range(12):
        a, b = -600 + 100 * i, -500 + 100 * i
        strips.append(polygon([(a * 0.86, -104), (b * 0.86, -104), (b, 0), (a, 0)], tones[i % 2]))
        strips.append(path(f"M{a} 0H{b}V26Q{(a + b) / 2} 62 {a} 26Z", blend(tones[i % 2], PLUM.deep, 0.16)))
    poles = "".join(box((x, -10), (16, 520), PLUM.light) + box((x, -10), (6, 520), PAPER) for x in (-590, 574))
    return poles + "".join(strips)


def _officer(at: Point, height: float, shirt: str, *, long_hair: bool = False) -> str:
    """Head and shoulders behind the table, turned to us, a card on a ribbon; y is the table's edge."""
    shade = blend(shirt, INK, 0.14)
    body = path("M-62 0Q-66 -70 -34 -84H34Q66 -70 62 0Z", shirt) + path(
        "M-62 0Q-66 -70 -34 -84H-20Q-40 -50 -36 0Z", shade
    )
    neck = box((-11, -102), (22, 26), blend(SKIN, "#8A4A2E", 0.2))
    back = path("M-36 -120V-96Q-34 -76 -24 -74H24Q34 -76 36 -96V-130Z", HAIR) if long_hair else ""
    head = disc((0, -122), 30, SKIN)
    hair = path("M-33 -116Q-36 -158 0 -160Q36 -158 33 -116Q24 -140 4 -142Q-22 -142 -33 -116Z", HAIR)
    ribbon = (
        stroke("-14,-84 0,-46 14,-84", PLUM.base, 4)
        + box((-12, -48), (24, 30), PAPER, 3)
        + box((-8, -42), (10, 10), PLUM.light)
    )
    smile = "".join(stroke([(x - 5, -118), (x, -121), (x + 5, -118)], HAIR, 2.4) for x in (-11, 11)) + stroke(
        "-8,-106 0,-102 8,-106", "#9A4A3A", 2.6
    )
    return put(back, body, neck, ribbon, head, smile, hair, at=at, scale=height / 160)


def _laptop(at: Point, scale: float) -> str:
    """A laptop seen from behind its lid."""
    return put(
        box((-70, -88), (140, 86), "#8E97A3", 8)
        + box((-62, -80), (124, 70), "#A9B2BC", 5)
        + disc((0, -46), 9, PAPER)
        + box((-84, -6), (168, 9), "#6E7783", 4),
        at=at,
        scale=scale,
    )


def _papers(at: Point, scale: float) -> str:
    sheets = "".join(
        polygon([(-46 + d, -8 - 5 * d), (40 + d, -8 - 5 * d), (52 + d, 4 - 5 * d), (-56 + d, 4 - 5 * d)], tone)
        for d, tone in ((0, PLUM.pale), (2, PAPER))
    )
    return put(sheets, at=at, scale=scale)


def _table() -> str:
    """The long table with its cloth."""
    top = box((-470, -14), (940, 26), blend(TIMBER, "#C79F55", 0.35), 5)
    cloth = (
        box((-452, 12), (904, 142), PLUM.mid)
        + "".join(path(f"M{-452 + 113 * i} 12h20l-8 142h-20Z", PLUM.base) for i in range(8))
        + box((-452, 12), (904, 20), PLUM.light)
    )
    return cloth + top


def _motorbike(at: Point, scale: float) -> str:
    """A small motorbike on its stand, looking right."""
    wheels = "".join(
        disc((x, -34), 36, "#2B2F36") + disc((x, -34), 24, "#8E97A3") + disc((x, -34), 7, "#2B2F36") for x in (-86, 92)
    )
    frame = stroke("-86,-34 -20,-44 30,-44 64,-118 92,-34", "#3A3F47", 11)
    shell = path(
        "M-110 -92Q-60 -104 -10 -96L10 -56H46L66 -128L84 -132L72 -40Q40 -24 0 -30L-36 -54Q-80 -60 -110 -92Z", "#B5475A"
    )
    seat = path("M-112 -100Q-60 -122 -4 -108L-2 -94Q-60 -106 -108 -90Z", "#2B2F36")
    bar = stroke("74,-126 66,-152 44,-158", "#3A3F47", 8) + disc((88, -122), 13, LAMP)
    return put(frame, wheels, shell, seat, bar, at=at, scale=scale)


LAMP = "#F9E7B0"


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky("#D5C3E2", PLUM.mist, blend(PLUM.mist, PLUM.glow, 0.5)),
        sun((1290, 210), 86, PLUM.glow),
        cloud((430, 120), 320, PAPER),
        cloud((1080, 120), 230, PAPER),
        ridge(470, 50, 8, (PLUM.light, PLUM.pale), 1.8),
        tree((90, 640), 320, GREEN, TIMBER_DARK, 5),
        palm((210, 640), 520, GREEN, "#C9AE86", -30),
        palm((1420, 650), 560, GREEN, "#C9AE86", 34),
        palm((1530, 650), 430, GREEN, "#C9AE86", -16),
        palm((40, 650), 430, GREEN, "#C9AE86", 20),
        ground(600, blend("#A7C38A", PLUM.pale, 0.35), -4),
        flagpole((1290, 640), 420, 140, PLUM.deep, 0.045),
        put(_hall(), at=(800, 640), scale=0.86),
        path(f"M-20 640H1620V{HEIGHT}H-20Z", blend(PLUM.pale, "#E9CFAE", 0.55)),
        box((-20, 640), (1640, 12), blend(PLUM.light, "#C9A98A", 0.5)),
        *(bush((x, 652), w, GREEN) for x, w in ((60, 130), (170, 90), (1430, 90), (1540, 140))),
    ]
    desk = [
        veil(oval((800, 934), (560, 26), PLUM.deep), opacity=0.22),
        _officer((500, 776), 224, "#EAF1F2", long_hair=True),
        _officer((800, 776), 224, "#7FA38F"),
        _officer((1100, 776), 224, "#EAF1F2"),
        put(_table(), at=(800, 780)),
        _laptop((500, 772), 0.95),
        _laptop((1080, 772), 0.95),
        _papers((690, 764), 1.1),
        _papers((900, 764), 1.1),
        _papers((1230, 764), 0.9),
    ]
    people = [
        veil(
            *(oval((x, y), (56, 9), PLUM.deep) for x, y in ((640, 1014), (980, 1010), (1320, 1004), (1420, 1008))),
            opacity=0.3,
        ),
        standing((640, 1010), 306, Person("#C9696B", "#33303A", away=True)),
        standing((950, 1006), 312, Person("#E3B86A", "#3A4A5C", hatted=False, away=True, cropped=True), mirror=True),
        standing((1030, 1008), 190, Person("#8FB4CF", "#5A4A6C", hatted=False, away=True, cropped=True)),
        standing((1300, 1002), 320, Person("#4F7F8E", "#33303A", hatted=False), mirror=True),
        box((1206, 812), (34, 46), PAPER, 3),
        standing((1420, 1006), 306, Person("#A8587A", "#33303A"), mirror=True),
    ]
    return picture(*behind, _motorbike((122, 880), 0.92), put(_awning(), at=(800, 520)), *desk, *people)
