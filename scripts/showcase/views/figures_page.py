"""Official figures of the movement, drawn and tabled, beside what the catalogue itself counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from showcase.reading.form import DIMENSIONS, LEVELS, MEASURES, OBJECTS, SUBJECTS
from showcase.record.catalogue import Catalogue
from showcase.record.report import Breakdown, Figure, Report
from showcase.record.summary import Codes, Summary
from showcase.record.units import Place
from showcase.views import address
from showcase.views.card import place_today
from showcase.views.listings import province_links, term_links
from showcase.views.model_parts import SourceView, source_view
from showcase.views.page import Head, Link, SiteFacts, capitalised
from showcase.views.shelves import Shelves
from showcase.words.numbers import write_number, write_share

_CHART_WIDTH = 1000
_HEADLINES = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a total; `start` and `width` in thousandths of the chart, `key` names a field's colour."""

    label: str
    number: str
    share: str
    start: int
    width: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A total divided along one dimension; `gap` says why the parts do not add up, `missing` how many are left."""

    title: str
    bars: tuple[Bar, ...]
    total: str
    sum: str
    gap: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One total with its charts; `shown` says how many of them have a page here."""

    title: str
    number: str
    what: str
    charts: tuple[Chart, ...]
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The figures of one place and year."""

    anchor: str
    title: str
    place: str
    today: str
    year: int
    figures: tuple[FigureView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """Everything on `/so-lieu/`."""

    head: Head
    reports: tuple[ReportView, ...]
    own: tuple[Chart, ...]
    total: int


def figures_page(catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> FiguresPage:
    """Compute the page of figures."""
    return FiguresPage(
        head=Head(
            title="Số liệu",
            description="Số liệu chính thức của phong trào “Dân vận khéo” theo nơi và năm, kèm nguồn, "
            "và số mô hình đã có bài trên trang này.",
            address=address.FIGURES,
            section="so-lieu",
            site=site,
        ),
        reports=tuple(_report(report, catalogue) for report in catalogue.reports),
        own=tuple(_own_charts(catalogue, shelves)),
        total=len(catalogue.models),
    )


def headline_figures(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Give the largest official totals as (number, what it counts), at most three, one for each report."""
    largest = [max(report.figures, key=lambda figure: figure.total) for report in catalogue.reports]
    pairs = sorted(zip(catalogue.reports, largest, strict=True), key=lambda pair: -pair[1].total)
    return [
        (write_number(figure.total), f"{_what(figure)} ở {report.written}, năm\u00a0{report.year}")
        for report, figure in pairs[:_HEADLINES]
    ]


def _report(report: Report, catalogue: Catalogue) -> ReportView:
    return ReportView(
        anchor=report.id,
        title=report.title,
        place=capitalised(report.written),
        today=place_today(report.place) if report.place.commune else capitalised(report.place.province.full_name),
        year=report.year,
        figures=tuple(_figure(figure, report, catalogue) for figure in report.figures),
        sources=tuple(source_view(source) for source in report.sources),
    )


def _what(figure: Figure) -> str:
    return f"{OBJECTS[figure.object]} được {MEASURES[figure.measure].lower()}"


def _figure(figure: Figure, report: Report, catalogue: Catalogue) -> FigureView:
    return FigureView(
        title=capitalised(_what(figure)),
        number=write_number(figure.total),
        what=_what(figure),
        charts=tuple(_chart(breakdown, figure, catalogue) for breakdown in figure.breakdowns),
        shown=_shown(figure, report, catalogue),
    )


def _shown(figure: Figure, report: Report, catalogue: Catalogue) -> str:
    """Say how many of those that were counted have a page here; nothing where none has."""
    here = [model for model in catalogue.models if _counted_in(model, figure, report)]
    if not here:
        return ""
    total = write_number(figure.total)
    return f"Trang này giới thiệu {write_number(len(here))} trong số {total}\u00a0{OBJECTS[figure.object]} đó."


def _counted_in(model: Summary, figure: Figure, report: Report) -> bool:
    is_meant = model.kind == figure.object and report.year in model.years
    return is_meant and any(_lies_in(codes, report.place) for codes in model.places)


def _lies_in(codes: Codes, area: Place) -> bool:
    """Tell whether a place lies in the area of a report, by the smallest unit that the report names."""
    for unit in ("former_commune", "commune", "former_district", "former_province"):
        wanted = getattr(area, unit)
        if wanted is not None:
            return bool(getattr(codes, unit) == wanted.code)
    return codes.province == area.province.code


def _chart(breakdown: Breakdown, figure: Figure, catalogue: Catalogue) -> Chart:
    labels = {
        "cap": LEVELS,
        "chu-the": SUBJECTS,
        "linh-vuc": {key: term.label for key, term in catalogue.vocabularies.fields.terms.items()},
    }.get(breakdown.dimension, {})
    parts = [(capitalised(labels.get(key, key)), number, key) for key, number in breakdown.parts]
    missing = figure.total - breakdown.sum
    return Chart(
        title=DIMENSIONS[breakdown.dimension],
        bars=tuple(_bars(parts, max(figure.total, breakdown.sum))),
        total=write_number(figure.total),
        sum=write_number(breakdown.sum),
        gap=breakdown.gap_note if missing else "",
        missing=write_number(missing) if missing > 0 else "",
    )


def _bars(parts: list[tuple[str, Decimal, str]], whole: Decimal) -> Iterator[Bar]:
    """Lay the parts end to end over the whole; what they leave empty is what the source leaves open."""
    done = Decimal(0)
    for label, number, key in parts:
        start, end = (int(edge * _CHART_WIDTH / (whole or 1)) for edge in (done, done + number))
        yield Bar(label, write_number(number), write_share(number, whole or 1), start, end - start, key)
        done += number


def _own_charts(catalogue: Catalogue, shelves: Shelves) -> Iterator[Chart]:
    groups = (
        ("Theo lĩnh vực", term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)),
        ("Theo địa phương", province_links(catalogue, shelves)),
    )
    for title, links in groups:
        yield _own_chart(title, [link for link in links if link.count], len(catalogue.models))


def _own_chart(title: str, links: list[Link], total: int) -> Chart:
    parts = [(link.label, Decimal(link.count or 0), link.key) for link in links]
    # A model in two provinces counts in both, so the parts may add up to more than there are models.
    whole = max(sum((number for _, number, _ in parts), Decimal(0)), Decimal(total))
    return Chart(title=title, bars=tuple(_bars(parts, whole)), total=write_number(total), sum=write_number(whole))
