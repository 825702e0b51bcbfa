"""Pages that lead to lists by a door each: the fields, the themes, the places of today, the places of before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from showcase.record.catalogue import Catalogue
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.card import Card
from showcase.views.counted import kinds_counted
from showcase.views.door import Door, Way, make_doors
from showcase.views.linked_data import collection
from showcase.views.listings import province_field_links, province_links, term_links, theme_links
from showcase.views.page import Head, Link, SiteFacts, capitalised
from showcase.views.shelves import Shelf, Shelves
from showcase.views.tile_map import TileMap, step_of, tile_map
from showcase.words.collation import sort_key

CardOf = Callable[[str], Card]
"""Gives the card of a model by its id."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its number of models, and the same for each field with how dark it is, in the order of the fields."""

    place: Link
    fields: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """What the map shows, as a table; `heads` are the fields in few words.

    `is_shared` where models that lie in several places are counted in each; `unplaced` are those of bodies without
    territory, which stand in no row and in the whole.
    """

    heads: tuple[str, ...]
    fields: tuple[Link, ...]
    rows: tuple[PlaceRow, ...]
    whole: Link
    is_shared: bool
    unplaced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """A page of doors to lists; `waiting` leads to those that have no model, under a title. `of_fields` where each door is a field."""

    head: Head
    title: str
    lead: str
    doors: tuple[Door, ...]
    waiting: tuple[Link, ...] = ()
    waiting_title: str = "Đang chờ mô hình đầu tiên"
    of_fields: bool = False
    crumbs: tuple[Link, ...] = ()
    map: TileMap | None = None
    table: PlaceTable | None = None


def _fields(catalogue: Catalogue, shelves: Shelves, site: SiteFacts, card_of: CardOf) -> IndexPage:
    title, lead = "Bốn lĩnh vực", "Phong trào “Dân vận khéo” xếp các mô hình vào bốn lĩnh vực của đời sống."
    links = term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)
    return IndexPage(
        head=Head(title=title, description=lead, address=address.FIELDS, section="linh-vuc", site=site),
        title=title,
        lead=lead,
        doors=make_doors(_ways(links, shelves.fields), catalogue, card_of),
        waiting=_waiting(links),
        of_fields=True,
    )


def _themes(catalogue: Catalogue, shelves: Shelves, site: SiteFacts, card_of: CardOf) -> IndexPage:
    lead = "Chọn việc địa phương bạn đang gặp để xem nơi khác đã làm thế nào."
    vocabulary = catalogue.vocabularies.themes
    return IndexPage(
        head=Head(title="Chủ đề", description=lead, address=address.THEMES, section="mo-hinh", site=site),
        title="Tôi cần giải quyết…",
        lead=lead,
        doors=make_doors(_ways(theme_links(vocabulary, shelves.themes), shelves.themes), catalogue, card_of),
        waiting=_waiting(term_links(vocabulary, shelves.themes, address.THEMES)),
    )


def _places(catalogue: Catalogue, shelves: Shelves, site: SiteFacts, card_of: CardOf) -> IndexPage:
    links, by_field = province_links(catalogue, shelves), province_field_links(catalogue, shelves)
    ways = _ways(links, shelves.provinces)
    placed = [model for model in catalogue.models if model.provinces]
    lead = f"{kinds_counted(placed)} ở {len(ways)} trong số {len(links)} tỉnh, thành phố hiện nay."
    return IndexPage(
        head=Head(title="Địa phương", description=lead, address=address.PLACES, section="dia-phuong", site=site),
        title=f"{len(links)} tỉnh, thành phố",
        lead=lead,
        doors=make_doors(ways, catalogue, card_of),
        waiting=_waiting(links),
        map=tile_map(len(catalogue.models), links, by_field),
        table=_place_table(catalogue, links, by_field) if ways else None,
    )


def _place_table(
    catalogue: Catalogue, links: Sequence[Link], by_field: Sequence[tuple[Link, Sequence[Link]]]
) -> PlaceTable:
    total, terms = len(catalogue.models), catalogue.vocabularies.fields.terms
    unplaced = sum(not model.provinces for model in catalogue.models)
    rows = zip(links, zip(*[in_places for _, in_places in by_field], strict=True), strict=True)
    return PlaceTable(
        heads=tuple(terms[field.key].short.replace(" - ", " -\u00a0") for field, _ in by_field),
        fields=tuple(field for field, _ in by_field),
        rows=tuple(
            PlaceRow(place, tuple((link, step_of(link.count or 0)) for link in of_fields))
            for place, of_fields in rows
            if place.count
        ),
        whole=Link("Cả nước", address.MODELS, total),
        is_shared=sum(link.count or 0 for link in links) > total - unplaced,
        unplaced=unplaced,
    )


def _former_places(catalogue: Catalogue, shelves: Shelves, site: SiteFacts, card_of: CardOf) -> IndexPage:
    lead = (
        "Từ 01/07/2025 cấp huyện không còn và nhiều tỉnh, xã mang tên mới. "
        "Các trang dưới đây giữ tên cũ và chỉ đường về tên hiện nay."
    )
    codes = sorted(shelves.former_provinces, key=lambda code: sort_key(catalogue.gazetteer.former_province(code).name))
    ways = [_former_province(code, catalogue, shelves) for code in codes]
    return IndexPage(
        head=Head(
            title="Địa danh cũ", description=lead, address=address.FORMER_PLACES, section="dia-phuong", site=site
        ),
        title="Tên cũ, tên nay",
        lead=lead,
        doors=make_doors((way for way in ways if way.models), catalogue, card_of),
        waiting=tuple(way.link for way in ways if not way.models),
        waiting_title="Mới chỉ có số liệu",
        crumbs=(Link("Địa phương", address.PLACES),),
    )


def _former_province(code: str, catalogue: Catalogue, shelves: Shelves) -> Way:
    """A province of before, with the districts of it that models were written under."""
    gazetteer, places = catalogue.gazetteer, PlaceAddresses(catalogue.gazetteer)
    province, models = gazetteer.former_province(code), shelves.former_provinces[code]
    districts = tuple(
        Link(capitalised(unit.full_name), places.former_district(unit), len(shelves.former_districts[unit.code]))
        for unit in gazetteer.former_districts_of(code)
        if unit.code in shelves.former_districts
    )
    link = Link(capitalised(province.full_name), places.former_province(province), len(models))
    return Way(link, models, districts)


def _ways(links: Sequence[Link], shelf: Shelf) -> tuple[Way, ...]:
    """The links that lead to models, with these."""
    return tuple(Way(link, shelf[link.key]) for link in links if link.count)


def _waiting(links: Sequence[Link]) -> tuple[Link, ...]:
    return tuple(link for link in links if not link.count)


INDEXES: Mapping[str, Callable[[Catalogue, Shelves, SiteFacts, CardOf], IndexPage]] = {
    address.FIELDS: _fields,
    address.THEMES: _themes,
    address.PLACES: _places,
    address.FORMER_PLACES: _former_places,
}
"""Who computes each of the four pages, by its address."""


def index_page(where: str, catalogue: Catalogue, shelves: Shelves, site: SiteFacts, card_of: CardOf) -> IndexPage:
    """Compute one of the four pages, by its address."""
    page = INDEXES[where](catalogue, shelves, site, card_of)
    doors = tuple(door.link.address for door in page.doors)
    return replace(page, head=replace(page.head, data=collection(page.head, page.crumbs, len(doors), doors)))
