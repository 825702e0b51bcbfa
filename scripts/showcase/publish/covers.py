"""A drawn cover for each model without a picture."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.output import Output
from showcase.views import address
from showcase.views.cover import draw_cover


def outputs(context: Context) -> Iterator[Output]:
    """Yield the covers."""
    for model in context.shared(catalogue).models:
        if not model.photos:
            yield Output(address.cover(model.id), _cover, (model.id,))


def _cover(context: Context, model_id: str) -> bytes:
    model = context.summary(model_id)
    place = model.places[0]
    is_urban = bool(place.commune) and context.reference.gazetteer.commune(place.commune).kind == "phường"
    return context.render("cover.svg", draw_cover(model.field, place.province, is_urban, model.themes, model.title))
