"""The page of the form by which readers send a model."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.form_page import form_page


def outputs(_context: Context) -> Iterator[Output]:
    """Yield the page."""
    yield page(address.FORM, _form, about="gui-bai")


def _form(context: Context) -> bytes:
    return context.render("form.html", form_page(context.reference.vocabularies, context.settings.site))
