"""The map of Vietnam as tiles of our own drawing: each province of today at its place, and both archipelagos, always.

Every tile is equal, so that a small province is as easy to read and to touch as a large one. Hoàng Sa and Trường Sa are
part of the ground on which every layer lies: there is no map without them, whatever the reader chooses to see on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from showcase.views.page import Link
from showcase.words.numbers import write_number

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
class Ground:
    """Where a province lies; `lines` is its name in one or two lines."""

    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A way from the map to models of a province; `step` 0 to 4 is how dark it is."""

    x: int
    y: int
    link: Link
    step: int


@dataclass(frozen=True, slots=True)
class Layer:
    """What the map shows at a choice: all models, or those of the field `key`; `count` is how many there are."""

    key: str
    label: str
    count: int
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Archipelago:
    """A group of islands, two tiles wide, labelled with its name and the province that it belongs to."""

    x: int
    y: int
    name: str
    belongs: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """The whole drawing; `width` and `height` in its units; `shades` says of each step how many models it means."""

    width: int
    height: int
    cell_width: int
    cell_height: int
    grounds: tuple[Ground, ...]
    layers: tuple[Layer, ...]
    archipelagos: tuple[Archipelago, ...]
    shades: tuple[str, ...]


def tile_map(total: int, provinces: Sequence[Link], fields: Sequence[tuple[Link, Sequence[Link]]] = ()) -> TileMap:
    """Lay out the provinces, given as links whose key is the code and whose count is the number of models.

    `total` is how many models there are; `fields` gives each field with its own links to provinces, which have no address
    where there are no models.
    """
    by_code = {link.key: link for link in provinces}
    return TileMap(
        width=_COLUMNS * (CELL_WIDTH + GAP) - GAP,
        height=_ROWS * (CELL_HEIGHT + GAP) - GAP,
        cell_width=CELL_WIDTH,
        cell_height=CELL_HEIGHT,
        grounds=tuple(_ground(by_code[code].label, place) for code, place in _PLACES.items() if code in by_code),
        layers=(
            Layer("", "Tất cả", total, _tiles(provinces)),
            *(Layer(field.key, field.label, field.count or 0, _tiles(links)) for field, links in fields),
        ),
        archipelagos=tuple(
            _archipelago(name, belongs, by_code.get(code), at) for name, belongs, code, at in _ARCHIPELAGOS
        ),
        shades=_shades(),
    )


def _tiles(links: Sequence[Link]) -> tuple[Tile, ...]:
    """Give a tile for each way on, from north to south."""
    by_code = {link.key: link for link in links if link.address}
    return tuple(
        Tile(*_corner(place), by_code[code], step_of(by_code[code].count or 0))
        for code, place in _PLACES.items()
        if code in by_code
    )


def step_of(count: int) -> int:
    """Tell how dark a number of models is drawn, from 0 to 4."""
    return sum(count >= least for least in _STEPS)


def _shades() -> tuple[str, ...]:
    ranges = [f"{low}–{high - 1}" for low, high in pairwise(_STEPS)]
    return ("0", *ranges, f"từ {write_number(_STEPS[-1])}")


def _archipelago(name: str, belongs: str, province: Link | None, place: tuple[int, int]) -> Archipelago:
    """Write the province as the gazetteer does, where it is given."""
    x, y = _corner(place)
    return Archipelago(x, y, name, province.label if province else belongs, province.address if province else "")


def _ground(name: str, place: tuple[int, int]) -> Ground:
    first, _, rest = name.partition(" ")
    words = (first, rest) if " " not in rest else (f"{first} {rest.split()[0]}", " ".join(rest.split()[1:]))
    return Ground(*_corner(place), tuple(word for word in words if word))


def _corner(place: tuple[int, int]) -> tuple[int, int]:
    column, row = place
    return column * (CELL_WIDTH + GAP), row * (CELL_HEIGHT + GAP)
