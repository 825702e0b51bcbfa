"""The picture that stands with a link where it is shared: what is on it, for a model, a list, an event, and for the whole site.

It lies beside the page that it is of, `mo-hinh/ID/chia-se.png`, for as long as the page does: who shared a page names the
picture for ever, and where others keep what they fetched by its address, a query that tells the content makes them fetch anew.
"""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from showcase.reading.form import EVENT_KINDS
from showcase.record.catalogue import Catalogue
from showcase.record.event import Event
from showcase.record.photo import Rendition, renditions
from showcase.record.reference import Reference
from showcase.record.summary import Summary
from showcase.views.cover import Cover, Look, make_cover
from showcase.views.event_page import event_when, event_whose
from showcase.views.list_page import Listing
from showcase.views.page import SHARED_SIZE, SITE_PICTURE, Image, SiteFacts, capitalised, uncapitalised
from showcase.views.picture import photo_picture
from showcase.views.place_names import places_today
from showcase.words.digest import digest_of
from showcase.words.numbers import after_number

WIDTH, HEIGHT = SHARED_SIZE
PICTURE_WIDTH = 768
"""Of the width, the picture's or the cover's, 64 hundredths; the words have the rest."""
EVENTS = "su-kien"
KINDS = ("mo-hinh", "linh-vuc", "chu-de", "dia-phuong", EVENTS)
"""The kinds of pages that have one of their own: the folder that they lie in."""
_WITH_PHOTO = "chia-se.jpg"
_NEWEST = 3
_VERSION = 8


class Shown(NamedTuple):
    """A photo or an illustration: the size of it that is drawn, and what a card says of it (`Tranh minh họa`)."""

    rendition: Rendition
    label: str


class Tally(NamedTuple):
    """What a list is of: what it belongs to, its name, how many models it has, and how many of each field."""

    above: str
    name: str
    models: int
    mix: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePicture:
    """Everything on a picture: on the left a photo, a cover set in type or a tally, on the right words.

    `kicker` is the field's name, `place` today's; `title` is empty where the cover says it, and `text` stands there instead.
    `titles` are those of the newest models of a list. `site` is the site's name.
    """

    left: Shown | Cover | Tally
    field: str = ""
    kicker: str = ""
    place: str = ""
    title: str = ""
    text: str = ""
    titles: tuple[str, ...] = ()
    site: str = ""


def has_own(where: str, site: SiteFacts) -> bool:
    """Tell whether a picture is drawn for the page of a model, a list or an event at an address: of all models it is that of the site."""
    kind, _, rest = where.partition("/")
    return bool(rest) and kind in site.share_pictures and bool(site.url)


def file_of(one: Summary | Event) -> str:
    """Give the name of the picture of a model or an event: what has a photo is a JPEG, all else a PNG."""
    return _WITH_PHOTO if one.photos else SITE_PICTURE


def share_of_model(model: Summary, copied: int, reference: Reference, site: SiteFacts) -> SharePicture:
    """Say what stands on the picture of a model that was copied so often."""
    left = _shown(model) or make_cover(model, copied, reference)
    is_set = isinstance(left, Cover) and left.kind == "words"
    return SharePicture(
        left=left,
        field=model.field,
        kicker=reference.vocabularies.fields.label(model.field),
        place=places_today(model.located(reference.gazetteer)),
        title="" if is_set else model.title,
        text=model.summary if is_set else "",
        site=site.name,
    )


def share_of_list(listing: Listing, site: SiteFacts) -> SharePicture:
    """Say what stands on the picture of a list: its newest models are named."""
    above = " · ".join(crumb.label for crumb in listing.crumbs[1:] or listing.crumbs)
    return SharePicture(
        left=Tally(above, listing.title, len(listing.models), _mix(listing.models)),
        field=listing.field,
        text="" if listing.models else listing.lead,
        titles=tuple(model.title for model in listing.models[:_NEWEST]),
        site=site.name,
    )


