"""The pictures that are shown where links are shared, each beside the page that it is of: of models, of lists, of events, of the site.

They are drawn where the site has an address, for others find them by that alone, and for the kinds of pages that the settings
name. One that stands beside a page goes with it, at once: it may show what somebody wants to be shown no more.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from showcase.publish.context import Context
from showcase.publish.facts import (
    catalogue,
    listings,
    share_of_event_at,
    share_of_list_at,
    share_of_model_at,
    share_of_site_at,
)
from showcase.publish.output import Output
from showcase.record.event import Event
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.page import SITE_PICTURE
from showcase.views.share_picture import file_of, has_own

_WORK = 40
"""A picture takes some 20 ms, a page half of one."""


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pictures of the kinds of pages that are wanted."""
    site = context.settings.site
    if site.url and site.picture == SITE_PICTURE:
        yield Output(SITE_PICTURE, _of_site, work=_WORK)
    for model in context.shared(catalogue).models:
        where = address.model(model.id)
        if has_own(where, site):
            yield Output(f"{where}{file_of(model)}", _of_model, (model.id,), work=_WORK)
    for where in context.shared(listings):
        if has_own(where, site):
            yield Output(f"{where}{SITE_PICTURE}", _of_list, (where,), work=_WORK)
    for event in context.events():
        where = address.event(event.id)
        if has_own(where, site):
            yield Output(f"{where}{file_of(event)}", _of_event, (event.id,), work=_WORK)


def _of_site(context: Context) -> bytes:
    return context.share_picture(context.fact(share_of_site_at))


def _of_model(context: Context, model_id: str) -> bytes:
    return context.share_picture(context.fact(share_of_model_at, model_id), context.fact(photo_of, model_id))


def photo_of(context: Context, model_id: str) -> str:
    """Give the path of the first photo of a model, '' where it has none."""
    return _cover_path(context.summary(model_id))


def photo_of_event(context: Context, event_id: str) -> str:
    """Give the path of the first photo of an event, '' where it has none."""
    return _cover_path(context.event(event_id))


def _cover_path(one: Summary | Event) -> str:
    return str(PurePosixPath(one.path).parent / one.cover.file) if one.cover else ""


def _of_list(context: Context, where: str) -> bytes:
    return context.share_picture(context.fact(share_of_list_at, where))


def _of_event(context: Context, event_id: str) -> bytes:
    return context.share_picture(context.fact(share_of_event_at, event_id), context.fact(photo_of_event, event_id))
