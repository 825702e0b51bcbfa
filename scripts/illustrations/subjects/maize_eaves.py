"""Maize twice a year: golden cobs drying under the eaves, full back baskets below, maize rows on the slope behind."""

import math

from illustrations.land import ridge, sky, sun
from illustrations.palette import RICE, STRAW_SHADE, TIMBER, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, WIDTH, Point, box, grain, outline, oval, path, picture, put, stroke, veil
from illustrations.people import Person, bending
from illustrations.plants import Leaves

COB, COB_SHADE, COB_LIGHT = "#F0B93A", "#CF8F22", "#F9DD83"
HUSK, HUSK_SHADE = "#EAD9A4", "#CDB678"
INDIGO = "#2A3157"
STALKS: Leaves = ("#2C6340", "#4F8F4A", "#8DB65C")


def _cob(high: float, turn: float, at: Point) -> str:
    """A ripe cob that hangs from its turned-back husk at the origin."""
    body = outline("-17,8! -21,40 -17,86 0,112! 17,86 21,40 17,8!", COB)
    shade = outline("-17,8! -21,40 -17,86 0,112! -8,84 -9,40 -8,8!", COB_SHADE)
    kernels = "".join(stroke([(x, 12), (x * 1.1, 56), (x * 0.5, 96)], COB_LIGHT, 3) for x in (0, 10))
    husk = outline("-19,14 -22,-6 -8,-26 0,-32 8,-26 22,-6 19,14 9,4 0,18 -9,4", HUSK) + stroke(
        "-10,-20 -8,-6 -10,4", HUSK_SHADE, 3
    )
    return put(body, shade, kernels, husk, at=at, scale=high / 140, turn=turn)


def _bunch(x: float, top: float, tiers: int, seed: int) -> str:
    """Cobs tied in tiers on one cord."""
    cord = stroke([(x, top), (x, top + 66 * tiers + 20)], "#8A6A3A", 6)
    parts = []
    for tier in range(tiers, 0, -1):
        y = top + 66 * tier - 16
        parts += [
            _cob(176, turn + 5 * grain(seed, tier * 9 + turn), (x + turn * 0.36, y)) for turn in (-34, 34, -13, 13)
        ]
    return cord + "".join(parts)


def _roof() -> str:
    """The eaves above us: shingles at the top edge, the beam, the pole that carries the cobs, two posts."""
    posts = "".join(
        box((x, 0), (wide, HEIGHT), TIMBER) + box((x, 0), (wide * 0.3, HEIGHT), TIMBER_DARK)
        for x, wide in ((58, 50), (1492, 50))
    )
    shingles = box((0, 0), (WIDTH, 62), "#8E6E4E") + "".join(
        box((56 * i, 0), (4, 62), "#6E5238") + box((56 * i + 8, 52 + 6 * (i % 3)), (44, 14), "#8E6E4E", 3)
        for i in range(29)
    )
    beam = (
        box((0, 56), (WIDTH, 12), TIMBER_DARK)
        + box((0, 66), (WIDTH, 34), TIMBER_DARK)
        + box((0, 66), (WIDTH, 10), TIMBER)
    )
    pole = box((-10, 118), (WIDTH + 20, 18), "#B08A4C", 8)
    straps = "".join(box((x, 90), (12, 50), "#8A6A3A") for x in (300, 800, 1300))
    return posts + beam + shingles + straps + pole


def _plant(foot: Point, high: float, seed: int) -> str:
    """A maize plant: a stalk, arched leaves, a tassel, one cob in its husk."""
    shade, body, light = STALKS
    blades = []
    for index, share in enumerate((0.2, 0.34, 0.48, 0.62, 0.76)):
        side = 1 if (index + seed) % 2 else -1
        y = -high * share
        reach = high * (0.3 - 0.1 * abs(share - 0.45)) * side
        data = (
            f"M0 {y:.1f}Q{reach * 0.5:.1f} {y - high * 0.16:.1f} {reach:.1f} {y + high * 0.05:.1f}"
            f"Q{reach * 0.5:.1f} {y - high * 0.06:.1f} 0 {y + high * 0.05:.1f}Z"
        )
        blades.append(path(data, (shade, body, light)[(index + seed) % 3]))
    stalk = stroke([(0, 0), (0, -high * 0.9)], body, high * 0.032)
    tassel = "".join(stroke([(0, -high * 0.88), (high * d, -high * 1.02)], COB, high * 0.013) for d in (-0.05, 0, 0.05))
    ear = put(
        outline("0,0! -11,-22 -6,-50 4,-62! 14,-40 10,-8!", light),
        stroke("4,-60 8,-70", "#B5762B", 5),
        at=(4, -high * 0.42),
        scale=high / 330,
        turn=22,
    )
    return put(stalk, tassel, *blades, ear, at=foot)


