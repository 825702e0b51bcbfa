"""Every HTML page of the site that is made from the catalogue, each from a view and a template."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from showcase.publish.output import Hands, Output, fingerprint
from showcase.record.catalogue import Catalogue
from showcase.views import address
from showcase.views.cover import draw_cover
from showcase.views.figures_page import figures_page
from showcase.views.front_page import front_page
from showcase.views.guide_sheet import guide_sheet
from showcase.views.handbook import handbook_pages
from showcase.views.index_page import index_pages
from showcase.views.list_page import list_pages
from showcase.views.listings import all_listings
from showcase.views.model_page import model_page, withdrawn_page
from showcase.views.page import Head, SiteFacts
from showcase.views.shelves import make_shelves


class PageView(Protocol):
    """What all views of pages have."""

    @property
    def head(self) -> Head:
        """The page's title, description and address."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage:
    """A former address, which leads to today's for ever."""

    head: Head
    target: str


def all_pages(catalogue: Catalogue, site: SiteFacts, edition: str) -> Iterator[Output]:
    """Yield every page; `edition` is the fingerprint of code, templates and frame."""
    shelves = make_shelves(catalogue)
    yield _page("front.html", front_page(catalogue, shelves, site), "trang-dau", edition)
    for model in catalogue.models:
        view = model_page(model, catalogue, shelves, site)
        yield _page("model.html", view, f"mo-hinh:{model.id}", edition)
        if view.guide:
            yield _page("guide.html", guide_sheet(view, view.guide), f"lam-theo:{model.id}", edition)
    for model in catalogue.withdrawn:
        yield _page("withdrawn.html", withdrawn_page(model, site), f"mo-hinh:{model.id}", edition)
    for model in (*catalogue.models, *catalogue.withdrawn):
        yield from (_redirect(former, model.id, site, edition) for former in model.former_ids)
    for listing in all_listings(catalogue, shelves):
        about = f"danh-sach:{listing.address}"
        yield from (_page("list.html", view, about, edition) for view in list_pages(listing, catalogue, site))
    for index in index_pages(catalogue, shelves, site):
        yield _page("index.html", index, f"muc-luc:{index.head.address}", edition)
    yield _page("figures.html", figures_page(catalogue, shelves, site), "so-lieu", edition)
    for handbook in handbook_pages(catalogue.vocabularies, site):
        yield _page("handbook.html", handbook, "huong-dan", edition)


def all_covers(catalogue: Catalogue, edition: str) -> Iterator[Output]:
    """Yield a drawn cover for each model without a picture."""
    for model in catalogue.models:
        if not model.photos:
            place = model.places[0].place
            urban = bool(place.commune and place.commune.kind == "phường")
            drawing = draw_cover(model.field, place.province.code, urban, model.themes, model.title)
            recipe = partial(_fill, "cover.svg", drawing)
            yield Output(address.cover(model.id), fingerprint(edition, drawing), recipe)


def _page(template: str, view: PageView, about: str, edition: str) -> Output:
    path = f"{view.head.address}index.html"
    return Output(path, fingerprint(edition, template, view), partial(_fill, template, view), about)


def _redirect(former: str, model_id: str, site: SiteFacts, edition: str) -> Output:
    head = Head(
        title="Địa chỉ đã đổi",
        description="Bài này đã chuyển sang địa chỉ mới.",
        address=address.model(former),
        section="mo-hinh",
        site=site,
    )
    return _page(
        "redirect.html", RedirectPage(head=head, target=address.model(model_id)), f"mo-hinh:{model_id}", edition
    )


def _fill(template: str, view: object, hands: Hands) -> bytes:
    return hands.page(template, view)
