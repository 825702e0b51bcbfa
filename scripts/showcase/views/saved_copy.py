"""A model as one file to be kept: text, pictures and style within, no script, every link whole, so that it reads the same in twenty years."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from showcase.record.model import Model, Photo
from showcase.record.photo_file import PhotoFile, credit_of, photo_files
from showcase.record.reference import Reference
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.citation import for_newspaper
from showcase.views.model_page import beside_story
from showcase.views.model_parts import (
    GuideView,
    Section,
    SourceView,
    bodies_of_today,
    contact_rows,
    guide_view,
    section_views,
    source_view,
)
from showcase.views.model_path import Moment, moment_views
from showcase.views.page import SiteFacts
from showcase.views.place_names import places_today
from showcase.views.press_page import Facts, cited_model, facts_of
from showcase.words.dates import write_date

WIDTHS = (720, 480)
"""Pixels of a picture: as wide as the text on most screens, 20 to 60 kB; and what is enough where several copies are one file."""


class KeptPicture(NamedTuple):
    """A picture within the file: its data as an address, its pixels, what is seen, caption and credit."""

    data: str
    width: int
    height: int
    alternative: str
    caption: str
    credit: str


class SavedCopy(NamedTuple):
    """Everything in the file; `linked` are the models on show that the story names, `root` is the site's address."""

    model_id: str
    site: str
    root: str
    web: str
    title: str
    summary: str
    notice: str
    field: str
    place: str
    cover: KeptPicture | None
    sections: tuple[Section, ...]
    guide: GuideView | None
    facts: Facts
    moments: tuple[Moment, ...]
    contact: tuple[tuple[str, str, str], ...]
    asked: str
    gallery: tuple[KeptPicture, ...]
    pictures: Mapping[str, KeptPicture]
    linked: Mapping[str, str]
    sources: tuple[SourceView, ...]
    note: str
    citation: str
    published: str
    changed: str


def kept_files(model: Model, width: int) -> Iterator[tuple[Photo, PhotoFile]]:
    """Yield each photo with the file of it that goes into the copy: WebP, the smallest that is wide enough."""
    for photo in model.photos:
        sizes = [size for size in photo_files(photo, model.id) if size.format == "webp"]
        yield photo, next((size for size in sizes if size.width >= width), sizes[-1])


def kept_picture(photo: Photo, file: PhotoFile, data: str) -> KeptPicture:
    """Give a picture, its bytes written as an address."""
    return KeptPicture(data, file.width, file.height, photo.alternative, photo.caption, credit_of(photo))


class Told(NamedTuple):
    """What a copy has from elsewhere: the model's pictures by their files, those that its story names, how many copied it."""

    pictures: Mapping[str, KeptPicture]
    linked: Mapping[str, str]
    copied: int


def saved_copy(model: Model, told: Told, reference: Reference, site: SiteFacts) -> SavedCopy:
    """Compute the copy of a model that is on show."""
    pictures, places = told.pictures, PlaceAddresses(reference.gazetteer)
    return SavedCopy(
        model_id=model.id,
        site=site.name,
        root=site.url.rstrip("/"),
        web=site.absolute(address.model(model.id)),
        title=model.title,
        summary=model.summary,
        notice=model.notice,
        field=reference.vocabularies.fields.label(model.field),
        place=places_today(locality.place for locality in model.places),
        cover=pictures[model.photos[0].file] if model.photos else None,
        sections=tuple(section_views(model.story)),
        guide=guide_view(model.guide, model.id) if model.guide else None,
        facts=facts_of(model, told.copied, places),
        moments=moment_views(model, {}),
        contact=tuple(contact_rows(model)),
        asked="" if model.contact else bodies_of_today(model),
        gallery=tuple(pictures[photo.file] for photo in beside_story(model)),
        pictures=pictures,
        linked=told.linked,
        sources=tuple(source_view(source) for source in model.sources),
        note=model.note,
        citation=for_newspaper(cited_model(model, site)),
        published=write_date(model.published),
        changed=write_date(model.changed),
    )
