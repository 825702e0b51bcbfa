"""A smile for the service: a tablet with three faces on the counter of a one-stop desk, a finger on the happy one."""

from illustrations.flag import flagpole
from illustrations.land import cloud, ridge
from illustrations.palette import INK, PAPER, PLUM, SKIN, TIMBER, blend
from illustrations.pen import (
    WIDTH,
    Point,
    box,
    disc,
    fading,
    number,
    outline,
    oval,
    picture,
    polygon,
    put,
    stroke,
    veil,
    within,
)
from illustrations.people import HAIR
from illustrations.plants import GREEN, Leaves, palm, tree

HAPPY, PLAIN, SAD = "#3E9A63", "#E5A93C", "#C9695E"
FOLDERS = (PLUM.base, PLUM.light, PLUM.warm, PLUM.dark, PLUM.light, PLUM.mid, PLUM.base)
POT_LEAVES: Leaves = ("#2F6A4C", "#4E9463", "#8FBF79")


def _face(at: Point, size: float, colour: str, mouth: float) -> str:
    """A round face; `mouth` bends its line: above 0 a smile, below 0 a frown."""
    x, y = at
    eyes = "".join(
        oval((x + side * size * 0.34, y - size * 0.2), (size * 0.09, size * 0.13), PAPER) for side in (-1, 1)
    )
    bend = f"M{number(x - size * 0.42)} {number(y + size * 0.24 - mouth * size * 0.1)}Q{number(x)} {number(y + size * (0.24 + mouth * 0.5))} {number(x + size * 0.42)} {number(y + size * 0.24 - mouth * size * 0.1)}"
    smile = f'<path d="{bend}" fill="none" stroke="{PAPER}" stroke-width="{size * 0.12:.1f}" stroke-linecap="round"/>'
    return disc((x, y), size, colour) + eyes + smile


def _tablet() -> str:
    """The tablet on its stand, drawn around the middle of its screen."""
    stand = polygon("-120,200! 120,200! 190,330! -190,330!", PLUM.mid) + box((-210, 316), (420, 22), PLUM.dark, 11)
    body = (
        box((-362, -250), (724, 500), PLUM.deep, 34)
        + box((-362, 216), (724, 34), PLUM.dark, 17)
        + box((-334, -220), (668, 440), PAPER, 14)
        + disc((0, -235), 5, PLUM.mid)
    )
    head = box((-334, -220), (668, 96), PLUM.base, 14) + box((-334, -150), (668, 26), PLUM.base)
    lines = box((-150, -182), (300, 20), PLUM.pale, 10)
    faces = _face((-205, 20), 74, SAD, -0.7) + _face((-12, 20), 74, PLAIN, 0.0)
    chosen = disc((202, 20), 118, blend(HAPPY, PAPER, 0.72)) + _face((202, 20), 92, HAPPY, 0.8)
    captions = "".join(box((x - 44, 134), (88, 14), PLUM.pale, 7) for x in (-205, -12)) + box(
        (146, 156), (112, 16), HAPPY, 8
    )
    return stand + body + head + lines + faces + chosen + captions


def _hand() -> str:
    """A hand that comes from the lower right and touches at the origin with its forefinger."""
    sleeve = polygon("196,238! 300,158! 900,690! 900,900! 640,900!", PLUM.mid) + polygon(
        "196,238! 300,158! 330,182! 224,270!", PAPER
    )
    shade = blend(SKIN, "#8A4A2E", 0.35)
    palm_part = outline("66,118 96,86 150,84 214,112 262,152! 296,182! 226,262! 190,240 130,236 84,196 60,150", SKIN)
    finger = outline("-16,-6 -6,-20 12,-18 58,36 112,92 96,132 64,128 30,76 0,28", SKIN)
    nail = outline("-11,-6 -4,-15 7,-12 12,0 2,6", blend(SKIN, PAPER, 0.55))
    curled = (
        outline("62,132 50,112 62,98 88,106 112,132 104,152 84,152", shade)
        + outline("76,166 66,148 78,136 104,146 126,168 116,186 98,184", shade)
        + outline("98,198 88,180 100,170 124,180 142,200 132,214 116,212", shade)
    )
    thumb = outline("150,86 120,62 84,62 72,78 92,92 128,112 158,120", SKIN) + stroke("92,90 124,108 150,114", shade, 5)
    return sleeve + palm_part + curled + finger + nail + thumb


