"""What a report says: its totals with their charts, its other numbers, its sources, and what they leave open."""

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.reading.form import APPROXIMATIONS, DIMENSIONS, LEVELS, MEASURES, OBJECTS, SUBJECTS
from showcase.record.catalogue import Catalogue
from showcase.record.event import NamedNumber
from showcase.record.report import Breakdown, Figure, Report
from showcase.record.units import Body
from showcase.views import address
from showcase.views.chart import Chart, Part, bars_of, finding_of, sorted_parts
from showcase.views.model_parts import SourceView, source_view
from showcase.views.page import capitalised, uncapitalised
from showcase.views.place_names import unit_today
from showcase.words.numbers import after_number, write_number


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One total with its charts; `shown` says how many have a page here of those that the source itself counts in it."""

    title: str
    number: str
    what: str
    charts: tuple[Chart, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class NumberView:
    """Any other number: `hơn 900.000 mô hình`, what it counts, and a note."""

    number: str
    what: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The figures of one place or body, and one year or period."""

    anchor: str
    address: str
    title: str
    place: str
    today: str
    when: str
    figures: tuple[FigureView, ...]
    numbers: tuple[NumberView, ...]
    sources: tuple[SourceView, ...]
    note: str


def report_view(report: Report, catalogue: Catalogue) -> ReportView:
    """Compute what a report says."""
    return ReportView(
        anchor=report.id,
        address=address.report(report.id),
        title=report.title,
        place=capitalised(report.whose),
        today=_today(report),
        when=when(report),
        figures=tuple(_figure(figure, report, catalogue) for figure in report.figures),
        numbers=tuple(map(_number, report.numbers)),
        sources=tuple(source_view(source) for source in report.sources),
        note=report.note,
    )


def when(report: Report) -> str:
    """Say which time a report counts: its year, or its period with the year where that does not name it."""
    year = str(report.year)
    if not report.period:
        return year
    return report.period if year in report.period else f"{report.period} ({year})"


def counted_at(report: Report) -> str:
    """Say whose the figures are and of when, within a sentence: `thành phố Hà Nội, năm 2023`."""
    return f"{report.whose}, {when(report)}" if report.period else f"{report.whose}, năm\u00a0{report.year}"


def what_is_counted(figure: Figure) -> str:
    """Say what a total counts: `mô hình được đăng ký`, `mô hình hoạt động hiệu quả`."""
    done = MEASURES[figure.measure].lower()
    return f"{OBJECTS[figure.object]} {done if figure.measure == 'hieu-qua' else f'được {done}'}"


def number_of(number: NamedNumber) -> str:
    """Write any other number with its unit: `hơn 900.000 mô hình`."""
    rounded = f"{APPROXIMATIONS[number.approximation]} " if number.approximation else ""
    return f"{rounded}{write_number(number.number)}{after_number(number.unit)}"


def leaves_open(report: Report) -> bool:
    """Tell whether the sources of a report leave something open that its page tells."""
    gaps = (breakdown.gap_note for figure in report.figures for breakdown in figure.breakdowns)
    return bool(report.note or any(gaps))


def _today(report: Report) -> str:
    """Say to what a place of before belongs today, '' where its name says so, and of a body."""
    place = report.place
    if isinstance(place, Body) or not (place.former_province or place.unlisted):
        return ""
    today = unit_today(place)
    return "" if today.casefold() in report.written.casefold() else uncapitalised(today)


def _number(number: NamedNumber) -> NumberView:
    return NumberView(capitalised(number_of(number)), capitalised(number.measure), number.note)


def uncapitalised_name(text: str) -> str:
    """Go on with what is counted; a word in capitals, such as `UBND`, stays."""
    return text if text[1:2].isupper() else uncapitalised(text)


def _figure(figure: Figure, report: Report, catalogue: Catalogue) -> FigureView:
    return FigureView(
        title=capitalised(what_is_counted(figure)),
        number=write_number(figure.total),
        what=what_is_counted(figure),
        charts=tuple(_chart(breakdown, figure, catalogue) for breakdown in figure.breakdowns),
        shown=_shown(figure, report, catalogue),
    )


def _shown(figure: Figure, report: Report, catalogue: Catalogue) -> str:
    """Say how many of those that the source counts have a page here; nothing where none has. Place and year prove nothing."""
    here = catalogue.counted_in[report.id, figure.object]
    if not 0 < here <= figure.total:
        return ""
    total = write_number(figure.total)
    return f"Chuyên trang giới thiệu {write_number(here)} trong số {total}\u00a0{OBJECTS[figure.object]} đó."


def _chart(breakdown: Breakdown, figure: Figure, catalogue: Catalogue) -> Chart:
    parts = sorted_parts(_parts(breakdown, catalogue))
    sum_, total = write_number(breakdown.sum), write_number(figure.total)
    adds_up = breakdown.sum == figure.total
    added = f"các phần cộng được {sum_}\u00a0{OBJECTS[figure.object]}"
    return Chart(
        title=DIMENSIONS[breakdown.dimension],
        finding=finding_of(parts, breakdown.sum) if adds_up else added,
        bars=tuple(bars_of(parts, breakdown.sum)),
        total=total,
        sum=sum_,
        gap="" if adds_up else breakdown.gap_note,
    )


def _parts(breakdown: Breakdown, catalogue: Catalogue) -> Iterator[Part]:
    labels = {
        "cap": LEVELS,
        "chu-the": SUBJECTS,
        "linh-vuc": {key: term.label for key, term in catalogue.vocabularies.fields.terms.items()},
    }.get(breakdown.dimension, {})
    verb = "ở" if breakdown.dimension == "dia-phuong" else "là"
    for key, number in breakdown.parts:
        yield Part(
            capitalised(labels.get(key, key)), f"{verb} {uncapitalised(labels[key]) if key in labels else key}", number
        )
