"""What the front page says: what this is, a way to what one needs, and a story; then all that makes one want to read on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from showcase.record.catalogue import Catalogue
from showcase.record.family import Family
from showcase.views import address
from showcase.views.card import Card, in_turn
from showcase.views.counted import kinds_counted
from showcase.views.door import Door, Way, by_standing, make_doors
from showcase.views.embed_address import embed_of
from showcase.views.feed_address import feeds_at
from showcase.views.figures_page import headline_figures
from showcase.views.linked_data import website
from showcase.views.listings import province_links, term_links, theme_links
from showcase.views.page import Head, Link, SiteFacts
from showcase.views.shelves import Shelves
from showcase.views.spreading_page import SpreadRow, spread_rows
from showcase.views.tile_map import TileMap, tile_map

_NEEDS = 4
_NEWEST = 3
_SPREAD = 3


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A figure that speaks for itself, with what it counts, who printed it, and where among the figures it is explained."""

    number: str
    what: str
    source: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """Everything on the front page; `lead` is None only while the catalogue is empty.

    `needs` are the themes that lead furthest, of `themes` that have models; `told` says how many there are of each kind, ''
    where there is none; `is_searched` tells whether a question typed here would be answered.
    """

    head: Head
    lead: Card | None
    needs: tuple[Link, ...]
    themes: int
    numbers: tuple[BigNumber, ...]
    newest: tuple[Card, ...]
    map: TileMap
    fields: tuple[Door, ...]
    spread: tuple[SpreadRow, ...]
    total: int
    told: str
    is_searched: bool


def front_page(
    catalogue: Catalogue,
    shelves: Shelves,
    site: SiteFacts,
    card_of: Callable[[str], Card],
    *,
    is_searched: bool = False,
) -> FrontPage:
    """Compute the front page; `card_of` gives the card of a model by its id. No story is told twice."""
    lead = by_standing(catalogue)[:1]
    newest = [model for model in catalogue.models if model.is_offered and model not in lead][:_NEWEST]
    themes = theme_links(catalogue.vocabularies.themes, shelves.themes)
    head = Head(
        title="",
        description=site.description,
        address=address.HOME,
        section="",
        site=site,
        feeds=feeds_at(address.MODELS, "", site),
        embed=embed_of(address.MODELS, site),
    )
    return FrontPage(
        head=replace(head, data=website(head, is_searched=is_searched)),
        lead=card_of(lead[0].id) if lead else None,
        needs=leading_furthest(themes),
        themes=len(themes),
        numbers=tuple(BigNumber(*figure) for figure in headline_figures(catalogue)),
        newest=in_turn(card_of(model.id) for model in newest),
        map=tile_map(len(catalogue.models), province_links(catalogue, shelves)),
        fields=_fields(catalogue, shelves, card_of, {model.id for model in (*lead, *newest)}),
        spread=spread_rows(_spread_furthest(catalogue), catalogue),
        total=len(catalogue.models),
        told=kinds_counted(catalogue.models) if catalogue.models else "",
        is_searched=is_searched,
    )


def _spread_furthest(catalogue: Catalogue) -> tuple[Family, ...]:
    """What one other place took over has begun to spread; “the furthest” are those that went on."""
    return tuple(family for family in catalogue.offered_families[:_SPREAD] if family.spread > 1)


def leading_furthest(themes: Iterable[Link]) -> tuple[Link, ...]:
    """Choose the themes with the most models that have steps to follow, or else with the most models."""
    return tuple(sorted(themes, key=_reach, reverse=True)[:_NEEDS])


def _reach(theme: Link) -> tuple[int, int]:
    return (theme.guides.count or 0) if theme.guides else 0, theme.count or 0


def _fields(catalogue: Catalogue, shelves: Shelves, card_of: Callable[[str], Card], told: set[str]) -> tuple[Door, ...]:
    links = term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)
    untold = (tuple(model for model in shelves.fields.get(link.key, ()) if model.id not in told) for link in links)
    return make_doors(map(Way, links, untold), catalogue, card_of, more=0)
