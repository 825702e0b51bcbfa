"""What a feed says: of a list its newest models, of the whole site what changed, each with its summary, picture and credit.

**What an id is.** Who follows a list is shown each id once, so it stays whatever else changes: the title, the day, the
place, the address. It is a tag (RFC 4151) of the site's first address and a model's first id: a folder that is renamed keeps
its old ids in `duong_dan_cu`, the oldest first. The year in it is that of this rule, for a day of publication may be corrected.
A site that moves says where it was first (`first_url` in mkdocs.yml).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.page import SHARED_SIZE, SITE_PICTURE, Feeds, SiteFacts
from showcase.views.picture import photo_picture
from showcase.views.place_names import places_today
from showcase.views.share_picture import has_own

MOST = 50
"""Entries of a feed."""
FIRST_DAY = date(2026, 1, 1)
"""When a feed was changed in which nothing stands yet: Atom wants a day, and no clock is asked."""
LANGUAGE, ICON = "vi", "assets/bieu-tuong-512.png"
_TAKEN_DOWN = "Mô hình này đã được gỡ"


class FeedPicture(NamedTuple):
    """A picture with an entry: its whole address, its pixels and type, what is seen on it, whom to credit."""

    address: str
    width: int
    height: int
    type: str
    alternative: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A model as feeds tell it; of one that was taken down they say that alone. `content` is the same as HTML."""

    id: str
    address: str
    title: str
    summary: str
    published: date
    updated: date
    place: str = ""
    categories: tuple[str, ...] = ()
    picture: FeedPicture | None = None
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: what it is called, the page that it is of, its own two addresses, the ids of its models, newest first."""

    id: str
    title: str
    about: str
    page: str
    atom: str
    json: str
    models: tuple[str, ...]


def make_feed(feeds: Feeds, about: str, where: str, models: Iterable[str], site: SiteFacts) -> Feed:
    """Make a feed of the list at an address, of models by their ids."""
    return Feed(
        id=tag(feeds.atom.removesuffix(".atom"), site),
        title=feeds.title,
        about=about,
        page=site.absolute(where),
        atom=site.absolute(feeds.atom),
        json=site.absolute(feeds.json),
        models=tuple(models)[:MOST],
    )


def feed_entry(model: Summary, reference: Reference, site: SiteFacts) -> FeedEntry:
    """Make the entry of a model, but for its content."""
    first, where = next(iter(model.former_ids), model.id), site.absolute(address.model(model.id))
    published, _ = model.days
    if model.takedown:
        return FeedEntry(
            id=tag(address.model(first), site),
            address=where,
            title=_TAKEN_DOWN,
            summary=model.takedown.reason,
            published=published,
            updated=model.takedown.day,
        )
    vocabularies, place = reference.vocabularies, places_today(model.located(reference.gazetteer))
    return FeedEntry(
        id=tag(address.model(first), site),
        address=where,
        title=model.title,
        summary=model.summary,
        published=published,
        updated=model.changed,
        place=place,
        categories=(
            vocabularies.fields.label(model.field),
            *(vocabularies.themes.label(key) for key in model.themes),
            *_provinces(model, reference),
        ),
        picture=_picture(model, site),
    )


def last_told(model: Summary) -> tuple[int, str, str]:
    """Sort models by their last change, newest first: be it that they were taken down."""
    day = model.taken_down[0] if model.taken_down else model.updated or model.published
    return -day, model.title_key, model.id


def tag(what: str, site: SiteFacts) -> str:
    """Give the id of something by its path."""
    parts = urlsplit(site.first_url or site.url)
    host = (parts.hostname or "").encode("idna").decode()
    return f"tag:{host},{FIRST_DAY.year}:{quote(parts.path.rstrip('/'), safe='/%')}/{what.rstrip('/')}"


def _provinces(model: Summary, reference: Reference) -> list[str]:
    return [reference.gazetteer.province(code).known_as for code in model.provinces]


def _picture(model: Summary, site: SiteFacts) -> FeedPicture | None:
    """Give the photo of a model, or the picture that is drawn for it; its query would change with what others copied."""
    if model.cover:
        picture = photo_picture(model.cover, model.id)
        said = picture.width, picture.height, "image/jpeg", picture.alternative, picture.credit
        return FeedPicture(site.absolute(picture.src), *said)
    where = address.model(model.id)
    if not has_own(where, site):
        return None
    return FeedPicture(site.absolute(f"{where}{SITE_PICTURE}"), *SHARED_SIZE, "image/png", model.title, site.name)
