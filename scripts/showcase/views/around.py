"""What stands round a model: those that are like it, those of its place, and those before and after it in its field.

Who may be told of is found for all models at once and costs little; what is told is chosen from them when the page is
made. The list of a place is taken as a ring, each model showing the next ones after it, so that no page depends on many.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, islice, repeat
from typing import NamedTuple

from showcase.record.catalogue import Catalogue
from showcase.record.model import Model
from showcase.record.reference import Reference
from showcase.record.summary import Codes, Summary
from showcase.record.units import Body
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.card import Card, in_turn
from showcase.views.likeness import Kin, Likeness, likest, make_likeness, worth
from showcase.views.page import Link, capitalised
from showcase.views.row import Place, Row
from showcase.views.shelves import Shelf, Shelves

__all__ = ["Around", "AroundView", "Neighbours", "Surroundings", "around_view", "choose", "make_surroundings"]

_LOCAL = 3
_RING = 6
"""So many more of a place are kept ready as may stand among the similar ones already."""
_NOWHERE: Place = (Row(), 0)


class Neighbours(NamedTuple):
    """Whom the page of a model may tell of, by id.

    Those `near` it by likeness, with the pairs of words by which they are weighed; those of its place in their order; those
    just before and after it in its field. It `is_alone` where its place has no other.
    """

    near: tuple[str, ...]
    shared_pairs: tuple[tuple[str, int], ...]
    of_place: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    is_alone: bool


class Around(NamedTuple):
    """Whom the page of a model tells of, by id."""

    kin: tuple[Kin, ...]
    local: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is set up once for all models: likeness, and for each model by id its place in its field and where it is.

    To those that are not offered, `unoffered` by id, no page leads.
    """

    likeness: Likeness
    fields: Mapping[str, Place]
    places: Mapping[str, Place]
    unoffered: Collection[str]

    def neighbours(self, model: Summary) -> Neighbours:
        """Give whom the page of a model may tell of."""
        row, at = self.fields[model.id]
        others, here = self.places.get(model.id, _NOWHERE)
        return Neighbours(
            near=self.likeness.near(model.id),
            shared_pairs=self.likeness.shared_pairs(model),
            of_place=self._offered(others.after(here, _RING)),
            before=self._next(row, range(at - 1, -1, -1)),
            after=self._next(row, range(at + 1, len(row.ids))),
            is_alone=len(others.ids) <= 1,
        )

    def _offered(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple([model_id for model_id in ids if model_id not in self.unoffered])

    def _next(self, row: Row, order: range) -> tuple[str, ...]:
        """Give the first in an order that is offered, if there is one."""
        return tuple(islice((row.ids[at] for at in order if row.ids[at] not in self.unoffered), 1))


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


def make_surroundings(catalogue: Catalogue, shelves: Shelves) -> Surroundings:
    """Set up what the neighbours of each model are found in."""
    places: dict[str, Place] = {}
    # Each overrides what the one before it says: the commune counts where it has others, else the former district.
    for tier, shelf in (
        ("province", shelves.provinces),
        ("former_district", shelves.former_districts),
        ("commune", shelves.communes),
    ):
        places.update(_places(shelf, Codes._fields.index(tier)))
    unoffered = frozenset([model.id for model in catalogue.models if not model.is_offered])
    return Surroundings(make_likeness(catalogue.models), dict(_fields(shelves.fields)), places, unoffered)


def _fields(shelf: Shelf) -> Iterator[tuple[str, Place]]:
    """Yield the place of each model in the list of its field."""
    for models in shelf.values():
        row = Row([model.id for model in models])
        yield from zip(row.ids, zip(repeat(row), count(), strict=False), strict=False)


def _places(shelf: Shelf, tier: int) -> Iterator[tuple[str, Place]]:
    """Yield the place of each model in the list of its first unit of a tier, where that has others."""
    for code, models in shelf.items():
        if len(models) > 1:
            row = Row([model.id for model in models])
            yield from ((model.id, (row, at)) for at, model in enumerate(models) if model.places[0][tier] == code)


def choose(model: Summary, neighbours: Neighbours, candidates: Iterable[Summary], told: Collection[str]) -> Around:
    """Choose whom a model's page tells of; `candidates` are those near it, without those `told` of elsewhere, by id."""
    kin = likest(model, candidates, worth(neighbours.shared_pairs))
    shown = {*told, *(one.id for one in kin)}
    local = [model_id for model_id in neighbours.of_place if model_id not in shown]
    return Around(kin, tuple(local[:_LOCAL]), neighbours.before, neighbours.after, neighbours.is_alone)


def around_view(model: Model, around: Around, card_of: Callable[[str], Card], reference: Reference) -> AroundView:
    """Compute the foot of a model's page; `card_of` gives the card of a model by its id."""
    field = reference.vocabularies.fields.label(model.field)

    def links(ids: Iterable[str]) -> tuple[Link, ...]:
        cards = (card_of(model_id) for model_id in ids)
        return tuple(Link(card.title, card.address, note=str(card.year)) for card in cards)

    return AroundView(
        similar=tuple(
            Similar(card, _why(one, field, reference))
            for card, one in zip(in_turn(card_of(one.id) for one in around.kin), around.kin, strict=True)
        ),
        local=links(around.local),
        places=() if around.is_alone else tuple(_place_links(model, PlaceAddresses(reference.gazetteer))),
        before=next(iter(links(around.before)), None),
        after=next(iter(links(around.after)), None),
        list=Link(field, address.field(model.field)),
    )


def _place_links(model: Model, addresses: PlaceAddresses) -> Iterator[Link]:
    place = model.places[0].place
    if not isinstance(place, Body) and place.commune:
        yield Link(capitalised(place.commune.full_name), addresses.commune(place.commune))
    if place.province:
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
