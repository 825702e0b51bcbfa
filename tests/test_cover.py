"""A drawn cover: the same for the same model, different beside its neighbours, and nothing in it but shapes."""

import csv
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from showcase.publish.renderer import FRAME, Renderer
from showcase.system.package import load_templates
from showcase.views.cover import Cover, draw_cover
from showcase.views.cover_subjects import FIELDS, GROUND, ONLY_IN, THEMES, WORDS, landscapes
from showcase.views.cover_tones import HOURS, RAMPS, tones

PROJECT = Path(__file__).parents[1]
PROVINCES = PROJECT / "scripts" / "showcase" / "record" / "data" / "provinces.tsv"
PROVINCE_OF_FOLDER = {"ha-noi": "01", "nghe-an": "40", "son-la": "14"}
SHAPES = {"svg", "g", "path", "circle", "ellipse", "rect", "linearGradient", "stop"}
SUBJECTS = sorted(
    {name for names in (*THEMES.values(), *FIELDS.values()) for name in names} | {name for _, name in WORDS}
)

RENDERER = Renderer({**load_templates(), FRAME: ""}, {})


def drawn(cover: Cover) -> str:
    return RENDERER.render("cover.svg", cover).decode()


def real_covers() -> list[Cover]:
    covers = []
    for path in sorted((PROJECT / "models").glob("[!_]*/*/model.yaml")):
        model = yaml.safe_load(path.read_text(encoding="utf-8"))
        urban = model["dia_diem"][0]["noi"].startswith("phường")
        province = PROVINCE_OF_FOLDER[path.parts[-3]]
        covers.append(draw_cover(model["linh_vuc"], province, urban, tuple(model.get("chu_de", ())), model["tieu_de"]))
    return covers


def with_subject(name: str, field: str = "kinh-te") -> Cover:
    cover = draw_cover(field, "40", urban=False, themes=(), title="Hợp tác xã Nông nghiệp hữu cơ")
    return replace(
        cover, ground=GROUND.get(name, "meadow"), pieces=(*cover.pieces[:-1], replace(cover.pieces[-1], name=name))
    )


def test_the_same_model_always_gets_the_same_cover():
    facts = ("kinh-te", "40", True, ("nong-nghiep",), "Tổ hội chăn nuôi hươu sinh sản và lấy lộc")
    assert drawn(draw_cover(*facts)) == drawn(draw_cover(*facts))


def test_the_thirty_real_models_get_thirty_different_pictures():
    covers = real_covers()
    assert len(covers) >= 30
    assert len({drawn(cover) for cover in covers}) == len(covers)


def test_real_models_differ_at_first_sight():
    """Subject, hour, ground, side: what one sees from afar is rarely the same for two of them."""
    at_first_sight = {(c.pieces[-1].name, c.tones, c.ground, c.pieces[-1].x < 600) for c in real_covers()}
    assert len(at_first_sight) >= 26


def test_models_with_equal_themes_and_place_still_differ():
    titles = [f"Tổ tự quản số {number:02}" for number in range(1, 25)]
    covers = [draw_cover("van-hoa-xa-hoi", "40", urban=True, themes=("to-tu-quan",), title=title) for title in titles]
    assert {c.pieces[-1].name for c in covers} == {"gate", "homestead", "street"}
    assert len({c.tones for c in covers}) == len(HOURS)
    assert {c.pieces[-1].x < 600 for c in covers} == {True, False}


def test_the_title_names_what_it_shows():
    def subject(title: str) -> str:
        return draw_cover("van-hoa-xa-hoi", "40", urban=True, themes=("do-thi-van-minh",), title=title).pieces[-1].name

    assert subject("Xây dựng chợ văn minh - an toàn - hiệu quả") == "market"
    assert subject("Vận động Nhân dân xã hội hóa lắp CAMERA tại các xã, phường") == "watch"
    assert subject("Giáo xứ bình yên") == "church"
    assert subject("Chợt nhớ đường làng") in {"gate", "street", "banyan"}  # "chợ" is part of another word here


@pytest.mark.parametrize("field", [*RAMPS, "linh-vuc-moi"])
@pytest.mark.parametrize("name", SUBJECTS)
def test_every_subject_is_only_shapes_and_small(name, field):
    svg = drawn(with_subject(name, field))
    assert len(svg.encode()) <= 4_600
    root = ET.fromstring(svg)
    assert root.get("viewBox") == "0 0 1200 800"
    for element in root.iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in SHAPES
        assert not {"style", "href", "class"} & set(element.attrib)
        assert not [key for key in element.attrib if key.startswith("on")]
        assert not (element.text or "").strip()
        assert not (element.tail or "").strip()


def test_a_typical_cover_weighs_at_most_four_kilobytes():
    sizes = sorted(len(drawn(cover).encode()) for cover in real_covers())
    assert sizes[len(sizes) * 9 // 10] <= 4_000


def test_ids_of_two_covers_do_not_meet():
    first, second = real_covers()[:2]
    assert f'id="sky-{first.key}"' in drawn(first)
    assert first.key != second.key


@pytest.mark.parametrize("field", RAMPS)
@pytest.mark.parametrize("hour", HOURS)
def test_no_cover_is_a_white_patch_on_a_dark_page(field, hour):
    """Ground and front, more than a third of every cover, stay in the field's deep half."""
    for colour in (tones(field, hour).ground, tones(field, hour).front):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128


def test_every_province_of_today_has_its_landscape():
    with PROVINCES.open(encoding="utf-8") as lines:
        codes = {row["code"] for row in csv.DictReader(lines, delimiter="\t")}
    assert len(codes) == 34
    assert [code for code in sorted(codes) if landscapes(code) == ("hills",)] == []
    assert landscapes("14") == ("mountain",)
    assert landscapes("40") == ("sea", "hills")


def test_a_boat_never_lies_in_the_mountains():
    assert "mountain" not in ONLY_IN["boat"]
    cover = draw_cover("kinh-te", "14", urban=False, themes=("nong-nghiep",), title="Nuôi hải sản")
    assert cover.pieces[-1].name in {"beds", "basket", "terraces"}


def test_the_vocabulary_of_the_catalogue_is_known():
    themes = yaml.safe_load((PROJECT / "models" / "_vocabulary" / "chu-de.yaml").read_text(encoding="utf-8"))
    fields = yaml.safe_load((PROJECT / "models" / "_vocabulary" / "linh-vuc.yaml").read_text(encoding="utf-8"))
    assert set(themes) <= set(THEMES)
    assert set(fields) == set(RAMPS) == set(FIELDS)
