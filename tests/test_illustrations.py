"""The drawn pictures of the catalogue: each can be made again, is correct where the law has a say, and holds no words."""

import math
import xml.etree.ElementTree as ET
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from illustrations.__main__ import main
from illustrations.flag import star
from illustrations.icons import ICONS, SIGN, icons
from illustrations.palette import blend
from illustrations.pen import curve, number, trace
from illustrations.studio import commonest
from illustrations.subjects import FILE_NAME, SUBJECTS
from PIL import Image

MODELS = Path(__file__).parents[1] / "models"
ASSETS = Path(__file__).parents[1] / "docs/assets"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_drawing_is_whole_repeatable_and_without_words(name):
    _, draw = SUBJECTS[name]
    svg = draw()
    assert svg == draw()
    root = ET.fromstring(svg)
    assert root.get("viewBox") == "0 0 1600 1067"
    assert not [element.tag for element in root.iter() if element.tag in {f"{SVG}text", f"{SVG}image", f"{SVG}style"}]
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    clips = {element.get("id") for element in root.iter(f"{SVG}clipPath")}
    assert all(ids.count(name) == 1 for name in set(ids) - clips)


@pytest.mark.parametrize("name", SUBJECTS)
def test_each_drawing_lies_beside_a_model_that_shows_it(name):
    folder, _ = SUBJECTS[name]
    model = yaml.safe_load((MODELS / folder / "model.yaml").read_text(encoding="utf-8"))
    shown = {photo["tep"]: photo for photo in model["anh"]}[FILE_NAME]
    assert (shown["loai"], shown["giay_phep"], shown["nguoi"]) == ("minh-hoa", "cua-du-an", "khong")
    content = (MODELS / folder / FILE_NAME).read_bytes()
    assert len(content) <= 150_000
    with Image.open(BytesIO(content)) as picture:
        assert picture.size == (1600, 1067)


@pytest.mark.slow
def test_the_picture_in_the_catalogue_is_the_one_the_command_makes(tmp_path):
    folder, _ = SUBJECTS["rating_desk"]
    (tmp_path / folder).mkdir(parents=True)
    assert main([str(tmp_path), "rating_desk"]) == 0
    assert (tmp_path / folder / FILE_NAME).read_bytes() == (MODELS / folder / FILE_NAME).read_bytes()


def test_a_missing_folder_is_told_and_nothing_is_made(tmp_path, capsys):
    assert main([str(tmp_path), "deer"]) == 1
    assert "không có thư mục này" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_star_of_the_flag_is_regular_and_its_edges_are_straight():
    corners = star((150, 100), 60)
    assert corners[0] == pytest.approx((150, 40))
    tips, notches = corners[0::2], corners[1::2]
    assert [math.dist((150, 100), tip) for tip in tips] == pytest.approx([60] * 5)
    for (first, notch), (second, _) in pairwise(zip(tips, notches, strict=True)):
        assert math.dist(first, notch) == pytest.approx(math.dist(second, notch))
    (x1, y1), (x2, y2), (x3, y3) = corners[0], corners[1], corners[4]  # a tip, its notch and the next but one tip
    assert (x2 - x1) * (y3 - y1) == pytest.approx((x3 - x1) * (y2 - y1), abs=0.01)


def test_a_corner_is_a_point_written_twice():
    assert trace("0,0! 10,0 10,10") == ((0, 0), (0, 0), (10, 0), (10, 10))


def test_a_curve_passes_through_its_points():
    assert curve([(0, 0), (30, 0)], closed=False) == "M0 0C10 0 20 0 30 0"


def test_coordinates_are_written_short():
    assert [number(value) for value in (12.0, 12.54, -0.01)] == ["12", "12.5", "0"]


def test_colours_mix_by_their_share():
    assert [blend("#000000", "#FF8040", share) for share in (0, 0.5, 1)] == ["#000000", "#804020", "#FF8040"]


def test_a_palette_keeps_common_colours_and_skips_their_near_neighbours():
    picture = Image.new("RGB", (10, 10), "#2E7D4F")
    picture.paste("#2E7D50", (0, 0, 10, 3))
    picture.paste("#DA251D", (0, 3, 10, 5))
    assert commonest(picture) == [(0x2E, 0x7D, 0x4F), (0xDA, 0x25, 0x1D)]


def test_the_icons_are_those_of_the_sign():
    """Pixel by pixel: other versions of the encoder may pack the same ones otherwise."""
    for name, content in icons((ASSETS / SIGN).read_text(encoding="utf-8")).items():
        with Image.open(BytesIO(content)) as made, Image.open(ASSETS / name) as kept:
            assert made.convert("RGBA").tobytes() == kept.convert("RGBA").tobytes(), f"{name}: run make pictures"


def test_only_icons_that_no_system_cuts_have_round_corners():
    for name, (width, _, is_round) in ICONS.items():
        with Image.open(ASSETS / name) as icon:
            assert icon.size == (width, width)
            assert (icon.convert("RGBA").getpixel((0, 0))[3] == 0) is is_round, name
