"""The page of each model on show, its sheet for doing the same, and the notice of one that was taken down."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import (
    around,
    cards,
    catalogue,
    criteria_of_model,
    events_with,
    model_image,
    named_documents,
    on_show,
    relatives,
)
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.guide_sheet import guide_sheet
from showcase.views.model_page import Others, linked_ids, model_page
from showcase.views.takedown_page import model_takedown_page


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of models on show, and the notices of those taken down."""
    everything = context.shared(catalogue)
    for model in everything.models:
        yield page(address.model(model.id), _model, model.id, about=f"mo-hinh:{model.id}")
        if model.has_guide:
            yield page(address.guide(model.id), _guide, model.id, about=f"lam-theo:{model.id}")
    for model in everything.taken_down:
        yield page(address.model(model.id), _taken_down, model.id, about=f"mo-hinh:{model.id}", is_indexed=False)


def _model(context: Context, model_id: str) -> bytes:
    model, settings = context.model(model_id), context.settings
    linked = {key: target for key in linked_ids(model) if (target := context.fact(on_show, key))}
    documents = dict(context.fact(named_documents, model_id)) if context.summary(model_id).documents else {}
    others = Others(
        context.fact(relatives, model_id),
        context.fact(around, model_id),
        linked,
        cards(context),
        documents,
        context.fact(events_with, model_id),
        context.year(),
        context.fact(model_image, model_id),
        context.fact(criteria_of_model, model_id) if context.summary(model_id).criteria_rows else (),
    )
    view = model_page(model, others, context.reference, settings.site, settings.models_folder)
    return context.render("model.html", view)


def _guide(context: Context, model_id: str) -> bytes:
    model = context.model(model_id)
    if model.guide is None:
        message = f"{model_id} has no guide"
        raise LookupError(message)
    image = context.fact(model_image, model_id)
    return context.render("guide.html", guide_sheet(model, model.guide, context.settings.site, image))


def _taken_down(context: Context, model_id: str) -> bytes:
    takedown = context.summary(model_id).takedown
    if takedown is None:
        message = f"{model_id} was not taken down"
        raise LookupError(message)
    return context.render("takedown.html", model_takedown_page(model_id, takedown, context.settings.site))
