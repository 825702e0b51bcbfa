"""What many families ask: the catalogue, sorted in several ways, and of one model its card and whom its page tells of."""

from collections.abc import Callable

from showcase.publish.context import Context
from showcase.record.catalogue import Catalogue, newest_first
from showcase.record.cited import Cited
from showcase.record.criteria import Criteria
from showcase.views import address
from showcase.views.around import Around, Neighbours, Surroundings, choose, make_surroundings
from showcase.views.card import Card, make_card
from showcase.views.criteria import criteria_views
from showcase.views.criteria_view import CriteriaView
from showcase.views.document_page import document_link
from showcase.views.list_page import Listing, ListPage, list_page
from showcase.views.listings import all_listings
from showcase.views.model_page import Relatives, find_relatives
from showcase.views.page import Image, Link
from showcase.views.picture import shared_photo
from showcase.views.share_picture import (
    SharePicture,
    alternative_of_event,
    alternative_of_list,
    alternative_of_model,
    has_own,
    image_of,
    share_of_event,
    share_of_list,
    share_of_model,
    share_of_site,
)
from showcase.views.shelves import Shelves, make_shelves


def catalogue(context: Context) -> Catalogue:
    """Give everything that is true; shared."""
    everyone = newest_first(context.summaries().values())
    return Catalogue(
        models=tuple([model for model in everyone if not model.taken_down]),
        taken_down=tuple([model for model in everyone if model.taken_down]),
        reports=context.reports(),
        documents=context.documents(),
        events=context.events(),
        year=context.year(),
        vocabularies=context.reference.vocabularies,
        gazetteer=context.reference.gazetteer,
    )


def shelves(context: Context) -> Shelves:
    """Give the models of each field, theme and place; shared."""
    return make_shelves(context.shared(catalogue))


def surroundings(context: Context) -> Surroundings:
    """Give what the neighbours of each model are found in; shared."""
    return make_surroundings(context.shared(catalogue), context.shared(shelves))


def listings(context: Context) -> dict[str, Listing]:
    """Give every list of the site by its address; shared."""
    everything = all_listings(
        context.shared(catalogue), context.shared(shelves), is_searched=context.settings.is_searched
    )
    return {listing.address: listing for listing in everything}


def list_page_at(context: Context, where: str, number: int) -> ListPage:
    """Give a page of the list at an address, but for its cards."""
    image = context.fact(list_image, where)
    # What is newest changes often, and what a query says of it is not worth a hundred other pages.
    image = image if number == 1 or image is None else image._replace(version="")
    indicators = context.reference.vocabularies.indicators
    return list_page(context.shared(listings)[where], number, indicators, context.settings.site, image)


def share_of_model_at(context: Context, model_id: str) -> SharePicture:
    """Give what stands on the picture of a model, where it is shared."""
    copied = context.fact(relatives, model_id).copied
    return share_of_model(context.summary(model_id), copied, context.reference, context.settings.site)


def model_image(context: Context, model_id: str) -> Image | None:
    """Give the picture that is shown with a link to a model, None where that of the site is: its photo where none is drawn."""
    model = context.summary(model_id)
    if model.taken_down:
        return None
    where = address.model(model_id)
    if not has_own(where, context.settings.site):
        return shared_photo(model.cover, model_id)
    picture = context.fact(share_of_model_at, model_id)
    return image_of(picture, where, alternative_of_model(picture, model))


def share_of_list_at(context: Context, where: str) -> SharePicture:
    """Give what stands on the picture of a list, where it is shared."""
    return share_of_list(context.shared(listings)[where], context.settings.site)


def list_image(context: Context, where: str) -> Image | None:
    """Give the picture that is shown with a link to a list, None where that of the site is."""
    if not has_own(where, context.settings.site):
        return None
    return image_of(context.fact(share_of_list_at, where), where, alternative_of_list(context.shared(listings)[where]))


def share_of_event_at(context: Context, event_id: str) -> SharePicture:
    """Give what stands on the picture of an event, where it is shared."""
    return share_of_event(context.event(event_id), context.settings.site)


