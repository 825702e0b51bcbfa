"""Every list of the site, each with its words: all models, fields and themes here, places in `place_listings`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from showcase.record.catalogue import Catalogue
from showcase.record.summary import Summary
from showcase.record.units import Unit
from showcase.record.vocabulary import Vocabulary
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.counted import kinds_counted
from showcase.views.list_page import LinkGroup, Listing, Opening, line_of, only_full
from showcase.views.page import Link, uncapitalised
from showcase.views.place_listings import place_listings
from showcase.views.search_facets import NO_STAGE, STAGE_LABELS, Facet, facets_of, search_panel
from showcase.views.shelves import Shelf, Shelves, with_guide


def all_listings(catalogue: Catalogue, shelves: Shelves, *, is_searched: bool = False) -> Iterator[Listing]:
    """Yield every list of models that the site has; the first one has the search, where the site has one."""
    yield _all_models(catalogue, shelves, is_searched=is_searched)
    yield from _fields(catalogue, shelves)
    yield from _themes(catalogue, shelves)
    yield from _guides(catalogue, shelves)
    yield from _stages(catalogue, shelves)
    yield from place_listings(catalogue, shelves)


def term_links(vocabulary: Vocabulary, shelf: Shelf, base: str) -> tuple[Link, ...]:
    """Give a link for each term, in the order of the file, with its number of models."""
    return tuple(
        Link(term.label, f"{base}{key}/", len(shelf.get(key, ())), note=term.about, key=key)
        for key, term in vocabulary.terms.items()
    )


def theme_links(vocabulary: Vocabulary, shelf: Shelf) -> tuple[Link, ...]:
    """Give a link for each theme that has models, and with it one to those that have steps to follow."""
    links = only_full(term_links(vocabulary, shelf, address.THEMES))
    return tuple(replace(link, guides=_guides_link(link.key, with_guide(shelf[link.key]))) for link in links)


def _guides_link(key: str, guided: tuple[Summary, ...]) -> Link | None:
    return Link("có hướng dẫn làm theo", address.theme_guides(key), len(guided)) if guided else None


def province_links(catalogue: Catalogue, shelves: Shelves) -> tuple[Link, ...]:
    """Give a link for each of today's provinces, as Vietnamese sort, with its number of models."""
    places = PlaceAddresses(catalogue.gazetteer)
    return tuple(
        Link(unit.known_as, places.province(unit), len(shelves.provinces.get(unit.code, ())), key=unit.code)
        for unit in catalogue.gazetteer.provinces
    )


def province_field_links(catalogue: Catalogue, shelves: Shelves) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """Give each field, and for each of today's provinces a link to its models of the field; no address where there are none."""
    places = PlaceAddresses(catalogue.gazetteer)
    units = catalogue.gazetteer.provinces
    counts = {unit.code: Counter([model.field for model in shelves.provinces.get(unit.code, ())]) for unit in units}

    def link(unit: Unit, key: str) -> Link:
        count = counts[unit.code][key]
        return Link(unit.known_as, places.province_field(unit, key) if count else "", count, key=unit.code)

    fields = term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)
    return tuple((field, tuple(link(unit, field.key) for unit in units)) for field in fields)


def _all_models(catalogue: Catalogue, shelves: Shelves, *, is_searched: bool) -> Listing:
    return Listing(
        address=address.MODELS,
        section="mo-hinh",
        title="Mô hình",
        lead=f"Phong trào “Dân vận khéo”: {kinds_counted(catalogue.models)} đã có bài, mới đăng xếp trước.",
        models=catalogue.models,
        opening=partial(_opening_of_all, catalogue, shelves, is_searched=is_searched),
    )


def _opening_of_all(catalogue: Catalogue, shelves: Shelves, *, is_searched: bool) -> Opening:
    vocabularies = catalogue.vocabularies
    fields = only_full(term_links(vocabularies.fields, shelves.fields, address.FIELDS))
    themes = only_full(term_links(vocabularies.themes, shelves.themes, address.THEMES))
    line = line_of("Chủ đề có nhiều bài nhất", [_all(catalogue)], themes)
    every_theme = Link(f"Cả {len(themes)} chủ đề", address.THEMES)
    return Opening(
        replace(line, links=(*line.links, every_theme)) if themes else line,
        (
            LinkGroup("Theo lĩnh vực", fields, is_whole=True),
            LinkGroup("Theo chủ đề", themes),
            LinkGroup("Theo địa phương", only_full(province_links(catalogue, shelves))),
        ),
        panel=_panel(catalogue) if is_searched else (),
    )


def _all(catalogue: Catalogue) -> Link:
    return Link("Tất cả", address.MODELS, len(catalogue.models))


