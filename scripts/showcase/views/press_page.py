"""“Dành cho báo chí”: all that a newsroom takes of a model, each in a field of its own to be copied, each photo to be saved."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlsplit

from showcase.reading.form import LICENCES
from showcase.record.model import Model, Photo
from showcase.record.photo_file import label_of
from showcase.record.summary import Summary
from showcase.record.units import Body
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.card import result_number
from showcase.views.citation import Cited, cited, for_apa, for_bibtex, for_newspaper, for_ris
from showcase.views.data_kinds import MODELS as OF_MODELS
from showcase.views.embed import frame_code
from showcase.views.embed_address import embed_of
from showcase.views.linked_data import path_to
from showcase.views.model_parts import (
    PlaceView,
    SourceView,
    bodies_of_today,
    contact_rows,
    fact_rows,
    place_view,
    source_view,
)
from showcase.views.page import Head, Image, Link, SiteFacts, capitalised, hosts_in_line, uncapitalised
from showcase.views.picture import Picture, photo_picture
from showcase.views.place_names import places_today
from showcase.views.qr_code import QrCode, qr_code
from showcase.words.dates import write_date
from showcase.words.numbers import write_number
from showcase.words.shortening import shortened

LONGEST_TITLE, LONGEST_SUMMARY = 65, 160
_RESULTS = 6
_SOURCES = "Nguồn"
_BY_PERMISSION = "duoc-phep"
_LICENCES = {"cua-du-an": "CC BY 4.0"}
"""What others may do with what the project drew itself."""


Facts = tuple[tuple[str, tuple[str, ...]], ...]


class PressPhoto(NamedTuple):
    """A photo to be taken: its sizes, what its caption and credit are, and how it may be used."""

    picture: Picture
    credit: str
    licence: str
    licence_address: str
    by_permission: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PressPage:
    """What stands on the page; `web` is the model's absolute address, `short` the same as one types it, '' while the site has none."""

    head: Head
    model: Link
    field: str
    place: str
    short_title: str
    short_summary: str
    notice: str
    facts: Facts
    sources: tuple[SourceView, ...]
    photos: tuple[PressPhoto, ...]
    citations: tuple[tuple[str, str, str], ...]
    citation_files: tuple[Link, ...]
    contact: tuple[tuple[str, str, str], ...]
    asked: str
    data: str
    embed: str
    published: str
    updated: str
    web: str
    short: str
    code: QrCode | None

    @property
    def embed_code(self) -> str:
        """The code of a frame that shows the model's card, '' where none is made."""
        return frame_code(self.head.site.absolute(self.embed), self.model.label) if self.embed else ""


def press_page(
    model: Model, copied: int, places: PlaceAddresses, site: SiteFacts, image: Image | None = None
) -> PressPage:
    """Compute the page of a model that is on show; `copied` is how many places are known to have copied it."""
    web, what = site.absolute(address.model(model.id)), cited_model(model, site)
    story = Link(model.title, address.model(model.id))
    head = Head(
        title=f"Dành cho báo chí: {model.title}",
        description=f"Tít, tóm tắt, số liệu, ảnh và cách trích dẫn của bài “{model.title}”.",
        address=address.press(model.id),
        section="mo-hinh",
        site=site,
        image=image,
    )
    return PressPage(
        head=replace(head, data=path_to(head, (Link("Mô hình", address.MODELS), story))),
        model=story,
        field=model.field,
        place=places_today(locality.place for locality in model.places),
        short_title=model.short_title or shortened(model.title, LONGEST_TITLE, _names(model)),
        short_summary=model.short_summary or shortened(model.summary, LONGEST_SUMMARY, _names(model)),
        notice=model.notice,
        facts=tuple(fact for fact in facts_of(model, copied, places) if fact[0] != _SOURCES),
        sources=tuple(map(source_view, model.sources)),
        photos=tuple(_press_photo(photo, model.id, site) for photo in model.photos),
        citations=(
            ("bao", "Trên báo", for_newspaper(what)),
            ("apa", "Theo APA", for_apa(what)),
            ("bibtex", "BibTeX", for_bibtex(what).strip()),
        ),
        citation_files=tuple(Link(label, citation_file(model.id, label)) for label in ("BibTeX", "RIS")),
        contact=tuple(contact_rows(model)),
        asked="" if model.contact else bodies_of_today(model),
        data=address.model_data(model.id) if OF_MODELS in site.data else "",
        embed=embed_of(address.model(model.id), site) if site.url else "",
        published=write_date(model.published),
        updated=write_date(model.updated) if model.updated else "",
        web=web,
        short=_as_typed(web),
        code=qr_code(web) if web else None,
    )


