"""The pages of families of copies: their trees, the rows of all of them, and the addresses that lead to a tree.

A tree is given by the id of its root. Who was copied, and learned from another since, is found under its own id by a
redirect to its line; so is a former id. Fingerprints are made of the marks of the members.
"""

from collections.abc import Iterator
from functools import partial

from showcase.publish.output import Hands, Output, Recipe
from showcase.record.catalogue import Catalogue
from showcase.record.family import Family
from showcase.views import address
from showcase.views.family_page import family_page
from showcase.views.family_part import FamilyPart, family_part, pages_of, tree_address
from showcase.views.page import Head, SiteFacts
from showcase.views.redirect_page import RedirectPage
from showcase.views.spreading_page import PAGE_SIZE, spread_figures, spreading_page
from showcase.views.spreading_page import pages_of as pages_of_all
from showcase.words.fingerprint import mark_of


def family_pages(catalogue: Catalogue, site: SiteFacts, edition: str) -> Iterator[Output]:
    """Yield the rows of all families, the pages of every tree, and what leads to them."""
    marks = [mark_of(edition, *_marks(family, catalogue)) for family in catalogue.families]
    yield from _row_outputs(catalogue, marks, edition)
    for family, mark in zip(catalogue.families, marks, strict=True):
        yield from _tree_outputs(family, mark)
        yield from _ways_to(family, catalogue, site, edition)
    yield from _left_behind(catalogue, site, edition)


def _row_outputs(catalogue: Catalogue, marks: list[str], edition: str) -> Iterator[Output]:
    figures, pages = spread_figures(catalogue), pages_of_all(catalogue)
    for number in range(1, pages + 1):
        on_page = slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
        counted = repr(figures) if number == 1 else ""
        path = f"{address.page(address.SPREADING, number)}index.html"
        recipe = partial(partial, _rows, catalogue.families[on_page], figures, number, pages)
        yield Output(path, mark_of(edition, str(number), str(pages), counted, *marks[on_page]), recipe, "lan-toa")


def _tree_outputs(family: Family, mark: str) -> Iterator[Output]:
    first, about = address.family(family.root.id), f"lan-toa:{family.root.id}"
    for number in range(1, pages_of(family) + 1):
        path = f"{address.page(first, number)}index.html"
        yield Output(path, f"{mark}{number}", partial(_tree_recipe, family, number), about)


def _marks(family: Family, catalogue: Catalogue) -> Iterator[str]:
    listed = catalogue.listed([member.brief for member in family.members])
    for one, member in zip(listed, family.members, strict=True):
        yield f"{one.mark} {member.generation} {one.brief.copies or ''}"


def _ways_to(family: Family, catalogue: Catalogue, site: SiteFacts, edition: str) -> Iterator[Output]:
    """Yield what leads to the line of each member that was copied: from its own id, and from those that it had."""
    for member in family.members:
        model = member.brief
        if catalogue.copied(model):
            names = model.former_ids if model is family.root else (model.id, *model.former_ids)
            target = tree_address(family, member)
            yield from (_redirect(name, target, f"lan-toa:{family.root.id}", site, edition) for name in names)


def _left_behind(catalogue: Catalogue, site: SiteFacts, edition: str) -> Iterator[Output]:
    """Yield what leads from the trees of models that were taken down to their notices."""
    taught = {model.learned_from for model in catalogue.models}
    for model in catalogue.withdrawn:
        names = (model.id, *model.former_ids)
        if model.copies or taught.intersection(names):
            about = f"mo-hinh:{model.id}"
            yield from (_redirect(name, address.model(model.id), about, site, edition) for name in names)


def _redirect(model_id: str, target: str, about: str, site: SiteFacts, edition: str) -> Output:
    recipe = partial(_redirect_recipe, model_id, target, site)
    return Output(f"{address.family(model_id)}index.html", mark_of(edition, target), recipe, about)


def _redirect_recipe(model_id: str, target: str, site: SiteFacts) -> Recipe:
    said = "Sơ đồ lan tỏa này nay ở địa chỉ khác"
    where = address.family(model_id)
    head = Head(title="Địa chỉ đã đổi", description=f"{said}.", address=where, section="mo-hinh", site=site)
    return partial(_fill, "redirect.html", RedirectPage(head=head, target=target, title=said))


def _tree_recipe(family: Family, number: int) -> Recipe:
    return partial(_tree, family_part(family, number))


def _fill(template: str, view: RedirectPage, hands: Hands) -> bytes:
    return hands.page(template, view)


def _tree(part: FamilyPart, hands: Hands) -> bytes:
    return hands.page("family.html", family_page(part, hands.reference, hands.site))


def _rows(
    families: tuple[Family, ...], figures: tuple[tuple[str, str], ...], number: int, pages: int, hands: Hands
) -> bytes:
    return hands.page("spreading.html", spreading_page(families, figures, number, pages, hands.reference, hands.site))
