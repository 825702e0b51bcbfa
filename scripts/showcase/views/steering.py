"""Who steers the movement sees what it has and lacks: models by place, field and year, and of each what no milestone tells.

Models and exemplars are counted; practices, which no source calls models of the movement, are counted apart. Nothing is weighed,
and no person is ranked: a figure is a number of stories on this site and says nothing of what goes untold.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from showcase.record.catalogue import Catalogue
from showcase.record.proof import YEARS_FRESH
from showcase.record.summary import Codes, Summary
from showcase.record.units import Unit
from showcase.views.shelves import Shelves, make_shelves, with_guide

COUNTRY = ""
"""The code of the whole, where those of provinces are asked for."""
PRACTICE = "cach-lam"
LACKS = {
    "kiem-tra": "Hai năm chưa kiểm tra",
    "can-cu": "Chưa có căn cứ",
    "nhan-rong": "Chưa nơi nào làm theo",
    "tham-dinh": "Đăng ký, chưa thẩm định",
}
"""What a model may lack, by key, in the order of the columns."""
_APPRAISED = frozenset({"tham-dinh", "cong-nhan", "khen-thuong"})
"""Stages that no model reaches unseen."""
_ENDED, _SPREADING = "ket-thuc", "nhan-rong"


@dataclass(frozen=True)
class Steering:
    """The catalogue as those see it who steer: `shelves` have models alone, `practices` the others."""

    catalogue: Catalogue
    shelves: Shelves
    practices: Shelves

    @property
    def year(self) -> int:
        """The year in which it is looked at."""
        return self.catalogue.year

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of the fields, in their order."""
        return tuple(self.catalogue.vocabularies.fields.terms)

    @cached_property
    def models(self) -> tuple[Summary, ...]:
        """All models and exemplars."""
        return tuple([model for model in self.catalogue.models if model.kind != PRACTICE])

    @cached_property
    def lacks(self) -> dict[str, tuple[str, ...]]:
        """The keys of what each model lacks, by its id; a model that lacks nothing is not there."""
        found = ((model.id, lacks_of(model, self.catalogue)) for model in self.models)
        return {model_id: keys for model_id, keys in found if keys}

    def models_in(self, code: str) -> tuple[Summary, ...]:
        """Give the models of a province, or of the whole."""
        return self.shelves.provinces.get(code, ()) if code else self.models

    def practices_in(self, code: str) -> int:
        """Count the practices of a province, or of the whole."""
        return len(self.practices.provinces.get(code, ())) if code else len(self.catalogue.models) - len(self.models)

    def provinces(self, code: str) -> tuple[Unit, ...]:
        """Give the province of a code, or all."""
        gazetteer = self.catalogue.gazetteer
        return (gazetteer.province(code),) if code else gazetteer.provinces

    def communes(self, code: str) -> Iterator[tuple[Unit, Unit, tuple[Summary, ...]]]:
        """Yield each commune of today with its province and its models, as Vietnamese sort both."""
        for province in self.provinces(code):
            for commune in self.catalogue.gazetteer.communes_of(province.code):
                yield province, commune, self.shelves.communes.get(commune.code, ())

    def unplaced(self, code: str) -> tuple[Summary, ...]:
        """Give the models of a province of which a place is known no closer than the province."""
        models = self.shelves.provinces.get(code, ())
        return tuple([model for model in models if any(_is_loose(place, code) for place in model.places)])

    def themes_without_steps(self, code: str) -> tuple[str, ...]:
        """Give the keys of the themes of which no model has steps to follow; practices have none that count here."""
        there = {key for model in with_guide(self.models_in(code)) for key in model.themes}
        return tuple([key for key in self.catalogue.vocabularies.themes.terms if key not in there])

    def lacking(self, code: str) -> tuple[Summary, ...]:
        """Give the models that lack something: by commune, those of no certain one last, then by title."""
        found = [model for model in self.models_in(code) if model.id in self.lacks]
        return tuple(sorted(found, key=lambda model: (self._order(model, code), model.title_key, model.id)))

    def home(self, model: Summary, code: str) -> tuple[Unit | None, Unit | None]:
        """Give the province and the commune by which a model stands in the list of a province, or of the whole."""
        here = [place for place in model.places if place.province and code in (place.province, COUNTRY)]
        place = next((place for place in here if place.commune), here[0] if here else None)
        if place is None:
            return None, None
        gazetteer = self.catalogue.gazetteer
        return gazetteer.province(place.province), gazetteer.commune(place.commune) if place.commune else None

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each commune stands among all."""
        return {commune.code: number for number, (_, commune, _) in enumerate(self.communes(COUNTRY))}

    def _order(self, model: Summary, code: str) -> int:
        _, commune = self.home(model, code)
        return self._places[commune.code] if commune else len(self._places)


def make_steering(catalogue: Catalogue) -> Steering:
    """Sort what is on show by whether it is a model of the movement."""

    def shelves(models: Iterable[Summary]) -> Shelves:
        return make_shelves(replace(catalogue, models=tuple(models)))

    return Steering(
        catalogue,
        shelves(model for model in catalogue.models if model.kind != PRACTICE),
        shelves(model for model in catalogue.models if model.kind == PRACTICE),
    )


def lacks_of(model: Summary, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the keys of what a model lacks by its milestones and grounds (`record/stage.py`, `record/proof.py`).

    Who began in the last two years, or has ended, is not yet, or no more, to be checked.
    """
    stages = {reached.stage for reached in model.reached}
    is_old = catalogue.year - max(model.checked, model.first_year) > YEARS_FRESH
    found = {
        "kiem-tra": is_old and _ENDED not in stages,
        "can-cu": not catalogue.proofs(model),
        "nhan-rong": not catalogue.copied(model) and _SPREADING not in stages,
        "tham-dinh": bool(model.registered) and not model.verdicts and not _APPRAISED & stages,
    }
    return tuple([key for key, lacks in found.items() if lacks])


def _is_loose(place: Codes, code: str) -> bool:
    return place.province == code and not place.commune
