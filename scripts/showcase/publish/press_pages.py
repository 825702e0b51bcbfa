"""For the press: of each model on show a page with all that a newsroom takes, and its citation as two files."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, model_image, relatives
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.press_page import citation_file, citation_of, press_page

_FORMS = "BibTeX", "RIS"


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages and the citations; none where the editors want none."""
    if not context.settings.site.has_press:
        return
    for model in context.shared(catalogue).models:
        yield page(address.press(model.id), _page, model.id, about=f"bao-chi:{model.id}")
        for form in _FORMS:
            yield Output(citation_file(model.id, form), _citation, (model.id, form))


def _page(context: Context, model_id: str) -> bytes:
    copied, image = context.fact(relatives, model_id).copied, context.fact(model_image, model_id)
    places = PlaceAddresses(context.reference.gazetteer)
    view = press_page(context.model(model_id), copied, places, context.settings.site, image)
    return context.render("press.html", view)


def _citation(context: Context, model_id: str, form: str) -> bytes:
    return citation_of(context.summary(model_id), form, context.settings.site).encode()
