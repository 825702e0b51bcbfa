"""The colours of the house: one ramp of seven tones a field, a few shared accents, nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ramp:
    """One field's colour from the darkest foreground to the sky, with two warm neighbours for light and roofs."""

    deep: str
    dark: str
    base: str
    mid: str
    light: str
    pale: str
    mist: str
    glow: str
    """The lit neighbour: sun, lamps, straw."""
    warm: str
    """The warm neighbour: roofs, cloth, earth."""


RICE = Ramp("#123C2C", "#1D5A41", "#2E7D4F", "#5E9F62", "#9AC187", "#CFE0B8", "#F1F3DF", "#F3D27F", "#C9703B")
CLAY = Ramp("#43190F", "#75301A", "#A8491F", "#CB7440", "#E3A473", "#F3D0AB", "#FBEEDD", "#F6CE7E", "#8A3B3A")
SEA = Ramp("#10233C", "#1B3F63", "#2B5C8A", "#5284AF", "#8FB4CF", "#C8DCE6", "#EEF3F0", "#F6D38C", "#D4814F")
PLUM = Ramp("#2B1840", "#4B2B68", "#6F4390", "#9671B0", "#C0A6CE", "#E2D3E6", "#F7F0F2", "#F5CF8E", "#C9696B")

PAPER = "#FBFAF7"
INK = "#1F2328"
GOLD = "#B07A12"
FLAG_RED = "#DA251D"
FLAG_GOLD = "#FFDE00"
SKIN = "#D9A47C"
STRAW = "#E8CB8A"
STRAW_SHADE = "#C79F55"
TILE = "#B5532B"
TILE_SHADE = "#8E3D20"
WALL = "#F6E7C6"
WALL_SHADE = "#E3CB9B"
TIMBER = "#6B3F24"
TIMBER_DARK = "#4A2A18"
LEAF = "#4F8F4A"
LEAF_DARK = "#2C6340"
LEAF_LIGHT = "#8DB65C"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def blend(first: str, second: str, share: float) -> str:
    """Mix two colours; share 0 gives the first, 1 the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
