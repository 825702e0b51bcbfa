"""Every list of the site: all models, fields, themes, places of today, former places; each with its words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from showcase.record.catalogue import Catalogue
from showcase.record.summary import Summary
from showcase.record.units import Unit
from showcase.record.vocabulary import Vocabulary
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.list_page import LinkGroup, Listing, Opening
from showcase.views.page import Link, capitalised, models_counted
from showcase.views.search_facets import Facet, facets_of, search_panel
from showcase.views.shelves import Shelf, Shelves, with_guide
from showcase.words.collation import sort_key


def all_listings(catalogue: Catalogue, shelves: Shelves, *, is_searched: bool = False) -> Iterator[Listing]:
    """Yield every list of models that the site has; the first one has the search, where the site has one."""
    yield _all_models(catalogue, shelves, is_searched=is_searched)
    yield from _of_vocabulary(catalogue.vocabularies.fields, shelves.fields, "linh-vuc")
    yield from _of_vocabulary(catalogue.vocabularies.themes, shelves.themes, "chu-de")
    yield from _guides(catalogue.vocabularies.themes, shelves.themes)
    yield from _provinces(catalogue, shelves)
    yield from _former(catalogue, shelves)


def term_links(vocabulary: Vocabulary, shelf: Shelf, base: str) -> tuple[Link, ...]:
    """Give a link for each term, in the order of the file, with its number of models."""
    return tuple(
        Link(term.label, f"{base}{key}/", len(shelf.get(key, ())), note=term.about, key=key)
        for key, term in vocabulary.terms.items()
    )


def theme_links(vocabulary: Vocabulary, shelf: Shelf) -> tuple[Link, ...]:
    """Give a link for each theme that has models, and with it one to those that have steps to follow."""
    links = _only_full(term_links(vocabulary, shelf, address.THEMES))
    return tuple(replace(link, guides=_guides_link(link.key, with_guide(shelf[link.key]))) for link in links)


def _guides_link(key: str, guided: tuple[Summary, ...]) -> Link | None:
    return Link("có hướng dẫn làm theo", address.theme_guides(key), len(guided)) if guided else None


def province_links(catalogue: Catalogue, shelves: Shelves) -> tuple[Link, ...]:
    """Give a link for each of today's provinces, as Vietnamese sort, with its number of models."""
    places = PlaceAddresses(catalogue.gazetteer)
    return tuple(
        Link(unit.name, places.province(unit), len(shelves.provinces.get(unit.code, ())), key=unit.code)
        for unit in catalogue.gazetteer.provinces
    )


def province_field_links(catalogue: Catalogue, shelves: Shelves) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """Give each field, and for each of today's provinces a link to its models of the field; no address where there are none."""
    places = PlaceAddresses(catalogue.gazetteer)
    units = catalogue.gazetteer.provinces
    counts = {unit.code: Counter([model.field for model in shelves.provinces.get(unit.code, ())]) for unit in units}

    def link(unit: Unit, key: str) -> Link:
        count = counts[unit.code][key]
        return Link(unit.name, places.province_field(unit, key) if count else "", count, key=unit.code)

    fields = term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)
    return tuple((field, tuple(link(unit, field.key) for unit in units)) for field in fields)


def _only_full(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(link for link in links if link.count)


def _all_models(catalogue: Catalogue, shelves: Shelves, *, is_searched: bool) -> Listing:
    return Listing(
        address=address.MODELS,
        section="mo-hinh",
        kicker="Tất cả",
        title="Mô hình và điển hình",
        lead=f"{models_counted(len(catalogue.models))} “Dân vận khéo” đã có bài, mới đăng xếp trước.",
        models=catalogue.models,
        opening=partial(_opening_of_all, catalogue, shelves, is_searched=is_searched),
    )


def _opening_of_all(catalogue: Catalogue, shelves: Shelves, *, is_searched: bool) -> Opening:
    vocabularies = catalogue.vocabularies
    fields = _only_full(term_links(vocabularies.fields, shelves.fields, address.FIELDS))
    themes = _only_full(term_links(vocabularies.themes, shelves.themes, address.THEMES))
    provinces = _only_full(province_links(catalogue, shelves))
    return Opening(
        (
            LinkGroup("Theo lĩnh vực", fields, is_whole=True),
            LinkGroup("Theo chủ đề", themes),
            LinkGroup("Theo địa phương", provinces),
        ),
        panel=_panel(catalogue) if is_searched else (),
    )


def _panel(catalogue: Catalogue) -> tuple[Facet, ...]:
    """Count what a search may be narrowed by, of all models."""
    facets = (facets_of(model, catalogue.gazetteer, catalogue.copied(model)) for model in catalogue.models)
    return search_panel(facets, catalogue.vocabularies, catalogue.gazetteer)


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
            opening=partial(_opening_of_theme, key, shelf) if section == "chu-de" else Opening,
            field=key if section == "linh-vuc" else "",
        )


def _opening_of_theme(key: str, shelf: Shelf) -> Opening:
    """Lead to the models with steps to follow, by a link that says how many they are."""
    link = _guides_link(key, with_guide(shelf.get(key, ())))
    return Opening((LinkGroup("Muốn làm ngay", (replace(link, label="Có hướng dẫn làm theo"),)),) if link else ())


