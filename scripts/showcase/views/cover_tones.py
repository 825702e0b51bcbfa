"""The colours of the drawn covers: one ramp a field, three hours of the day; nothing here knows a shape.

The field's colour fills most of every cover and none of them is as light as paper, so that a cover stands as quietly
on a dark page as on a light one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ramp:
    """A field's colour from the nearest ground to the sky, with its lit and its warm neighbour and its foliage."""

    deep: str
    dark: str
    base: str
    mid: str
    light: str
    pale: str
    mist: str
    glow: str
    warm: str
    warm_shade: str
    leaf: str
    leaf_shade: str


@dataclass(frozen=True, slots=True)
class Tones:
    """What every shape of one cover is filled with."""

    sky: str
    low_sky: str
    sun: str
    far: str
    middle: str
    near: str
    ground: str
    front: str
    water: str
    deep: str
    wall: str
    shade: str
    roof: str
    roof_shade: str
    pane: str
    leaf: str
    leaf_shade: str


RAMPS = {
    "kinh-te": Ramp(
        "#123C2C", "#1D5A41", "#2E7D4F", "#5E9F62", "#9AC187", "#CFE0B8", "#EDF2DC",
        "#F3D27F", "#C9703B", "#9C4F26", "#3F8A4C", "#23633F",
    ),
    "van-hoa-xa-hoi": Ramp(
        "#43190F", "#75301A", "#A8491F", "#CB7440", "#E3A473", "#F3D0AB", "#FAEAD6",
        "#F6CE7E", "#9A3F35", "#6E2A28", "#7F7B3C", "#5A5A2E",
    ),
    "quoc-phong-an-ninh": Ramp(
        "#10233C", "#1B3F63", "#2B5C8A", "#5284AF", "#8FB4CF", "#C8DCE6", "#E9F0EF",
        "#F6D38C", "#C9744A", "#974F35", "#2F6A74", "#1C4A59",
    ),
    "he-thong-chinh-tri": Ramp(
        "#2B1840", "#4B2B68", "#6F4390", "#9671B0", "#C0A6CE", "#E2D3E6", "#F4EBF0",
        "#F5CF8E", "#C05A68", "#8E3E54", "#5E6A86", "#444A6C",
    ),
}  # fmt: skip

HOURS = ("day", "gold", "dusk")


def tones(field: str, hour: str) -> Tones:
    """Mix the colours of a cover; `field` is a key of the vocabulary, an unknown one is shown in plum, `hour` one of HOURS."""
    ramp = RAMPS.get(field, RAMPS["he-thong-chinh-tri"])
    sky, low_sky, sun, far, middle, near, ground, front, pane = {
        "day": (
            ramp.light, ramp.mist, ramp.glow, ramp.pale, ramp.light, ramp.mid, ramp.base, ramp.dark, ramp.base,
        ),
        "gold": (
            ramp.pale, ramp.glow, ramp.mist, ramp.light, ramp.mid, ramp.base, ramp.base, ramp.dark, ramp.dark,
        ),
        "dusk": (
            ramp.dark, ramp.light, ramp.mist, ramp.mid, ramp.base, ramp.dark, ramp.dark, ramp.deep, ramp.glow,
        ),
    }[hour]  # fmt: skip
    return Tones(
        sky=sky,
        low_sky=low_sky,
        sun=sun,
        far=far,
        middle=middle,
        near=near,
        ground=ground,
        front=front,
        water=ramp.mid if hour != "dusk" else ramp.base,
        deep=ramp.deep,
        wall=ramp.mist if hour != "dusk" else ramp.pale,
        shade=ramp.pale if hour != "dusk" else ramp.light,
        roof=ramp.warm,
        roof_shade=ramp.warm_shade,
        pane=pane,
        leaf=ramp.leaf,
        leaf_shade=ramp.leaf_shade,
    )
