"""What stays where a page was published that the site has no more: a list, a tree of copies, a sheet for doing the same."""

from collections.abc import Collection, Iterator, Sequence

from showcase.publish.context import Context
from showcase.publish.facts import listings
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.gone_page import gone_page

_KEPT = (address.MODELS, address.FIELDS, address.THEMES, address.PLACES, address.SPREADING, address.FIGURES)


def outputs(context: Context, there: Collection[str]) -> Iterator[Output]:
    """Yield a page for each address in the ledger of pages that is not among those that are `there`."""
    for one in context.published_pages():
        if one.address not in there:
            leads_to = _nearest(one.address, there)
            yield page(
                one.address, _gone, one.address, one.title, leads_to, about=f"danh-sach:{one.address}", is_indexed=False
            )


def to_be_kept(context: Context, all_pages: Collection[Output]) -> Iterator[tuple[str, str]]:
    """Yield the address of each page that shall not vanish, with the title of a list; models have a ledger of their own."""
    lists = context.shared(listings)
    for output in all_pages:
        where = output.address
        if output.about and _is_kept(where.split("/")[:-1]):
            yield where, lists[where].title if where in lists else ""


def _is_kept(levels: Sequence[str]) -> bool:
    """Tell whether a page is below one of the kinds, but no model's own, nor a further page of a long list."""
    least = 3 if levels[:1] == ["mo-hinh"] else 2
    return len(levels) >= least and f"{levels[0]}/" in _KEPT and not levels[-1].startswith("trang-")


def _nearest(where: str, there: Collection[str]) -> str:
    """Give the page that is nearest: of a tree the model's, else one above."""
    if where.startswith(address.SPREADING) and (model := address.model(where.split("/")[1])) in there:
        return model
    levels = where.split("/")[:-1]
    above = ("".join(f"{level}/" for level in levels[:count]) for count in range(len(levels) - 1, 0, -1))
    return next((place for place in above if place in there), address.MODELS)


def _gone(context: Context, where: str, title: str, leads_to: str) -> bytes:
    return context.render("gone.html", gone_page(where, title, leads_to, context.settings.site))
