"""The pages of every list: all models, fields, themes, places of today and of before."""

from collections.abc import Iterator
from dataclasses import replace

from showcase.publish.context import Context
from showcase.publish.facts import cards, list_page_at, listings
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.card import in_turn


def outputs(context: Context) -> Iterator[Output]:
    """Yield every page of every list."""
    for where, listing in context.shared(listings).items():
        for number in range(1, listing.pages + 1):
            yield page(address.page(where, number), _list, where, number, about=f"danh-sach:{where}")


def _list(context: Context, where: str, number: int) -> bytes:
    view = context.fact(list_page_at, where, number)
    return context.render("list.html", replace(view, cards=in_turn(map(cards(context), view.models))))