def _panel(catalogue: Catalogue) -> tuple[Facet, ...]:
    """Count what a search may be narrowed by, of all models."""
    facets = (
        facets_of(model, catalogue.gazetteer, catalogue.copied(model), catalogue.proofs(model))
        for model in catalogue.models
    )
    return search_panel(facets, catalogue.vocabularies, catalogue.gazetteer)


def _fields(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    for key, term in catalogue.vocabularies.fields.terms.items():
        yield Listing(
            address=address.field(key),
            section="linh-vuc",
            title=term.label,
            lead=term.about,
            models=shelves.fields.get(key, ()),
            crumbs=(Link("Lĩnh vực", address.FIELDS),),
            opening=partial(_opening_of_field, catalogue, shelves, key),
            field=key,
        )


def _opening_of_field(catalogue: Catalogue, shelves: Shelves, key: str) -> Opening:
    """Lead to the other fields, and to the provinces that have models of this one."""
    fields = term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)
    own = next(field for field in fields if field.key == key)
    places = PlaceAddresses(catalogue.gazetteer)
    counts = Counter([code for model in shelves.fields.get(key, ()) for code in model.provinces])
    provinces = (
        Link(unit.known_as, places.province_field(unit, key), counts[unit.code])
        for unit in catalogue.gazetteer.provinces
    )
    return Opening(
        line_of("Các lĩnh vực", [own, _all(catalogue)], fields),
        (LinkGroup("Theo lĩnh vực", only_full(fields)), LinkGroup("Theo địa phương", only_full(provinces))),
    )


def _themes(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    for key, term in catalogue.vocabularies.themes.terms.items():
        yield Listing(
            address=address.theme(key),
            section="chu-de",
            title=term.label,
            lead=term.about,
            models=shelves.themes.get(key, ()),
            crumbs=(Link("Chủ đề", address.THEMES),),
            opening=partial(_opening_of_theme, catalogue, shelves, key),
        )


def _guides(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    """Yield for each theme the list of its models that have steps to follow, where there are any."""
    for key, term in catalogue.vocabularies.themes.terms.items():
        if guided := with_guide(shelves.themes.get(key, ())):
            yield Listing(
                address=address.theme_guides(key),
                section="chu-de",
                title=f"{term.label}: có hướng dẫn làm theo",
                lead=f"{kinds_counted(guided)} kể rõ từng bước để nơi khác làm theo.",
                models=guided,
                crumbs=(Link("Chủ đề", address.THEMES), Link(term.label, address.theme(key))),
                opening=partial(_opening_of_theme, catalogue, shelves, key, of_guides=True),
            )


def _stages(catalogue: Catalogue, shelves: Shelves) -> Iterator[Listing]:
    """Yield the list of each stage, and of those of which nothing says one, with models or without."""
    for key, label in STAGE_LABELS.items():
        models = _at_stage(shelves, key)
        yield Listing(
            address=address.stage(key),
            section="so-lieu",
            title=f"Chặng: {uncapitalised(label)}",
            lead=f"{kinds_counted(models)} mà nguồn nói xa nhất tới chặng này."
            if key != NO_STAGE
            else f"{kinds_counted(models)} mà nguồn chưa nói đang ở chặng nào.",
            models=models,
            crumbs=(Link("Các chặng", address.PROGRESS),),
            opening=partial(_opening_of_stage, catalogue, shelves, key),
        )


def _at_stage(shelves: Shelves, key: str) -> tuple[Summary, ...]:
    return shelves.stages.get("" if key == NO_STAGE else key, ())


def _opening_of_stage(catalogue: Catalogue, shelves: Shelves, key: str) -> Opening:
    stages = [Link(label, address.stage(at), len(_at_stage(shelves, at))) for at, label in STAGE_LABELS.items()]
    own = next(link for link in stages if link.address == address.stage(key))
    return Opening(line_of("Các chặng", [own, _all(catalogue)], stages), (LinkGroup("Theo chặng", only_full(stages)),))


def _opening_of_theme(catalogue: Catalogue, shelves: Shelves, key: str, *, of_guides: bool = False) -> Opening:
    """Lead from a theme to those of its models that have steps to follow, or back from these, and to the other themes."""
    themes = term_links(catalogue.vocabularies.themes, shelves.themes, address.THEMES)
    own = next(theme for theme in themes if theme.key == key)
    guides = _guides_link(key, with_guide(shelves.themes.get(key, ())))
    both = [own, *([replace(guides, label="Có hướng dẫn làm theo")] if guides else ())]
    line = line_of("Các chủ đề", [*(reversed(both) if of_guides else both), _all(catalogue)], themes)
    return Opening(line, (LinkGroup("Theo chủ đề", only_full(themes)),))
