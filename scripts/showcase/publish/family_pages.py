"""The pages of families of copies: their trees, the rows of all of them, and the addresses that lead to a tree.

A tree is given by the id of its root. Who was copied, and learned from another since, is found under its own id by a
redirect to its line; so is a former id.
"""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, model_image
from showcase.publish.output import Output, page
from showcase.record.catalogue import Catalogue
from showcase.record.family import Family
from showcase.views import address
from showcase.views.family_page import FamilyPage, family_page
from showcase.views.family_part import family_part, page_of, pages_of, place_of
from showcase.views.model_page import head_of
from showcase.views.page import Head
from showcase.views.redirect_page import redirect_page
from showcase.views.spreading_page import PAGE_SIZE, SpreadingPage, spread_figures, spreading_page
from showcase.views.spreading_page import pages_of as pages_of_all

_MOVED = "Sơ đồ lan tỏa này nay ở địa chỉ khác"


def outputs(context: Context) -> Iterator[Output]:
    """Yield the rows of all families, the pages of every tree, and what leads to them."""
    everything = context.shared(catalogue)
    for number in range(1, pages_of_all(everything) + 1):
        yield page(address.page(address.SPREADING, number), _rows, number, about="lan-toa")
    for family in everything.families:
        root, about = family.root.id, f"lan-toa:{family.root.id}"
        for number in range(1, pages_of(family) + 1):
            yield page(address.page(address.family(root), number), _tree, root, number, about=about)
        for former, number, place in _ways_to(family, everything):
            target = address.page(address.family(root), number)
            yield page(address.family(former), _redirect, former, root, number, place, about=about, leads_to=target)
    for former, model_id in _left_behind(everything):
        about, notice = f"mo-hinh:{model_id}", address.model(model_id)
        yield page(address.family(former), _redirect_to_notice, former, model_id, about=about, leads_to=notice)


def _ways_to(family: Family, everything: Catalogue) -> Iterator[tuple[str, int, str]]:
    """Yield what leads to each member that was copied: its own id and those that it had, with its page and its place there."""
    for member in family.members:
        model = member.model
        if everything.copied(model):
            names = model.former_ids if model is family.root else (model.id, *model.former_ids)
            yield from ((name, page_of(member), place_of(member)) for name in names)


def _left_behind(everything: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the ids whose trees are gone with models that were taken down, with the ids of these."""
    taught = {model.learned_from for model in everything.models}
    for model in everything.taken_down:
        names = (model.id, *model.former_ids)
        if model.copies or taught.intersection(names):
            yield from ((name, model.id) for name in names)


def tree_page(context: Context, root: str, number: int) -> FamilyPage:
    """Give a page of the tree of a root."""
    family, _ = context.shared(catalogue).family_of[root]
    image = context.fact(model_image, root)
    return family_page(family_part(family, number), context.reference, context.settings.site, image)


def tree_head(context: Context, root: str, number: int) -> Head:
    """Give what a page of a tree says of itself: so that what leads to it is not made again when only its lines change."""
    return context.fact(tree_page, root, number).head


def rows_page(context: Context, number: int) -> SpreadingPage:
    """Give a page of the rows of all families."""
    everything = context.shared(catalogue)
    families = everything.offered_families[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    figures = context.fact(figures_of_all)
    return spreading_page(families, figures, number, pages_of_all(everything), context.reference, context.settings.site)


def figures_of_all(context: Context) -> tuple[tuple[str, str], ...]:
    """Count all families together; every page of the rows asks."""
    return spread_figures(context.shared(catalogue))


def _tree(context: Context, root: str, number: int) -> bytes:
    return context.render("family.html", context.fact(tree_page, root, number))


def _rows(context: Context, number: int) -> bytes:
    return context.render("spreading.html", context.fact(rows_page, number))


def _redirect(context: Context, former: str, root: str, number: int, place: str) -> bytes:
    target = context.fact(tree_head, root, number)
    return context.render("redirect.html", redirect_page(address.family(former), target, place=place, title=_MOVED))


def _redirect_to_notice(context: Context, former: str, model_id: str) -> bytes:
    image, site = context.fact(model_image, model_id), context.settings.site
    target = head_of(context.summary(model_id), image, site, context.reference)
    return context.render("redirect.html", redirect_page(address.family(former), target, title=_MOVED))
