"""A feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1): it says what the Atom beside it says."""

import json
from collections.abc import Sequence

from showcase.views.feed import ICON, LANGUAGE, Feed, FeedEntry
from showcase.views.page import SiteFacts
from showcase.words.dates import write_moment

_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def json_file(feed: Feed, entries: Sequence[FeedEntry], site: SiteFacts) -> bytes:
    """Write a feed with its entries."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": feed.page,
        "feed_url": feed.json,
        "language": LANGUAGE,
        "icon": site.absolute(ICON),
        "authors": [{"name": site.name, "url": site.absolute("")}],
        "items": [_item(entry) for entry in entries],
    }
    return _WRITER.encode(said).encode() + b"\n"


def _item(entry: FeedEntry) -> dict[str, object]:
    picture = entry.picture
    said: dict[str, object] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": write_moment(entry.published),
        "date_modified": write_moment(entry.updated),
        "tags": list(entry.categories),
    }
    if picture:
        # What begins with a line below is no part of the format, and for whoever knows it.
        credit = {"mo_ta": picture.alternative, "ghi_cong": picture.credit}
        said |= {"image": picture.address, "_anh": credit}
    return said
