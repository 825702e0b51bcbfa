"""A model is one exemplary civic model as it is true: typed, frozen, without spots; only a sound record becomes one.

The names of the attributes are the `name`s of the form (`reading/form.py`), so one table says how YAML is read, how a
model is made of it and how it goes out again as open data.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from showcase.record.photo import PhotoFacts
from showcase.record.units import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """A place as it was written, and the units it resolves to."""

    written: str
    detail: str = ""
    now: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A body that runs the model."""

    name: str
    kind: str
    role: str = "chu-tri"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, in a year or on a day."""

    kind: str
    year: int | None = None
    day: date | None = None
    level: str = ""
    document: str = ""
    note: str = ""

    @property
    def in_year(self) -> int:
        """The year of the event, however it was given."""
        return self.day.year if self.day else self.year or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A measured result; `source` counts the model's sources from 1."""

    measure: str
    after: Decimal
    before: Decimal | None = None
    unit: str = ""
    approximation: str = ""
    year: int | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The sections of the story, Markdown, '' where one is missing."""

    setting: str = ""
    method: str = ""
    effect: str = ""
    lesson: str = ""
    limits: str = ""
    spreading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """How to do the same."""

    steps: tuple[str, ...] = ()
    cost: str = ""
    people: str = ""
    duration: str = ""
    conditions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A place that copied the model and has no entry of its own."""

    written: str
    detail: str = ""
    now: str = ""
    place: Place
    host: str = ""
    year: int | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo or an illustration, with what its file was found to be."""

    file: str
    alternative: str
    author: str
    licence: str
    caption: str = ""
    kind: str = "anh"
    moment: str = ""
    people: str = ""
    consent: str = ""
    children: str = ""
    parents_consent: str = ""
    facts: PhotoFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the facts are from."""

    title: str
    publisher: str
    author: str = ""
    day: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The unit to ask."""

    host: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Takedown:
    """The model was taken down."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One exemplary civic model; `path` is its file as editors know it, `folder` where its photos lie."""

    id: str
    path: str
    title: str
    summary: str
    kind: str
    subject: str
    field: str
    places: tuple[Locality, ...]
    hosts: tuple[Host, ...]
    history: tuple[Event, ...]
    story: Story
    sources: tuple[Source, ...]
    published: date
    themes: tuple[str, ...] = ()
    level: str = ""
    results: tuple[Result, ...] = ()
    guide: Guide | None = None
    learned_from: str = ""
    copies: tuple[Copy, ...] = ()
    photos: tuple[Photo, ...] = ()
    note: str = ""
    contact: Contact | None = None
    updated: date | None = None
    former_ids: tuple[str, ...] = ()
    takedown: Takedown | None = None

    @property
    def changed(self) -> date:
        """The day of the last change of substance."""
        return self.updated or self.published
