"""The pages of events: the list of all, one for each with the models shown there, what stands where one was, and the calendar."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import documents_of_event, event_image, on_show
from showcase.publish.output import Output, page
from showcase.reading.story import linked_models
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.calendar import calendar
from showcase.views.event_page import Told, event_page, events_page, head_of_event
from showcase.views.page import Link, capitalised
from showcase.views.redirect_page import redirect_page
from showcase.views.takedown_page import event_takedown_page


def outputs(context: Context) -> Iterator[Output]:
    """Yield the list, the calendar, the page of each event, the notices of those taken down, and redirects from former ids."""
    yield page(address.EVENTS, _events, about="su-kien")
    yield Output(address.CALENDAR, _calendar)
    for event in context.events():
        yield page(address.event(event.id), _event, event.id, about=f"su-kien:{event.id}")
    for event in context.events_taken_down():
        yield page(address.event(event.id), _taken_down, event.id, about=f"su-kien:{event.id}", is_indexed=False)
    for event in (*context.events(), *context.events_taken_down()):
        for former in event.former_ids:
            where, about = address.event(event.id), f"su-kien:{event.id}"
            yield page(address.event(former), _redirect, former, event.id, about=about, leads_to=where)


def model_title(context: Context, model_id: str) -> tuple[str, str]:
    """Give title and first place of a model, which is all that an event tells of it."""
    model = context.summary(model_id)
    return model.title, model.written


def _events(context: Context) -> bytes:
    return context.render("events.html", events_page(context.events(), context.settings.site))


def _calendar(context: Context) -> bytes:
    return calendar(context.events(), context.settings.site)


def _event(context: Context, event_id: str) -> bytes:
    event = context.event(event_id)
    shown = [target for key in event.models if (target := context.fact(on_show, key))]
    models = [(key, *context.fact(model_title, key)) for key in dict.fromkeys(shown)]
    links = [Link(title, address.model(key), note=place) for key, title, place in models]
    linked = {key: target for key in linked_models(event.story) if (target := context.fact(on_show, key))}
    places, province = PlaceAddresses(context.reference.gazetteer), event.place.province if event.place else None
    where = Link(capitalised(province.full_name), places.province(province)) if province else None
    documents, image = context.fact(documents_of_event, event_id), context.fact(event_image, event_id)
    told = Told(tuple(links), documents, where, linked, image)
    return context.render("event.html", event_page(event, told, context.settings.site))


def _taken_down(context: Context, event_id: str) -> bytes:
    takedown = context.event(event_id).takedown
    if takedown is None:
        message = f"{event_id} was not taken down"
        raise LookupError(message)
    return context.render("takedown.html", event_takedown_page(event_id, takedown, context.settings.site))


def _redirect(context: Context, former: str, event_id: str) -> bytes:
    target = head_of_event(context.event(event_id), context.fact(event_image, event_id), context.settings.site)
    view = redirect_page(address.event(former), target, title="Trang này đã chuyển địa chỉ")
    return context.render("redirect.html", view)
