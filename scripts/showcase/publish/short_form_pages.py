"""The pages of the two short forms: what is wrong with a model, and that somebody did the same."""

from collections.abc import Callable, Iterator

from showcase.publish.context import Context
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.page import SiteFacts
from showcase.views.short_form import ShortForm, copied_form, mistake_form

_FORMS: dict[str, Callable[[SiteFacts], ShortForm]] = {address.MISTAKE: mistake_form, address.COPIED: copied_form}


def outputs(_context: Context) -> Iterator[Output]:
    """Yield the pages."""
    for where in _FORMS:
        yield page(where, _form, where, about="gop-y")


def _form(context: Context, where: str) -> bytes:
    return context.render("short_form.html", _FORMS[where](context.settings.site))
