"""Which official figures lie in a place: those of the place itself, and of the places and bodies within it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from showcase.record.report import Report
from showcase.record.units import Body, Place, Unit
from showcase.views import address
from showcase.views.page import capitalised
from showcase.views.report_view import counted_at, leaves_open, number_of, uncapitalised_name, what_is_counted
from showcase.views.series import Series, series_of
from showcase.words.numbers import write_number

_MOST = 12
"""Reports on the page of a place; all others stand on the page of figures."""
_MOST_FACTS = 3


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report on one line: its figures, whose and of when, and who published them."""

    figures: str
    about: str
    address: str


@dataclass(frozen=True, slots=True)
class PlaceReports:
    """What the page of a place shows of official figures; `left_out` counts those for which there is no room."""

    lines: tuple[ReportLine, ...] = ()
    series: tuple[Series, ...] = ()
    left_out: int = 0


NO_REPORTS = PlaceReports()

ReportShelf = dict[Unit, tuple[Report, ...]]
"""Reports by each unit, of today and of before, that they lie in."""


def shelve_reports(reports: Iterable[Report]) -> ReportShelf:
    """Sort reports onto the units that they lie in, in the order they come."""
    found: dict[Unit, list[Report]] = defaultdict(list)
    for report in reports:
        for unit in _units(report.place):
            found[unit].append(report)
    return {unit: tuple(members) for unit, members in found.items()}


def reports_in(unit: Unit, shelf: ReportShelf) -> PlaceReports:
    """Give what the page of a unit shows: its own reports first, then those within it; lines are of its own alone."""
    there = shelf.get(unit, ())
    own = [report for report in there if isinstance(report.place, Place) and unit in _own(report.place)]
    ordered = [*own, *[report for report in there if report not in own]]
    return PlaceReports(tuple(map(report_line, ordered[:_MOST])), tuple(series_of(own)), max(0, len(ordered) - _MOST))


def report_line(report: Report) -> ReportLine:
    """Write a report on one line."""
    facts = [f"{write_number(figure.total)}\u00a0{what_is_counted(figure)}" for figure in report.figures]
    facts += [f"{uncapitalised_name(number.measure)}: {number_of(number)}" for number in report.numbers]
    more = f" và {len(facts) - _MOST_FACTS} con số khác" if len(facts) > _MOST_FACTS else ""
    about = f"{capitalised(counted_at(report))}\u00a0·\u00a0{report.sources[0].publisher}"
    return ReportLine(
        capitalised("; ".join(facts[:_MOST_FACTS])) + more,
        f"{about}\u00a0·\u00a0có điều nguồn để ngỏ" if leaves_open(report) else about,
        address.report(report.id),
    )


def _units(place: Place | Body) -> tuple[Unit, ...]:
    if isinstance(place, Body):
        return (place.province,) if place.province else ()
    units = (place.commune, place.former_district, place.former_province, place.province)
    return tuple(dict.fromkeys(unit for unit in units if unit))


def _own(place: Place) -> tuple[Unit, ...]:
    """Give the units that a place is: a commune's are today's; a district on islands is today's commune too."""
    if place.former_district and not place.former_commune:
        return tuple(unit for unit in (place.former_district, place.commune) if unit)
    if place.commune:
        return (place.commune,)
    return (place.former_province or place.province,)
