"""What the page of one model says, from its kicker to its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from showcase.reading.form import EVENTS, GUIDE, LEVELS, MODEL_KINDS, ROLES, STORY, SUBJECTS
from showcase.record.catalogue import Catalogue
from showcase.record.model import Copy, Event, Guide, Locality, Model, Result, Source
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.card import Card, make_card, place_today, places_today, result_number
from showcase.views.page import Head, Link, SiteFacts, capitalised
from showcase.views.picture import Picture, cover_picture, photo_picture
from showcase.views.shelves import Shelves
from showcase.words.dates import write_date
from showcase.words.numbers import write_number

SECTION_TITLES = {
    "setting": "Bối cảnh",
    "method": "Cách làm",
    "effect": "Hiệu quả",
    "lesson": "Bài học",
    "limits": "Điều còn bỏ ngỏ",
    "spreading": "Nhân rộng",
}
_GUIDE_TITLES = {
    "cost": "Kinh phí",
    "people": "Nhân lực",
    "duration": "Thời gian",
    "conditions": "Điều kiện",
}
_BAR_WIDTH = 1000
_NEIGHBOURS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A place then and now: what was written, and today's units with their pages."""

    written: str
    detail: str
    today: str
    changed: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the timeline; `machine` is its date for machines (`2022`, `2022-05-19`)."""

    when: str
    machine: str
    what: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """A measured result; the bars are thousandths of the longer one, 0 where there is no number from before."""

    measure: str
    number: str
    unit: str
    before: str = ""
    year: int | None = None
    source: int | None = None
    bar_before: int = 0
    bar_after: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the story: its anchor, its title and its Markdown."""

    key: str
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class GuideView:
    """The steps for doing the same, and what they need."""

    steps: tuple[str, ...]
    needs: tuple[tuple[str, str], ...]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source, as a reader cites it."""

    title: str
    byline: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A place that copied the model without an entry of its own."""

    place: str
    details: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPage:
    """Everything on a model's page."""

    head: Head
    model_id: str
    field: Link
    kicker_place: str
    title: str
    summary: str
    cover: Picture
    is_drawn: bool
    facts: tuple[tuple[str, str], ...]
    themes: tuple[Link, ...]
    hosts: tuple[tuple[str, str, str], ...]
    moments: tuple[Moment, ...]
    results: tuple[ResultView, ...]
    sections: tuple[Section, ...]
    guide: GuideView | None
    learned_from: Card | None
    learners: tuple[Card, ...]
    copies: tuple[CopyView, ...]
    places: tuple[PlaceView, ...]
    gallery: tuple[Picture, ...]
    pictures: dict[str, Picture]
    linked: dict[str, str]
    sources: tuple[SourceView, ...]
    note: str
    contact: tuple[tuple[str, str, str], ...]
    published: str
    updated: str
    citation: str
    file: str
    edit: str
    neighbours: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage:
    """The notice that stands where a model was."""

    head: Head
    title: str
    day: str
    reason: str


