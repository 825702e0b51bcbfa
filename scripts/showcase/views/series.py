"""The same figure of one place over the years, as a line from nought and the same as a table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from showcase.record.report import Figure, Report
from showcase.views import address
from showcase.views.page import capitalised
from showcase.views.report_view import what_is_counted
from showcase.words.numbers import write_number

WIDTH, HEIGHT = 320, 150
"""The drawing's own units; letters on it are 12 of them high, so they can be read on a phone."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 286, 30, 122
_MOST_NAMED = 5
"""Points whose numbers stand on the drawing; of more the first, the largest and the last."""


@dataclass(frozen=True, slots=True)
class Point:
    """One year's figure: where it lies, whether its number stands on the drawing, and the report that has it."""

    year: int
    number: str
    x: int
    y: int
    is_named: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A figure of a place over the years, the earliest first; `finding` says how it went from the first to the last."""

    title: str
    place: str
    finding: str
    points: tuple[Point, ...]

    @property
    def path(self) -> str:
        """The line through all points."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


def series_of(reports: Iterable[Report]) -> Iterator[Series]:
    """Yield a line for each figure that two or more years have; what counts less than a year, or more, is of another kind."""
    found: dict[tuple[object, str, str], list[tuple[Report, Figure]]] = defaultdict(list)
    for report in reports:
        if not report.period:
            for figure in report.figures:
                found[report.place, figure.measure, figure.object].append((report, figure))
    for members in found.values():
        if len({report.year for report, _ in members}) > 1:
            yield _series(sorted(members, key=lambda member: member[0].year))


def _series(members: list[tuple[Report, Figure]]) -> Series:
    latest, figure = members[-1]
    return Series(
        title=capitalised(what_is_counted(figure)),
        place=latest.whose,
        finding=_finding(*members[0], *members[-1]),
        points=tuple(_points(members)),
    )


def _points(members: list[tuple[Report, Figure]]) -> Iterator[Point]:
    largest = max(figure.total for _, figure in members)
    first, last = members[0][0].year, members[-1][0].year
    ends = {first, last, next(report.year for report, figure in members if figure.total == largest)}
    for report, figure in members:
        x = _LEFT + (_RIGHT - _LEFT) * (report.year - first) // (last - first)
        y = _BOTTOM - int((_BOTTOM - _TOP) * figure.total / (largest or Decimal(1)))
        is_named = len(members) <= _MOST_NAMED or report.year in ends
        yield Point(report.year, write_number(figure.total), x, y, is_named, address.report(report.id))


def _finding(first: Report, before: Figure, last: Report, after: Figure) -> str:
    if before.total == after.total:
        return f"năm {last.year} bằng năm {first.year}"
    way = "nhiều" if after.total > before.total else "ít"
    more = write_number(abs(after.total - before.total))
    return f"năm {last.year} {way} hơn năm {first.year} là {more}"
