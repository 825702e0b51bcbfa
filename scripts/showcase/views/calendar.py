"""The calendar of events, for whoever keeps one: events of which the days are known, each a whole day or several."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from showcase.record.event import Event
from showcase.views import address
from showcase.views.page import SiteFacts
from showcase.words.dates import VIETNAM

if TYPE_CHECKING:
    from icalendar import Event as Entry


def calendar(events: Iterable[Event], site: SiteFacts) -> bytes:
    """Write `lich.ics` (RFC 5545). An entry's id is its address in the site, which never changes; its stamp the day of its last change."""
    import icalendar  # noqa: PLC0415 - it takes a third of a second, which whoever makes no calendar need not wait for

    made = icalendar.Calendar()
    made.add("prodid", f"-//{site.name}//su-kien//VI")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"{site.name}: sự kiện")
    for event in events:
        if event.begins and event.ends:
            made.add_component(_filled(icalendar.Event(), event, site))
    return bytes(made.to_ical())


def _filled(entry: "Entry", event: Event, site: SiteFacts) -> "Entry":
    changed = event.updated or event.published
    entry.add("uid", f"{address.event(event.id)}@dan-van-kheo")
    entry.add("dtstamp", datetime(changed.year, changed.month, changed.day, tzinfo=VIETNAM).astimezone(UTC))
    entry.add("dtstart", event.begins)
    entry.add("dtend", event.ends + timedelta(days=1) if event.ends else None)
    entry.add("summary", event.title)
    entry.add("location", event.written or event.scope)
    if event.summary:
        entry.add("description", event.summary)
    if where := site.absolute(address.event(event.id)):
        entry.add("url", where)
    return entry
