"""The notice that stands where a model or an event was: when it was taken down and why, and nothing else of it."""

from dataclasses import dataclass

from showcase.record.model import Takedown
from showcase.views import address
from showcase.views.page import Head, Link, SiteFacts
from showcase.words.dates import write_date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakedownPage:
    """The notice, and where it leads."""

    head: Head
    title: str
    day: str
    reason: str
    others: Link


def model_takedown_head(model_id: str, site: SiteFacts) -> Head:
    """Say what stands in the head of the notice of a model."""
    return _head("Mô hình", address.model(model_id), "mo-hinh", site)


def event_takedown_head(event_id: str, site: SiteFacts) -> Head:
    """Say what stands in the head of the notice of an event."""
    return _head("Sự kiện", address.event(event_id), "gioi-thieu", site)


def model_takedown_page(model_id: str, takedown: Takedown, site: SiteFacts) -> TakedownPage:
    """Compute the notice of a model."""
    others = Link("Xem các mô hình khác", address.MODELS)
    return _notice(model_takedown_head(model_id, site), "Mô hình này đã được gỡ", takedown, others)


def event_takedown_page(event_id: str, takedown: Takedown, site: SiteFacts) -> TakedownPage:
    """Compute the notice of an event."""
    others = Link("Xem các sự kiện khác", address.EVENTS)
    return _notice(event_takedown_head(event_id, site), "Sự kiện này đã được gỡ", takedown, others)


def _head(what: str, where: str, section: str, site: SiteFacts) -> Head:
    said = f"{what} này đã được gỡ khỏi trang."
    return Head(title=f"{what} đã gỡ", description=said, address=where, section=section, site=site)


def _notice(head: Head, title: str, takedown: Takedown, others: Link) -> TakedownPage:
    return TakedownPage(head=head, title=title, day=write_date(takedown.day), reason=takedown.reason, others=others)