def _slope() -> str:
    """Maize in rows along the contours of the slope, larger towards us."""
    parts = []
    for row in range(4):
        level, size = 600 + row * row * 12 + 30 * row, 112 + 44 * row
        step = size * 0.68
        for index in range(int(WIDTH / step) + 2):
            x = index * step + (row % 2) * step / 2
            y = level + 30 * math.sin(x / 300 + row * 0.15) - 0.13 * (x - 800) * (1 - row / 4)
            parts.append(_plant((x, y), size * (1 + 0.08 * grain(row + 3, index)), (index + row) % 3))
    return "".join(parts)


def _basket(at: Point, scale: float) -> str:
    """A back basket heaped with cobs."""
    heap = "".join(
        _cob(104, turn, (x, y))
        for x, y, turn in (
            (-58, -196, 76),
            (52, -200, -80),
            (-20, -226, 40),
            (28, -232, -30),
            (-64, -172, 100),
            (70, -176, -104),
            (4, -206, 80),
        )
    )
    body = path("M-104 -170H104Q92 -60 66 0H-66Q-92 -60 -104 -170Z", "#D9B36A")
    weave = "".join(
        stroke([(-102 + 6 * i, -148 + 26 * i), (0, -140 + 26 * i), (102 - 6 * i, -148 + 26 * i)], STRAW_SHADE, 6)
        for i in range(6)
    ) + "".join(stroke([(x, -168), (x * 0.66, 0)], STRAW_SHADE, 5) for x in (-78, -39, 0, 39, 78))
    rim = box((-112, -184), (224, 24), "#B5893F", 12)
    return put(veil(oval((0, 0), (100, 12), "#1A2A20"), opacity=0.35), heap, body, weave, rim, at=at, scale=scale)


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky("#BFE0D2", RICE.mist, blend(RICE.mist, RICE.glow, 0.7)),
        sun((1010, 300), 70, RICE.glow),
        ridge(400, 120, 14, (blend(RICE.light, "#8FB9C0", 0.5), RICE.mist), 1.2),
        ridge(470, 90, 31, (blend(RICE.mid, "#7DAEAA", 0.4), RICE.pale), 1.8),
        *(
            path(f"M-20 {y + 90}Q400 {y + 40} 800 {y - 14}T1620 {y - 150}V{HEIGHT}H-20Z", tone)
            for y, tone in ((500, RICE.mid), (514, RICE.light), (532, RICE.mid))
        ),
        path(f"M-20 650Q400 590 800 530T1620 392V{HEIGHT}H-20Z", blend(RICE.light, "#D9B97A", 0.35)),
    ]
    workers = [
        bending((560, 850), 226, Person(INDIGO, "#1E2238")),
        bending((1040, 846), 206, Person("#8C3F58", "#1E2238"), mirror=True),
    ]
    yard = [
        path(f"M-20 862Q500 828 900 846T1620 838V{HEIGHT}H-20Z", "#C99F68"),
        path("M-20 862Q500 828 900 846T1620 838V852Q1200 850 900 860T-20 876Z", "#A97E4C"),
    ]
    front = [
        _basket((330, 1010), 1.16),
        _basket((1270, 1020), 1.24),
        _cob(150, 84, (660, 990)),
        _cob(140, 62, (760, 1004)),
        _cob(146, -80, (960, 1012)),
        _roof(),
        *(_bunch(x, 124, 2 + (i % 3 != 1), i) for i, x in enumerate((210, 420, 630, 840, 1180, 1390))),
    ]
    return picture(*behind, _slope(), *yard, *workers, *front)
