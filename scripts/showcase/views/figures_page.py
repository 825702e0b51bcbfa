"""The page of figures: official ones of the movement, newest first, beside what the catalogue itself counts; and a page for each report."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from showcase.reading.form import MODEL_KINDS
from showcase.record.catalogue import Catalogue
from showcase.record.report import Report
from showcase.record.units import Body
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.chart import Chart, Part, bars_of, finding_of, sorted_parts
from showcase.views.counted import kinds_counted
from showcase.views.linked_data import path_to
from showcase.views.list_page import Pager, make_pager
from showcase.views.listings import province_links, term_links
from showcase.views.page import Head, Link, SiteFacts, capitalised, uncapitalised
from showcase.views.report_view import ReportView, counted_at, report_view, what_is_counted, when
from showcase.views.series import Series, series_of
from showcase.views.shelves import Shelves
from showcase.words.numbers import write_number

PAGE_SIZE = 12
"""Reports on one page: 3 kB each, and two screens of a phone."""
_MOST_LISTED = 200
"""Lines of the list of all reports, on the first page."""
_MOST_SERIES = 6
_HEADLINES = 3
_SHARED = "Bài về nhiều tỉnh được đếm ở từng tỉnh."


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReport:
    """A report in the list of all; `anchor` is '' where the page has it in full, under that anchor."""

    label: str
    address: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """One page of `/so-lieu/`; the list of all, lines over the years and what the catalogue counts stand on the first."""

    head: Head
    reports: tuple[ReportView, ...]
    listed: tuple[ListedReport, ...]
    series: tuple[Series, ...]
    own: tuple[Chart, ...]
    total: int
    told: str
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """Everything on the page of one report; `where` leads to the province that it is of."""

    head: Head
    crumbs: tuple[Link, ...]
    report: ReportView
    series: tuple[Series, ...]
    where: Link | None


def pages_of_figures(catalogue: Catalogue) -> int:
    """Count the pages that the reports take, at least one."""
    return max(1, -(-len(catalogue.reports) // PAGE_SIZE))


def figures_page(catalogue: Catalogue, shelves: Shelves, number: int, site: SiteFacts) -> FiguresPage:
    """Compute a page of figures."""
    ordered = sorted(catalogue.reports, key=lambda report: (-report.year, not _is_drawn(report), _depth(report)))
    last, is_first = pages_of_figures(catalogue), number == 1
    head = Head(
        title="Số liệu",
        description="Số liệu chính thức của phong trào “Dân vận khéo” theo nơi và năm, kèm nguồn, "
        "và số bài đã có trên chuyên trang.",
        address=address.page(address.FIGURES, number),
        section="so-lieu",
        site=site,
        number=number,
    )
    return FiguresPage(
        head=replace(head, data=path_to(head, ())),
        reports=tuple(report_view(one, catalogue) for one in ordered[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]),
        listed=tuple(_listed(report, is_here=at < PAGE_SIZE) for at, report in enumerate(ordered[:_MOST_LISTED]))
        if is_first and last > 1
        else (),
        series=tuple(series_of(catalogue.reports))[:_MOST_SERIES] if is_first else (),
        own=tuple(_own_charts(catalogue, shelves)) if is_first else (),
        total=len(catalogue.models),
        told=kinds_counted(catalogue.models),
        pager=make_pager(address.FIGURES, number, last) if last > 1 else None,
    )


def report_page(report: Report, catalogue: Catalogue, site: SiteFacts) -> ReportPage:
    """Compute the page of a report."""
    province, places = report.place.province, PlaceAddresses(catalogue.gazetteer)
    crumbs = (Link("Số liệu", address.FIGURES),)
    head = Head(
        title=report.title,
        description=f"Số liệu chính thức của {counted_at(report)}, theo {report.sources[0].publisher}.",
        address=address.report(report.id),
        section="so-lieu",
        site=site,
        kind="article",
    )
    return ReportPage(
        head=replace(head, data=path_to(head, crumbs)),
        crumbs=crumbs,
        report=report_view(report, catalogue),
        series=tuple(series_of(catalogue.reports_of[report.place])),
        where=Link(capitalised(province.full_name), places.province(province)) if province else None,
    )


def headline_figures(catalogue: Catalogue) -> list[tuple[str, str, str, str]]:
    """Give the largest official totals as (number, what it counts, who printed it, anchor), at most three, one a report.

    What counts another time than a year is left to its page: side by side with years it would be taken for one.
    What the editors add in brackets to who printed it stands where the anchor leads.
    """
    counted = [report for report in catalogue.reports if report.figures and not report.period]
    largest = [max(report.figures, key=lambda figure: figure.total) for report in counted]
    pairs = sorted(zip(counted, largest, strict=True), key=lambda pair: -pair[1].total)
    return [
        (
            write_number(figure.total),
            f"{what_is_counted(figure)} ở {counted_at(report)}",
            report.sources[0].publisher.split(" (")[0],
            report.id,
        )
        for report, figure in pairs[:_HEADLINES]
    ]


def _listed(report: Report, *, is_here: bool) -> ListedReport:
    return ListedReport(
        label=f"{capitalised(report.whose)}, {when(report)}",
        address=address.report(report.id),
        anchor="" if is_here else report.id,
    )


def _depth(report: Report) -> int:
    """Tell how far below the country a place is: of one year the larger stand first, and bodies last."""
    place = report.place
    if isinstance(place, Body):
        return 3
    return 2 if place.former_commune or place.commune else 1 if place.former_district else 0


def _is_drawn(report: Report) -> bool:
    """Tell whether a report has bars: of one year those that have stand first."""
    return any(figure.breakdowns for figure in report.figures)


def _own_charts(catalogue: Catalogue, shelves: Shelves) -> Iterator[Chart]:
    fields = term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)
    provinces = province_links(catalogue, shelves)
    total = len(catalogue.models)
    kinds = Counter([model.kind for model in catalogue.models])
    if len(kinds) > 1:
        parts = [Part(label, f"là {uncapitalised(label)}", Decimal(kinds[key])) for key, label in MODEL_KINDS.items()]
        yield _own_chart("Theo loại", parts, total)
    yield _own_chart(
        "Theo lĩnh vực", [Part(link.label, f"là {uncapitalised(link.label)}", _count(link)) for link in fields], total
    )
    yield _own_chart(
        "Theo địa phương", [Part(link.label, f"ở {link.label}", _count(link)) for link in provinces], total
    )


def _count(link: Link) -> Decimal:
    return Decimal(link.count or 0)


def _own_chart(title: str, parts: list[Part], total: int) -> Chart:
    full = sorted_parts(part for part in parts if part.number)
    sum_ = sum((part.number for part in full), Decimal(0))
    # A model in two provinces counts in both, so the parts may add up to more than there are models.
    whole = max(sum_, Decimal(total))
    return Chart(
        title=title,
        finding=finding_of(full, whole),
        bars=tuple(bars_of(full, whole)),
        total=write_number(total),
        sum=write_number(sum_),
        gap=_SHARED if sum_ > total else "",
    )
