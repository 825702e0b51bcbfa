"""A page that lists models: by field, theme, place or all; paged, with ways to narrow it and ways on."""

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.record.catalogue import Catalogue
from showcase.record.model import Model
from showcase.views import address
from showcase.views.card import Card, make_card
from showcase.views.page import Head, Link, SiteFacts

PAGE_SIZE = 24
"""Cards on one page: divides by 1, 2 and 3 columns."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a heading: `Theo lĩnh vực`; `is_whole` where they divide all models of the list among them."""

    title: str
    links: tuple[Link, ...]
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list is about: enough to make its pages."""

    address: str
    section: str
    kicker: str
    title: str
    lead: str
    models: tuple[Model, ...]
    crumbs: tuple[Link, ...] = ()
    groups: tuple[LinkGroup, ...] = ()
    notes: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where in a long list a page is; `links` are the pages to go to, None for a gap between them."""

    number: int
    last: int
    before: str
    after: str
    links: tuple[Link | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list."""

    head: Head
    kicker: str
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    groups: tuple[LinkGroup, ...]
    notes: tuple[str, ...]
    field: str
    total: int
    cards: tuple[Card, ...]
    pager: Pager | None


def list_pages(listing: Listing, catalogue: Catalogue, site: SiteFacts) -> Iterator[ListPage]:
    """Yield the pages of a list, at least one: an empty list says that it is empty and how to fill it."""
    last = max(1, -(-len(listing.models) // PAGE_SIZE))
    for number in range(1, last + 1):
        models = listing.models[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        title = listing.title if number == 1 else f"{listing.title} – trang {number}"
        yield ListPage(
            head=Head(
                title=title,
                description=listing.lead,
                address=address.page(listing.address, number),
                section=listing.section,
                site=site,
            ),
            kicker=listing.kicker,
            title=listing.title,
            lead=listing.lead,
            crumbs=listing.crumbs,
            groups=listing.groups if number == 1 else (),
            notes=listing.notes if number == 1 else (),
            field=listing.field,
            total=len(listing.models),
            cards=tuple(make_card(model, catalogue) for model in models),
            pager=_pager(listing.address, number, last) if last > 1 else None,
        )


def _pager(first: str, number: int, last: int) -> Pager:
    near = sorted({1, number - 1, number, number + 1, last} & set(range(1, last + 1)))
    links: list[Link | None] = []
    for place, page in enumerate(near):
        if place and page - near[place - 1] > 1:
            links.append(None)
        links.append(Link(str(page), address.page(first, page)))
    return Pager(
        number=number,
        last=last,
        before=address.page(first, number - 1) if number > 1 else "",
        after=address.page(first, number + 1) if number < last else "",
        links=tuple(links),
    )
