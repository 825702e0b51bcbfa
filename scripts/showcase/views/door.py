"""A door leads into a list: its lead story with its cover, two more titles with their places, and how many there are.

Which story leads is the same question everywhere, and answered here: first those that the editors let lead the front page,
the newest before the others; then those that have most to show. Who is not offered leads nowhere.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import nsmallest

from showcase.record.catalogue import Catalogue
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.card import Card, in_turn
from showcase.views.page import Link
from showcase.views.place_names import places_today

MORE = 2
"""Titles below the lead story."""


@dataclass(frozen=True, slots=True)
class Door:
    """The way into a list; `more` are titles with their places as notes, `within` ways to parts of the list.

    `lead` is None where there is no story to tell.
    """

    link: Link
    lead: Card | None
    more: tuple[Link, ...] = ()
    within: tuple[Link, ...] = ()

    @property
    def tells_all(self) -> bool:
        """Whether nothing lies behind it that is not told already."""
        return (self.link.count or 0) <= bool(self.lead) + len(self.more)


@dataclass(frozen=True, slots=True)
class Way:
    """What a door is made of: a link to a list, the models of the list, and links to its parts."""

    link: Link
    models: tuple[Summary, ...]
    within: tuple[Link, ...] = ()


def by_standing(catalogue: Catalogue) -> tuple[Summary, ...]:
    """Sort the models that are offered by who leads; of equals the newest, then by id."""
    offered = [model for model in catalogue.models if model.is_offered]
    return tuple(sorted(offered, key=lambda model: _standing(model, catalogue)))


def make_doors(
    ways: Iterable[Way], catalogue: Catalogue, card_of: Callable[[str], Card], *, more: int = MORE
) -> tuple[Door, ...]:
    """Make the doors of a page; none tells what another did as long as there is anything else, then what was told longest ago."""
    ways = tuple(ways)
    order = {model.id: place for place, model in enumerate(by_standing(catalogue))}
    told: dict[str, int] = {}

    def next_of(models: Iterable[Summary], count: int) -> list[Summary]:
        offered = [model for model in models if model.id in order]
        chosen = nsmallest(count, offered, key=lambda model: (told.get(model.id, 0), order[model.id]))
        told.update({model.id: len(told) + 1 for model in chosen})
        return chosen

    leads = [next_of(way.models, 1) for way in ways]
    others = [
        next_of([model for model in way.models if model.id not in {one.id for one in lead}], more)
        for way, lead in zip(ways, leads, strict=True)
    ]
    cards = iter(in_turn(card_of(model.id) for lead in leads for model in lead))
    return tuple(
        Door(way.link, next(cards) if lead else None, tuple(_title(model, catalogue) for model in besides), way.within)
        for way, lead, besides in zip(ways, leads, others, strict=True)
    )


def _standing(model: Summary, catalogue: Catalogue) -> tuple[bool, int, int, str]:
    """Of those that may lead it does not matter how much there is to see and to copy: the editors have judged."""
    telling = 0 if model.may_lead else _telling(model, catalogue)
    return not model.may_lead, -telling, -model.published, model.id


def _telling(model: Summary, catalogue: Catalogue) -> int:
    """Weigh a picture, steps, numbers, copies, the length of the story."""
    return (
        4 * bool(model.photos)
        + 3 * model.has_guide
        + 2 * bool(model.results)
        + min(3, catalogue.copied(model))
        + model.story
    )


def _title(model: Summary, catalogue: Catalogue) -> Link:
    place = places_today(model.located(catalogue.gazetteer))
    return Link(model.title, address.model(model.id), note=place, key=model.field)
