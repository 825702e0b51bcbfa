"""What stands round a model: those that are like it, those of its place, and those before and after it in its field.

What may be told is found for every model when fingerprints are made, and costs little; what is told is chosen from it when
the page is made. The list of a place is taken as a ring, each model showing the next ones after it, so that no page depends on many.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, repeat

from showcase.record.brief import Brief, Codes
from showcase.record.catalogue import Catalogue, Listed
from showcase.record.model import Model
from showcase.record.reference import Reference
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.card import Card, make_card
from showcase.views.likeness import Kin, Likeness, likest, make_likeness
from showcase.views.page import Link, capitalised
from showcase.views.row import Place, Row, even
from showcase.views.shelves import Shelf, Shelves, make_shelves, shelf_of_fields

__all__ = ["AroundView", "Chosen", "Surroundings", "around_view", "choose", "make_surroundings", "surroundings_of"]

_LOCAL = 3
_RING = 6
"""So many more of a place are kept ready as may stand among the similar ones already."""
_NOWHERE: Place = (Row(), 0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is set up once for all models: likeness, and for each model by id its place in its field and where it is."""

    likeness: Likeness
    fields: Mapping[str, Place]
    places: Mapping[str, Place]

    def mark(self, model: Brief) -> str:
        """What changes when the page of a model may tell something else of those round it."""
        row, at = self.fields[model.id]
        others, here = self.places.get(model.id, _NOWHERE)
        beside = f"{at == 0}{row.mark_near(at, 1)}{others.mark_after(here, _RING)}"
        return f"{self.likeness.mark(model)}{beside}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a model's page tells of others round it; it `is_alone` where its province has no other."""

    kin: tuple[Kin, ...]
    local: tuple[Listed, ...]
    before: tuple[Listed, ...]
    after: tuple[Listed, ...]
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Similar:
    """The card of a similar model, and a sentence on why it is here."""

    card: Card
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundView:
    """The foot of a model's page.

    The links of `local` have the year as their note; `places` lead to the lists of where it is, and are none where it is
    alone there; `list` leads to its field's.
    """

    similar: tuple[Similar, ...]
    local: tuple[Link, ...]
    places: tuple[Link, ...]
    before: Link | None
    after: Link | None
    list: Link


def make_surroundings(catalogue: Catalogue, shelves: Shelves, ready: Likeness | None = None) -> Surroundings:
    """Set up what the surroundings of each model are found in; a likeness that is `ready` need not be set up anew."""
    marks = {one.brief.id: even(one.mark) for one in catalogue.listed(catalogue.models)}
    places: dict[str, Place] = {}
    # Each overrides what the one before it says: the commune counts where it has others, else the former district.
    for tier, shelf in (
        ("province", shelves.provinces),
        ("former_district", shelves.former_districts),
        ("commune", shelves.communes),
    ):
        places.update(_places(shelf, marks, Codes._fields.index(tier)))
    return Surroundings(ready or make_likeness(catalogue.models, marks), dict(_places(shelves.fields, marks)), places)


def surroundings_of(models: Sequence[Brief], catalogue: Catalogue) -> Surroundings:
    """Set up the surroundings of a few models: only what shares a field or a place with one of them is put on shelves."""
    fields = {model.field for model in models}
    codes = {code for model in models for place in model.places for code in place if code}
    near = tuple([one for one in catalogue.models if not codes.isdisjoint(chain(*one.places))])
    shelves = make_shelves(replace(catalogue, models=near))
    beside = shelf_of_fields([one for one in catalogue.models if one.field in fields])
    return make_surroundings(catalogue, replace(shelves, fields=beside))


def _places(shelf: Shelf, marks: Mapping[str, str], tier: int | None = None) -> Iterator[tuple[str, Place]]:
    """Yield the places of models in the lists of a shelf; of places, only in the list of its first one, where that has others."""
    for code, models in shelf.items():
        row = Row([model.id for model in models])
        row.mark(marks)
        if tier is None:
            yield from zip(row.ids, zip(repeat(row), count(), strict=False), strict=False)
        elif len(models) > 1:
            yield from ((model.id, (row, at)) for at, model in enumerate(models) if model.places[0][tier] == code)


def choose(model: Brief, catalogue: Catalogue, surroundings: Surroundings, told: Collection[str]) -> Chosen:
    """Choose what a model's page tells, without those that it tells of elsewhere, given by id."""
    likeness, (row, at) = surroundings.likeness, surroundings.fields[model.id]
    others, here = surroundings.places.get(model.id, _NOWHERE)
    near = catalogue.listed_by_id(model_id for model_id in likeness.near(model) if model_id not in told)
    kin = likest(model, near, likeness.worth(model))
    shown = {*told, *(one.listed.brief.id for one in kin)}
    local = [model_id for model_id in others.after(here, _RING) if model_id not in shown]
    return Chosen(
        kin=kin,
        local=catalogue.listed_by_id(local[:_LOCAL]),
        before=catalogue.listed_by_id(row.ids[max(0, at - 1) : at]),
        after=catalogue.listed_by_id(row.ids[at + 1 : at + 2]),
        is_alone=len(others.ids) <= 1,
    )


def around_view(model: Model, chosen: Chosen, reference: Reference) -> AroundView:
    """Compute the foot of a model's page."""
    field = reference.vocabularies.fields.label(model.field)
    return AroundView(
        similar=tuple(Similar(make_card(one.listed, reference), _why(one, field, reference)) for one in chosen.kin),
        local=tuple(_link(one) for one in chosen.local),
        places=() if chosen.is_alone else tuple(_place_links(model, PlaceAddresses(reference.gazetteer))),
        before=next(map(_link, chosen.before), None),
        after=next(map(_link, chosen.after), None),
        list=Link(field, address.field(model.field)),
    )


def _link(listed: Listed) -> Link:
    return Link(listed.brief.title, address.model(listed.brief.id), note=str(listed.brief.first_year))


def _place_links(model: Model, addresses: PlaceAddresses) -> Iterator[Link]:
    place = model.places[0].place
    if place.commune:
        yield Link(capitalised(place.commune.full_name), addresses.commune(place.commune))
    yield Link(capitalised(place.province.full_name), addresses.province(place.province))


def _why(kin: Kin, field: str, reference: Reference) -> str:
    """Say what two models have in common, as in “Cùng chủ đề Y tế, dân số; cùng nói về “phòng khám”.”, in a sentence."""
    reasons = []
    if kin.theme:
        reasons.append(f"cùng chủ đề {reference.vocabularies.themes.label(kin.theme)}")
    elif kin.is_of_field:
        reasons.append(f"cùng lĩnh vực {field}")
    if kin.phrases:
        reasons.append(f"cùng nói về {', '.join([f'“{phrase}”' for phrase in kin.phrases])}")
    return capitalised(f"{'; '.join(reasons)}.")
