"""The map of Vietnam as tiles of our own drawing: each province of today at its place, and both archipelagos, always.

Every tile is equal, so that a small province is as easy to read and to touch as a large one. Hoàng Sa (thuộc Đà Nẵng)
and Trường Sa (thuộc Khánh Hoà) are part of the drawing itself: there is no map without them.
"""

from dataclasses import dataclass

from showcase.views.page import Link

CELL_WIDTH, CELL_HEIGHT, GAP = 46, 50, 3
"""Units of the drawing; on a phone of 360 px one of them is a pixel, so a tile is as large as a finger needs."""

# By code: (column, row). North-west is (0, 0); neighbours on the ground are neighbours here wherever it can be.
_PLACES: dict[str, tuple[int, int]] = {
    "12": (0, 0), "15": (1, 0), "08": (2, 0), "04": (3, 0),
    "11": (0, 1), "14": (1, 1), "25": (2, 1), "19": (3, 1), "20": (4, 1),
    "01": (2, 2), "24": (3, 2), "22": (4, 2),
    "37": (2, 3), "33": (3, 3), "31": (4, 3),
    "38": (2, 4),
    "40": (1, 5),
    "42": (2, 6),
    "44": (3, 7),
    "46": (3, 8), "48": (4, 8),
    "51": (4, 9),
    "52": (4, 10),
    "66": (4, 11),
    "75": (3, 12), "68": (4, 12), "56": (5, 12),
    "80": (2, 13), "79": (3, 13),
    "91": (0, 14), "82": (1, 14), "86": (2, 14),
    "96": (0, 15), "92": (1, 15),
}  # fmt: skip
_ARCHIPELAGOS = (("Hoàng Sa", "Đà Nẵng", "48", (5, 8)), ("Trường Sa", "Khánh Hoà", "56", (5, 14)))
_COLUMNS, _ROWS = 7, 16
_STEPS = (1, 5, 20, 100)
"""From how many models on a tile is a step darker."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A province; `lines` is its name in one or two lines, `step` 0 to 4 how dark it is."""

    x: int
    y: int
    lines: tuple[str, ...]
    link: Link
    step: int


@dataclass(frozen=True, slots=True)
class Archipelago:
    """A group of islands, two tiles wide, labelled with its name and the province that it belongs to."""

    x: int
    y: int
    name: str
    belongs: str
    address: str


@dataclass(frozen=True, slots=True)
class TileMap:
    """The whole drawing; `width` and `height` in its units."""

    width: int
    height: int
    cell_width: int
    cell_height: int
    tiles: tuple[Tile, ...]
    archipelagos: tuple[Archipelago, ...]


def tile_map(provinces: tuple[Link, ...]) -> TileMap:
    """Lay out the provinces, given as links whose key is the code and whose count is the number of models."""
    by_code = {link.key: link for link in provinces}
    return TileMap(
        width=_COLUMNS * (CELL_WIDTH + GAP) - GAP,
        height=_ROWS * (CELL_HEIGHT + GAP) - GAP,
        cell_width=CELL_WIDTH,
        cell_height=CELL_HEIGHT,
        tiles=tuple(_tile(by_code[code], place) for code, place in _PLACES.items() if code in by_code),
        archipelagos=tuple(
            Archipelago(*_corner(place), name, belongs, by_code[code].address if code in by_code else "")
            for name, belongs, code, place in _ARCHIPELAGOS
        ),
    )


def _tile(link: Link, place: tuple[int, int]) -> Tile:
    x, y = _corner(place)
    first, _, rest = link.label.partition(" ")
    words = (first, rest) if " " not in rest else (f"{first} {rest.split()[0]}", " ".join(rest.split()[1:]))
    step = sum((link.count or 0) >= least for least in _STEPS)
    return Tile(x, y, tuple(word for word in words if word), link, step)


def _corner(place: tuple[int, int]) -> tuple[int, int]:
    column, row = place
    return column * (CELL_WIDTH + GAP), row * (CELL_HEIGHT + GAP)
