"""Which picture stands for a model that has none: a pure choice from its field, place, themes and title.

The same model always gets the same cover. The field gives the colour, the province today gives the land behind, the
themes give the subject in front, and the title's hash gives the hour, the side and the company, so that neighbours
in a grid differ. `templates/cover.svg.jinja` draws what is chosen here, 1200 by 800 units, y downwards.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from showcase.views.cover_tones import HOURS, Tones, tones

WIDTH, HEIGHT = 1200, 800
_HORIZON, _SEA_LEVEL = 500, 430

_LANDS = {
    "01": ("delta",), "04": ("mountain",), "08": ("mountain",), "11": ("mountain",), "12": ("mountain",),
    "14": ("mountain",), "15": ("mountain",), "19": ("hills", "mountain"), "20": ("mountain",), "22": ("karst", "sea"),
    "24": ("delta", "hills"), "25": ("hills", "mountain"), "31": ("sea", "delta"), "33": ("delta",),
    "37": ("karst", "delta"), "38": ("sea", "hills"), "40": ("sea", "hills"), "42": ("sea", "hills"),
    "44": ("sea", "hills"), "46": ("sea", "hills"), "48": ("sea", "mountain"), "51": ("sea", "highland"),
    "52": ("highland", "sea"), "56": ("sea", "hills"), "66": ("highland", "sea"), "68": ("highland", "sea"),
    "75": ("hills", "delta"), "79": ("delta", "sea"), "80": ("delta", "hills"), "82": ("delta",),
    "86": ("delta", "sea"), "91": ("delta", "sea"), "92": ("delta",), "96": ("sea", "delta"),
}  # fmt: skip
"""Today's 34 provinces by code: the landscapes that one thinks of there (school geography, coast and relief)."""

_WATERY = {"sea", "karst"}

_THEMES = {
    "giam-ngheo": ("sprout", "homestead", "basket"),
    "nong-nghiep": ("beds", "nets", "basket", "terraces"),
    "du-lich": ("lanterns", "stilts"),
    "giai-phong-mat-bang": ("road", "bridge"),
    "dat-dai-xay-dung": ("homestead", "street"),
    "do-thi-van-minh": ("gate", "street", "banyan"),
    "to-tu-quan": ("gate", "homestead", "street"),
    "moi-truong": ("banyan", "sprout", "lotus"),
    "an-ninh-trat-tu": ("watch", "lighthouse"),
    "vung-giao": ("church",),
    "y-te": ("clinic",),
    "bao-hiem": ("umbrella",),
    "phu-nu": ("basket", "market", "umbrella"),
    "chuyen-doi-so": ("screen",),
    "chinh-quyen-phuc-vu": ("hall", "screen"),
    "hoc-tap-lam-theo-bac": ("lotus",),
}
"""Theme -> subjects that show it; a theme that is not listed falls back on its field."""

_WORDS = (
    ("hải sản", "boat"), ("tàu cá", "boat"), ("chợ", "market"), ("chăn nuôi", "homestead"), ("rau", "beds"),
    ("phòng khám", "clinic"), ("bảo hiểm", "umbrella"), ("giáo xứ", "church"), ("camera", "watch"), ("cờ", "flag"),
    ("tổ quốc", "flag"), ("ẩm thực", "lanterns"), ("mương", "bridge"), ("cao tốc", "road"), ("chuyển đổi số", "screen"),
)  # fmt: skip
"""Words in a title that name the thing itself; the first found goes before the themes."""

_FIELDS = {
    "kinh-te": ("beds", "market", "basket", "nets", "boat", "terraces"),
    "van-hoa-xa-hoi": ("homestead", "banyan", "lanterns", "street", "gate"),
    "quoc-phong-an-ninh": ("lighthouse", "watch", "flag"),
    "he-thong-chinh-tri": ("hall", "flag", "road"),
}

_ONLY_IN = {
    "boat": {"sea", "karst", "delta"},
    "lighthouse": {"sea"},
    "stilts": {"mountain", "highland", "hills"},
    "terraces": {"mountain", "hills"},
    "nets": {"delta", "hills", "highland"},
}
"""Subjects that belong to some landscapes alone."""

_GROUND = {
    "boat": "water", "lighthouse": "water", "lotus": "water", "beds": "rows", "terraces": "steps", "road": "road",
    "bridge": "water", "nets": "rows", "street": "paving", "market": "paving", "lanterns": "paving", "screen": "paving",
}  # fmt: skip
"""What a subject stands on; where it is not listed, the land decides."""


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
    hour: str
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
    digest = sha256("\n".join((field, province_code, *themes, title)).encode()).digest()
    dice = _Dice(digest)
    land = dice.pick(0, _LANDS.get(province_code, ("hills",)))
    subject = dice.pick(1, _subjects(field, themes, title, land))
    hour = dice.pick(2, HOURS)
    left = bool(digest[3] % 2)
    ground = _GROUND.get(subject) or ("paving" if urban else dice.pick(4, ("meadow", "rows")))
    return Cover(
        key=digest.hex()[:6],
        tones=tones(field, hour),
        hour=hour,
        land=land,
        ground=ground,
        sun=_sun(dice, left=left),
        far=_crest(dice, land, far=True),
        middle=_crest(dice, land, far=False),
        pieces=(*_company(dice, land, urban=urban, left=left), _subject(subject, dice, left=left)),
    )


def _subjects(field: str, themes: tuple[str, ...], title: str, land: str) -> tuple[str, ...]:
    """What may stand in front: what the title names, or else what shows the themes, or else what shows the field."""
    words = " ".join(("", *re.findall(r"\w+", title.casefold()), ""))
    named = tuple(name for word, name in _WORDS if f" {word} " in words)[:1]
    shown = tuple(name for theme in themes for name in _THEMES.get(theme, ()))
    families = ([name for name in names if land in _ONLY_IN.get(name, {land})] for names in (named, shown, _FIELDS[field]))
    return tuple(next(names for names in families if names))


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
    heights = [level - (swing if index % 2 else swing // 5) * (60 + dice.digest[first + index] % 41) // 100 for index in range(points + 1)]
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
        size = round(scale * dice.between(29, 85, 115) / 100, 2)
        pieces.append(Piece(dice.pick(28 - index, kinds), at if left else WIDTH - at, _HORIZON + 44, size, mirrored=not left))
    return tuple(pieces)
