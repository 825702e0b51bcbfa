"""What is read over loudspeakers: of each model a sheet and a plain text, and the pages that collect them."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, model_image, shelves
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.loudspeaker_page import (
    Collection,
    Entry,
    collection_page,
    collections,
    entry_of,
    has_loudspeaker_text,
    loudspeaker_sheet,
)
from showcase.views.loudspeaker_text import LoudspeakerText, loudspeaker_text
from showcase.words.text import match_key


def outputs(context: Context) -> Iterator[Output]:
    """Yield the sheets, the texts and the collections; none where the editors want none."""
    site = context.settings.site
    if site.loudspeaker is None:
        return
    for model in context.shared(catalogue).models:
        if has_loudspeaker_text(model, site):
            yield page(address.loudspeaker(model.id), _sheet, model.id, about=f"phat-thanh:{model.id}")
            yield Output(address.loudspeaker_text(model.id), _text, (model.id,))
    for where, collection in context.shared(_collections).items():
        for number in range(1, max(1, collection.pages) + 1):
            yield page(address.page(where, number), _collection, where, number, about=f"phat-thanh:{where}")


def text_of(context: Context, model_id: str) -> LoudspeakerText:
    """Give what is read out of a model."""
    setting = context.settings.site.loudspeaker
    if setting is None:
        message = "nothing is read out"
        raise LookupError(message)
    return loudspeaker_text(context.model(model_id), setting, context.shared(_long_forms))


def _long_forms(context: Context) -> dict[str, str]:
    """Give what each of the editors' abbreviations stands for; shared."""
    return {match_key(row.short): row.long for row in context.abbreviations()}


def _collections(context: Context) -> dict[str, Collection]:
    """Give the collections by their address; shared."""
    found = collections(context.shared(catalogue), context.shared(shelves), context.settings.site)
    return {collection.address: collection for collection in found}


def _collection_at(context: Context, where: str) -> Collection:
    return context.shared(_collections)[where]


def _entry(context: Context, model_id: str) -> Entry:
    return entry_of(context.summary(model_id), context.fact(text_of, model_id), _places(context))


def _places(context: Context) -> PlaceAddresses:
    return PlaceAddresses(context.reference.gazetteer)


def _sheet(context: Context, model_id: str) -> bytes:
    text, image = context.fact(text_of, model_id), context.fact(model_image, model_id)
    view = loudspeaker_sheet(context.summary(model_id), text, _places(context), context.settings.site, image)
    return context.render("loudspeaker.html", view)


def _text(context: Context, model_id: str) -> bytes:
    return context.fact(text_of, model_id).plain.encode()


def _collection(context: Context, where: str, number: int) -> bytes:
    collection = context.fact(_collection_at, where)
    entries = tuple(context.fact(_entry, model_id) for model_id in collection.on_page(number))
    view = collection_page(collection, number, entries, context.settings.site)
    return context.render("loudspeaker_list.html", view)
