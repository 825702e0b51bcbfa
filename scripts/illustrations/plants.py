"""What grows around a Vietnamese house: areca and coconut palms, bananas, bamboo, round trees, grass."""

import math

from illustrations.palette import LEAF, LEAF_DARK, LEAF_LIGHT
from illustrations.pen import Point, curve, disc, grain, outline, path, put, stroke

Leaves = tuple[str, str, str]
"""Shade, body and light of a plant."""

GREEN: Leaves = (LEAF_DARK, LEAF, LEAF_LIGHT)


def _frond(length: float, droop: float, colour: str) -> str:
    """One feathered leaf from the origin to the right: an arched spine, its leaflets hanging like a comb."""
    count = 15
    spine = []
    for index in range(count):
        along = index / (count - 1)
        spine.append((length * along * (1 - 0.12 * along), droop * (2.1 * along * along - 1.15 * along)))
    comb: list[Point] = []
    for index in range(count - 1, 0, -1):
        x, y = spine[index]
        hang = length * 0.2 * math.sin(math.pi * (index / count) ** 0.75) + length * 0.03
        comb += [(x + length * 0.015, y + hang), (x - length * 0.025, y + hang * 0.45)]
    upper = [(x, y - length * 0.05 * math.sin(math.pi * index / count)) for index, (x, y) in enumerate(spine)]
    return path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in [*upper, *comb]) + "Z", colour)


def palm(foot: Point, height: float, leaves: Leaves, trunk: str, lean: float = 0) -> str:
    """Draw an areca or coconut palm: a slim bent trunk and ten arched fronds; `lean` moves the crown sideways."""
    x, y = foot
    crown = (x + lean, y - height)
    stem = stroke([(x, y), (x + lean * 0.2, y - height * 0.5), crown], trunk, max(height * 0.026, 5))
    size = height * 0.4
    shade, body, light = leaves
    fan = ((52, 0.8, shade), (24, 0.98, shade), (-52, 0.72, shade), (-4, 1, body), (-30, 0.86, body))
    fronds = [
        put(_frond(size * reach, size * 0.4, colour), at=crown, turn=-turn if mirror else turn, mirror=mirror)
        for turn, reach, colour in fan
        for mirror in (False, True)
    ]
    top = put(_frond(size * 0.8, size * 0.4, light), at=crown, turn=8)
    return stem + "".join(fronds) + top + disc(crown, size * 0.05, shade)


def banana(foot: Point, height: float, leaves: Leaves, seed: int = 1) -> str:
    """Draw a banana plant: a thick soft stem and broad paddles that arch out, each with its midrib and a tear or two."""
    shade, body, light = leaves
    stem = outline(
        [(-0.05 * height, 0), (-0.03 * height, -0.45 * height), (0.03 * height, -0.45 * height), (0.06 * height, 0)],
        light,
    )
    paddles = []
    plan = (
        (-78, 0.62, shade),
        (74, 0.6, shade),
        (-44, 0.7, body),
        (40, 0.72, body),
        (-14, 0.74, light),
        (12, 0.6, body),
    )
    for index, (turn, reach, colour) in enumerate(plan):
        rib = light if colour is not light else body
        size = height * reach * (1 + 0.06 * grain(seed, index))
        paddles.append(put(_paddle(size, colour, rib), at=(0, -0.42 * height), turn=turn, mirror=turn < 0))
    return put(stem, *paddles, at=foot)


def _paddle(size: float, colour: str, rib: str) -> str:
    """A leaf that points up and bends over to its right."""
    blade = [
        (0, 0),
        (0, 0),
        (-0.1, -0.2),
        (-0.13, -0.45),
        (-0.06, -0.72),
        (0.1, -0.92),
        (0.3, -0.98),
        (0.3, -0.98),
        (0.26, -0.8),
        (0.2, -0.66),
        (0.2, -0.66),
        (0.19, -0.6),
        (0.16, -0.42),
        (0.1, -0.2),
    ]
    spine = [(0, 0), (0.01, -0.35), (0.08, -0.7), (0.28, -0.96)]
    return outline([(x * size, y * size) for x, y in blade], colour) + stroke(
        [(x * size, y * size) for x, y in spine], rib, size * 0.018
    )


def tree(foot: Point, height: float, leaves: Leaves, trunk: str, seed: int = 1) -> str:
    """Draw a round leafy tree: trunk with two boughs and a crown in three layers, each smaller and nearer to the light."""
    layers = ((1.0, 0.0, 0.0), (0.86, 0.025, -0.035), (0.5, 0.085, -0.105))
    crown = [
        put(_crown(height * size, seed + turn, colour), at=(height * right, height * (up - 0.64)))
        for turn, (colour, (size, right, up)) in enumerate(zip(leaves, layers, strict=True))
    ]
    return put(_trunk(height, trunk), *crown, at=foot)


def _crown(height: float, seed: int, colour: str) -> str:
    """A leafy mass around the origin: six rounds of unlike size on a broad oval."""
    rounds = (
        (-0.23, 0.08, 0.16),
        (0.24, 0.09, 0.16),
        (-0.16, -0.1, 0.18),
        (0.15, -0.1, 0.17),
        (0.0, -0.17, 0.17),
        (0.0, 0.06, 0.2),
    )
    return "".join(
        disc(
            (height * (x + 0.03 * grain(seed, index)), height * (y + 0.02 * grain(seed, index + 30))),
            height * radius * (1 + 0.12 * grain(seed, index + 60)),
            colour,
        )
        for index, (x, y, radius) in enumerate(rounds)
    )


def _trunk(height: float, trunk: str) -> str:
    sides = [
        (-0.05, 0.0),
        (-0.05, 0.0),
        (-0.022, -0.15),
        (-0.025, -0.5),
        (0.025, -0.5),
        (0.025, -0.15),
        (0.055, 0.0),
        (0.055, 0.0),
    ]
    boughs = (((0, -0.3), (-0.1, -0.42), (-0.18, -0.5)), ((0, -0.34), (0.1, -0.44), (0.18, -0.54)))
    return outline([(a * height, b * height) for a, b in sides], trunk) + "".join(
        stroke([(a * height, b * height) for a, b in bough], trunk, height * 0.024) for bough in boughs
    )


def tuft(foot: Point, height: float, colour: str, seed: int = 1) -> str:
    """Draw a tuft of grass or young rice: pointed blades that fan out."""
    blades = []
    for index in range(7):
        lean = (index - 3) * 0.2 + 0.05 * grain(seed, index)
        tip = height * (1 - 0.18 * abs(index - 3) / 3 + 0.1 * grain(seed, index + 7))
        width = height * 0.07
        data = curve(
            [
                (-width, 0),
                (-width, 0),
                (lean * tip * 0.4, -tip * 0.6),
                (lean * tip, -tip),
                (lean * tip, -tip),
                (lean * tip * 0.4 + width, -tip * 0.5),
                (width, 0),
                (width, 0),
            ],
            closed=True,
        )
        blades.append(path(data, colour))
    return put(*blades, at=foot)


def bush(at: Point, width: float, leaves: Leaves) -> str:
    """Draw a low round shrub that stands on its line."""
    x, y = at
    shade, body, light = leaves
    parts = ((-0.3, 0.24, shade), (0.3, 0.26, shade), (0, 0.34, body), (0.16, 0.14, light))
    return "".join(
        disc((x + width * shift, y - width * (radius * 0.75 if colour is not light else 0.36)), width * radius, colour)
        for shift, radius, colour in parts
    )
