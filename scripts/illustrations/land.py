"""Sky, sun, hills, water and fields: what lies behind every subject."""

import math

from illustrations.pen import HEIGHT, WIDTH, Point, box, curve, disc, fading, grain, number, oval, path, veil


def sky(*colours: str) -> str:
    """Fill the whole picture from top to bottom."""
    return fading("sky", f"M0 0H{WIDTH}V{HEIGHT}H0Z", colours, (0, HEIGHT * 0.7))


def sun(centre: Point, radius: float, colour: str) -> str:
    """Draw a plain disc in one wide, faint round of light."""
    return veil(disc(centre, radius * 1.75, colour), opacity=0.22) + disc(centre, radius, colour)


def cloud(at: Point, width: float, colour: str) -> str:
    """Draw a streak of cloud: three long bars of unlike length, one on the other."""
    x, y = at
    high = width * 0.055
    bars = ((-0.5, 0.0, 0.72), (-0.28, -0.9, 0.62), (-0.05, 0.9, 0.55))
    return "".join(
        box((x + width * left, y + high * level), (width * length, high), colour, high / 2)
        for left, level, length in bars
    )


def _crest(level: float, height: float, seed: int, waves: float) -> list[Point]:
    crest: list[Point] = []
    for step in range(-1, 34):
        turn = math.tau * waves * step / 32
        swing = math.sin(turn + 3 * grain(seed)) + 0.45 * math.sin(turn * 2.3 + 3 * grain(seed, 1))
        crest.append((step / 32 * WIDTH, level - swing * height / 1.45))
    return crest


def ridge(level: float, height: float, seed: int, colours: tuple[str, str], waves: float = 1.5) -> str:
    """Draw one range of hills: its middle level, its swing, its waves; the first colour fades to the second in the haze."""
    top = level - height
    haze = f"{curve(_crest(level, height, seed, waves), closed=False)}V{HEIGHT}H-50Z"
    return fading(f"ridge{seed}", haze, colours, (top, level + max(height, 60) * 1.6))


def peaks(level: float, tops: tuple[Point, ...], colour: str) -> str:
    """Draw steep mountains: each top is (x, height above the level); rounded like limestone, not pointed."""
    return "".join(
        path(
            curve(
                [
                    (x - rise * 0.95, level),
                    (x - rise * 0.55, level - rise * 0.42),
                    (x - rise * 0.2, level - rise * 0.9),
                    (x, level - rise),
                    (x + rise * 0.18, level - rise * 0.93),
                    (x + rise * 0.5, level - rise * 0.5),
                    (x + rise * 1.05, level),
                ],
                closed=False,
            )
            + f"V{HEIGHT}H{number(x - rise * 0.95)}Z",
            colour,
        )
        for x, rise in tops
    )


def ground(level: float, colour: str, dip: float = 0) -> str:
    """Fill from a level down to the lower edge; `dip` bends the edge at its middle."""
    edge = curve([(-40, level), (WIDTH / 2, level + dip), (WIDTH + 40, level)], closed=False)
    return path(f"{edge}V{HEIGHT}H-40Z", colour)


def glints(area: tuple[Point, Point], count: int, seed: int, colour: str) -> str:
    """Scatter short lying strokes of light over water between two corners, smaller towards the top."""
    (left, top), (right, bottom) = area
    marks = []
    for index in range(count):
        depth = (index + 0.5) / count
        y = top + (bottom - top) * depth
        x = left + (right - left) * (grain(seed, index) + 1) / 2
        marks.append(oval((x, y), (14 + 52 * depth, 1.6 + 3.4 * depth), colour))
    return "".join(marks)


def fringe(level: float, height: float, seed: int, colour: str) -> str:
    """Draw the nearest grass along the lower edge: one dark mass whose upper edge is blades, taller here and lower there."""
    blades = [f"M-40 {HEIGHT + 20}V{number(level)}"]
    x, index = -40.0, 0
    while x < WIDTH + 40:
        index += 1
        swell = 0.62 + 0.38 * math.sin(x / 210 + seed)
        tall = height * swell * (0.75 + 0.25 * grain(seed, index))
        lean = tall * (0.3 * grain(seed, index + 500) + 0.12)
        wide = 10 + 4 * grain(seed, index + 900)
        tip = f"{number(x + wide / 2 + lean)} {number(level - tall)}"
        left = f"Q{number(x + wide * 0.2)} {number(level - tall * 0.5)} {tip}"
        right = f"Q{number(x + wide * 0.9)} {number(level - tall * 0.4)} {number(x + wide)} {number(level)}"
        blades.append(left + right)
        x += wide
    return path("".join(blades) + f"V{HEIGHT + 20}Z", colour)


def rows(horizon: Point, edges: tuple[float, float], count: int, colour: str) -> str:
    """Draw beds that run towards a vanishing point: stripes from the lower edge (left x to right x) up to the horizon."""
    left, right = edges
    step = (right - left) / (2 * count)
    x, y = horizon
    return "".join(
        path(
            f"M{number(left + 2 * index * step)} {HEIGHT}H{number(left + (2 * index + 1.15) * step)}L{number(x)} {number(y)}Z",
            colour,
        )
        for index in range(count)
    )
