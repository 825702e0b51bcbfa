"""Which picture stands for a model that has none: a pure choice from its field, place, themes and title.

The same model always gets the same cover. The field gives the colour, the province today gives the land behind, the
themes give the subject in front, and the title's hash gives the hour, the side and the company, so that neighbours
in a grid differ. `templates/cover.svg.jinja` draws what is chosen here, 1200 by 800 units, y downwards.
"""

from dataclasses import dataclass
from hashlib import sha512

from showcase.views.cover_subjects import GROUND, landscapes, subjects
from showcase.views.cover_tones import HOURS, Tones, tones

WIDTH, HEIGHT = 1200, 800
_HORIZON, _SEA_LEVEL = 500, 430

_WATERY = {"sea", "karst"}
_WIDE = {"boat", "market", "hall", "nets", "lanterns", "terraces", "umbrella", "road", "bridge"}
_ONE_WAY = {"screen", "flag"}
"""Drawings that a mirror would falsify: a tick, a flag in the same wind as others."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in the picture: the name of its drawing, where its foot stands, how large, whether mirrored."""

    name: str
    x: int
    y: int
    scale: float
    mirrored: bool = False

    @property
    def transform(self) -> str:
        """The value of the SVG attribute."""
        size = f"{self.scale:g}"
        return f"translate({self.x} {self.y})scale({f'-{size} {size}' if self.mirrored else size})"


@dataclass(frozen=True, slots=True)
class Cover:
    """All that the template needs: colours, a sun, crests of hills as path data, a ground, pieces from far to near."""

    key: str
    tones: Tones
    land: str
    ground: str
    sun: tuple[int, int, int]
    far: str
    middle: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Dice:
    """Repeatable chance: each question has its own byte of the hash, so that answers do not hang together."""

    digest: bytes

    def pick(self, question: int, options: tuple[str, ...]) -> str:
        return options[self.digest[question] % len(options)]

    def between(self, question: int, low: int, high: int) -> int:
        return low + self.digest[question] * (high - low) // 255


def draw_cover(field: str, province_code: str, urban: bool, themes: tuple[str, ...], title: str) -> Cover:  # noqa: FBT001 - a fact of the place
    """Choose a cover: `urban` where the place is a phường, `province_code` of today, `themes` as the model lists them."""
    digest = sha512("\n".join((field, province_code, *themes, title)).encode()).digest()
    dice = _Dice(digest)
    land = dice.pick(0, landscapes(province_code))
    subject = dice.pick(1, subjects(field, themes, title, land))
    hour = dice.pick(2, HOURS)
    left = bool(digest[3] % 2)
    ground = GROUND.get(subject) or ("paving" if urban else dice.pick(4, ("meadow", "rows")))
    return Cover(
        key=digest.hex()[:6],
        tones=tones(field, hour),
        land=land,
        ground=ground,
        sun=_sun(dice, left=left),
        far=_crest(dice, land, far=True),
        middle=_crest(dice, land, far=False),
        pieces=(*_company(dice, land, urban=urban, left=left), _subject(subject, dice, left=left)),
    )


def _sun(dice: _Dice, *, left: bool) -> tuple[int, int, int]:
    """Opposite the subject, high or low: x, y, radius."""
    x = dice.between(5, 170, 380)
    return WIDTH - x if left else x, dice.between(6, 150, 330), dice.between(7, 58, 104)


def _crest(dice: _Dice, land: str, *, far: bool) -> str:
    """Path data of one range from edge to edge, closed along the lower edge."""
    rise, points = {
        "sea": (40, 4), "delta": (26, 3), "hills": (90, 4), "mountain": (230, 6), "highland": (120, 3), "karst": (190, 7),
    }[land]  # fmt: skip
    level = (_SEA_LEVEL + 6 if land in _WATERY else _HORIZON - rise // 3) if far else _HORIZON + 24
    swing = rise if far else rise * 2 // 3
    first = 8 if far else 16
    step = WIDTH // points
    shoulder = step * (2 if land in {"mountain", "karst"} else 3) // 6
    heights = [
        level - (swing if index % 2 else swing // 5) * (60 + dice.digest[first + index] % 41) // 100
        for index in range(points + 1)
    ]
    path = f"M0 {heights[0]}C{shoulder} {heights[0]}"
    turns = [f"{index * step - shoulder} {height} {index * step} {height}" for index, height in enumerate(heights)][1:]
    return path + " " + "S".join(turns) + f"V{HEIGHT}H0Z"


def _subject(name: str, dice: _Dice, *, left: bool) -> Piece:
    x = dice.between(24, 420, 500)
    scale = 1.25 if name in _WIDE else 1.45
    return Piece(name, x if left else WIDTH - x, 690, scale, mirrored=not left and name not in _ONE_WAY)


def _company(dice: _Dice, land: str, *, urban: bool, left: bool) -> tuple[Piece, ...]:
    """Small things at the horizon, mostly on the side that the subject leaves free."""
    plants = {"sea": ("palm",), "delta": ("palm", "tree"), "karst": ("tree", "palm")}.get(land, ("tree", "pine"))
    houses = ("town", "town", "cottage") if urban else ("cottage",)
    places = ((760, 0.9), (930, 1.2), (1090, 1.05), (120, 0.8))
    pieces = []
    for index, (x, scale) in enumerate(places):
        kinds = houses if index % 2 else plants
        at = x + dice.between(25 + index, -40, 40)
        size = round(scale * dice.between(33 + index, 85, 115) / 100, 2)
        pieces.append(
            Piece(dice.pick(29 + index, kinds), at if left else WIDTH - at, _HORIZON + 44, size, mirrored=not left)
        )
    return tuple(pieces)
