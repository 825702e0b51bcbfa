"""Every HTML page of the site that is made from the catalogue, each from a view and a template.

Two kinds of pages are many, those of models and those of lists; like those of families (`family_pages.py`), their fingerprints are made of the marks of what they
show, and their views are computed when they are made. The others are few, and their fingerprints are those of their views.
"""

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from showcase.publish.family_pages import family_pages
from showcase.publish.output import Hands, Output, Recipe
from showcase.record.brief import Brief
from showcase.record.catalogue import Catalogue, Listed
from showcase.views import address
from showcase.views.around import Chosen, Surroundings, choose, make_surroundings
from showcase.views.cover import draw_cover
from showcase.views.figures_page import figures_page
from showcase.views.front_page import front_page
from showcase.views.guide_sheet import guide_sheet
from showcase.views.handbook import handbook_pages
from showcase.views.index_page import index_pages
from showcase.views.list_page import Listing, ListPage, list_page, with_cards
from showcase.views.listings import all_listings
from showcase.views.model_page import Related, model_page, related, withdrawn_page
from showcase.views.page import Head, SiteFacts
from showcase.views.redirect_page import RedirectPage
from showcase.views.shelves import Shelves, make_shelves
from showcase.words.fingerprint import fingerprint, mark_of


class PageView(Protocol):
    """What all views of pages have."""

    @property
    def head(self) -> Head:
        """The page's title, description and address."""
        ...


def all_pages(catalogue: Catalogue, site: SiteFacts, edition: str, *, is_searched: bool = False) -> Iterator[Output]:
    """Yield every page; `edition` is the fingerprint of code, templates and frame; `is_searched` where there is an index."""
    shelves = make_shelves(catalogue)
    yield from single_pages(catalogue, shelves, site, edition)
    surroundings = make_surroundings(catalogue, shelves)
    for model in catalogue.models:
        yield from model_outputs(model, catalogue, surroundings, edition)
    for model in (*catalogue.models, *catalogue.withdrawn):
        yield from former_addresses(model, site, edition)
    yield from family_pages(catalogue, site, edition)
    words = fingerprint(edition, catalogue.vocabularies)
    for listing in all_listings(catalogue, shelves, is_searched=is_searched):
        yield from list_outputs(listing, catalogue, site, words)


def single_pages(catalogue: Catalogue, shelves: Shelves, site: SiteFacts, edition: str) -> Iterator[Output]:
    """Yield the pages of which there is one each: the front page, the figures, the indexes, the editors' guide."""
    yield _page("front.html", front_page(catalogue, shelves, site), "trang-dau", edition)
    yield _page("figures.html", figures_page(catalogue, shelves, site), "so-lieu", edition)
    for index in index_pages(catalogue, shelves, site):
        yield _page("index.html", index, f"muc-luc:{index.head.address}", edition)
    for handbook in handbook_pages(catalogue.vocabularies, site):
        yield _page("handbook.html", handbook, "huong-dan", edition)


def model_outputs(model: Brief, catalogue: Catalogue, surroundings: Surroundings, edition: str) -> Iterator[Output]:
    """Yield the page of a model on show, and the sheet for doing the same where it has one."""
    others = related(model, catalogue)
    marks = catalogue.root, model.digest, others.mark, surroundings.mark(model)
    page = f"{address.model(model.id)}index.html"
    recipe = partial(_model_recipe, model, others, catalogue, surroundings)
    yield Output(page, mark_of(edition, *marks, *_words(model, catalogue)), recipe, f"mo-hinh:{model.id}")
    if model.has_guide:
        sheet = f"{address.guide(model.id)}index.html"
        yield Output(sheet, f"{edition}{model.digest}", partial(partial, _guide, model.digest), f"lam-theo:{model.id}")


