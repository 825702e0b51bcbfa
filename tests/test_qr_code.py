"""A code says the address that was drawn: a reader that is not ours reads it, at every length, and damaged too."""

import re

import pytest
from PIL import Image, ImageDraw
from showcase.views.qr_code import qr_code
from zxingcpp import BarcodeFormat, read_barcodes

SCALE, MARGIN = 4, 4
LONGEST = 331
ADDRESS = "https://danvankheo.example.vn/mo-hinh/hoang-mai-camera-an-ninh/"


def printed(text: str) -> Image.Image:
    """The code on white paper, as its path says: a pen as wide as a module goes right, or is lifted."""
    code = qr_code(text)
    side = (code.size + 2 * MARGIN) * SCALE
    paper = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(paper)
    for row, strokes in re.findall(r"M0 (\d+)\.5([^M]*)", code.path):
        x, y = MARGIN, MARGIN + int(row)
        for lifted, drawn in re.findall(r"m(\d+) 0|h(\d+)", strokes):
            if drawn:
                pen.rectangle((x * SCALE, y * SCALE, (x + int(drawn)) * SCALE - 1, (y + 1) * SCALE - 1), fill=0)
            x += int(lifted or drawn)
    return paper


def read(paper: Image.Image) -> list[str]:
    return [found.text for found in read_barcodes(paper, formats=BarcodeFormat.QRCode)]


@pytest.mark.parametrize("start", range(0, LONGEST, 24))
def test_every_length_is_read(start):
    for length in range(start + 1, min(start + 24, LONGEST) + 1):
        text = (ADDRESS + "to-tu-quan-" * 30)[:length]
        assert read(printed(text)) == [text]


def test_letters_outside_of_ascii_are_read():
    assert read(printed("https://dân-vận-khéo.example/")) == ["https://dân-vận-khéo.example/"]


def test_a_drop_of_ink_does_no_harm_and_a_blot_does():
    for damage, told in ((16, [ADDRESS]), (90, [])):
        paper = printed(ADDRESS)
        ImageDraw.Draw(paper).rectangle((70, 70, 70 + damage, 70 + damage), fill=0)
        assert read(paper) == told


def test_a_text_too_long_for_paper_has_no_code():
    assert qr_code("x" * LONGEST) is not None
    assert qr_code("x" * (LONGEST + 1)) is None


def test_a_code_is_read_as_level_m():
    (found,) = read_barcodes(printed(ADDRESS), formats=BarcodeFormat.QRCode)
    assert found.ec_level == "M"
