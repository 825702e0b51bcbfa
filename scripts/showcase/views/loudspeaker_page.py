"""The pages of what is read over loudspeakers: one sheet a model, and those of a commune or of the week one below the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from showcase.record.catalogue import Catalogue
from showcase.record.summary import Summary
from showcase.record.units import Unit
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.list_page import Pager, make_pager
from showcase.views.loudspeaker_text import LoudspeakerText
from showcase.views.page import Head, Image, Link, SiteFacts, capitalised
from showcase.views.place_names import places_today
from showcase.views.qr_code import QrCode, qr_code
from showcase.views.shelves import Shelves
from showcase.words.dates import write_date

PAGE_SIZE = 10
"""Texts on one page of a collection: some 15 kB, and ten to twenty minutes of reading."""
_FULL = (750, 1000, 1250)
"""From how many letters on a sheet is printed smaller, to stay one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoudspeakerSheet:
    """What stands on the sheet of one model; `collections` are where its text stands among others."""

    head: Head
    field: str
    model: Link
    place: str
    text: LoudspeakerText
    file: str
    collections: tuple[Link, ...]
    web: str
    code: QrCode | None

    @property
    def fullness(self) -> int:
        """How small it must be printed to stay one page: 0 for the largest letters, to 3."""
        length = sum(map(len, (self.model.label, self.text.slow_line, *self.text.paragraphs)))
        return sum(length > most for most in _FULL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Texts that belong together: whose they are, and the ids of the models in their order."""

    address: str
    title: str
    lead: str
    section: str
    models: tuple[str, ...]
    crumbs: tuple[Link, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return -(-len(self.models) // PAGE_SIZE)

    def on_page(self, number: int) -> tuple[str, ...]:
        """Give the models on a page, the first of which is number 1."""
        return self.models[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text among others: the model's title, the page of the text, where the model is, the text."""

    link: Link
    file: str
    field: str
    place: str
    text: LoudspeakerText


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionPage:
    """A page of a collection; `minutes` is how long all that stands on it takes to read."""

    head: Head
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    total: int
    pager: Pager | None
    entries: tuple[Entry, ...]

    @property
    def minutes(self) -> int:
        """Whole minutes, at least one."""
        return max(1, round(sum(entry.text.seconds for entry in self.entries) / 60))


def has_loudspeaker_text(model: Summary, site: SiteFacts) -> bool:
    """Tell whether a model is read out: what nobody is led to is not."""
    return site.loudspeaker is not None and model.is_offered


def loudspeaker_sheet(
    model: Summary, text: LoudspeakerText, catalogue_places: PlaceAddresses, site: SiteFacts, image: Image | None = None
) -> LoudspeakerSheet:
    """Compute the sheet of a model."""
    located = model.located(catalogue_places.gazetteer)
    web = site.absolute(address.model(model.id))
    return LoudspeakerSheet(
        head=Head(
            title=f"Bản phát thanh: {model.title}",
            description=f"Bản đọc trên loa truyền thanh, khoảng {text.seconds} giây. {model.summary}",
            address=address.loudspeaker(model.id),
            section="mo-hinh",
            site=site,
            image=image,
        ),
        field=model.field,
        model=Link(model.title, address.model(model.id)),
        place=places_today(located),
        text=text,
        file=address.loudspeaker_text(model.id),
        collections=tuple(_collections_of(model, catalogue_places)),
        web=web,
        code=qr_code(web) if web else None,
    )


def _collections_of(model: Summary, places: PlaceAddresses) -> Iterator[Link]:
    codes = dict.fromkeys(codes.commune for codes in model.places if codes.commune)
    for unit in map(places.gazetteer.commune, codes):
        yield Link(f"Các bản phát thanh của {unit.full_name}", places.commune_loudspeaker(unit))
    yield Link("Bản phát thanh trong tuần", address.LOUDSPEAKER)


def collections(catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> Iterator[Collection]:
    """Yield the collection of the latest week, and one for each commune of today that has models to read out."""
    yield _of_the_week([model for model in catalogue.models if has_loudspeaker_text(model, site)])
    places = PlaceAddresses(catalogue.gazetteer)
    for code, models in shelves.communes.items():
        if ids := tuple([model.id for model in models if has_loudspeaker_text(model, site)]):
            yield _of_commune(catalogue.gazetteer.commune(code), ids, places)


def _of_the_week(models: list[Summary]) -> Collection:
    """Collect what was published in the last week in which anything was; without a clock, so a site says the same each day."""
    latest = date.fromordinal(max((model.published for model in models), default=1))
    monday = latest - timedelta(latest.weekday())
    ids = tuple([model.id for model in models if model.published >= monday.toordinal()])
    lead = f"Những bài đăng trong tuần từ {write_date(monday)} đến {write_date(monday + timedelta(6))}, soạn sẵn để đọc trên loa."
    return Collection(
        address=address.LOUDSPEAKER,
        title="Bản phát thanh trong tuần",
        lead=lead if ids else "Chưa có bài nào để đọc.",
        section="mo-hinh",
        models=ids,
    )


def _of_commune(unit: Unit, ids: tuple[str, ...], places: PlaceAddresses) -> Collection:
    province = places.gazetteer.province(unit.parent)
    return Collection(
        address=places.commune_loudspeaker(unit),
        title=f"Bản phát thanh của {unit.full_name}",
        lead=f"Những cách làm hay ở {unit.full_name}, {province.full_name}, soạn sẵn để đọc trên loa.",
        section="dia-phuong",
        models=ids,
        crumbs=(
            Link(capitalised(province.full_name), places.province(province)),
            Link(capitalised(unit.full_name), places.commune(unit)),
        ),
    )


def collection_page(collection: Collection, number: int, entries: tuple[Entry, ...], site: SiteFacts) -> CollectionPage:
    """Compute a page of a collection."""
    return CollectionPage(
        head=Head(
            title=collection.title,
            description=collection.lead,
            address=address.page(collection.address, number),
            section=collection.section,
            site=site,
            number=number,
        ),
        title=collection.title,
        lead=collection.lead,
        crumbs=collection.crumbs,
        total=len(collection.models),
        pager=make_pager(collection.address, number, collection.pages) if collection.pages > 1 else None,
        entries=entries,
    )


def entry_of(model: Summary, text: LoudspeakerText, places: PlaceAddresses) -> Entry:
    """Give the entry of a model."""
    return Entry(
        link=Link(model.title, address.loudspeaker(model.id)),
        file=address.loudspeaker_text(model.id),
        field=model.field,
        place=places_today(model.located(places.gazetteer)),
        text=text,
    )
