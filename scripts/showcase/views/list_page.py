"""A page that lists models: by field, theme, place or all; paged, with ways to narrow it and ways on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from showcase.record.summary import Summary
from showcase.record.vocabulary import Vocabulary
from showcase.views import address
from showcase.views.card import Card
from showcase.views.data_kinds import PROVINCES
from showcase.views.embed_address import embed_of
from showcase.views.feed_address import feeds_at
from showcase.views.linked_data import collection
from showcase.views.page import Head, Image, Link, SiteFacts
from showcase.views.place_reports import NO_REPORTS, PlaceReports
from showcase.views.search_facets import Facet
from showcase.views.sums import Sum, sums_of

PAGE_SIZE = 24
"""Cards on one page: divides by 1, 2 and 3 columns."""
_ON_A_LINE = 8
"""Neighbours that stand above the cards; all of them stand behind “Lọc”."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a heading: `Theo lĩnh vực`; `is_whole` where they divide all models of the list among them."""

    title: str
    links: tuple[Link, ...]
    is_whole: bool = False


_NO_LINE = LinkGroup("", ())


@dataclass(frozen=True, slots=True)
class Opening:
    """What only the first page of a list has: ways to narrow it, notes, and what the search offers to choose.

    `line` is what stands above the cards, the list itself among its neighbours; `groups` are all ways, behind a button;
    `more` leads, below the cards, to what is read out of these models, where anything is, `files` to the data
    of them.
    """

    line: LinkGroup = _NO_LINE
    groups: tuple[LinkGroup, ...] = ()
    notes: tuple[str, ...] = ()
    panel: tuple[Facet, ...] = ()
    reports: PlaceReports = NO_REPORTS
    more: tuple[Link, ...] = ()
    files: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list is about: enough to make its pages; `opening` computes what only the first one has.

    `hint` is said after the number of models: `21 bài, mới đăng trước`. `within` is the province of a place whose name others
    may bear: it is told where the title stands alone, as in the tab of a browser, a search engine or a feed.
    """

    address: str
    section: str
    title: str
    lead: str
    models: tuple[Summary, ...]
    hint: str = "mới đăng trước"
    crumbs: tuple[Link, ...] = ()
    opening: Callable[[], Opening] = Opening
    field: str = ""
    within: str = ""

    @property
    def name(self) -> str:
        """The title that tells it from all other lists."""
        return f"{self.title}, {self.within}" if self.within else self.title

    @property
    def pages(self) -> int:
        """How many pages it takes, at least one: an empty list says that it is empty and how to fill it."""
        return max(1, -(-len(self.models) // PAGE_SIZE))

    def on_page(self, number: int) -> tuple[Summary, ...]:
        """Give the models on a page, the first of which is number 1."""
        return self.models[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


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
    """One page of a list: `models` by id, whose cards are filled in by whoever makes the page; `panel` is empty but where one searches."""

    head: Head
    title: str
    hint: str
    lead: str
    crumbs: tuple[Link, ...]
    line: LinkGroup
    groups: tuple[LinkGroup, ...]
    notes: tuple[str, ...]
    field: str
    total: int
    pager: Pager | None
    models: tuple[str, ...]
    sums: tuple[Sum, ...] = ()
    panel: tuple[Facet, ...] = ()
    reports: PlaceReports = NO_REPORTS
    more: tuple[Link, ...] = ()
    cards: tuple[Card, ...] = ()


def list_page(
    listing: Listing, number: int, indicators: Vocabulary, site: SiteFacts, image: Image | None = None
) -> ListPage:
    """Compute a page of a list, but for its cards; the first one says what the models add up to."""
    opening = listing.opening() if number == 1 else Opening()
    models = tuple([model.id for model in listing.on_page(number)])
    head = Head(
        title=listing.name,
        description=listing.lead,
        address=address.page(listing.address, number),
        section=listing.section,
        site=site,
        number=number,
        image=image,
        feeds=feeds_at(listing.address, listing.name, site),
        embed=embed_of(listing.address, site),
    )
    return ListPage(
        head=replace(head, data=collection(head, listing.crumbs, len(listing.models), map(address.model, models))),
        title=listing.title,
        hint=listing.hint,
        lead=listing.lead,
        crumbs=listing.crumbs,
        line=opening.line,
        groups=opening.groups,
        notes=opening.notes,
        panel=opening.panel,
        reports=opening.reports,
        more=(*(opening.more if site.loudspeaker else ()), *(opening.files if PROVINCES in site.data else ())),
        field=listing.field,
        total=len(listing.models),
        pager=make_pager(listing.address, number, listing.pages) if listing.pages > 1 else None,
        models=models,
        sums=sums_of(listing.models, indicators) if number == 1 else (),
    )


def line_of(title: str, first: Iterable[Link], others: Iterable[Link]) -> LinkGroup:
    """Make the line above the cards: what a list is part of and itself, then its neighbours that have most models."""
    opening = tuple(first)
    known = {link.address for link in opening}
    ranked = sorted(only_full(others), key=lambda link: -(link.count or 0))
    return LinkGroup(title, (*opening, *[link for link in ranked if link.address not in known][:_ON_A_LINE]))


def only_full(links: Iterable[Link]) -> tuple[Link, ...]:
    """Give the links behind which there are models."""
    return tuple(link for link in links if link.count)


def make_pager(first: str, number: int, last: int) -> Pager:
    """Make the row of pages of a long list, given the address of the first, the number of this one and of the last."""
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
