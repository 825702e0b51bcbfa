"""Pages that lead to lists: the fields, the themes, the places of today, the places of before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from showcase.record.catalogue import Catalogue
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.listings import province_field_links, province_links, term_links, theme_links
from showcase.views.page import Head, Link, SiteFacts, capitalised, models_counted
from showcase.views.shelves import Shelves
from showcase.views.tile_map import TileMap, tile_map
from showcase.words.collation import sort_key


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Links under one heading, which may itself be a link."""

    title: str
    address: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its number of models, and the same for each field, in the order of the fields."""

    place: Link
    fields: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """What the map shows, as a table; `is_shared` where models that lie in several places are counted in each."""

    fields: tuple[Link, ...]
    rows: tuple[PlaceRow, ...]
    whole: Link
    is_shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """A page of links to lists; `style` says how they are drawn: `terms` with their sentence, or `places`."""

    head: Head
    kicker: str
    title: str
    lead: str
    style: str
    groups: tuple[IndexGroup, ...]
    crumbs: tuple[Link, ...] = ()
    map: TileMap | None = None
    table: PlaceTable | None = None


def _fields(catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> IndexPage:
    title, lead = "Bốn lĩnh vực", "Phong trào “Dân vận khéo” xếp các mô hình vào bốn lĩnh vực của đời sống."
    return IndexPage(
        head=Head(title=title, description=lead, address=address.FIELDS, section="linh-vuc", site=site),
        kicker="Lĩnh vực",
        title=title,
        lead=lead,
        style="terms",
        groups=(IndexGroup("", "", term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)),),
    )


def _themes(catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> IndexPage:
    title, lead = "Tôi cần giải quyết…", "Chọn việc địa phương bạn đang gặp để xem nơi khác đã làm thế nào."
    links = theme_links(catalogue.vocabularies.themes, shelves.themes)
    return IndexPage(
        head=Head(title="Chủ đề", description=lead, address=address.THEMES, section="mo-hinh", site=site),
        kicker="Chủ đề",
        title=title,
        lead=lead,
        style="terms",
        groups=(IndexGroup("", "", links),),
    )


def _places(catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> IndexPage:
    links, by_field = province_links(catalogue, shelves), province_field_links(catalogue, shelves)
    full = tuple(link for link in links if link.count)
    lead = f"{models_counted(len(catalogue.models))} ở {len(full)} trong số {len(links)} tỉnh, thành phố hiện nay."
    return IndexPage(
        head=Head(title="Địa phương", description=lead, address=address.PLACES, section="dia-phuong", site=site),
        kicker="Địa phương",
        title="34 tỉnh, thành phố" if len(links) == 34 else f"{len(links)} tỉnh, thành phố",
        lead=lead,
        style="places",
        groups=(IndexGroup("Đang chờ mô hình đầu tiên", "", tuple(link for link in links if not link.count)),),
        map=tile_map(len(catalogue.models), links, by_field),
        table=_place_table(len(catalogue.models), links, by_field) if full else None,
    )


def _place_table(total: int, links: Sequence[Link], by_field: Sequence[tuple[Link, Sequence[Link]]]) -> PlaceTable:
    rows = zip(links, zip(*[in_places for _, in_places in by_field], strict=True), strict=True)
    return PlaceTable(
        fields=tuple(field for field, _ in by_field),
        rows=tuple(PlaceRow(place, of_fields) for place, of_fields in rows if place.count),
        whole=Link("Cả nước", address.MODELS, total),
        is_shared=sum(link.count or 0 for link in links) > total,
    )


def _former_places(catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> IndexPage:
    gazetteer, places = catalogue.gazetteer, PlaceAddresses(catalogue.gazetteer)
    lead = (
        "Từ 01/07/2025 cấp huyện không còn và nhiều tỉnh, xã mang tên mới. "
        "Các trang dưới đây giữ tên cũ và chỉ đường về tên hiện nay."
    )
    groups = []
    for code in sorted(shelves.former_provinces, key=lambda code: sort_key(gazetteer.former_province(code).name)):
        province = gazetteer.former_province(code)
        districts = [unit for unit in gazetteer.former_districts_of(code) if unit.code in shelves.former_districts]
        links = tuple(
            Link(capitalised(unit.full_name), places.former_district(unit), len(shelves.former_districts[unit.code]))
            for unit in districts
        )
        groups.append(IndexGroup(capitalised(province.full_name), places.former_province(province), links))
    return IndexPage(
        head=Head(
            title="Địa danh cũ", description=lead, address=address.FORMER_PLACES, section="dia-phuong", site=site
        ),
        kicker="Địa phương",
        title="Tên cũ, tên nay",
        lead=lead,
        style="places",
        groups=tuple(groups),
        crumbs=(Link("Địa phương", address.PLACES),),
    )


INDEXES: Mapping[str, Callable[[Catalogue, Shelves, SiteFacts], IndexPage]] = {
    address.FIELDS: _fields,
    address.THEMES: _themes,
    address.PLACES: _places,
    address.FORMER_PLACES: _former_places,
}
"""Who computes each of the four pages, by its address."""
