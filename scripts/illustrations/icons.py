"""The site's sign as pictures for the home screens of phones, drawn from its SVG; nothing here touches the disk."""

import xml.etree.ElementTree as ET
from io import BytesIO

import resvg_py
from PIL import Image

SVG = "{http://www.w3.org/2000/svg}"
SIGN = "bieu-tuong.svg"
ICONS = {
    "bieu-tuong-180.png": (180, 1.0, False),
    "bieu-tuong-192.png": (192, 1.0, True),
    "bieu-tuong-512.png": (512, 1.0, True),
    "bieu-tuong-day.png": (512, 0.8, False),
}
"""Each icon's width, how much of it the sign fills, and whether its corners are round: systems cut the others themselves."""
COLOURS = 32


def icons(sign: str) -> dict[str, bytes]:
    """Give the PNG of every icon by its name."""
    return {name: _icon(sign, *how) for name, how in ICONS.items()}


def _icon(sign: str, width: int, share: float, is_round: bool) -> bytes:  # noqa: FBT001 - a fact of the icon
    root = ET.fromstring(sign)  # noqa: S314 - our own drawing
    ground, *drawing = list(root)
    if not is_round:
        ground.attrib.pop("rx")
        for part in drawing:
            root.remove(part)
        side = float(root.attrib["viewBox"].split()[2])
        margin = side * (1 - share) / 2
        group = ET.SubElement(root, f"{SVG}g", {"transform": f"translate({margin} {margin}) scale({share})"})
        group.extend(drawing)
    pixels = resvg_py.svg_to_bytes(svg_string=ET.tostring(root, encoding="unicode"), width=width)
    with Image.open(BytesIO(pixels)) as opened:
        small = opened.convert("RGBA").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()
