"""The map shows all 34 provinces of today and both archipelagos, labelled, wherever it is drawn and whatever is chosen on it."""

from dataclasses import replace

import pytest
from showcase.system.gazetteer import load_gazetteer
from showcase.views.page import Link
from showcase.views.tile_map import TileMap, tile_map

FIELDS = (
    Link("Kinh tế", "linh-vuc/kinh-te/", 3, key="kinh-te"),
    Link("Văn hóa", "linh-vuc/van-hoa/", 0, key="van-hoa"),
)


def every_province() -> tuple[Link, ...]:
    units = load_gazetteer().provinces
    return tuple(Link(unit.name, f"dia-phuong/{unit.code}/", place, key=unit.code) for place, unit in enumerate(units))


def of_field(*codes: str) -> tuple[Link, ...]:
    """The provinces with one model of a field in those named, none elsewhere."""
    return tuple(
        replace(link, address=f"{link.address}linh-vuc/x/" if link.key in codes else "", count=int(link.key in codes))
        for link in every_province()
    )


def whole_map() -> TileMap:
    return tile_map(30, every_province(), [(FIELDS[0], of_field("40", "01", "96")), (FIELDS[1], of_field())])


def test_each_province_of_today_has_a_place_of_its_own():
    drawn = whole_map()
    assert {link.label for link in every_province()} == {" ".join(ground.lines) for ground in drawn.grounds}
    assert len({(ground.x, ground.y) for ground in drawn.grounds}) == 34


def test_neither_archipelago_is_covered_by_a_tile_or_lies_outside():
    drawn = whole_map()
    assert [islands.name for islands in drawn.archipelagos] == ["Hoàng Sa", "Trường Sa"]
    for islands in drawn.archipelagos:
        assert islands.y + drawn.cell_height < drawn.height
        over = [ground.lines for ground in drawn.grounds if ground.x >= islands.x and abs(ground.y - islands.y) < 56]
        assert over == []


def test_the_archipelagos_belong_to_their_provinces_even_in_an_empty_catalogue():
    gazetteer = load_gazetteer()
    names = {link.address: gazetteer.province(link.key).name for link in every_province()}
    belongs = {islands.name: names[islands.address] for islands in whole_map().archipelagos}
    assert belongs == {"Hoàng Sa": "Đà Nẵng", "Trường Sa": "Khánh Hoà"}
    assert {islands.name: islands.belongs for islands in tile_map(0, ()).archipelagos} == belongs


def test_an_archipelago_and_its_province_are_spelled_alike():
    drawn = whole_map()
    names = {" ".join(ground.lines) for ground in drawn.grounds}
    assert {islands.belongs for islands in drawn.archipelagos} <= names


def test_names_stand_in_at_most_two_lines_that_fit_a_tile():
    for ground in whole_map().grounds:
        assert len(ground.lines) <= 2
        assert all(len(line) <= 6 for line in ground.lines), ground.lines


@pytest.mark.parametrize(("count", "step"), [(0, 0), (1, 1), (4, 1), (5, 2), (20, 3), (99, 3), (100, 4), (13_663, 4)])
def test_more_models_make_a_darker_tile_as_the_legend_says(count, step):
    drawn = tile_map(count, (Link("Hà Nội", "dia-phuong/ha-noi/", count, key="01"),))
    assert [tile.step for tile in drawn.layers[0].tiles] == [step]
    assert drawn.shades == ("0", "1–4", "5–19", "20–99", "từ 100")


def test_without_a_choice_every_province_is_a_way_on():
    first = whole_map().layers[0]
    assert (first.key, first.label, first.count) == ("", "Tất cả", 30)
    assert {tile.link.address for tile in first.tiles} == {link.address for link in every_province()}


def test_a_field_leads_only_where_it_has_models_and_the_ground_stays():
    drawn = whole_map()
    assert [layer.key for layer in drawn.layers] == ["", "kinh-te", "van-hoa"]
    assert sorted(tile.link.label for tile in drawn.layers[1].tiles) == ["Cà Mau", "Hà Nội", "Nghệ An"]
    assert drawn.layers[2].tiles == ()
    assert len(drawn.grounds) == 34


def test_a_tile_of_a_layer_lies_on_its_province():
    drawn = whole_map()
    where = {(ground.x, ground.y): " ".join(ground.lines) for ground in drawn.grounds}
    for layer in drawn.layers:
        assert [where[tile.x, tile.y] for tile in layer.tiles] == [tile.link.label for tile in layer.tiles]
