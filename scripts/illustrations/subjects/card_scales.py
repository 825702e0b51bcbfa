"""Waste weighed against a health card: a beam balance on a bough, sorted scrap in one pan, an insurance card in the other."""

from illustrations.buildings import village_house
from illustrations.land import cloud, ground, ridge, sky, sun
from illustrations.palette import CLAY, GOLD, INK, PAPER, STRAW, STRAW_SHADE, TIMBER, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, Point, box, disc, outline, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import Person, standing
from illustrations.plants import GREEN, banana, bush, palm
from illustrations.subjects.clean_lane import pot
from illustrations.subjects.green_saving import bottle, tin

GLASS = ("#6FB59F", "#8FB4CF", "#4F9F86")
TINS = ("#C9574B", "#5284AF", "#E5A93C")
CARD_BLUE = "#3F86A8"


def _pan(load: str) -> str:
    """A woven pan on three cords that meet at the origin; the load stands in it."""
    bowl = path("M-190 300H190Q160 368 96 378H-96Q-160 368 -190 300Z", STRAW)
    weave = "".join(
        stroke([(-176 + 26 * i, 318 + 20 * i), (0, 324 + 20 * i), (176 - 26 * i, 318 + 20 * i)], STRAW_SHADE, 5)
        for i in range(3)
    )
    ribs = "".join(stroke([(x, 304), (x * 0.7, 374)], STRAW_SHADE, 5) for x in (-140, -93, -46, 0, 46, 93, 140))
    rim = box((-200, 288), (400, 24), STRAW_SHADE, 12)
    back = stroke("0,0 0,290", TIMBER, 5)
    front = stroke([(0, 0), (-192, 294)], TIMBER, 6) + stroke([(0, 0), (192, 294)], TIMBER, 6)
    return back + load + bowl + weave + ribs + rim + front + disc((0, 0), 13, TIMBER_DARK)


def _scrap() -> str:
    """Bottles, tins, a tied bundle of paper."""
    sheets = "".join(
        box((-60 + 3 * (i % 3), 266 - 24 * i), (130, 20), tone, 4)
        for i, tone in enumerate(("#B98A55", "#8FA3AD", "#D9B98A", "#6F8794", "#C9A06A"))
    )
    cord = box((-6, 170), (9, 120), CLAY.base)
    bottles = "".join(
        bottle((x, 300), h, GLASS[i], t)
        for i, (x, h, t) in enumerate(((-128, 186, -10), (-92, 200, 4), (-150, 150, -24)))
    )
    tins = "".join(
        tin((x, y), 86, TINS[i], t) for i, (x, y, t) in enumerate(((108, 300, 6), (150, 300, 16), (122, 218, -8)))
    )
    return bottles + tins + sheets + cord


def _card() -> str:
    """An insurance card without a letter: a heart with a pulse, a blank portrait, lines."""
    body = box((-150, 96), (300, 190), blend(CARD_BLUE, INK, 0.25), 16) + box((-150, 90), (300, 190), PAPER, 16)
    head = path("M-150 106a16 16 0 0 1 16 -16H134a16 16 0 0 1 16 16V140H-150Z", CARD_BLUE) + box(
        (-60, 108), (150, 14), PAPER, 7
    )
    cross = box((-129, 98), (10, 34), PAPER, 3) + box((-141, 110), (34, 10), PAPER, 3)
    portrait = (
        box((-130, 158), (78, 98), "#D7E8EE", 6)
        + disc((-91, 194), 18, CARD_BLUE)
        + path("M-122 256Q-120 216 -91 216Q-62 216 -60 256Z", CARD_BLUE)
    )
    lines = "".join(
        box((-32, 162 + 26 * i), (w, 12), tone, 6)
        for i, (w, tone) in enumerate(((110, "#BFD6DF"), (80, "#BFD6DF"), (96, "#BFD6DF")))
    )
    heart = path(
        "M104 262Q62 232 62 206Q62 184 84 184Q98 184 104 198Q110 184 124 184Q146 184 146 206Q146 232 104 262Z",
        "#D9573F",
    )
    return put(body, head, cross, portrait, lines, put(heart, at=(8, 10), scale=0.9), at=(0, 4), turn=-3)


