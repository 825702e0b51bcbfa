"""Stilt houses of the north-west among terraced fields, steep mountains in the mist behind."""

import math

from illustrations.buildings import stilt_house
from illustrations.land import cloud, fringe, peaks, sky, sun
from illustrations.palette import PAPER, RICE, TIMBER_DARK, blend
from illustrations.pen import HEIGHT, WIDTH, Point, curve, fading, path, picture, put, stroke, veil
from illustrations.people import Person, bending, standing
from illustrations.plants import GREEN, banana, tree, tuft


def _terrace(level: float, swing: float, seed: int, colours: tuple[str, str]) -> str:
    """One step of the fields: a winding lip of earth in shade, the paddy behind it, falling away to the foot."""
    crest: list[Point] = []
    for step in range(-1, 26):
        x = step / 24 * WIDTH
        crest.append((x, level + swing * math.sin(x / 260 + seed * 1.7) + swing * 0.5 * math.sin(x / 119 + seed * 2.9)))
    paddy, lip = colours
    water = [(x, y + 9) for x, y in crest]
    return path(f"{curve(crest, closed=False)}V{HEIGHT}H-90Z", lip) + path(
        f"{curve(water, closed=False)}V{HEIGHT}H-90Z", paddy
    )


def draw() -> str:
    """Give the whole picture as SVG."""
    mist = RICE.mist
    behind = [
        sky(blend(RICE.pale, "#A9D3C6", 0.65), RICE.mist, blend(RICE.mist, RICE.glow, 0.4)),
        sun((1190, 230), 92, RICE.glow),
        peaks(560, ((140, 330), (420, 420), (760, 350), (1080, 300), (1420, 400)), blend(RICE.pale, "#A9D3C6", 0.4)),
        cloud((330, 250), 330, PAPER),
        fading("mist1", f"M0 380H{WIDTH}V640H0Z", (f"{mist}00", mist), (380, 560)),
        peaks(
            640,
            ((-20, 300), (270, 250), (590, 330), (960, 260), (1270, 320), (1600, 290)),
            blend(RICE.light, "#8FC0A6", 0.35),
        ),
        cloud((900, 420), 420, PAPER),
        fading("mist2", f"M0 480H{WIDTH}V700H0Z", (f"{mist}00", blend(mist, RICE.pale, 0.5)), (480, 640)),
        peaks(720, ((120, 230), (1120, 200), (1500, 240)), RICE.mid),
        fading("mist3", f"M0 560H{WIDTH}V760H0Z", (f"{mist}00", blend(mist, RICE.light, 0.5)), (560, 720)),
    ]
    gold, young, wet = (
        blend(RICE.glow, RICE.light, 0.25),
        blend(RICE.light, "#C9D66B", 0.45),
        blend(RICE.pale, "#A9D3C6", 0.3),
    )
    steps = []
    plan = (gold, young, wet, gold, young, gold, wet, young, gold)
    for index, tone in enumerate(plan):
        level = 620 + 17 * index + 3.9 * index**1.75
        lip = blend(RICE.base, RICE.dark, index / 10)
        steps.append(_terrace(level, 12 + 3.4 * index, index, (tone, lip)))
        if index == 1:
            steps += [
                put(stilt_house((0, 0), 300), at=(1330, 668)),
                tree((1520, 670), 190, GREEN, TIMBER_DARK, 4),
                tree((1140, 660), 130, GREEN, TIMBER_DARK, 9),
            ]
        if index == 3:
            steps += [
                tree((60, 740), 250, GREEN, TIMBER_DARK, 3),
                tree((960, 716), 150, GREEN, TIMBER_DARK, 5),
                banana((800, 740), 230, GREEN, 2),
            ]
            steps += [put(stilt_house((0, 0), 560), at=(470, 770))]
    people = [
        bending((1050, 872), 92, Person("#8A3B5A")),
        bending((1180, 880), 92, Person("#2B5C8A"), mirror=True),
        *(tuft((960 + 52 * i, 892 + 9 * math.sin(i)), 26, RICE.base, i) for i in range(10)),
        standing((190, 830), 118, Person("#3A4E8A", away=True)),
    ]
    stubble = [
        tuft(
            (40 + 97 * i + 40 * (row % 2), 968 + 34 * row + 10 * math.sin(i)),
            24 + 5 * row,
            blend(RICE.glow, RICE.mid, 0.55),
            i + row,
        )
        for row in range(3)
        for i in range(16)
    ]
    smoke = veil(stroke("560,352 576,310 552,270 574,228 560,180", PAPER, 18), opacity=0.55)
    front = [
        banana((1590, 1160), 520, (RICE.deep, RICE.dark, RICE.base), 3),
        fringe(1058, 70, 3, RICE.dark),
        fringe(1080, 70, 8, RICE.deep),
    ]
    return picture(*behind, smoke, *steps, *stubble, *people, *front)