def model_page(model: Model, catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> ModelPage:
    """Compute the page of a model that is on show."""
    places = PlaceAddresses(catalogue.gazetteer)
    fields = catalogue.vocabularies.fields
    cover = cover_picture(model)
    teacher = catalogue.by_id.get(model.learned_from)
    return ModelPage(
        head=Head(
            title=model.title,
            description=model.summary,
            address=address.model(model.id),
            section="mo-hinh",
            site=site,
            image=cover.largest if model.photos else "",
        ),
        model_id=model.id,
        field=Link(fields.label(model.field), address.field(model.field), key=model.field),
        kicker_place=places_today(model.places),
        title=model.title,
        summary=model.summary,
        cover=cover,
        is_drawn=not model.photos,
        facts=tuple(_facts(model)),
        themes=tuple(Link(catalogue.vocabularies.themes.label(key), address.theme(key)) for key in model.themes),
        hosts=tuple(
            (host.name, catalogue.vocabularies.host_kinds.label(host.kind), ROLES[host.role]) for host in model.hosts
        ),
        moments=tuple(_moment(event) for event in model.history),
        results=tuple(_result(result) for result in model.results),
        sections=tuple(_sections(model)),
        guide=_guide(model.guide, model.id),
        learned_from=make_card(teacher, catalogue) if teacher else None,
        learners=tuple(make_card(learner, catalogue) for learner in catalogue.learners.get(model.id, ())),
        copies=tuple(_copy(copy) for copy in model.copies),
        places=tuple(_place(locality, places) for locality in model.places),
        gallery=tuple(photo_picture(photo) for photo in model.photos[1:]),
        pictures={photo.file: photo_picture(photo) for photo in model.photos},
        linked=_linked(model, catalogue),
        sources=tuple(source_view(source) for source in model.sources),
        note=model.note,
        contact=tuple(_contact(model)),
        published=write_date(model.published),
        updated=write_date(model.updated) if model.updated else "",
        citation=f"“{model.title}”, {site.name}, đăng ngày {write_date(model.published)}",
        file=model.path,
        edit=f"{site.edit_base}{model.path}" if site.edit_base else "",
        neighbours=tuple(make_card(other, catalogue) for other in _neighbours(model, shelves)),
    )


def withdrawn_page(model: Model, site: SiteFacts) -> WithdrawnPage:
    """Compute the notice of a model that was taken down; nothing else of it is told."""
    takedown = model.takedown
    return WithdrawnPage(
        head=Head(
            title="Mô hình đã gỡ",
            description="Mô hình này đã được gỡ khỏi trang.",
            address=address.model(model.id),
            section="mo-hinh",
            site=site,
        ),
        title="Mô hình này đã được gỡ",
        day=write_date(takedown.day) if takedown else "",
        reason=takedown.reason if takedown else "",
    )


def _facts(model: Model) -> Iterator[tuple[str, str]]:
    yield "Loại", MODEL_KINDS[model.kind]
    yield "Chủ thể", SUBJECTS[model.subject]
    if model.level:
        yield "Cấp", LEVELS[model.level]
    yield "Từ năm", str(model.history[0].in_year)
    recognised = [event for event in model.history if event.kind in {"cong-nhan", "khen-thuong"}]
    if recognised:
        yield EVENTS[recognised[-1].kind], str(recognised[-1].in_year)


def _moment(event: Event) -> Moment:
    when = write_date(event.day) if event.day else f"Năm {event.in_year}"
    machine = event.day.isoformat() if event.day else str(event.in_year)
    level = LEVELS.get(event.level, "")
    what = f"{EVENTS[event.kind]} {level.lower()}".strip()
    return Moment(when, machine, what, tuple(part for part in (event.document, event.note) if part))


def _result(result: Result) -> ResultView:
    longer = max(abs(result.after), abs(result.before or Decimal(0)))
    with_bars = result.before is not None and longer > 0

    def bar(number: Decimal | None) -> int:
        return int(abs(number or Decimal(0)) * _BAR_WIDTH / longer) if with_bars else 0

    return ResultView(
        measure=result.measure,
        number=result_number(result),
        unit=result.unit,
        before=write_number(result.before) if result.before is not None else "",
        year=result.year,
        source=result.source,
        bar_before=bar(result.before),
        bar_after=bar(result.after),
    )


def _sections(model: Model) -> Iterator[Section]:
    for entry in STORY.entries:
        markdown = getattr(model.story, entry.name)
        if markdown:
            yield Section(entry.key.replace("_", "-"), SECTION_TITLES[entry.name], markdown)


def _guide(guide: Guide | None, model_id: str) -> GuideView | None:
    if guide is None:
        return None
    texts = {entry.name: getattr(guide, entry.name) for entry in GUIDE.entries if entry.name in _GUIDE_TITLES}
    needs = tuple((_GUIDE_TITLES[name], text) for name, text in texts.items() if text)
    return GuideView(guide.steps, needs, address.guide(model_id))


def _copy(copy: Copy) -> CopyView:
    parts = (copy.host, f"năm {copy.year}" if copy.year else "", f"nguồn [{copy.source}]" if copy.source else "")
    name = ", ".join(part for part in (copy.detail, copy.written) if part)
    return CopyView(place=capitalised(name), details=", ".join(part for part in parts if part))


def _place(locality: Locality, places: PlaceAddresses) -> PlaceView:
    place = locality.place
    links = [Link(capitalised(place.province.full_name), places.province(place.province))]
    if place.commune:
        links.insert(0, Link(capitalised(place.commune.full_name), places.commune(place.commune)))
    if place.former_district:
        links.append(
            Link(f"{capitalised(place.former_district.full_name)} (cũ)", places.former_district(place.former_district))
        )
    elif place.former_province:
        links.append(
            Link(f"{capitalised(place.former_province.full_name)} (cũ)", places.former_province(place.former_province))
        )
    return PlaceView(
        written=capitalised(locality.written),
        detail=capitalised(locality.detail),
        today=place_today(place) if place.commune else capitalised(place.province.full_name),
        changed=bool(place.former_commune or place.former_district or place.former_province),
        links=tuple(links),
    )


def _linked(model: Model, catalogue: Catalogue) -> dict[str, str]:
    """Give the models that the story may link to, by id, with their titles: only those that it names."""
    text = " ".join(getattr(model.story, entry.name) for entry in STORY.entries)
    mentioned = {word.strip("/") for word in _path_words(text)}
    return {key: catalogue.by_id[key].title for key in sorted(mentioned) if key in catalogue.by_id}


def _path_words(text: str) -> Iterator[str]:
    for piece in text.replace("(", " ").replace(")", " ").replace(">", " ").replace("#", " ").split():
        if "/" in piece:
            yield from piece.split("/")


def source_view(source: Source) -> SourceView:
    """Write a source as a reader cites it."""
    day = write_date(source.day) if source.day else ""
    byline = ", ".join(part for part in (source.author, source.publisher, day) if part)
    return SourceView(title=source.title, byline=byline, url=source.url)


def _contact(model: Model) -> Iterator[tuple[str, str, str]]:
    contact = model.contact
    if contact is None:
        return
    yield "Đơn vị", contact.host, ""
    if contact.phone:
        digits = "".join(sign for sign in contact.phone if sign.isdigit() or sign == "+")
        yield "Điện thoại", contact.phone, f"tel:{digits}"
    if contact.email:
        yield "Thư điện tử", contact.email, f"mailto:{contact.email}"


def _neighbours(model: Model, shelves: Shelves) -> list[Model]:
    """Choose the models to read next: of the same theme first, then of the same field, then of the same province."""
    shelf_of = [shelves.themes.get(key, ()) for key in model.themes]
    shelf_of.append(shelves.fields.get(model.field, ()))
    shelf_of += [shelves.provinces.get(locality.place.province.code, ()) for locality in model.places]
    chosen: dict[str, Model] = {}
    for shelf in shelf_of:
        for other in shelf:
            if len(chosen) == _NEIGHBOURS:
                return list(chosen.values())
            if other.id != model.id:
                chosen.setdefault(other.id, other)
    return list(chosen.values())
