"""What stays where a page was published that the site has no more: a list, a tree of copies, a sheet for doing the same."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from showcase.publish.context import Context
from showcase.publish.facts import listings
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.gone_page import gone_page

_KEPT = (
    address.MODELS,
    address.FIELDS,
    address.THEMES,
    address.PLACES,
    address.SPREADING,
    address.PROGRESS,
)


def outputs(context: Context, there: Mapping[str, Output]) -> Iterator[Output]:
    """Yield a page for each address in the ledger of pages that is not among those that are `there`, all others by address."""
    for one in context.published_pages():
        if one.address not in there:
            way_on = nearest(one.address, there)
            about = f"danh-sach:{one.address}"
            yield page(one.address, _gone, one.address, one.title, way_on, about=about, is_indexed=False)


def to_be_kept(context: Context, all_pages: Collection[Output]) -> Iterator[tuple[str, str]]:
    """Yield the address of each page that shall not vanish, with the title of a list; models have a ledger of their own."""
    lists = context.shared(listings)
    for output in all_pages:
        where = output.address
        if output.about and _is_kept(where.split("/")[:-1]):
            yield where, lists[where].title if where in lists else ""


def nearest(where: str, there: Mapping[str, Output]) -> str:
    """Give the page that is nearest: of a tree the model's, else one above; that to which it leads where it leads on."""
    found = next((place for place in _above(where) if place in there), address.MODELS)
    return there[found].leads_to or found if found in there else found


def _above(where: str) -> Iterator[str]:
    levels = where.split("/")[:-1]
    if where.startswith(address.SPREADING):
        yield address.model(levels[1])
    ends = range(len(levels) - where.endswith("/"), 0, -1)
    yield from ("".join(f"{level}/" for level in levels[:count]) for count in ends)


def _is_kept(levels: Sequence[str]) -> bool:
    """Tell whether a page is below one of the kinds, but no further page of a long list; of a model only its sheet comes and goes."""
    if levels[:1] == ["mo-hinh"]:
        return levels[2:] == ["lam-theo"]
    return len(levels) >= 2 and f"{levels[0]}/" in _KEPT and not levels[-1].startswith("trang-")


def _gone(context: Context, where: str, title: str, leads_to: str) -> bytes:
    return context.render("gone.html", gone_page(where, title, leads_to, context.settings.site))
