"""Only this module knows how SVG is written; everything else speaks of outlines, discs and groups.

A picture is 1600 by 1067 units (3:2), x to the right and y down. Every function gives markup as text,
so that drawings are composed by joining. Coordinates are kept to a tenth of a unit: at the size of
publication that is a tenth of a pixel, and it keeps the same drawing the same on every machine.
"""

import math
from collections.abc import Iterable, Sequence

WIDTH = 1600
HEIGHT = 1067

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate as short as it can be: 12, 12.5, never 12.50 or -0."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def trace(text: str) -> tuple[Point, ...]:
    """Read an outline written as "x,y x,y! …"; a point with an exclamation mark is a corner, others are rounded."""
    points: list[Point] = []
    for word in text.split():
        x, y = word.rstrip("!").split(",")
        points += [(float(x), float(y))] * (2 if word.endswith("!") else 1)
    return tuple(points)


def _tangent(before: Point, after: Point) -> Point:
    across, down = after[0] - before[0], after[1] - before[1]
    length = math.hypot(across, down) or 1.0
    return across / length, down / length


def curve(points: Sequence[Point], *, closed: bool) -> str:
    """Give the path data of a smooth line through the points (Catmull-Rom, written as Bézier pieces).

    The handles are a third of each piece, in the direction from the point before to the point after, so that
    uneven steps do not overshoot. A point given twice is a corner: its two copies look to one side each.
    """
    count = len(points)
    reach = range(count if closed else count - 1)

    def near(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    pieces = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for index in reach:
        start, end = near(index), near(index + 1)
        third = math.dist(start, end) / 3
        if not third:
            continue
        leave, arrive = _tangent(near(index - 1), end), _tangent(start, near(index + 2))
        handles = (
            (start[0] + leave[0] * third, start[1] + leave[1] * third),
            (end[0] - arrive[0] * third, end[1] - arrive[1] * third),
            end,
        )
        pieces.append("C" + " ".join(f"{number(x)} {number(y)}" for x, y in handles))
    return "".join(pieces) + ("Z" if closed else "")


def path(data: str, fill: str) -> str:
    """Fill raw path data."""
    return f'<path d="{data}" fill="{fill}"/>'


def outline(points: Sequence[Point] | str, fill: str) -> str:
    """Fill a smooth closed outline, given as points or in the notation of `trace`."""
    return path(curve(trace(points) if isinstance(points, str) else points, closed=True), fill)


def polygon(points: Iterable[Point] | str, fill: str) -> str:
    """Fill a closed outline with straight edges."""
    corners = trace(points) if isinstance(points, str) else points
    return f'<polygon points="{" ".join(f"{number(x)},{number(y)}" for x, y in corners)}" fill="{fill}"/>'


def stroke(points: Sequence[Point] | str, colour: str, width: float) -> str:
    """Draw a smooth open line with round ends."""
    data = curve(trace(points) if isinstance(points, str) else points, closed=False)
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{number(width)}" {ends}/>'


def disc(centre: Point, radius: float, fill: str) -> str:
    """Fill a circle."""
    return f'<circle cx="{number(centre[0])}" cy="{number(centre[1])}" r="{number(radius)}" fill="{fill}"/>'


def oval(centre: Point, radii: Point, fill: str) -> str:
    """Fill an upright or lying ellipse."""
    (x, y), (across, down) = centre, radii
    return f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(across)}" ry="{number(down)}" fill="{fill}"/>'


def box(corner: Point, size: Point, fill: str, rounding: float = 0) -> str:
    """Fill a rectangle from its upper left corner."""
    (x, y), (wide, high) = corner, size
    place = f'x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}"'
    return f'<rect {place} fill="{fill}"' + (f' rx="{number(rounding)}"' if rounding else "") + "/>"


def _ramp(name: str, colours: Sequence[str], reach: tuple[float, float]) -> str:
    step = 1 / (len(colours) - 1)
    stops = "".join(f'<stop offset="{index * step:.3g}" stop-color="{c}"/>' for index, c in enumerate(colours))
    place = f'gradientUnits="userSpaceOnUse" x1="0" y1="{number(reach[0])}" x2="0" y2="{number(reach[1])}"'
    return f'<defs><linearGradient id="{name}" {place}>{stops}</linearGradient></defs>'


def fading(name: str, data: str, colours: Sequence[str], reach: tuple[float, float]) -> str:
    """Fill path data with colours that pass into one another between two levels; `name` is unique in the picture."""
    return _ramp(name, colours, reach) + path(data, f"url(#{name})")


def put(*parts: str, at: Point = (0, 0), scale: float = 1, turn: float = 0, mirror: bool = False) -> str:
    """Place parts drawn around their own origin: moved, turned clockwise by degrees, enlarged, mirrored."""
    moves = [f"translate({number(at[0])} {number(at[1])})"]
    if turn:
        moves.append(f"rotate({turn:g})")
    if mirror or scale != 1:
        moves.append(f"scale({-scale if mirror else scale:.4g} {scale:.4g})")
    return f'<g transform="{"".join(moves)}">{"".join(parts)}</g>'


def veil(*parts: str, opacity: float) -> str:
    """Let what lies behind show through, 0 (nothing drawn) to 1."""
    return f'<g opacity="{opacity:g}">{"".join(parts)}</g>'


def within(name: str, window: str, *parts: str) -> str:
    """Show the parts only inside the window, a shape of its own; `name` is unique in the picture."""
    return f'<clipPath id="{name}">{window}</clipPath><g clip-path="url(#{name})">{"".join(parts)}</g>'


def picture(*parts: str) -> str:
    """Close a drawing into one standalone SVG document."""
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def grain(seed: int, index: int = 0) -> float:
    """Give a repeatable irregular number from -1 to 1 (integer hash after Wang), for all that grew rather than was built."""
    value = (seed * 374761393 + index * 668265263) & 0xFFFFFFFF
    value = ((value ^ (value >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((value ^ (value >> 16)) & 0xFFFF) / 32767.5 - 1
