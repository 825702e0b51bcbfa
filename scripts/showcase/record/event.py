"""An event is where the movement meets: a contest, a festival, a talk, a training, as a source tells it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from showcase.record.model import Host, Photo, Source, Takedown
from showcase.record.units import Place


class Cluster(NamedTuple):
    """Bodies that compete with each other in a round."""

    name: str
    members: tuple[str, ...] = ()


class Team(NamedTuple):
    """Who takes part, as a source names it."""

    name: str
    host: str = ""


class Round(NamedTuple):
    """A round of a contest; counts stand beside the lists, since sources often give no more than a count."""

    name: str
    day: date | None = None
    clusters_counted: int | None = None
    teams_counted: int | None = None
    clusters: tuple[Cluster, ...] = ()
    teams: tuple[Team, ...] = ()


class Award(NamedTuple):
    """A prize, and who has it."""

    name: str
    team: str = ""
    host: str = ""


class NamedNumber(NamedTuple):
    """Any other figure that a source names."""

    measure: str
    number: Decimal
    unit: str = ""
    approximation: str = ""
    note: str = ""


class Event(NamedTuple):
    """One event, of a place or of a body (`scope`); its time is a year, a day, or some days on end.

    `path` is its file as editors know it, beside which its photos lie.
    """

    id: str
    path: str
    title: str
    kind: str
    sources: tuple[Source, ...]
    published: date
    written: str = ""
    now: str = ""
    place: Place | None = None
    scope: str = ""
    year: int | None = None
    day: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    level: str = ""
    hosts: tuple[Host, ...] = ()
    summary: str = ""
    story: str = ""
    rounds: tuple[Round, ...] = ()
    awards: tuple[Award, ...] = ()
    numbers: tuple[NamedNumber, ...] = ()
    models: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    has_withdrawals: bool = False
    """Somebody took back the consent to be shown: a photo that was here."""
    note: str = ""
    updated: date | None = None
    former_ids: tuple[str, ...] = ()
    takedown: Takedown | None = None

    @property
    def cover(self) -> Photo | None:
        """The first photo."""
        return self.photos[0] if self.photos else None

    def pictures(self) -> Iterator[Photo]:
        """Yield the photos, as the summary of a model does."""
        return iter(self.photos)

    @property
    def begins(self) -> date | None:
        """The day, or the first of several; None where only the year is known."""
        return self.day or self.first_day

    @property
    def ends(self) -> date | None:
        """The day, or the last of several; None where only the year is known."""
        return self.day or self.last_day

    @property
    def in_year(self) -> int:
        """The year, however the time was given."""
        return self.begins.year if self.begins else self.year or 0
