"""The catalogue sorted onto shelves, once: the models of each field, theme, place and former place, newest first."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from showcase.record.catalogue import Catalogue
from showcase.record.summary import Summary
from showcase.record.units import Tier
from showcase.views.place_reports import ReportShelf, shelve_reports

Shelf = dict[str, tuple[Summary, ...]]


@dataclass(frozen=True, slots=True)
class Shelves:
    """Models by key or code; a model with two places in one province lies there once.

    A commune, a former district or a former province that has reports has a shelf, though it may be empty.
    """

    fields: Shelf
    themes: Shelf
    provinces: Shelf
    communes: Shelf
    former_provinces: Shelf
    former_districts: Shelf
    former_communes: Shelf
    reports: ReportShelf
    stages: Shelf
    """By the key of the stage at which a model stands, '' for those of which no milestone says one."""


def make_shelves(catalogue: Catalogue) -> Shelves:
    """Sort the models that are on show onto their shelves."""

    def by_unit(tier: str) -> Shelf:
        code_of = attrgetter(tier)
        return _shelf(catalogue.models, lambda model: [code for codes in model.places if (code := code_of(codes))])

    reports = shelve_reports(catalogue.reports)

    def with_reports(tier: Tier, shelf: Shelf, *, former: bool) -> Shelf:
        units = [unit for unit in reports if unit.tier is tier and unit.former == former]
        return {unit.code: () for unit in units} | shelf

    return Shelves(
        fields=shelf_of_fields(catalogue.models),
        themes=_shelf(catalogue.models, lambda model: model.themes),
        provinces=by_unit("province"),
        communes=with_reports(Tier.COMMUNE, by_unit("commune"), former=False),
        former_provinces=with_reports(Tier.PROVINCE, by_unit("former_province"), former=True),
        former_districts=with_reports(Tier.DISTRICT, by_unit("former_district"), former=True),
        former_communes=by_unit("former_commune"),
        reports=reports,
        stages=_shelf(catalogue.models, lambda model: (model.stage,)),
    )


def shelf_of_fields(models: Iterable[Summary]) -> Shelf:
    """Sort models by their fields."""
    return _shelf(models, lambda model: (model.field,))


def with_guide(models: Iterable[Summary]) -> tuple[Summary, ...]:
    """Give the models that have steps to follow, and are offered for it."""
    return tuple([model for model in models if model.has_guide and model.is_offered])


def _shelf(models: Iterable[Summary], keys: Callable[[Summary], Iterable[str]]) -> Shelf:
    found: dict[str, list[Summary]] = defaultdict(list)
    for model in models:
        for key in dict.fromkeys(keys(model)):
            found[key].append(model)
    return {key: tuple(members) for key, members in found.items()}
