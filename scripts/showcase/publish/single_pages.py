"""The pages of which there is one each: the front page, the indexes, the movement, the generated part of the guide."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import cards, catalogue, shelves
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.front_page import front_page
from showcase.views.handbook import HANDBOOK, handbook_page
from showcase.views.index_page import INDEXES, index_page
from showcase.views.movement_page import movement_page


def outputs(_context: Context) -> Iterator[Output]:
    """Yield the pages."""
    yield page(address.HOME, _front, about="trang-dau")
    for where in INDEXES:
        yield page(where, _index, where, about=f"muc-luc:{where}")
    yield page(address.MOVEMENT, _movement, about="phong-trao")
    for where in HANDBOOK:
        yield page(where, _handbook, where, about="huong-dan")


def _front(context: Context) -> bytes:
    settings = context.settings
    view = front_page(
        context.shared(catalogue),
        context.shared(shelves),
        settings.site,
        cards(context),
        is_searched=settings.is_searched,
    )
    return context.render("front.html", view)


def _index(context: Context, where: str) -> bytes:
    view = index_page(where, context.shared(catalogue), context.shared(shelves), context.settings.site, cards(context))
    return context.render("index.html", view)


def _movement(context: Context) -> bytes:
    view = movement_page(context.shared(catalogue), context.shared(shelves), context.settings.site)
    return context.render("movement.html", view)


def _handbook(context: Context, where: str) -> bytes:
    return context.render("handbook.html", handbook_page(where, context.reference.vocabularies, context.settings.site))
