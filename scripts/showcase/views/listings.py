"""Every list of the site: all models, fields, themes, places of today, former places; each with its words."""

from collections.abc import Iterable, Iterator

from showcase.record.catalogue import Catalogue
from showcase.record.model import Model
from showcase.record.units import Unit
from showcase.record.vocabulary import Vocabulary
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.list_page import LinkGroup, Listing
from showcase.views.page import Link, capitalised, models_counted
from showcase.views.shelves import Shelf, Shelves
from showcase.words.collation import sort_key


def all_listings(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    """Yield every list of models that the site has."""
    yield _all_models(catalogue, shelves)
    yield from _of_vocabulary(catalogue.vocabularies.fields, shelves.fields, "linh-vuc")
    yield from _of_vocabulary(catalogue.vocabularies.themes, shelves.themes, "chu-de")
    yield from _provinces(catalogue, shelves)
    yield from _former(catalogue, shelves)


def term_links(vocabulary: Vocabulary, shelf: Shelf, base: str) -> tuple[Link, ...]:
    """Give a link for each term, in the order of the file, with its number of models."""
    return tuple(
        Link(term.label, f"{base}{key}/", len(shelf.get(key, ())), note=term.about, key=key)
        for key, term in vocabulary.terms.items()
    )


def province_links(catalogue: Catalogue, shelves: Shelves) -> tuple[Link, ...]:
    """Give a link for each of today's provinces, as Vietnamese sort, with its number of models."""
    places = PlaceAddresses(catalogue.gazetteer)
    return tuple(
        Link(unit.name, places.province(unit), len(shelves.provinces.get(unit.code, ())), key=unit.code)
        for unit in catalogue.gazetteer.provinces
    )


def _only_full(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(link for link in links if link.count)


def _all_models(catalogue: Catalogue, shelves: Shelves) -> Listing:
    vocabularies = catalogue.vocabularies
    return Listing(
        address=address.MODELS,
        section="mo-hinh",
        kicker="Tất cả",
        title="Mô hình và điển hình",
        lead=f"{models_counted(len(catalogue.models))} “Dân vận khéo” đã có bài, mới đăng xếp trước.",
        models=catalogue.models,
        groups=(
            LinkGroup(
                "Theo lĩnh vực",
                _only_full(term_links(vocabularies.fields, shelves.fields, address.FIELDS)),
                is_whole=True,
            ),
            LinkGroup("Theo chủ đề", _only_full(term_links(vocabularies.themes, shelves.themes, address.THEMES))),
            LinkGroup("Theo địa phương", _only_full(province_links(catalogue, shelves))),
        ),
    )


def _of_vocabulary(vocabulary: Vocabulary, shelf: Shelf, section: str) -> Iterator[Listing]:
    kicker, base = {"linh-vuc": ("Lĩnh vực", address.FIELDS), "chu-de": ("Chủ đề", address.THEMES)}[section]
    for key, term in vocabulary.terms.items():
        yield Listing(
            address=f"{base}{key}/",
            section=section,
            kicker=kicker,
            title=term.label,
            lead=term.about,
            models=shelf.get(key, ()),
            crumbs=(Link(kicker, base),),
            field=key if section == "linh-vuc" else "",
        )


def _provinces(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    places = PlaceAddresses(catalogue.gazetteer)
    for unit in catalogue.gazetteer.provinces:
        models = shelves.provinces.get(unit.code, ())
        by_field = _by_field(models)
        fields = tuple(
            Link(term.label, places.province_field(unit, key), len(by_field.get(key, ())), key=key)
            for key, term in catalogue.vocabularies.fields.terms.items()
        )
        communes = _communes_with_models(unit, models)
        yield Listing(
            address=places.province(unit),
            section="dia-phuong",
            kicker=capitalised(unit.kind),
            title=unit.name,
            lead=_province_lead(unit, models, len(communes)),
            models=models,
            crumbs=(Link("Địa phương", address.PLACES),),
            groups=(
                LinkGroup("Theo lĩnh vực", _only_full(fields), is_whole=True),
                LinkGroup(
                    "Theo xã, phường hiện nay",
                    tuple(
                        Link(capitalised(commune.full_name), places.commune(commune), _count(shelves.communes, commune))
                        for commune in communes
                    ),
                ),
                LinkGroup("Theo quận, huyện cũ", tuple(_former_district_links(models, unit, places, shelves))),
            ),
        )
        yield from _province_fields(catalogue, unit, by_field, places)
        yield from (_commune(catalogue, commune, unit, places, shelves) for commune in communes)


def _province_lead(unit: Unit, models: tuple[Model, ...], communes: int) -> str:
    if not models:
        return f"Chưa có mô hình nào của {unit.full_name} được đưa lên trang."
    where = f", có mặt ở ít nhất {communes}\u00a0xã, phường hiện nay" if communes else ""
    return f"{models_counted(len(models))} của {unit.full_name}{where}."


def _province_fields(catalogue: Catalogue, unit: Unit, by_field: Shelf, places: PlaceAddresses) -> Iterator[Listing]:
    for key, term in catalogue.vocabularies.fields.terms.items():
        models = by_field.get(key, ())
        if models:
            yield Listing(
                address=places.province_field(unit, key),
                section="dia-phuong",
                kicker=capitalised(unit.full_name),
                title=f"{term.label} ở {unit.name}",
                lead=f"{models_counted(len(models))} về {term.label.lower()} của {unit.full_name}.",
                models=models,
                crumbs=(Link("Địa phương", address.PLACES), Link(unit.name, places.province(unit))),
                field=key,
            )


def _commune(catalogue: Catalogue, commune: Unit, province: Unit, places: PlaceAddresses, shelves: Shelves) -> Listing:
    models = shelves.communes[commune.code]
    origins = [unit.full_name for unit in catalogue.gazetteer.former_communes_of(commune.code)]
    notes = (f"Lập từ toàn bộ hoặc một phần của: {', '.join(origins)}.",) if origins else ()
    return Listing(
        address=places.commune(commune),
        section="dia-phuong",
        kicker=capitalised(province.full_name),
        title=capitalised(commune.full_name),
        lead=f"{models_counted(len(models))} ở {commune.full_name}, {province.full_name}.",
        models=models,
        crumbs=(Link("Địa phương", address.PLACES), Link(province.name, places.province(province))),
        notes=notes,
    )


def _former(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    """Yield a list for each former province and district that a model was written under."""
    gazetteer = catalogue.gazetteer
    places = PlaceAddresses(gazetteer)
    crumbs = (Link("Địa phương", address.PLACES), Link("Địa danh cũ", address.FORMER_PLACES))
    for code, models in sorted(shelves.former_provinces.items()):
        unit = gazetteer.former_province(code)
        today = gazetteer.province_after(code)
        yield Listing(
            address=places.former_province(unit),
            section="dia-phuong",
            kicker="Địa danh trước 01/07/2025",
            title=capitalised(unit.full_name),
            lead=f"{models_counted(len(models))} được ghi ở {unit.full_name} theo địa giới trước 01/07/2025.",
            models=models,
            crumbs=crumbs,
            groups=(
                LinkGroup("Nay thuộc", (Link(capitalised(today.full_name), places.province(today)),)),
                LinkGroup("Theo quận, huyện cũ", tuple(_former_district_links(models, unit, places, shelves))),
            ),
        )
    for code, models in sorted(shelves.former_districts.items()):
        unit = gazetteer.former_district(code)
        province = gazetteer.former_province(unit.parent)
        yield Listing(
            address=places.former_district(unit),
            section="dia-phuong",
            kicker=f"{capitalised(province.full_name)} – địa danh trước 01/07/2025",
            title=capitalised(unit.full_name),
            lead=f"{capitalised(unit.full_name)} không còn từ 01/07/2025, khi cấp huyện kết thúc hoạt động. "
            f"{models_counted(len(models))} đã được ghi ở đây.",
            models=models,
            crumbs=(*crumbs, Link(province.name, places.former_province(province))),
            groups=(LinkGroup("Đất cũ nay thuộc", tuple(_successor_links(catalogue, unit, places, shelves))),),
        )


def _successor_links(catalogue: Catalogue, district: Unit, places: PlaceAddresses, shelves: Shelves) -> Iterator[Link]:
    for unit in catalogue.gazetteer.communes_after(district.code):
        count = _count(shelves.communes, unit)
        yield Link(capitalised(unit.full_name), places.commune(unit) if count else "", count or None)


def _former_district_links(
    models: tuple[Model, ...], province: Unit, places: PlaceAddresses, shelves: Shelves
) -> Iterator[Link]:
    """Link the former districts of a province, of today or of before: a model may lie in other provinces besides."""
    found = {
        locality.place.former_district.code: locality.place.former_district
        for model in models
        for locality in model.places
        if locality.place.former_district and province in (locality.place.province, locality.place.former_province)
    }
    for unit in sorted(found.values(), key=lambda unit: sort_key(unit.name)):
        yield Link(capitalised(unit.full_name), places.former_district(unit), _count(shelves.former_districts, unit))


def _communes_with_models(province: Unit, models: tuple[Model, ...]) -> list[Unit]:
    found = {
        locality.place.commune.code: locality.place.commune
        for model in models
        for locality in model.places
        if locality.place.commune and locality.place.province.code == province.code
    }
    return sorted(found.values(), key=lambda unit: (sort_key(unit.name), unit.code))


def _by_field(models: tuple[Model, ...]) -> Shelf:
    return {key: tuple(m for m in models if m.field == key) for key in dict.fromkeys(m.field for m in models)}


def _count(shelf: Shelf, unit: Unit) -> int:
    return len(shelf.get(unit.code, ()))
