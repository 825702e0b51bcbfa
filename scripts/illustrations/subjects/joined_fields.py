"""Fields joined and set straight: crooked small plots to the left, wide ones with road and canal to the right, neighbours with a cord."""

from illustrations.buildings import cottage
from illustrations.land import cloud, fringe, peaks, sky, sun
from illustrations.palette import PAPER, RICE, TIMBER, WALL_SHADE, blend
from illustrations.pen import HEIGHT, Point, box, grain, oval, path, picture, polygon, stroke, veil
from illustrations.people import Person, bending, standing
from illustrations.plants import GREEN, Leaves, palm, tree

EYE: Point = (760, 440)
LEVELS = (0.012, 0.075, 0.14, 0.23, 0.35, 0.51, 0.72, 1.02)
PLOTS = ("#6FAA5C", "#9CC16F", "#C9D487", "#86B765", "#E2D58C", "#5B9A5A", "#B3CC7A")
FAR_LEAVES: Leaves = ("#5B9A72", "#7DB384", "#A6CC97")
BUND = "#A9A05F"


def _on(across: float, near: float) -> Point:
    """A spot of the plain: where it would meet the lower edge, and how near it is (0 at the horizon, 1 there)."""
    return EYE[0] + (across - EYE[0]) * near, EYE[1] + (HEIGHT - EYE[1]) * near


def _crooked() -> str:
    """The old plots: no two alike, each with its bund."""
    columns = [-8780 + 466 * i for i in range(21)]

    def knot(column: int, row: int) -> Point:
        sway = 0 if column == len(columns) - 1 else 150 * grain(column, row * 7)
        near = LEVELS[row] * (1 + 0.13 * grain(row + 40, column * 3))
        return _on(columns[column] + sway, near)

    parts = []
    for row in range(len(LEVELS) - 1):
        for column in range(len(columns) - 1):
            corners = [knot(column, row), knot(column + 1, row), knot(column + 1, row + 1), knot(column, row + 1)]
            if max(x for x, _ in corners) < 0:
                continue
            x, y = sum(c[0] for c in corners) / 4, sum(c[1] for c in corners) / 4
            inner = [(x + (a - x) * 0.93, y + (b - y) * 0.9) for a, b in corners]
            parts.append(polygon(inner, PLOTS[int((grain(column + 9, row) + 1) * 3.49)]))
    return "".join(parts)


def _straight() -> str:
    """The joined plots: few, wide, in rank; young rice stands in rows that run with them."""
    edges = ((980, 1720), (1760, 2900), (2940, 5200), (5260, 9000))
    parts = []
    for index, (left, right) in enumerate(edges):
        for row, (far, near) in enumerate(((0.012, 0.085), (0.095, 0.24), (0.26, 0.62), (0.66, 1.3))):
            tone = ("#7DB35C", "#93C06A")[(index + row) % 2]
            corners = [_on(left, far), _on(right, far), _on(right, near), _on(left, near)]
            parts.append(polygon(corners, tone))
            for line in range(1, 12):
                x = left + (right - left) * line / 12
                parts.append(stroke([_on(x, far), _on(x, near)], blend(tone, RICE.base, 0.45), 1 + 4 * near))
    return "".join(parts)


def _way() -> str:
    """The straight field road and the canal beside it."""
    road = polygon([_on(560, 0.02), _on(735, 0.02), _on(735, 1.1), _on(560, 1.1)], "#E9D9B4")
    edge = polygon([_on(560, 0.02), _on(580, 0.02), _on(580, 1.1), _on(560, 1.1)], "#CDB585")
    bank = polygon([_on(735, 0.02), _on(960, 0.02), _on(960, 1.1), _on(735, 1.1)], "#C9C3AE")
    water = polygon([_on(770, 0.02), _on(928, 0.02), _on(928, 1.1), _on(770, 1.1)], "#7FB8B5")
    light = polygon([_on(800, 0.02), _on(836, 0.02), _on(836, 1.1), _on(800, 1.1)], "#B5DAD0")
    return road + edge + bank + water + light


def _stake(foot: Point, high: float) -> str:
    x, y = foot
    return box((x - 6, y - high), (12, high), TIMBER) + box((x - 7, y - high), (14, high * 0.22), "#D9532F")


def draw() -> str:
    """Give the whole picture as SVG."""
    hills = blend(RICE.light, "#9CC9BE", 0.45)
    behind = [
        sky(blend(RICE.pale, "#A9D3C6", 0.6), RICE.mist, blend(RICE.mist, RICE.glow, 0.6)),
        sun((1080, 200), 90, RICE.glow),
        cloud((640, 120), 320, PAPER),
        cloud((1400, 110), 220, PAPER),
        peaks(452, ((120, 190), (430, 150), (1330, 180), (1560, 230)), blend(hills, RICE.mist, 0.5)),
        peaks(452, ((-10, 210), (270, 230), (590, 120), (1190, 130), (1470, 150)), hills),
        path(f"M-20 446H1620V{HEIGHT}H-20Z", BUND),
        path("M-20 440H1620V452H-20Z", blend(RICE.mid, RICE.light, 0.3)),
    ]
    village = [
        *(
            tree((x, 456), h, FAR_LEAVES, "#7E8F68", s)
            for x, h, s in (
                (150, 80, 2),
                (250, 96, 3),
                (505, 84, 5),
                (610, 70, 6),
                (1000, 74, 4),
                (1280, 88, 8),
                (1500, 96, 1),
            )
        ),
        cottage((330, 456), 110),
        cottage((430, 456), 90),
        cottage((1110, 456), 100),
        cottage((1390, 456), 110),
        palm((200, 458), 120, GREEN, WALL_SHADE, 8),
        palm((1180, 458), 110, GREEN, WALL_SHADE, -6),
    ]
    people = [
        veil(
            *(oval((x, y), (w, 8), RICE.deep) for x, y, w in ((682, 640, 30), (250, 950, 90), (1290, 952, 220))),
            opacity=0.35,
        ),
        standing((682, 640), 128, Person("#C9703B", away=True)),
        stroke("300,905 700,930 1080,912", PAPER, 5),
        _stake((300, 960), 120),
        _stake((1080, 960), 120),
        bending((215, 952), 215, Person("#8C4A3C")),
        standing((1140, 962), 320, Person("#F0E6CF", "#3C4A44", hatted=False, cropped=True), mirror=True),
    ]
    more = [
        standing((1290, 940), 300, Person("#5F7F9E"), mirror=True),
        standing((1400, 956), 296, Person("#B5576B", "#33303A"), mirror=True),
    ]
    front = [fringe(1074, 70, 6, RICE.dark)]
    return picture(*behind, _crooked(), _straight(), _way(), *village, *people, *more, *front)
