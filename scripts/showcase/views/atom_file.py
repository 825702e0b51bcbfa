"""A feed as Atom (RFC 4287): all that differs from day to day are the days in the records, so the same catalogue gives the same bytes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from feedgenerator import Atom1Feed

from showcase.views.feed import FIRST_DAY, ICON, LANGUAGE, Feed, FeedEntry
from showcase.views.page import SiteFacts
from showcase.words.dates import VIETNAM

_RIGHTS = "CC BY 4.0"
_MEDIA = "http://search.yahoo.com/mrss/"
"""Media RSS, by which readers know a picture and whom to credit for it."""


def atom_file(feed: Feed, entries: Sequence[FeedEntry], site: SiteFacts) -> bytes:
    """Write a feed with its entries."""
    made = _Atom(
        title=feed.title,
        link=feed.page,
        description=feed.about,
        language=LANGUAGE,
        author_name=site.name,
        author_link=site.absolute(""),
        feed_url=feed.atom,
        feed_guid=feed.id,
        feed_copyright=_RIGHTS,
        icon=site.absolute(ICON),
        changed=_moment(max((entry.updated for entry in entries), default=FIRST_DAY)),
    )
    for entry in entries:
        made.add_item(
            title=entry.title,
            link=entry.address,
            description=None,
            content=entry.content,
            pubdate=_moment(entry.published),
            updateddate=_moment(entry.updated),
            unique_id=entry.id,
            categories=entry.categories,
            entry=entry,
        )
    return str(made.writeString("utf-8")).encode()


class _Atom(Atom1Feed):  # type: ignore[misc] # the library has no types
    """Atom with what the library leaves out: pictures, a summary that is plain text, a day where nothing stands yet."""

    def latest_post_date(self) -> datetime:
        """Give the last day in the feed; the library would ask the clock where there is none."""
        changed: datetime = self.feed["changed"]
        return changed

    def root_attributes(self) -> dict[str, str]:
        """Name the words of pictures too."""
        return {**super().root_attributes(), "xmlns:media": _MEDIA}

    def add_root_elements(self, handler: Any) -> None:
        """Say what the feed is."""
        super().add_root_elements(handler)
        handler.addQuickElement("icon", self.feed["icon"])

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Say what an entry is; of its summary the library would say that it is HTML."""
        super().add_item_elements(handler, item)
        entry: FeedEntry = item["entry"]
        handler.addQuickElement("summary", entry.summary)
        if picture := entry.picture:
            size = {"width": str(picture.width), "height": str(picture.height)}
            handler.startElement(
                "media:content", {"url": picture.address, "medium": "image", "type": picture.type, **size}
            )
            handler.addQuickElement("media:description", picture.alternative)
            handler.addQuickElement("media:credit", picture.credit)
            handler.endElement("media:content")


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM)
