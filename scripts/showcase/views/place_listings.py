"""The lists of places: provinces and communes of today, a province's fields, provinces and districts of before July 2025."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from showcase.record.catalogue import Catalogue
from showcase.record.summary import Summary
from showcase.record.units import Tier, Unit
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.counted import kinds_counted
from showcase.views.list_page import LinkGroup, Listing, Opening, line_of, only_full
from showcase.views.page import Link, capitalised
from showcase.views.place_reports import reports_in
from showcase.views.shelves import Shelf, Shelves
from showcase.words.collation import sort_key

_BEFORE = "ghi theo địa giới cũ"


def place_listings(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    """Yield every list of a place."""
    yield from _provinces(catalogue, shelves)
    yield from _former(catalogue, shelves)


@dataclass(frozen=True)
class _Province:
    """A province of today, and the links to what it is divided into, which each of its lists shows."""

    catalogue: Catalogue
    shelves: Shelves
    unit: Unit

    @property
    def models(self) -> tuple[Summary, ...]:
        return self.shelves.provinces.get(self.unit.code, ())

    @property
    def addresses(self) -> PlaceAddresses:
        return PlaceAddresses(self.catalogue.gazetteer)

    @cached_property
    def communes(self) -> list[Unit]:
        """Give the communes that have models, as Vietnamese sort their names."""
        codes = {codes.commune for model in self.models for codes in model.places if codes.province == self.unit.code}
        return self._sorted(map(self.catalogue.gazetteer.commune, codes - {""}))

    def communes_with_a_page(self) -> list[Unit]:
        """Give those and the communes that have official figures."""
        counted = (unit for unit in self.shelves.reports if unit.tier is Tier.COMMUNE and unit.parent == self.unit.code)
        return self._sorted({*self.communes, *counted})

    def _sorted(self, units: Iterable[Unit]) -> list[Unit]:
        return sorted(units, key=lambda commune: (sort_key(commune.name), commune.code))

    def whole(self) -> Link:
        return Link(f"Cả {self.unit.kind}", self.addresses.province(self.unit), len(self.models))

    @cached_property
    def commune_links(self) -> tuple[Link, ...]:
        return tuple(map(self.commune_link, self.communes))

    def commune_link(self, commune: Unit) -> Link:
        count = _count(self.shelves.communes, commune)
        return Link(capitalised(commune.full_name), self.addresses.commune(commune), count)

    @cached_property
    def field_links(self) -> tuple[Link, ...]:
        counts = Counter(model.field for model in self.models)
        links = (
            Link(term.label, self.addresses.province_field(self.unit, key), counts[key], key=key)
            for key, term in self.catalogue.vocabularies.fields.terms.items()
        )
        return only_full(links)

    @cached_property
    def groups(self) -> tuple[LinkGroup, ...]:
        districts = _former_district_links(self.catalogue, self.models, self.unit, self.shelves)
        return (
            LinkGroup("Theo lĩnh vực", self.field_links, is_whole=True),
            LinkGroup("Theo xã, phường, đặc khu hiện nay", self.commune_links),
            LinkGroup("Theo quận, huyện cũ", tuple(districts)),
            LinkGroup("Hội thi, ngày hội, tọa đàm", tuple(self.events())),
            LinkGroup("Cho ban chỉ đạo", (Link("Đã có gì, còn trống đâu", self.addresses.steering(self.unit)),)),
        )

    def events(self) -> Iterator[Link]:
        """Yield the events of places in the province, the latest first."""
        for event in self.catalogue.events:
            if event.place and event.place.province.code == self.unit.code:
                yield Link(f"{event.title} ({event.in_year})", address.event(event.id))


def _provinces(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    for unit in catalogue.gazetteer.provinces:
        province = _Province(catalogue, shelves, unit)
        communes = province.communes
        yield Listing(
            address=province.addresses.province(unit),
            section="dia-phuong",
            title=unit.known_as,
            lead=_province_lead(province, len(communes)),
            models=province.models,
            crumbs=(Link("Địa phương", address.PLACES),),
            opening=partial(_opening_of_province, province),
        )
        yield from (_field(province, link) for link in province.field_links)
        yield from (_commune(province, commune) for commune in province.communes_with_a_page())


def _opening_of_province(province: _Province) -> Opening:
    whole = province.whole()
    line = line_of(f"Xã, phường, đặc khu của {province.unit.known_as}", [whole], province.commune_links)
    if line.links == (whole,):
        line = line_of(f"Lĩnh vực ở {province.unit.known_as}", [whole], province.field_links)
    where = address.province_data(province.catalogue.gazetteer.slug_of(province.unit))
    files = (Link(f"Tải các bài của {province.unit.known_as} (CSV)", f"{where}.csv"),)
    return Opening(line, province.groups, reports=reports_in(province.unit, province.shelves.reports), files=files)


def _province_lead(province: _Province, communes: int) -> str:
    unit = province.unit
    if not province.models:
        return f"Chưa có bài nào của {unit.full_name} được đưa lên chuyên trang."
    where = f", có mặt ở ít nhất {communes}\u00a0xã, phường, đặc khu hiện nay" if communes else ""
    return f"{kinds_counted(province.models)} của {unit.full_name}{where}."


def _field(province: _Province, field: Link) -> Listing:
    unit = province.unit
    models = tuple([model for model in province.models if model.field == field.key])
    return Listing(
        address=field.address,
        section="dia-phuong",
        title=f"{field.label} ở {unit.known_as}",
        lead=f"{kinds_counted(models)} về {field.label.lower()} của {unit.full_name}.",
        models=models,
        crumbs=(Link("Địa phương", address.PLACES), Link(unit.known_as, province.addresses.province(unit))),
        opening=partial(_opening_of_field, province, field),
        field=field.key,
    )


def _opening_of_field(province: _Province, field: Link) -> Opening:
    line = line_of(f"Lĩnh vực ở {province.unit.known_as}", [field, province.whole()], province.field_links)
    return Opening(line, province.groups)


def _commune(province: _Province, commune: Unit) -> Listing:
    unit = province.unit
    models = province.shelves.communes[commune.code]
    return Listing(
        address=province.addresses.commune(commune),
        section="dia-phuong",
        title=capitalised(commune.full_name),
        lead=f"{_counted(models)} ở {commune.full_name}, {unit.full_name}.",
        models=models,
        crumbs=(Link("Địa phương", address.PLACES), Link(unit.known_as, province.addresses.province(unit))),
        opening=partial(_opening_of_commune, province, commune),
        within=unit.known_as,
    )


def _opening_of_commune(province: _Province, commune: Unit) -> Opening:
    """Lead to the province's other communes; say of what this one was made."""
    others = province.commune_links
    line = line_of(
        f"Xã, phường, đặc khu của {province.unit.known_as}", [province.commune_link(commune), province.whole()], others
    )
    origins = [unit.full_name for unit in province.catalogue.gazetteer.former_communes_of(commune.code)]
    notes = (f"Lập từ toàn bộ hoặc một phần của: {', '.join(origins)}.",) if origins else ()
    is_read_out = any(model.is_offered for model in province.shelves.communes.get(commune.code, ()))
    aloud = Link("Các bản phát thanh, để đọc trên loa", province.addresses.commune_loudspeaker(commune))
    group = LinkGroup("Theo xã, phường, đặc khu hiện nay", others)
    reports = reports_in(commune, province.shelves.reports)
    return Opening(line, (group,), notes, more=(aloud,) if is_read_out else (), reports=reports)


