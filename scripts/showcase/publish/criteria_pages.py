"""The pages that list every set of criteria, with the models and documents that use it."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, criteria_of_document, criteria_of_model
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.criteria import CriteriaPage, CriteriaUse, all_uses, criteria_page, pages_of_criteria
from showcase.views.criteria_view import CriteriaView
from showcase.views.document_page import document_link
from showcase.views.page import Link


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the list."""
    for number in range(1, pages_of_criteria(context.shared(uses)) + 1):
        yield page(address.page(address.CRITERIA, number), _criteria, number, about="tieu-chi")


def uses(context: Context) -> tuple[CriteriaUse, ...]:
    """Give every set with who uses it; shared."""
    return all_uses(_users(context))


def criteria_page_at(context: Context, number: int) -> CriteriaPage:
    """Give what a page of the list says."""
    return criteria_page(context.shared(uses), number, context.settings.site)


def _users(context: Context) -> Iterator[tuple[Link, tuple[CriteriaView, ...]]]:
    for document in context.documents():
        if document.criteria:
            yield document_link(document), context.fact(criteria_of_document, document.id)
    for model in context.shared(catalogue).models:
        if model.criteria_rows:
            link = Link(model.title, address.model(model.id), note=model.written)
            yield link, context.fact(criteria_of_model, model.id)


def _criteria(context: Context, number: int) -> bytes:
    return context.render("criteria.html", context.fact(criteria_page_at, number))
