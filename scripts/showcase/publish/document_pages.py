"""The pages of documents: the list of all, and one for each with what names it."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, criteria_of_document, documents_of_event, named_documents
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.document_page import document_page, documents_page
from showcase.views.page import Link


def outputs(context: Context) -> Iterator[Output]:
    """Yield the list, and the page of each document."""
    yield page(address.DOCUMENTS, _documents, about="van-ban")
    for document in context.documents():
        yield page(address.document(document.id), _document, document.id, about=f"van-ban:{document.id}")


def _resting(context: Context) -> dict[str, list[Link]]:
    """Give by the address of each document the models and events that name it, the newest first; shared."""
    found: dict[str, list[Link]] = {}
    for model in context.shared(catalogue).models:
        if model.documents:
            for document in dict.fromkeys(link.address for _, link in context.fact(named_documents, model.id)):
                found.setdefault(document, []).append(Link(model.title, address.model(model.id), note=model.written))
    for event in context.events():
        for link in context.fact(documents_of_event, event.id):
            found.setdefault(link.address, []).append(Link(event.title, address.event(event.id)))
    return found


def resting_on(context: Context, document_id: str) -> tuple[Link, ...]:
    """Give the models and events that name a document."""
    return tuple(context.shared(_resting).get(address.document(document_id), ()))


def _documents(context: Context) -> bytes:
    return context.render("documents.html", documents_page(context.documents(), context.settings.site))


def _document(context: Context, document_id: str) -> bytes:
    named_by = context.fact(resting_on, document_id)
    criteria = context.fact(criteria_of_document, document_id)
    view = document_page(context.document(document_id), context.documents(), named_by, criteria, context.settings.site)
    return context.render("document.html", view)
