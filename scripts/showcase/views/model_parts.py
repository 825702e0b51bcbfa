"""The parts of a model's page: places, results, sections, steps and sources, each as a reader sees it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from showcase.reading.form import LEVELS, MILESTONES, MODEL_KINDS, NEWNESS, ROLES, STORY, SUBJECTS
from showcase.record.ended_body import body_of_today, has_ended
from showcase.record.model import Guide, Host, Locality, Milestone, Model, Result, Source, Story
from showcase.record.units import Body
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.card import result_number
from showcase.views.page import Link, capitalised
from showcase.views.place_names import unit_today
from showcase.words.dates import write_date
from showcase.words.numbers import write_number

SECTION_TITLES = {
    "setting": "Bối cảnh",
    "method": "Cách làm",
    "effect": "Hiệu quả",
    "lesson": "Bài học",
    "limits": "Chỗ còn khó",
    "spreading": "Nhân rộng",
}
_GUIDE_TITLES = {
    "cost": "Tiền",
    "people": "Người",
    "duration": "Thời gian",
    "conditions": "Điều kiện",
}
_BAR_WIDTH = 1000
_LONG_NEED = 60
"""Letters of a need from which on two of them have no room side by side on a phone."""
_BEGINNINGS = {"phat-dong", "dang-ky", "trien-khai"}
"""Milestones that may begin a model: where all that is told is of one year, that may be no more than the year of the source."""
_MOST_ASKED = 2
"""Bodies of today that a page names as those to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A place then and now: what was written, and today's units with their pages."""

    written: str
    detail: str
    today: str
    changed: bool
    links: tuple[Link, ...]


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
    """The steps for doing the same, and the four things they need, '' where one is not known."""

    steps: tuple[str, ...]
    needs: tuple[tuple[str, str], ...]
    address: str

    @property
    def is_long(self) -> bool:
        """Tell whether a need takes more than a few words."""
        return any(len(text) > _LONG_NEED for _, text in self.needs)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source, as a reader cites it."""

    title: str
    byline: str
    url: str


def fact_rows(model: Model) -> Iterator[tuple[str, str]]:
    """Yield the facts at a glance as (label, value)."""
    yield "Loại", MODEL_KINDS[model.kind]
    yield "Chủ thể", SUBJECTS[model.subject]
    if model.newness:
        yield "Hình thức", NEWNESS[model.newness]
    if model.level:
        yield ("Cấp công nhận" if _is_recognised(model) else "Cấp đăng ký"), LEVELS[model.level]
    yield ("Từ năm" if _is_start_told(model.history) else "Được nêu năm"), str(model.history[0].in_year)
    recognised = [milestone for milestone in model.history if milestone.kind in {"cong-nhan", "khen-thuong"}]
    if recognised:
        yield MILESTONES[recognised[-1].kind], str(recognised[-1].in_year)


def _is_recognised(model: Model) -> bool:
    """Tell whether an milestone says that the model was recognised at its level; to be registered there is less."""
    return any(milestone.kind == "cong-nhan" and milestone.level in {"", model.level} for milestone in model.history)


def _is_start_told(history: tuple[Milestone, ...]) -> bool:
    """Tell whether the first milestone is a start: a launch, or a beginning that has its day or is followed in later years."""
    first = history[0]
    goes_on = first.day is not None or history[-1].in_year > first.in_year
    return first.kind == "phat-dong" or (first.kind in _BEGINNINGS and goes_on)


def result_view(result: Result) -> ResultView:
    """Write a result, with bars where there is a number from before."""
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


def section_views(story: Story) -> Iterator[Section]:
    """Yield the sections of the story that are there, in the order of the format."""
    for entry in STORY.entries:
        markdown = getattr(story, entry.name)
        if markdown:
            yield Section(entry.key.replace("_", "-"), SECTION_TITLES[entry.name], markdown)


def guide_view(guide: Guide, model_id: str) -> GuideView:
    """Write the steps and what they need."""
    needs = tuple((title, getattr(guide, name)) for name, title in _GUIDE_TITLES.items())
    return GuideView(guide.steps, needs, address.guide(model_id))


def place_view(locality: Locality, places: PlaceAddresses) -> PlaceView:
    """Write a place then and now."""
    place = locality.place
    if isinstance(place, Body):
        return _body_view(place, places)
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
        written=locality.written if locality.detail else capitalised(locality.written),
        detail=capitalised(locality.detail),
        today=unit_today(place),
        changed=bool(place.former_commune or place.former_district or place.former_province or place.unlisted),
        links=tuple(links),
    )


def _body_view(body: Body, places: PlaceAddresses) -> PlaceView:
    province = body.province
    links = (Link(capitalised(province.full_name), places.province(province)),) if province else ()
    return PlaceView(written=body.name, detail="", today="", changed=False, links=links)


def source_view(source: Source) -> SourceView:
    """Write a source as a reader cites it."""
    day = write_date(source.day) if source.day else ""
    byline = ", ".join(part for part in (source.author, source.publisher, day) if part)
    return SourceView(title=source.title, byline=byline, url=source.url)


def contact_rows(model: Model) -> Iterator[tuple[str, str, str]]:
    """Yield the unit to ask as (label, text, link), the link '' where there is none; of an old one, who answers today."""
    contact, place = model.contact, model.places[0].place
    if contact is None:
        return
    is_gone = has_ended(contact.host, place)
    yield ("Đơn vị lúc đó" if is_gone else "Đơn vị"), contact.host, ""
    if is_gone:
        yield "Nay có thể hỏi", bodies_of_today(model), ""
    if contact.phone:
        digits = "".join(sign for sign in contact.phone if sign.isdigit() or sign == "+")
        yield "Điện thoại", contact.phone, f"tel:{digits}"
    if contact.email:
        yield "Thư điện tử", contact.email, f"mailto:{contact.email}"


def bodies_of_today(model: Model) -> str:
    """Name those of today's bodies that may know of a model, by its places."""
    ended = model.contact.host if model.contact else ""
    bodies = dict.fromkeys(body_of_today(locality.place, model.hosts[0].kind, ended) for locality in model.places)
    return " hoặc ".join(list(bodies)[:_MOST_ASKED])


def host_note(host: Host, model: Model, *, is_alone: bool) -> str:
    """Say of a host what its name does not: its role where it is not alone, and that it is no more by that name."""
    role = "" if is_alone else ROLES[host.role].lower()
    gone = any(has_ended(host.name, locality.place) for locality in model.places)
    return ", ".join(filter(None, (role, "đơn vị lúc đó" if gone else "")))
