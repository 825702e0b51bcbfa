"""The map shows all 34 provinces of today and both archipelagos, labelled, wherever it is drawn."""

from showcase.site.units import load_gazetteer
from showcase.views.page import Link
from showcase.views.tile_map import tile_map


def every_province() -> tuple[Link, ...]:
    units = load_gazetteer().provinces
    return tuple(Link(unit.name, f"dia-phuong/{unit.code}/", place, key=unit.code) for place, unit in enumerate(units))


def test_each_province_of_today_has_a_tile_of_its_own():
    drawn = tile_map(every_province())
    assert {link.key for link in every_province()} == {tile.link.key for tile in drawn.tiles}
    assert len({(tile.x, tile.y) for tile in drawn.tiles}) == 34


def test_neither_archipelago_is_covered_by_a_tile_or_lies_outside():
    drawn = tile_map(every_province())
    assert [islands.name for islands in drawn.archipelagos] == ["Hoàng Sa", "Trường Sa"]
    for islands in drawn.archipelagos:
        assert islands.y + drawn.cell_height < drawn.height
        over = [tile.link.label for tile in drawn.tiles if tile.x >= islands.x and abs(tile.y - islands.y) < 56]
        assert over == []


def test_the_archipelagos_belong_to_their_provinces_even_in_an_empty_catalogue():
    gazetteer = load_gazetteer()
    names = {link.address: gazetteer.province(link.key).name for link in every_province()}
    belongs = {islands.name: names[islands.address] for islands in tile_map(every_province()).archipelagos}
    assert belongs == {"Hoàng Sa": "Đà Nẵng", "Trường Sa": "Khánh Hoà"}
    assert len(tile_map(()).archipelagos) == 2


def test_names_stand_in_at_most_two_lines_that_fit_a_tile():
    for tile in tile_map(every_province()).tiles:
        assert tile.link.label == " ".join(tile.lines)
        assert len(tile.lines) <= 2
        assert all(len(line) <= 8 for line in tile.lines), tile.lines


def test_more_models_make_a_darker_tile():
    few = tile_map((Link("Nghệ An", "", 0, key="40"), Link("Hà Nội", "", 21, key="01")))
    assert [tile.step for tile in few.tiles] == [3, 0]