def citation_file(model_id: str, form: str) -> str:
    """Give the address of a file that programs which keep references read; it is saved under the model's id."""
    return f"{address.press(model_id)}{model_id}.{'bib' if form == 'BibTeX' else 'ris'}"


def citation_of(model: Model | Summary, form: str, site: SiteFacts) -> str:
    """Write what stands in that file."""
    what = cited_model(model, site)
    return for_bibtex(what) if form == "BibTeX" else for_ris(what)


def cited_model(model: Model | Summary, site: SiteFacts) -> Cited:
    """Say what is cited of a model."""
    return cited(model.id, model.title, model.days, site.absolute(address.model(model.id)), site)


def facts_of(model: Model, copied: int, places: PlaceAddresses) -> Facts:
    """Say what a reporter asks first: where, who, since when, with what result; each label once, with all that it has."""
    found: dict[str, list[str]] = {}
    for label, text in _facts(model, copied, places):
        found.setdefault(label, []).append(text)
    return tuple((label, tuple(texts)) for label, texts in found.items())


def _facts(model: Model, copied: int, places: PlaceAddresses) -> Iterator[tuple[str, str]]:
    for locality in model.places:
        place = place_view(locality, places)
        label = "Của" if isinstance(locality.place, Body) else "Ở đâu"
        yield label, f"{f'{place.detail}, ' if place.detail else ''}{place.written}{_today(place)}"
    yield "Ai làm", ", ".join(hosts_in_line(host.name for host in model.hosts))
    yield from fact_rows(model)
    for result in model.results[:_RESULTS]:
        before = f"từ {write_number(result.before)} thành " if result.before is not None else ""
        unit = f" {result.unit}" if result.unit else ""
        year = f", năm {result.year}" if result.year else ""
        yield capitalised(result.measure), f"{before}{result_number(result)}{unit}{year}"
    if copied:
        yield "Đã biết làm theo", f"{write_number(copied)} nơi"
    for source in model.sources:
        day = f", {write_date(source.day)}" if source.day else ""
        yield _SOURCES, f"{source.title}, {source.publisher}{day}"


def _today(place: PlaceView) -> str:
    """Say what a place is today, where it is something else."""
    if not place.changed:
        return ""
    is_same = place.today.lower() in place.written.lower()
    return " (cấp huyện không còn từ 01/07/2025)" if is_same else f" (nay thuộc {uncapitalised(place.today)})"


def _names(model: Model) -> tuple[str, ...]:
    """Give the names that no cut may part."""
    parts = (part for locality in model.places for part in (locality.detail, *locality.name.split(", ")))
    return tuple(filter(None, (*parts, *(host.name for host in model.hosts))))


def _press_photo(photo: Photo, model_id: str, site: SiteFacts) -> PressPhoto:
    label, licence = label_of(photo), _LICENCES.get(photo.licence, LICENCES[photo.licence])
    what = label.credit.partition(":")[0]
    by_permission = photo.licence == _BY_PERMISSION
    where = _as_typed(site.absolute(address.model(model_id)))
    # What the licence asks to be named: who, from where, under which licence.
    credit = (
        label.credit
        if by_permission
        else ", ".join(filter(None, (f"{what}: {label.creator}", site.name, where, licence)))
    )
    return PressPhoto(
        picture=photo_picture(photo, model_id),
        credit=credit,
        licence=licence,
        licence_address=label.licence,
        by_permission=by_permission,
    )


def _as_typed(web: str) -> str:
    """Write an address as one types it from paper."""
    parts = urlsplit(web)
    return f"{parts.netloc}{parts.path}".rstrip("/")