def share_of_event(event: Event, site: SiteFacts) -> SharePicture:
    """Say what stands on the picture of an event: its photo, or when it is, large, and where; beside it its title."""
    if photo := _shown(event):
        where = f"{event_when(event)} · {capitalised(event_whose(event))}"
        kicker = EVENT_KINDS[event.kind]
        return SharePicture(left=photo, field=EVENTS, kicker=kicker, place=where, title=event.title, site=site.name)
    large, year = _day_and_year(event)
    cover = Cover(
        kind="number",
        look=Look("full", "none"),
        large=large,
        size=len(large),
        thumb=large,
        above=EVENT_KINDS[event.kind],
        unit=year,
        below=capitalised(event_whose(event)),
    )
    return SharePicture(left=cover, field=EVENTS, kicker="Sự kiện", title=event.title, site=site.name)


def _day_and_year(event: Event) -> tuple[str, str]:
    """Write the days (`8–9/11`) and the year apart; of several years, or where no day is known, these alone."""
    first, last = event.begins, event.ends
    if first is None or last is None or first.year != last.year:
        return "–".join(dict.fromkeys(str(day.year) for day in (first, last) if day)) or str(event.in_year), ""
    end = f"{last.day}/{last.month}"
    begin = "" if first == last else f"{first.day}" if first.month == last.month else f"{first.day}/{first.month}"
    return f"{begin}–{end}" if begin else end, str(first.year)


def share_of_site(catalogue: Catalogue, site: SiteFacts) -> SharePicture:
    """Say what stands on the picture of the site, which all pages share that have none of their own."""
    left = Tally("", site.name, len(catalogue.models), _mix(catalogue.models))
    return SharePicture(left=left, text=site.description, site=site.name)


def image_of(picture: SharePicture, where: str, alternative: str) -> Image:
    """Say of the picture beside the page at an address what stands in that page's head."""
    name, form = (_WITH_PHOTO, "image/jpeg") if isinstance(picture.left, Shown) else (SITE_PICTURE, "image/png")
    return Image(f"{where}{name}", *SHARED_SIZE, form, alternative, digest_of(picture)[:_VERSION])


def alternative_of_model(picture: SharePicture, model: Summary) -> str:
    """Say in words what is seen on the picture of a model."""
    photo = model.cover
    seen = photo.alternative if photo else _said(picture.left) if isinstance(picture.left, Cover) else ""
    return " ".join(f"{part.rstrip('.')}." for part in (seen, model.title, picture.place) if part)


def alternative_of_list(listing: Listing) -> str:
    """Say in words what is seen on the picture of a list."""
    return f"{listing.title}. {listing.lead}"


def alternative_of_event(event: Event) -> str:
    """Say in words what is seen on the picture of an event."""
    photo = f"{event.cover.alternative.rstrip('.')}. " if event.cover else ""
    return f"{photo}{event.title}. {event_when(event)}, {uncapitalised(event_whose(event))}."


def _shown(one: Summary | Event) -> Shown | None:
    """Choose the smallest size of its first photo that fills the picture's place, or else the largest."""
    photo = one.cover
    if photo is None:
        return None
    sizes = sorted(renditions(photo.facts), key=lambda size: (size.width, size.format == "jpeg"))
    large = (size for size in sizes if size.width >= PICTURE_WIDTH and size.height >= HEIGHT)
    return Shown(next(large, sizes[-1]), photo_picture(photo, one.id).label)


def _mix(models: tuple[Summary, ...]) -> tuple[tuple[str, int], ...]:
    counts = Counter([model.field for model in models])
    return tuple(sorted(counts.items(), key=lambda part: (-part[1], part[0])))


def _said(cover: Cover) -> str:
    unit = after_number(cover.unit)
    if cover.kind == "bars":
        before, now = cover.blocks
        return f"{cover.above}: từ {before.number} đến {f'{now.about} '.lstrip()}{now.number}{unit}"
    if cover.kind == "number":
        return f"{f'{cover.about} '.lstrip()}{cover.large}{unit} {cover.below}"
    if cover.kind == "copies":
        return f"{cover.large} {cover.below}"
    return "" if cover.kind == "words" else cover.large
