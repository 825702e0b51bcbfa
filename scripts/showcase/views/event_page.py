"""What the pages of events say: all of them by year, and each with its rounds, awards, figures and models."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from showcase.reading.form import APPROXIMATIONS, EVENT_KINDS, LEVELS, ROLES
from showcase.record.event import Event, NamedNumber, Round
from showcase.views import address
from showcase.views.linked_data import collection, event_data
from showcase.views.model_parts import Section, SourceView, source_view
from showcase.views.page import Head, Image, Link, SiteFacts, capitalised, uncapitalised
from showcase.views.picture import Picture, beside_stories, photo_picture
from showcase.views.place_names import then_and_now
from showcase.views.takedown_page import event_takedown_head
from showcase.words.dates import write_date
from showcase.words.numbers import with_unit, write_number

_LEAD = "Nơi phong trào gặp nhau: hội thi, ngày hội, tọa đàm, hội nghị, tập huấn, lễ phát động."


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as a list has it; `about` are its time and whose it is."""

    title: str
    address: str
    kind: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventsOfYear:
    """The events of one year."""

    year: int
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsPage:
    """Everything on `/su-kien/`."""

    head: Head
    lead: str
    years: tuple[EventsOfYear, ...]


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round: its name, what is known of it in a few words, its clusters with their members, its teams."""

    name: str
    about: tuple[str, ...]
    clusters: tuple[tuple[str, tuple[str, ...]], ...]
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """Everything on an event's page; `linked` and the pictures as a model's page has them."""

    head: Head
    crumbs: tuple[Link, ...]
    kind: str
    title: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    place: Link | None
    hosts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    rounds: tuple[RoundView, ...]
    awards: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, str, str], ...]
    models: tuple[Link, ...]
    documents: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    note: str
    linked: Mapping[str, str]
    picture: Picture | None
    gallery: tuple[Picture, ...]
    pictures: Mapping[str, Picture]


def events_page(events: Sequence[Event], site: SiteFacts) -> EventsPage:
    """Compute the list; events come the latest first."""
    head = Head(
        title="Hội thi, ngày hội, tọa đàm",
        description="Hội thi, ngày hội, tọa đàm, hội nghị về phong trào “Dân vận khéo”, theo năm và nơi, kèm nguồn.",
        address=address.EVENTS,
        section="gioi-thieu",
        site=site,
    )
    years = tuple(
        EventsOfYear(year, tuple(map(event_line, of_year)))
        for year, of_year in groupby(events, key=lambda one: one.in_year)
    )
    data = collection(head, (), len(events), (address.event(event.id) for event in events))
    return EventsPage(head=replace(head, data=data), lead=_LEAD, years=years)


class Told(NamedTuple):
    """What an event's page tells of others: the models shown there, the documents that it names, the page of its province.

    `linked` as a model's page has it; `image` is its own picture for where it is shared.
    """

    models: tuple[Link, ...]
    documents: tuple[Link, ...]
    province: Link | None
    linked: Mapping[str, str]
    image: Image | None = None


def event_page(event: Event, told: Told, site: SiteFacts) -> EventPage:
    """Compute the page of an event."""
    kind, crumbs = EVENT_KINDS[event.kind], (Link("Sự kiện", address.EVENTS),)
    head, pictures = (
        head_of_event(event, told.image, site),
        {photo.file: photo_picture(photo, event.id) for photo in event.photos},
    )
    return EventPage(
        head=replace(head, data=event_data(event, head, crumbs)),
        crumbs=crumbs,
        kind=kind,
        title=event.title,
        summary=event.summary,
        facts=tuple(_facts(event)),
        place=told.province,
        hosts=tuple((host.name, ROLES[host.role]) for host in event.hosts),
        sections=(Section("dien-bien", "Diễn biến", event.story),) if event.story else (),
        rounds=tuple(map(_round, event.rounds)),
        awards=tuple(
            (award.name, ", ".join(part for part in (award.team, award.host) if part)) for award in event.awards
        ),
        numbers=tuple(map(_number, event.numbers)),
        models=told.models,
        documents=told.documents,
        sources=tuple(source_view(source) for source in event.sources),
        note=event.note,
        linked=told.linked,
        picture=next(iter(pictures.values()), None),
        gallery=tuple(pictures[photo.file] for photo in beside_stories(event.photos, [event.story])),
        pictures=pictures,
    )


def head_of_event(event: Event, image: Image | None, site: SiteFacts) -> Head:
    """Say what stands in the head of the page at an event's address, be it the notice that it was taken down."""
    if event.takedown:
        return event_takedown_head(event.id, site)
    kind = EVENT_KINDS[event.kind]
    return Head(
        title=event.title,
        description=event.summary or f"{kind} {uncapitalised(event_when(event))}: {event_whose(event)}.",
        address=address.event(event.id),
        section="gioi-thieu",
        site=site,
        image=image,
        kind="article",
        published=event.published,
        updated=event.updated,
        about="Sự kiện",
    )


def event_when(event: Event) -> str:
    """Write the time: `Năm 2024`, `15/10/2024`, `08–09/11/2018`, `30/10–02/11/2018`."""
    first, last = event.begins, event.ends
    if first is None or last is None:
        return f"Năm {event.in_year}"
    if first == last:
        return write_date(first)
    if first.year != last.year:
        return f"{write_date(first)}–{write_date(last)}"
    if first.month != last.month:
        return f"{first.day:02}/{first.month:02}–{write_date(last)}"
    return f"{first.day:02}–{write_date(last)}"


def event_line(event: Event) -> EventLine:
    """Give an event as a list has it."""
    about = (event_when(event), capitalised(event_whose(event)))
    return EventLine(event.title, address.event(event.id), EVENT_KINDS[event.kind], about)


def event_whose(event: Event) -> str:
    """Write whose it is: a body, or a place as it was written."""
    return event.scope or event.written


def _facts(event: Event) -> Iterator[tuple[str, str]]:
    yield "Thời gian", event_when(event)
    yield ("Của" if event.scope else "Nơi"), _where(event)
    if event.level:
        yield "Cấp", LEVELS[event.level]


def _where(event: Event) -> str:
    return then_and_now(event.written, event.place) if event.place else capitalised(event.scope)


def _round(one: Round) -> RoundView:
    about = [write_date(one.day)] if one.day else []
    if one.clusters_counted:
        about.append(f"{write_number(one.clusters_counted)}\u00a0cụm")
    if one.teams_counted:
        about.append(f"{write_number(one.teams_counted)}\u00a0đội")
    clusters = tuple((cluster.name, cluster.members) for cluster in one.clusters)
    teams = tuple(f"{team.name} ({team.host})" if team.host else team.name for team in one.teams)
    return RoundView(one.name, tuple(about), clusters, teams)


def _number(one: NamedNumber) -> tuple[str, str, str]:
    about = APPROXIMATIONS.get(one.approximation, "")
    number = with_unit(write_number(one.number), one.unit)
    return one.measure, f"{about}\u00a0{number}" if about else number, one.note
