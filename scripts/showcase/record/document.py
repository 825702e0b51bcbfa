"""A document is what directs the movement: a law, a directive, a plan, with its number, issuer and date, as a source tells it."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from showcase.record.criteria import Criteria
from showcase.record.model import Source
from showcase.record.units import Place


class Target(NamedTuple):
    """What a document asks for, as a number."""

    measure: str
    number: Decimal
    unit: str = ""


class Document(NamedTuple):
    """One document; without a place and a scope it holds for the whole country. `replaced_by` is the id of another."""

    id: str
    path: str
    kind: str
    subject: str
    issuer: str
    sources: tuple[Source, ...]
    published: date
    number: str = ""
    day: date | None = None
    year: int | None = None
    written: str = ""
    now: str = ""
    place: Place | None = None
    scope: str = ""
    period: str = ""
    summary: str = ""
    url: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    replaced_by: str = ""
    targets: tuple[Target, ...] = ()
    criteria: tuple[Criteria, ...] = ()

    @property
    def in_year(self) -> int:
        """The year of issue, however it was given."""
        return self.day.year if self.day else self.year or 0