def _guides(vocabulary: Vocabulary, shelf: Shelf) -> Iterator[Listing]:
    """Yield for each theme the list of its models that have steps to follow, where there are any."""
    for key, term in vocabulary.terms.items():
        if guided := with_guide(shelf.get(key, ())):
            yield Listing(
                address=address.theme_guides(key),
                section="chu-de",
                kicker="Tôi cần giải quyết",
                title=f"{term.label}: có hướng dẫn làm theo",
                lead=f"{models_counted(len(guided))} kể rõ từng bước để nơi khác làm theo.",
                models=guided,
                crumbs=(Link("Chủ đề", address.THEMES), Link(term.label, address.theme(key))),
            )


def _provinces(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    places = PlaceAddresses(catalogue.gazetteer)
    for unit in catalogue.gazetteer.provinces:
        models = shelves.provinces.get(unit.code, ())
        by_field = _by_field(models)
        communes = sorted(
            {codes.commune for model in models for codes in model.places if codes.province == unit.code} - {""}
        )
        yield Listing(
            address=places.province(unit),
            section="dia-phuong",
            kicker=capitalised(unit.kind),
            title=unit.name,
            lead=_province_lead(unit, models, len(communes)),
            models=models,
            crumbs=(Link("Địa phương", address.PLACES),),
            opening=partial(_opening_of_province, catalogue, unit, by_field, communes, shelves),
        )
        yield from _province_fields(catalogue, unit, by_field, places)
        for code in communes:
            yield _commune(catalogue, catalogue.gazetteer.commune(code), unit, places, shelves)


def _opening_of_province(
    catalogue: Catalogue, unit: Unit, by_field: Shelf, communes: list[str], shelves: Shelves
) -> Opening:
    places = PlaceAddresses(catalogue.gazetteer)
    fields = tuple(
        Link(term.label, places.province_field(unit, key), len(by_field.get(key, ())), key=key)
        for key, term in catalogue.vocabularies.fields.terms.items()
    )
    of_today = sorted(
        (catalogue.gazetteer.commune(code) for code in communes),
        key=lambda commune: (sort_key(commune.name), commune.code),
    )
    links = (
        Link(capitalised(commune.full_name), places.commune(commune), _count(shelves.communes, commune))
        for commune in of_today
    )
    models = shelves.provinces.get(unit.code, ())
    return Opening(
        (
            LinkGroup("Theo lĩnh vực", _only_full(fields), is_whole=True),
            LinkGroup("Theo xã, phường hiện nay", tuple(links)),
            LinkGroup("Theo quận, huyện cũ", tuple(_former_district_links(catalogue, models, unit, shelves))),
        )
    )


def _province_lead(unit: Unit, models: tuple[Summary, ...], communes: int) -> str:
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
    return Listing(
        address=places.commune(commune),
        section="dia-phuong",
        kicker=capitalised(province.full_name),
        title=capitalised(commune.full_name),
        lead=f"{models_counted(len(models))} ở {commune.full_name}, {province.full_name}.",
        models=models,
        crumbs=(Link("Địa phương", address.PLACES), Link(province.name, places.province(province))),
        opening=partial(_opening_of_commune, catalogue, commune.code),
    )


def _opening_of_commune(catalogue: Catalogue, code: str) -> Opening:
    origins = [unit.full_name for unit in catalogue.gazetteer.former_communes_of(code)]
    return Opening(notes=(f"Lập từ toàn bộ hoặc một phần của: {', '.join(origins)}.",) if origins else ())


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
            kicker="Địa danh trước 01/07/2025",
            title=capitalised(unit.full_name),
            lead=f"{models_counted(len(models))} được ghi ở {unit.full_name} theo địa giới trước 01/07/2025.",
            models=models,
            crumbs=crumbs,
            opening=partial(_opening_of_former_province, catalogue, unit, models, shelves),
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
            opening=partial(_opening_of_former_district, catalogue, unit, shelves),
        )


def _opening_of_former_province(
    catalogue: Catalogue, unit: Unit, models: tuple[Summary, ...], shelves: Shelves
) -> Opening:
    today = catalogue.gazetteer.province_after(unit.code)
    now = Link(capitalised(today.full_name), PlaceAddresses(catalogue.gazetteer).province(today))
    districts = tuple(_former_district_links(catalogue, models, unit, shelves))
    return Opening((LinkGroup("Nay thuộc", (now,)), LinkGroup("Theo quận, huyện cũ", districts)))


def _opening_of_former_district(catalogue: Catalogue, district: Unit, shelves: Shelves) -> Opening:
    return Opening((LinkGroup("Đất cũ nay thuộc", tuple(_successor_links(catalogue, district, shelves))),))


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


def _by_field(models: tuple[Summary, ...]) -> Shelf:
    return {key: tuple(m for m in models if m.field == key) for key in dict.fromkeys(m.field for m in models)}


def _count(shelf: Shelf, unit: Unit) -> int:
    return len(shelf.get(unit.code, ()))