def _balance() -> str:
    """The beam with its two pans; the origin is the hook; the card's side hangs level with the scrap."""
    hook = stroke("0,-250 0,0", TIMBER_DARK, 10)
    beam = box((-452, -14), (904, 30), TIMBER, 14) + box((-452, 4), (904, 12), TIMBER_DARK, 6)
    brass = disc((0, 0), 36, GOLD) + disc((0, 0), 24, CLAY.glow) + polygon("-9,0! 9,0! 0,92!", GOLD)
    ends = "".join(box((x - 12, -20), (24, 42), GOLD, 6) for x in (-430, 430))
    return hook + put(_pan(_scrap()), at=(-430, 10)) + put(_pan(_card()), at=(430, 10)) + beam + ends + brass


def _sack(at: Point, scale: float, tone: str) -> str:
    """A tied sack of scrap that waits for its turn."""
    shade = blend(tone, TIMBER, 0.3)
    body = outline("-66,0! -84,-60 -72,-140 -22,-176! 22,-176! 72,-140 84,-60 66,0!", tone)
    fold = outline("-66,0! -84,-60 -72,-140 -30,-172! -46,-110 -50,-50 -34,0!", shade)
    ruff = outline("-22,-174! -46,-212 -8,-204 10,-220 44,-206 22,-174!", shade)
    return put(
        oval((0, 0), (80, 10), shade), ruff, body, fold, box((-26, -182), (52, 14), CLAY.base, 6), at=at, scale=scale
    )


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(blend(CLAY.pale, "#F0C9A0", 0.4), CLAY.mist, "#FFF8EA"),
        sun((800, 420), 120, CLAY.glow),
        cloud((330, 300), 250, PAPER),
        cloud((1300, 270), 280, PAPER),
        ridge(560, 60, 19, (blend(CLAY.pale, CLAY.light, 0.6), CLAY.mist), 1.3),
        ridge(650, 36, 6, (CLAY.light, CLAY.pale), 2.1),
        ground(740, blend("#8DB65C", CLAY.glow, 0.45), -8),
        palm((1080, 760), 380, GREEN, STRAW_SHADE, 20),
        village_house((800, 764), 420),
        banana((560, 766), 220, GREEN, 5),
        *(bush((x, 770), w, GREEN) for x, w in ((500, 100), (1060, 130), (1400, 150), (180, 150))),
        path(f"M-20 830Q800 780 1620 830V{HEIGHT}H-20Z", blend(CLAY.light, CLAY.mist, 0.45)),
        path("M-20 830Q800 780 1620 830V846Q800 796 -20 846Z", CLAY.light),
    ]
    sacks = [
        _sack((170, 960), 0.94, "#D9C39A"),
        _sack((300, 976), 1.1, "#B9C9BC"),
        _sack((436, 988), 0.8, "#E3B88A"),
        *(pot((x, 990), h, t) for x, h, t in ((1180, 190, "#D9573F"), (1300, 220, "#E5A93C"), (1410, 180, "#C9687A"))),
    ]
    women = [
        veil(oval((706, 1012), (74, 11), CLAY.deep), oval((900, 1010), (74, 11), CLAY.deep), opacity=0.3),
        standing((706, 1010), 380, Person("#8A3B5A"), mirror=True),
        standing((900, 1008), 374, Person("#4F7F8E", "#33303A")),
    ]
    bough = [
        outline("1510,1100! 1530,760 1516,420 1470,190 1440,60! 1660,40! 1640,420 1640,1100!", TIMBER_DARK),
        stroke([(1560, 260), (1260, 140), (800, 100), (420, 124), (180, 90)], TIMBER_DARK, 44),
        stroke([(700, 104), (520, 60), (360, 30)], TIMBER_DARK, 22),
        *(
            bush((x, y), w, GREEN)
            for x, y, w in (
                (180, 150, 420),
                (470, 90, 460),
                (850, 60, 420),
                (1160, 110, 440),
                (1440, 170, 470),
                (40, 120, 300),
                (1590, 260, 380),
            )
        ),
    ]
    shadows = veil(oval((344, 900), (200, 12), CLAY.deep), oval((1256, 900), (200, 12), CLAY.deep), opacity=0.22)
    return picture(*behind, shadows, *sacks, *women, *bough, put(_balance(), at=(800, 366), scale=1.06))
