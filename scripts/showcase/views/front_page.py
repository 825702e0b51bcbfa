"""What the front page says: it must make one want to read on."""

from collections.abc import Callable
from dataclasses import dataclass

from showcase.record.catalogue import Catalogue
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.card import Card
from showcase.views.figures_page import headline_figures
from showcase.views.listings import province_field_links, province_links, term_links, theme_links
from showcase.views.page import Head, Link, SiteFacts
from showcase.views.picture import shared_picture
from showcase.views.shelves import Shelves
from showcase.views.spreading_page import SpreadRow, spread_rows
from showcase.views.tile_map import TileMap, tile_map

_NEWEST = 6
_FEATURED = 3
_SPREAD = 3


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A figure that speaks for itself, with what it counts and the page that explains it."""

    number: str
    what: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """Everything on the front page; `lead` is None only while the catalogue is empty."""

    head: Head
    lead: Card | None
    featured: tuple[Card, ...]
    newest: tuple[Card, ...]
    numbers: tuple[BigNumber, ...]
    spread: tuple[SpreadRow, ...]
    themes: tuple[Link, ...]
    fields: tuple[Link, ...]
    map: TileMap
    total: int


def front_page(catalogue: Catalogue, shelves: Shelves, site: SiteFacts, card_of: Callable[[str], Card]) -> FrontPage:
    """Compute the front page; `card_of` gives the card of a model by its id."""
    told_best = sorted(catalogue.models, key=lambda model: -_telling(model, catalogue))
    lead, featured = told_best[:1], _varied(told_best[1:])
    shown = {model.id for model in (*lead, *featured)}
    newest = [model for model in catalogue.models if model.id not in shown][:_NEWEST]
    cards = {model.id: card_of(model.id) for model in (*lead, *featured, *newest)}
    vocabularies = catalogue.vocabularies
    provinces = province_links(catalogue, shelves)
    return FrontPage(
        head=Head(
            title="",
            description=site.description,
            address=address.HOME,
            section="",
            site=site,
            image=shared_picture(lead[0].cover) if lead else "",
        ),
        lead=cards[lead[0].id] if lead else None,
        featured=tuple(cards[model.id] for model in featured),
        newest=tuple(cards[model.id] for model in newest),
        numbers=tuple(BigNumber(*figure, address.FIGURES) for figure in headline_figures(catalogue)),
        spread=spread_rows(catalogue.families[:_SPREAD], catalogue),
        themes=theme_links(vocabularies.themes, shelves.themes),
        fields=term_links(vocabularies.fields, shelves.fields, address.FIELDS),
        map=tile_map(len(catalogue.models), provinces, province_field_links(catalogue, shelves)),
        total=len(catalogue.models),
    )


def _telling(model: Summary, catalogue: Catalogue) -> int:
    """Weigh how much there is to see and to copy: a picture, numbers, steps, copies, the length of its story."""
    return (
        4 * bool(model.photos)
        + 3 * model.has_guide
        + 2 * bool(model.results)
        + min(3, catalogue.copied(model))
        + model.story
    )


def _varied(models: list[Summary]) -> list[Summary]:
    """Take the best of fields that are not yet there, so that the front page shows the breadth of the movement."""
    chosen: list[Summary] = []
    for model in models:
        if len(chosen) < _FEATURED and model.photos and model.field not in {other.field for other in chosen}:
            chosen.append(model)
    return chosen
