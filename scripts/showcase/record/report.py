"""A report is what an authority counted: official figures of the movement in one place and year."""

from dataclasses import dataclass
from decimal import Decimal

from showcase.record.model import Source
from showcase.record.units import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """A total divided along one dimension; `gap_note` says why the parts do not add up, where they do not."""

    dimension: str
    parts: tuple[tuple[str, Decimal], ...]
    gap_note: str = ""

    @property
    def sum(self) -> Decimal:
        """What the parts add up to."""
        return sum((number for _, number in self.parts), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One total: what was done (registered, built, kept up), to what, how many, and how it divides."""

    measure: str
    object: str
    total: Decimal
    breakdowns: tuple[Breakdown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The official figures of one place and year."""

    id: str
    path: str
    title: str
    written: str
    now: str = ""
    place: Place
    year: int
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
