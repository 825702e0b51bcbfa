"""The page of what spread the furthest: a row for each family of copies, paged, with what spreading means here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from showcase.record.catalogue import Catalogue
from showcase.record.family import Family
from showcase.record.reference import Reference
from showcase.views import address
from showcase.views.linked_data import path_to
from showcase.views.list_page import Pager, make_pager
from showcase.views.page import Head, Link, SiteFacts
from showcase.views.place_names import places_today
from showcase.views.spread import measured, provinces_of, spread_words
from showcase.words.numbers import write_number

PAGE_SIZE = 24
"""Rows on one page."""
_TITLE = "Cách làm hay lan tới đâu"


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One family: its first model, to how many places it spread, and a line on when and where."""

    root: Link
    place: str
    places: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadingPage:
    """One page of the rows; what is counted of all of them stands on the first alone."""

    head: Head
    title: str
    lead: str
    figures: tuple[tuple[str, str], ...]
    rows: tuple[SpreadRow, ...]
    first: int
    pager: Pager | None


def pages_of(catalogue: Catalogue) -> int:
    """How many pages the rows take, at least one: an empty list says how to fill it."""
    return max(1, -(-len(catalogue.offered_families) // PAGE_SIZE))


def spread_figures(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Count all families together."""
    families = catalogue.offered_families
    if not families:
        return ()
    provinces = set(chain.from_iterable(provinces_of(family, after_the_first=True) for family in families))
    return (
        (write_number(len(families)), "bài đã có nơi khác làm theo"),
        (write_number(sum(family.spread for family in families)), "nơi đã làm theo"),
        (write_number(len(provinces)), "tỉnh, thành phố hiện nay có nơi làm theo"),
    )


def spread_rows(families: Iterable[Family], reference: Reference) -> tuple[SpreadRow, ...]:
    """Write a row for each family."""
    return tuple(_row(family, reference) for family in families)


def spreading_page(
    families: tuple[Family, ...],
    figures: tuple[tuple[str, str], ...],
    number: int,
    pages: int,
    reference: Reference,
    site: SiteFacts,
) -> SpreadingPage:
    """Compute the page of that number, given its families."""
    lead = (
        "Một cách làm hay đi xa khi nơi khác thấy được, hỏi được rồi làm được. Ở đây ghi nơi nào đã học từ nơi nào, "
        "theo lời kể và nguồn của từng bài; nơi làm theo mà chưa có bài riêng cũng được kể."
    )
    head = Head(
        title="Lan tỏa",
        description=lead,
        address=address.page(address.SPREADING, number),
        section="mo-hinh",
        site=site,
        number=number,
    )
    return SpreadingPage(
        head=replace(head, data=path_to(head, ())),
        title=_TITLE,
        lead=lead,
        figures=figures if number == 1 else (),
        rows=spread_rows(families, reference),
        first=(number - 1) * PAGE_SIZE + 1,
        pager=make_pager(address.SPREADING, number, pages) if pages > 1 else None,
    )


def _row(family: Family, reference: Reference) -> SpreadRow:
    root = family.root
    return SpreadRow(
        root=Link(root.title, address.family(root.id), key=root.field),
        place=places_today(root.located(reference.gazetteer)),
        places=write_number(family.spread),
        line=spread_words(measured(family), reference.gazetteer).line,
    )
