"""The catalogue sorted onto shelves, once: the models of each field, theme, place and former place, newest first."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from showcase.record.catalogue import Catalogue
from showcase.record.model import Locality, Model
from showcase.record.units import Unit

Shelf = dict[str, tuple[Model, ...]]


@dataclass(frozen=True, slots=True)
class Shelves:
    """Models by key or code; a model with two places in one province lies there once."""

    fields: Shelf
    themes: Shelf
    provinces: Shelf
    communes: Shelf
    former_provinces: Shelf
    former_districts: Shelf
    former_communes: Shelf


def make_shelves(catalogue: Catalogue) -> Shelves:
    """Sort the models that are on show onto their shelves."""

    def by_unit(unit_of: Callable[[Locality], Unit | None]) -> Shelf:
        return _shelf(catalogue.models, lambda model: (u.code for place in model.places if (u := unit_of(place))))

    return Shelves(
        fields=_shelf(catalogue.models, lambda model: (model.field,)),
        themes=_shelf(catalogue.models, lambda model: model.themes),
        provinces=by_unit(lambda locality: locality.place.province),
        communes=by_unit(lambda locality: locality.place.commune),
        former_provinces=by_unit(lambda locality: locality.place.former_province),
        former_districts=by_unit(lambda locality: locality.place.former_district),
        former_communes=by_unit(lambda locality: locality.place.former_commune),
    )


def _shelf(models: Iterable[Model], keys: Callable[[Model], Iterable[str]]) -> Shelf:
    found: dict[str, list[Model]] = defaultdict(list)
    for model in models:
        for key in dict.fromkeys(keys(model)):
            found[key].append(model)
    return {key: tuple(members) for key, members in found.items()}
