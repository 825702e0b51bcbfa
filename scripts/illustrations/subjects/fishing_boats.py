"""Fishing boats at sea: a painted wooden trawler with the flag at its mast, two more towards the islands, the sun low."""

import math

from illustrations.flag import flag
from illustrations.land import cloud, glints, sky, sun
from illustrations.palette import PAPER, RICE, TIMBER, TIMBER_DARK, blend
from illustrations.pen import (
    HEIGHT,
    WIDTH,
    Point,
    box,
    curve,
    disc,
    fading,
    outline,
    oval,
    path,
    picture,
    put,
    stroke,
    veil,
)

DEEP_SEA, SEA, FAR_SEA = "#0F4A4A", "#2B8278", "#9CCBB8"
HULL, HULL_SHADE, STRIPE = "#2B5C8A", "#1D426A", "#D9532F"


def _swell(level: float, height: float, length: float, colours: tuple[str, str], name: str) -> str:
    """One band of sea with a scalloped crest down to the lower edge."""
    crest: list[Point] = []
    for index in range(int(WIDTH / length * 2) + 4):
        x = (index - 1) * length / 2
        crest.append((x, level + (height if index % 2 else -height) * (0.7 + 0.3 * math.sin(index))))
    return fading(name, f"{curve(crest, closed=False)}V{HEIGHT}H-90Z", colours, (level, HEIGHT))


def boat() -> str:
    """Draw a trawler sailing to the left, the water line on y = 0, the hull 620 long."""
    hull = outline("-330,-150! -250,-112 -60,-84 160,-88 310,-120! 292,-40 262,30! -196,30! -262,-40", HULL)
    shade = outline("-288,-74! -200,-50 0,-30 180,-36 296,-58! 262,30! -196,30! -262,-40", HULL_SHADE)
    stripe = outline(
        "-330,-150! -250,-112 -60,-84 160,-88 310,-120! 306,-98 160,-64 -60,-60 -248,-88 -318,-126!", STRIPE
    )
    eye = oval((-244, -66), (24, 15), PAPER) + disc((-248, -65), 9, "#1F2328")
    cabin = (
        box((70, -210), (170, 126), PAPER)
        + box((70, -210), (44, 126), "#D9E5DC")
        + box((56, -226), (200, 20), STRIPE, 4)
    )
    panes = "".join(box((x, -188), (38, 40), "#2E6C78", 4) for x in (84, 134, 184))
    upper = (
        box((110, -286), (104, 62), PAPER)
        + box((98, -300), (128, 16), HULL, 4)
        + "".join(box((x, -272), (30, 28), "#2E6C78", 3) for x in (122, 164))
    )
    mast = (
        box((-54, -430), (12, 346), TIMBER_DARK)
        + stroke([(-48, -330), (-250, -196)], TIMBER, 9)
        + stroke([(-48, -424), (-300, -142)], TIMBER_DARK, 3)
        + stroke([(-48, -424), (112, -296)], TIMBER_DARK, 3)
    )
    net = outline("-246,-192! -210,-150 -196,-104! -120,-92! -80,-150 -60,-316! -150,-250", "#5FA58E")
    mesh = [stroke([(-246 + 31 * i, -190 - 20 * i), (-200 + 22 * i, -104 - i)], "#3F7F6E", 2.5) for i in range(1, 6)]
    mesh += [stroke([(-232 + 18 * i, -172 + 24 * i), (-70 - 6 * i, -220 + 46 * i)], "#3F7F6E", 2.5) for i in range(3)]
    rail = stroke("-318,-158 -250,-130 -60,-104 60,-104", "#E8CB8A", 7)
    crates = "".join(box((x, -118), (46, 32), "#E0A04C", 3) + box((x, -104), (46, 5), "#B5762B") for x in (-30, 18))
    pole = box((270, -330), (8, 216), TIMBER_DARK)
    banner = flag((278, -330), 150, 0.05)
    return put(net, *mesh, mast, cabin, panes, upper, rail, crates, hull, shade, stripe, eye, pole, banner)


def _gull(at: Point, size: float) -> str:
    return put(path("M-50 -14Q-24 -34 0 0Q24 -34 50 -14Q24 -20 0 12Q-24 -20 -50 -14Z", PAPER), at=at, scale=size / 100)


def _island(x: float, level: float, size: float, colour: str) -> str:
    tops = ((-0.5, 0.3), (-0.16, 0.62), (0.06, 0.5), (0.3, 0.74), (0.52, 0.28))
    points = [(x - size * 0.66, level), (x - size * 0.66, level)]
    points += [(x + size * a, level - size * b * 0.5) for a, b in tops]
    return outline([*points, (x + size * 0.68, level), (x + size * 0.68, level)], colour)


def draw() -> str:
    """Give the whole picture as SVG."""
    level = 520.0
    behind = [
        sky(blend(RICE.pale, "#8FC7BE", 0.7), RICE.mist, blend(RICE.mist, RICE.glow, 0.75)),
        sun((520, 400), 120, RICE.glow),
        cloud((1080, 150), 380, PAPER),
        cloud((260, 210), 250, PAPER),
        cloud((1420, 270), 230, PAPER),
        _island(1290, level, 520, blend(RICE.light, FAR_SEA, 0.5)),
        _island(990, level, 300, blend(RICE.pale, FAR_SEA, 0.5)),
        _island(90, level, 360, blend(RICE.pale, FAR_SEA, 0.5)),
        fading(
            "sea", f"M0 {level:.0f}H{WIDTH}V{HEIGHT}H0Z", (blend(FAR_SEA, RICE.glow, 0.3), FAR_SEA, SEA), (level, 860)
        ),
        veil(glints(((400, level + 8), (640, 700)), 26, 5, RICE.glow), opacity=0.85),
    ]
    far = [
        put(boat(), at=(1490, 572), scale=0.24),
        veil(oval((1490, 580), (80, 5), SEA), opacity=0.5),
        put(boat(), at=(215, 640), scale=0.46),
        veil(oval((215, 656), (160, 9), SEA), opacity=0.6),
        _swell(690, 7, 170, (blend(FAR_SEA, SEA, 0.55), SEA), "swell1"),
        veil(glints(((60, 716), (1540, 800)), 18, 9, PAPER), opacity=0.35),
    ]
    near = [
        put(boat(), at=(850, 884), scale=1.24, turn=-1.5),
        _swell(880, 13, 230, (blend(SEA, DEEP_SEA, 0.15), blend(SEA, DEEP_SEA, 0.6)), "swell2"),
        veil(stroke("330,914 470,924 640,916", PAPER, 6), stroke("1090,914 1250,924 1440,916", PAPER, 6), opacity=0.5),
        _swell(980, 16, 300, (blend(SEA, DEEP_SEA, 0.65), DEEP_SEA), "swell3"),
        veil(glints(((40, 1000), (1560, 1050)), 7, 3, PAPER), opacity=0.16),
        _gull((360, 330), 110),
        _gull((250, 400), 70),
        _gull((700, 180), 84),
    ]
    return picture(*behind, *far, *near)