def event_image(context: Context, event_id: str) -> Image | None:
    """Give the picture that is shown with a link to an event, None where that of the site is: its photo where none is drawn."""
    event, where = context.event(event_id), address.event(event_id)
    if event.takedown:
        return None
    if not has_own(where, context.settings.site):
        return shared_photo(event.cover, event_id)
    return image_of(context.fact(share_of_event_at, event_id), where, alternative_of_event(event))


def share_of_site_at(context: Context) -> SharePicture:
    """Give what stands on the picture of the site."""
    return share_of_site(context.shared(catalogue), context.settings.site)


def card(context: Context, model_id: str) -> Card:
    """Give the card of a model."""
    return make_card(context.summary(model_id), context.fact(relatives, model_id).copied, context.reference)


def on_show(context: Context, model_id: str) -> str:
    """Give the id of the model on show that bears an id, or bore it; '' where there is none."""
    found = context.shared(catalogue).by_id.get(model_id)
    return found.id if found else ""


def relatives(context: Context, model_id: str) -> Relatives:
    """Give from whom a model learned and who learned from it."""
    return find_relatives(context.summary(model_id), context.shared(catalogue))


def neighbours(context: Context, model_id: str) -> Neighbours:
    """Give whom the page of a model may tell of."""
    return context.shared(surroundings).neighbours(context.summary(model_id))


def around(context: Context, model_id: str) -> Around:
    """Give whom the page of a model tells of besides its relatives."""
    near = context.fact(neighbours, model_id)
    told = context.fact(relatives, model_id).ids
    candidates = map(context.summary, [other for other in near.near if other not in told])
    return choose(context.summary(model_id), near, candidates, told)


def cards(context: Context) -> Callable[[str], Card]:
    """Give who gives the card of a model by its id."""
    return lambda model_id: context.fact(card, model_id)


def cited(context: Context) -> Cited:
    """Give who finds documents by what others write of them; shared."""
    return Cited(context.documents())


def named_documents(context: Context, model_id: str) -> tuple[tuple[str, Link], ...]:
    """Give the documents that a model's history names, each with what it is called there."""
    model = context.summary(model_id)
    provinces = {codes.province for codes in model.places}
    known = context.shared(cited)
    found = ((text, known.find(text, provinces)) for text in dict.fromkeys(model.documents))
    return tuple((text, document_link(documents[0])) for text, documents in found if documents)


def criteria_of_model(context: Context, model_id: str) -> tuple[CriteriaView, ...]:
    """Give the sets of criteria that a model follows."""
    return _criteria_views(context, context.summary(model_id).criteria)


def criteria_of_document(context: Context, document_id: str) -> tuple[CriteriaView, ...]:
    """Give the sets of criteria that a document sets."""
    return _criteria_views(context, context.document(document_id).criteria)


def _criteria_views(context: Context, sets: tuple[Criteria, ...]) -> tuple[CriteriaView, ...]:
    known = {one.id: one for one in context.documents()} if any(one.held_by for one in sets) else {}
    return criteria_views(sets, known)


def documents_of_event(context: Context, event_id: str) -> tuple[Link, ...]:
    """Give the documents that an event's texts name."""
    event = context.event(event_id)
    provinces = {event.place.province.code} if event.place else set()
    return tuple(map(document_link, context.shared(cited).find(f"{event.summary}\n{event.story}", provinces)))


def events_by_model(context: Context) -> dict[str, list[Link]]:
    """Give for each model on show the events that showed it, the latest first; shared."""
    found: dict[str, list[Link]] = {}
    by_id = context.shared(catalogue).by_id if context.events() else {}
    for event in context.events():
        for model_id in dict.fromkeys(by_id[key].id for key in event.models if key in by_id):
            found.setdefault(model_id, []).append(Link(event.title, address.event(event.id), note=str(event.in_year)))
    return found


def events_with(context: Context, model_id: str) -> tuple[Link, ...]:
    """Give the events that showed a model."""
    return tuple(context.shared(events_by_model).get(model_id, ()))