def former_addresses(model: Brief, site: SiteFacts, edition: str) -> Iterator[Output]:
    """Yield what stands where a model is no more: the notice of its takedown, and redirects from its former ids."""
    if model.takedown:
        view = withdrawn_page(model.id, model.takedown, site)
        yield _page("withdrawn.html", view, f"mo-hinh:{model.id}", edition)
    for former in model.former_ids:
        head = Head(
            title="Địa chỉ đã đổi",
            description="Bài này đã chuyển sang địa chỉ mới.",
            address=address.model(former),
            section="mo-hinh",
            site=site,
        )
        view_of_former = RedirectPage(head=head, target=address.model(model.id))
        yield _page("redirect.html", view_of_former, f"mo-hinh:{model.id}", edition)


def list_outputs(listing: Listing, catalogue: Catalogue, site: SiteFacts, words: str) -> Iterator[Output]:
    """Yield the pages of a list; `words` is the fingerprint of all that is the same for all lists."""
    crumbs = [link.label for link in listing.crumbs]
    said = mark_of(words, listing.kicker, listing.title, listing.lead, *crumbs, str(listing.pages))
    for number in range(1, listing.pages + 1):
        listed = catalogue.listed(listing.on_page(number))
        # The words of a first page tell of all models of the list.
        seen = catalogue.listed(listing.models) if number == 1 else listed
        counts = f"{listing.counts}{listing.is_searched}" if number == 1 else ""
        mark = mark_of(said, str(number), counts, *[one.mark for one in seen])
        path = f"{address.page(listing.address, number)}index.html"
        recipe = partial(_list_recipe, listing, number, listed, site)
        yield Output(path, mark, recipe, f"danh-sach:{listing.address}")


def all_covers(catalogue: Catalogue, edition: str) -> Iterator[Output]:
    """Yield a drawn cover for each model without a picture."""
    for model in catalogue.models:
        if not model.photos:
            yield cover_output(model, catalogue, edition)


def cover_output(model: Brief, catalogue: Catalogue, edition: str) -> Output:
    """Give the cover that is drawn for a model."""
    codes = model.places[0]
    is_urban = bool(codes.commune) and catalogue.gazetteer.commune(codes.commune).kind == "phường"
    recipe = partial(partial, _cover, model.field, codes.province, is_urban, model.themes, model.title)
    return Output(address.cover(model.id), f"{edition}{model.face}", recipe)


def _words(model: Brief, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the labels that a model's page shows."""
    vocabularies = catalogue.vocabularies
    themes = [vocabularies.themes.label(key) for key in model.themes]
    hosts = [vocabularies.host_kinds.label(key) for key in model.host_kinds]
    return (*themes, *hosts, vocabularies.fields.labels)  # cards of others may be of any field


def _list_recipe(listing: Listing, number: int, listed: tuple[Listed, ...], site: SiteFacts) -> Recipe:
    return partial(_list, list_page(listing, number, site), listed)


def _model_recipe(model: Brief, others: Related, catalogue: Catalogue, surroundings: Surroundings) -> Recipe:
    foot = choose(model, catalogue, surroundings, others.ids)
    return partial(_model, model.digest, others, foot)


def _page(template: str, view: PageView, about: str, edition: str) -> Output:
    path = f"{view.head.address}index.html"
    return Output(path, fingerprint(edition, template, view), partial(partial, _fill, template, view), about)


def _fill(template: str, view: object, hands: Hands) -> bytes:
    return hands.page(template, view)


def _model(digest: str, others: Related, foot: Chosen, hands: Hands) -> bytes:
    return hands.page("model.html", model_page(hands.model(digest), others, foot, hands.reference, hands.site))


def _guide(digest: str, hands: Hands) -> bytes:
    model = hands.model(digest)
    if model.guide is None:
        message = f"{model.id} has no guide"
        raise ValueError(message)
    return hands.page("guide.html", guide_sheet(model, model.guide, hands.site))


def _list(page: ListPage, listed: tuple[Listed, ...], hands: Hands) -> bytes:
    return hands.page("list.html", with_cards(page, listed, hands.reference))


def _cover(
    field: str,
    province: str,
    is_urban: bool,  # noqa: FBT001 - a fact of the place
    themes: tuple[str, ...],
    title: str,
    hands: Hands,
) -> bytes:
    return hands.page("cover.svg", draw_cover(field, province, is_urban, themes, title))