def _former(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    """Yield a list for each former province and district that a model was written under."""
    gazetteer = catalogue.gazetteer
    places = PlaceAddresses(gazetteer)
    crumbs = (Link("Địa phương", address.PLACES), Link("Địa danh cũ", address.FORMER_PLACES))
    for code, models in sorted(shelves.former_provinces.items()):
        unit = gazetteer.former_province(code)
        yield Listing(
            address=places.former_province(unit),
            section="dia-phuong",
            title=capitalised(unit.full_name),
            lead=f"{_counted(models)} được ghi ở {unit.full_name} theo địa giới trước 01/07/2025.",
            models=models,
            hint=_BEFORE,
            crumbs=crumbs,
            opening=partial(_opening_of_former_province, catalogue, unit, models, shelves),
        )
    for code, models in sorted(shelves.former_districts.items()):
        unit = gazetteer.former_district(code)
        province = gazetteer.former_province(unit.parent)
        yield Listing(
            address=places.former_district(unit),
            section="dia-phuong",
            title=capitalised(unit.full_name),
            lead=f"{capitalised(unit.full_name)} không còn từ 01/07/2025, khi cấp huyện kết thúc hoạt động. "
            + (f"{kinds_counted(models)} đã được ghi ở đây." if models else "Chưa có bài nào được ghi ở đây."),
            models=models,
            hint=_BEFORE,
            crumbs=(*crumbs, Link(province.known_as, places.former_province(province))),
            opening=partial(_opening_of_former_district, catalogue, unit, shelves),
            within=province.known_as,
        )


def _opening_of_former_province(
    catalogue: Catalogue, unit: Unit, models: tuple[Summary, ...], shelves: Shelves
) -> Opening:
    places = PlaceAddresses(catalogue.gazetteer)
    today = catalogue.gazetteer.province_after(unit.code)
    now = Link(capitalised(today.full_name), places.province(today))
    districts = tuple(_former_district_links(catalogue, models, unit, shelves))
    whole = Link(f"Cả {unit.kind} cũ", places.former_province(unit), len(models))
    line = line_of("Quận, huyện cũ", [whole, replace(now, label=f"Nay: {today.full_name}")], districts)
    groups = (LinkGroup("Nay thuộc", (now,)), LinkGroup("Theo quận, huyện cũ", districts))
    return Opening(line, groups, reports=reports_in(unit, shelves.reports))


def _opening_of_former_district(catalogue: Catalogue, district: Unit, shelves: Shelves) -> Opening:
    """Lead to the communes of today; those without models are named behind the button alone."""
    successors = tuple(_successor_links(catalogue, district, shelves))
    places = PlaceAddresses(catalogue.gazetteer)
    whole = Link(f"Cả {district.kind} cũ", places.former_district(district), _count(shelves.former_districts, district))
    line = line_of("Đất cũ nay thuộc", [whole], successors)
    return Opening(line, (LinkGroup("Đất cũ nay thuộc", successors),), reports=reports_in(district, shelves.reports))


def _successor_links(catalogue: Catalogue, district: Unit, shelves: Shelves) -> Iterator[Link]:
    places = PlaceAddresses(catalogue.gazetteer)
    for unit in catalogue.gazetteer.communes_after(district.code):
        count = _count(shelves.communes, unit)
        yield Link(capitalised(unit.full_name), places.commune(unit) if count else "", count or None)


def _former_district_links(
    catalogue: Catalogue, models: tuple[Summary, ...], province: Unit, shelves: Shelves
) -> Iterator[Link]:
    """Link the former districts of a province, of today or of before: a model may lie in other provinces besides."""
    places = PlaceAddresses(catalogue.gazetteer)
    units = (catalogue.gazetteer.former_district(code) for code in _former_districts(models, province))
    for unit in sorted(units, key=lambda unit: sort_key(unit.name)):
        yield Link(capitalised(unit.full_name), places.former_district(unit), _count(shelves.former_districts, unit))


def _former_districts(models: tuple[Summary, ...], province: Unit) -> tuple[str, ...]:
    """Give the codes of the former districts that models of a province, of today or of before, were written under."""
    found = {
        codes.former_district
        for model in models
        for codes in model.places
        if province.code == (codes.former_province if province.former else codes.province)
    }
    return tuple(sorted(found - {""}))


def _counted(models: tuple[Summary, ...]) -> str:
    return kinds_counted(models) if models else "Chưa có bài nào"


def _count(shelf: Shelf, unit: Unit) -> int:
    return len(shelf.get(unit.code, ()))
