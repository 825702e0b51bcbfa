"""A model is one exemplary civic model as it is true: typed, frozen, without spots; only a sound record becomes one.

The names of the attributes are the `name`s of the form (`reading/form.py`), so one table says how YAML is read, how a
model is made of it and how it goes out again as open data. Named tuples: they are read back in half the time that frozen
dataclasses take, and of one model there are some fifteen.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from showcase.record.criteria import Criteria
from showcase.record.photo import PhotoFacts
from showcase.record.units import Body, Place


class Locality(NamedTuple):
    """A place as it was written, and the units it resolves to; or a body without territory, and the province written with it."""

    place: Place | Body
    written: str = ""
    detail: str = ""
    now: str = ""
    body: str = ""
    body_province: str = ""

    @property
    def name(self) -> str:
        """What was written: the place, or the body."""
        return self.written or self.body


class Host(NamedTuple):
    """A body that runs the model."""

    name: str
    kind: str
    role: str = "chu-tri"


class Milestone(NamedTuple):
    """Something that happened, in a year or on a day."""

    kind: str
    year: int | None = None
    day: date | None = None
    level: str = ""
    document: str = ""
    note: str = ""
    rating: str = ""

    @property
    def in_year(self) -> int:
        """The year of the milestone, however it was given."""
        return self.day.year if self.day else self.year or 0


class Result(NamedTuple):
    """A measured result; `source` counts the model's sources from 1."""

    measure: str
    after: Decimal
    before: Decimal | None = None
    unit: str = ""
    approximation: str = ""
    year: int | None = None
    source: int | None = None
    indicator: str = ""


class Story(NamedTuple):
    """The sections of the story, Markdown, '' where one is missing."""

    setting: str = ""
    method: str = ""
    effect: str = ""
    lesson: str = ""
    limits: str = ""
    spreading: str = ""


class Guide(NamedTuple):
    """How to do the same."""

    steps: tuple[str, ...] = ()
    cost: str = ""
    people: str = ""
    duration: str = ""
    conditions: str = ""


class Copy(NamedTuple):
    """A place that copied the model and has no entry of its own."""

    written: str
    place: Place
    detail: str = ""
    now: str = ""
    host: str = ""
    year: int | None = None
    source: int | None = None


class Photo(NamedTuple):
    """A photo or an illustration, with what its file was found to be."""

    file: str
    alternative: str
    author: str
    licence: str
    facts: PhotoFacts
    caption: str = ""
    kind: str = "anh"
    moment: str = ""
    people: str = ""
    consent: str = ""
    children: str = ""
    parents_consent: str = ""
    childs_consent: str = ""
    withdrawn: str = ""


class Source(NamedTuple):
    """Where the facts are from."""

    title: str
    publisher: str
    author: str = ""
    day: date | None = None
    url: str = ""


class Contact(NamedTuple):
    """The unit to ask."""

    host: str
    phone: str = ""
    email: str = ""


class Person(NamedTuple):
    """Somebody whom a text names, and on what ground."""

    name: str
    role: str
    ground: str
    withdrawn: str = ""


class Takedown(NamedTuple):
    """The model was taken down."""

    day: date
    reason: str


class Model(NamedTuple):
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
    history: tuple[Milestone, ...]
    story: Story
    sources: tuple[Source, ...]
    published: date
    short_title: str = ""
    short_summary: str = ""
    themes: tuple[str, ...] = ()
    level: str = ""
    may_lead: str = ""
    newness: str = ""
    notice: str = ""
    unoffered: str = ""
    results: tuple[Result, ...] = ()
    guide: Guide | None = None
    loudspeaker: str = ""
    criteria: tuple[Criteria, ...] = ()
    learned_from: str = ""
    copies: tuple[Copy, ...] = ()
    photos: tuple[Photo, ...] = ()
    counted_in: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    has_withdrawals: bool = False
    """Somebody took back the consent to be shown or named: a photo that was here, or a name."""
    note: str = ""
    contact: Contact | None = None
    english_title: str = ""
    english_summary: str = ""
    updated: date | None = None
    former_ids: tuple[str, ...] = ()
    takedown: Takedown | None = None

    @property
    def days(self) -> tuple[date, date | None]:
        """The day of publication, and that of the last change of substance."""
        return self.published, self.updated

    @property
    def changed(self) -> date:
        """The day of the last change of substance."""
        return self.updated or self.published
