"""What stands round a model: those that are like it, those of its place, and those before and after it in its field.

What may be told is found for every model when fingerprints are made, and costs little; what is told is chosen from it when
the page is made. Lists are taken as rings, each model showing the next ones after it, so that no page depends on many.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from showcase.record.brief import Brief, Codes
from showcase.record.catalogue import Catalogue, Listed
from showcase.record.model import Model
from showcase.record.reference import Reference
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.card import Card, make_card
from showcase.views.likeness import Kin, Likeness, likest, make_likeness
from showcase.views.page import Link, capitalised
from showcase.views.shelves import Shelf, Shelves

__all__ = ["Around", "AroundView", "Chosen", "Surroundings", "around", "around_view", "choose", "make_surroundings"]

_LOCAL = 3
_RING = 6
"""So many more of a place are kept ready as may stand among the similar ones already."""

Ring = tuple[tuple[Brief, ...], int]
"""A list, and where in it a model stands."""
_NOWHERE: Ring = ((), 0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is set up once for all models: likeness, and for each model by id its list by field and that of its place."""

    likeness: Likeness
    fields: Mapping[str, Ring]
    places: Mapping[str, Ring]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands round a model, as it does in a list; `mark` stands for that and for all that it may be found to be like."""

    local: tuple[Listed, ...]
    before: tuple[Listed, ...]
    after: tuple[Listed, ...]
    mark: str


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
    places: dict[str, Ring] = {}
    # Each overrides what the one before it says: the commune counts where it has others, else the former district.
    for tier, shelf in (
        ("province", shelves.provinces),
        ("former_district", shelves.former_districts),
        ("commune", shelves.communes),
    ):
        places.update(_rings(tier, shelf))
    return Surroundings(
        likeness=ready or make_likeness(catalogue.listed(catalogue.models)),
        fields={model.id: (models, at) for models in shelves.fields.values() for at, model in enumerate(models)},
        places=places,
    )


def _rings(tier: str, shelf: Shelf) -> Iterator[tuple[str, Ring]]:
    """Yield for each model whose first place a list is about that list, where it has others."""
    place = Codes._fields.index(tier)
    for code, models in shelf.items():
        if len(models) > 1:
            yield from ((model.id, (models, at)) for at, model in enumerate(models) if model.places[0][place] == code)


def around(model: Brief, catalogue: Catalogue, surroundings: Surroundings) -> Around:
    """Find what stands round a model."""
    models, at = surroundings.fields[model.id]
    before, after = catalogue.listed(models[max(0, at - 1) : at]), catalogue.listed(models[at + 1 : at + 2])
    local = catalogue.listed(_next(*surroundings.places.get(model.id, _NOWHERE)))
    shown = "|".join([one.mark for one in (*before, *after, *local)])
    mark = f"{surroundings.likeness.mark(model)}{len(before)}{len(after)}{shown}"
    return Around(local=local, before=before, after=after, mark=mark)


def _next(models: tuple[Brief, ...], at: int) -> tuple[Brief, ...]:
    """Give the next ones of a list after a place in it and, past its end, from its beginning; never the one that stands there."""
    following = models[at + 1 : at + 1 + _RING]
    return following + models[: min(at, _RING - len(following))]


def choose(model: Brief, found: Around, catalogue: Catalogue, likeness: Likeness, told: Collection[str]) -> Chosen:
    """Choose what a model's page tells, without those that it tells of elsewhere, given by id."""
    near = catalogue.listed_by_id(model_id for model_id in likeness.near(model) if model_id not in told)
    kin = likest(model, near, likeness.worth(model))
    shown = {*told, *(one.listed.brief.id for one in kin)}
    local = [one for one in found.local if one.brief.id not in shown]
    return Chosen(
        kin=kin, local=tuple(local[:_LOCAL]), before=found.before, after=found.after, is_alone=not found.local
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