def _window_view() -> str:
    """What lies outside: hills, trees, the flag before the office."""
    left, top, right, sill = 70, 60, 1130, 500
    frame = box((left, top), (right - left, sill - top), PAPER)
    scene = [
        fading(
            "outside",
            f"M{left} {top}H{right}V{sill}H{left}Z",
            ("#DCC9E4", "#F8EEF0", blend(PLUM.mist, PLUM.glow, 0.5)),
            (top, 440),
        ),
        disc((690, 180), 58, PLUM.glow),
        cloud((236, 130), 230, PAPER),
        cloud((862, 104), 120, PAPER),
        ridge(360, 46, 6, (PLUM.light, PLUM.pale), 2.6),
        ridge(430, 24, 15, (PLUM.mid, PLUM.light), 3.4),
        tree((160, sill), 240, GREEN, TIMBER, 4),
        palm((1090, sill + 20), 330, GREEN, "#C9AE86", -16),
        flagpole((940, sill + 30), 400, 150, PLUM.deep, 0.045),
    ]
    bars = "".join(box((x, top), (14, sill - top), PAPER) for x in (415, 780))
    ledge = box((left - 24, sill), (right - left + 48, 22), PAPER, 4)
    edges = box((left - 14, top - 14), (right - left + 28, 14), PAPER) + "".join(
        box((x, top - 14), (14, sill - top + 14), PAPER) for x in (left - 14, right)
    )
    return within("pane", frame, frame, *scene, bars) + edges + ledge


def _officer() -> str:
    """The officer behind the desk, head and shoulders, a card on a ribbon."""
    shirt, shade = "#EAF1F2", "#C6D2D8"
    hair = outline("-78,-300 -70,-372 0,-404 70,-372 80,-300 66,-250 -66,-250", HAIR)
    neck = box((-26, -232), (52, 70), blend(SKIN, "#8A4A2E", 0.2))
    face = outline("-60,-310 -52,-352 0,-366 52,-352 60,-310 44,-252 0,-222 -44,-252", SKIN)
    fringe = outline("-64,-300! -66,-356 -10,-390 48,-374 66,-330 64,-300! 44,-342 0,-352 -40,-340!", HAIR)
    smile = "".join(stroke([(x - 11, -296), (x, -302), (x + 11, -296)], HAIR, 4.5) for x in (-24, 24)) + stroke(
        "-18,-256 0,-248 18,-256", "#9A4A3A", 5
    )
    body = outline("-36,-184! -110,-164 -168,-120 -186,0! 186,0! 168,-120 110,-164 36,-184! 0,-150!", shirt)
    sides = outline("-36,-184! -110,-164 -168,-120 -186,0! -120,0! -112,-90 -70,-150!", shade)
    collar = polygon("-40,-192! 0,-142! -34,-112! -62,-172!", PAPER) + polygon(
        "40,-192! 0,-142! 34,-112! 62,-172!", PAPER
    )
    ribbon = (
        stroke("-30,-136 -6,-60", PLUM.base, 7)
        + stroke("30,-136 6,-60", PLUM.base, 7)
        + box((-30, -62), (60, 50), PLUM.mid, 6)
        + box((-20, -48), (26, 24), PLUM.mist, 3)
    )
    return put(hair, neck, body, sides, collar, ribbon, face, smile, fringe, at=(1375, 800), scale=1.12)


def _pot(at: Point, size: float) -> str:
    leaves = [
        put(outline("0,0! -16,-40 -10,-96 4,-128! 18,-84 16,-36", POT_LEAVES[i % 3]), turn=turn)
        for i, turn in enumerate((-52, 50, -28, 28, 0))
    ]
    return put(
        *(put(leaf, at=(0, -64)) for leaf in leaves),
        polygon("-48,-70! 48,-70! 36,0! -36,0!", "#C97B4F") + box((-54, -82), (108, 20), "#A85F38", 4),
        at=at,
        scale=size / 190,
    )


def draw() -> str:
    """Give the whole picture as SVG."""
    wall = blend(PLUM.pale, PLUM.mist, 0.35)
    room = [
        fading("wall", f"M0 0H{WIDTH}V1067H0Z", (blend(PLUM.pale, PLUM.light, 0.3), wall), (0, 700)),
        _window_view(),
        box((1210, 150), (330, 14), PLUM.mid),
        *(
            box((1226 + 44 * i, 150 - high), (34, high), tone, 3)
            for i, (high, tone) in enumerate(zip((84, 96, 78, 92, 84, 70, 90), FOLDERS, strict=True))
        ),
    ]
    desk = [
        _officer(),
        box((0, 800), (WIDTH, 46), blend(TIMBER, PLUM.warm, 0.25)),
        box((0, 836), (WIDTH, 12), blend(TIMBER, INK, 0.3)),
        box((0, 848), (WIDTH, 230), PLUM.base),
        *(box((40 + 262 * i, 882), (232, 150), PLUM.dark, 8) for i in range(7)),
        _pot((130, 808), 300),
        veil(oval((570, 814), (230, 14), INK), opacity=0.25),
        put(_tablet(), at=(570, 500), scale=0.92),
    ]
    hand = put(_hand(), at=(812, 556), scale=1.0)
    return picture(*room, *desk, hand)
