"""The national flag as the law draws it: red, two by three, a straight-edged gold star in the middle.

The star's five tips lie a fifth of the flag's length from the centre, one tip upright.
"""

import math

from illustrations.palette import FLAG_GOLD, FLAG_RED
from illustrations.pen import Point, disc, path, stroke

_INNER = 0.381966  # of the outer radius: the edges of a regular five-pointed star meet there


def star(centre: Point, radius: float) -> list[Point]:
    """Give the ten corners of an upright five-pointed star."""
    corners = []
    for index in range(10):
        reach = radius if index % 2 == 0 else radius * _INNER
        angle = math.pi / 5 * index
        corners.append((centre[0] + reach * math.sin(angle), centre[1] - reach * math.cos(angle)))
    return corners


def flag(corner: Point, width: float, wave: float = 0.0, *, mirror: bool = False) -> str:
    """Draw a flag from the upper corner at its pole; `wave` is the swing of the cloth as a share of its width."""
    side = -1 if mirror else 1
    height = width * 2 / 3

    def sway(point: Point) -> str:
        along, down = point
        lift = math.sin(along / width * math.tau * 0.9) * wave * width * (0.35 + 0.65 * along / width)
        return f"{corner[0] + side * along:.1f} {corner[1] + down + lift:.1f}"

    steps = [width * index / 16 for index in range(17)]
    cloth = [(x, 0.0) for x in steps] + [(x, height) for x in reversed(steps)]
    emblem = star((width / 2, height / 2), width / 5)
    return path("M" + "L".join(map(sway, cloth)) + "Z", FLAG_RED) + path(
        "M" + "L".join(map(sway, emblem)) + "Z", FLAG_GOLD
    )


def flagpole(foot: Point, height: float, width: float, colour: str, wave: float = 0.05) -> str:
    """Draw a pole with its flag at the top, flying to the right."""
    x, y = foot
    pole = stroke([(x, y), (x, y - height)], colour, max(4, width * 0.045))
    return (
        pole
        + disc((x, y - height - width * 0.03), width * 0.045, FLAG_GOLD)
        + flag((x, y - height + width * 0.04), width, wave)
    )
