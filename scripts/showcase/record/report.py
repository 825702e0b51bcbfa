"""A report is what an authority counted: official figures of the movement in one place and year."""

from decimal import Decimal
from typing import NamedTuple

from showcase.record.model import Source
from showcase.record.units import Place


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
    """The official figures of one place and year."""

    id: str
    path: str
    title: str
    written: str
    place: Place
    year: int
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    now: str = ""
    note: str = ""
