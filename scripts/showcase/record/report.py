"""A report is what an authority counted: official figures of the movement in one place and year."""

from decimal import Decimal
from typing import NamedTuple

from showcase.record.event import NamedNumber
from showcase.record.model import Source
from showcase.record.units import Body, Place


class Breakdown(NamedTuple):
    """A total divided along one dimension; `gap_note` says why the parts do not add up, where they do not."""

    dimension: str
    parts: tuple[tuple[str, Decimal], ...]
    gap_note: str = ""

    @property
    def sum(self) -> Decimal:
        """What the parts add up to."""
        return sum((number for _, number in self.parts), Decimal(0))


class Figure(NamedTuple):
    """One total: what was done (registered, built, kept up), to what, how many, and how it divides."""

    measure: str
    object: str
    total: Decimal
    breakdowns: tuple[Breakdown, ...] = ()


class Report(NamedTuple):
    """The official figures of one place or body and one year; `period` says of which part of it, or of which years, where it is not all of it."""

    id: str
    path: str
    title: str
    place: Place | Body
    year: int
    sources: tuple[Source, ...]
    written: str = ""
    now: str = ""
    body: str = ""
    body_province: str = ""
    period: str = ""
    figures: tuple[Figure, ...] = ()
    numbers: tuple[NamedNumber, ...] = ()
    note: str = ""

    @property
    def whose(self) -> str:
        """What was written: the place, or the body."""
        return self.written or self.body
