"""Official figures of the movement, drawn as sorted bars and tabled, beside what the catalogue itself counts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from showcase.reading.form import DIMENSIONS, LEVELS, MEASURES, MODEL_KINDS, OBJECTS, SUBJECTS
from showcase.record.catalogue import Catalogue
from showcase.record.report import Breakdown, Figure, Report
from showcase.views import address
from showcase.views.counted import kinds_counted
from showcase.views.listings import province_links, term_links
from showcase.views.model_parts import SourceView, source_view
from showcase.views.page import Head, Link, SiteFacts, capitalised, uncapitalised
from showcase.views.place_names import unit_today
from showcase.views.shelves import Shelves
from showcase.words.numbers import write_number, write_share

_LONGEST = 1000
_BRIEF = 12
"""Letters: as the longest names of provinces have."""
_HEADLINES = 3
_SHARED = "Bài về nhiều tỉnh được đếm ở từng tỉnh."


class _Part(NamedTuple):
    """A part of a total: its name on a line of its own, its name in a sentence, how many it counts."""

    label: str
    said: str
    number: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a total; `length` in thousandths of the longest."""

    label: str
    number: str
    share: str
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A total divided along one dimension, the largest part first; `finding` is what one sees at a glance.

    Parts that do not add up to the total stand on their own, as shares of their `sum`: of what they are parts nobody knows.
    Then `gap` says why.
    """

    title: str
    finding: str
    bars: tuple[Bar, ...]
    total: str
    sum: str
    gap: str = ""

    @property
    def is_brief(self) -> bool:
        """Whether all labels are so short that they stand beside their bars on a phone too."""
        return max((len(bar.label) for bar in self.bars), default=0) <= _BRIEF


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One total with its charts; `shown` says how many have a page here of those that the source itself counts in it."""

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
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """Everything on `/so-lieu/`."""

    head: Head
    reports: tuple[ReportView, ...]
    own: tuple[Chart, ...]
    total: int
    told: str


def figures_page(catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> FiguresPage:
    """Compute the page of figures."""
    return FiguresPage(
        head=Head(
            title="Số liệu",
            description="Số liệu chính thức của phong trào “Dân vận khéo” theo nơi và năm, kèm nguồn, "
            "và số bài đã có trên chuyên trang.",
            address=address.FIGURES,
            section="so-lieu",
            site=site,
        ),
        reports=tuple(_report(report, catalogue) for report in catalogue.reports),
        own=tuple(_own_charts(catalogue, shelves)),
        total=len(catalogue.models),
        told=kinds_counted(catalogue.models),
    )


def headline_figures(catalogue: Catalogue) -> list[tuple[str, str, str, str]]:
    """Give the largest official totals as (number, what it counts, who printed it, anchor), at most three, one a report.

    What the editors add in brackets to who printed it stands where the anchor leads.
    """
    largest = [max(report.figures, key=lambda figure: figure.total) for report in catalogue.reports]
    pairs = sorted(zip(catalogue.reports, largest, strict=True), key=lambda pair: -pair[1].total)
    return [
        (
            write_number(figure.total),
            f"{_what(figure)} ở {report.written}, năm\u00a0{report.year}",
            report.sources[0].publisher.split(" (")[0],
            report.id,
        )
        for report, figure in pairs[:_HEADLINES]
    ]


def _report(report: Report, catalogue: Catalogue) -> ReportView:
    return ReportView(
        anchor=report.id,
        title=report.title,
        place=capitalised(report.written),
        today=unit_today(report.place),
        year=report.year,
        figures=tuple(_figure(figure, report, catalogue) for figure in report.figures),
        sources=tuple(source_view(source) for source in report.sources),
        note=report.note,
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
    """Say how many of those that the source counts have a page here; nothing where none has. Place and year prove nothing."""
    here = sum(model.kind == figure.object and report.id in model.counted_in for model in catalogue.models)
    if not 0 < here <= figure.total:
        return ""
    total = write_number(figure.total)
    return f"Chuyên trang giới thiệu {write_number(here)} trong số {total}\u00a0{OBJECTS[figure.object]} đó."


def _chart(breakdown: Breakdown, figure: Figure, catalogue: Catalogue) -> Chart:
    labels = {
        "cap": LEVELS,
        "chu-the": SUBJECTS,
        "linh-vuc": {key: term.label for key, term in catalogue.vocabularies.fields.terms.items()},
    }.get(breakdown.dimension, {})
    parts = _sorted(
        _Part(capitalised(labels.get(key, key)), f"là {uncapitalised(labels[key]) if key in labels else key}", number)
        for key, number in breakdown.parts
    )
    sum_, total = write_number(breakdown.sum), write_number(figure.total)
    adds_up = breakdown.sum == figure.total
    added = f"các phần cộng được {sum_}\u00a0{OBJECTS[figure.object]}"
    return Chart(
        title=DIMENSIONS[breakdown.dimension],
        finding=_finding(parts, breakdown.sum) if adds_up else added,
        bars=tuple(_bars(parts, breakdown.sum)),
        total=total,
        sum=sum_,
        gap="" if adds_up else breakdown.gap_note,
    )


def _sorted(parts: Iterable[_Part]) -> list[_Part]:
    """Put the largest first; equals stay in their order."""
    return sorted(parts, key=lambda part: -part.number)


def _finding(parts: list[_Part], whole: Decimal) -> str:
    """Say which part is the largest; nothing where none is, or two are."""
    first, *others = parts or [_Part("", "", Decimal(0))]
    if not first.number or (others and others[0].number == first.number):
        return ""
    if first.number == whole:
        return f"tất cả {first.said}"
    return f"{'hơn nửa' if first.number * 2 > whole else 'nhiều nhất'} {first.said}"


def _bars(parts: list[_Part], whole: Decimal) -> Iterator[Bar]:
    """Yield a bar for each part; whatever counts something can be seen."""
    longest = max((part.number for part in parts), default=Decimal(0)) or Decimal(1)
    for label, _, number in parts:
        length = max(1, int(number * _LONGEST / longest)) if number else 0
        yield Bar(label, write_number(number), write_share(number, whole or 1), length)


def _own_charts(catalogue: Catalogue, shelves: Shelves) -> Iterator[Chart]:
    fields = term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS)
    provinces = province_links(catalogue, shelves)
    total = len(catalogue.models)
    kinds = Counter([model.kind for model in catalogue.models])
    if len(kinds) > 1:
        parts = [_Part(label, f"là {uncapitalised(label)}", Decimal(kinds[key])) for key, label in MODEL_KINDS.items()]
        yield _own_chart("Theo loại", parts, total)
    yield _own_chart(
        "Theo lĩnh vực", [_Part(link.label, f"là {uncapitalised(link.label)}", _count(link)) for link in fields], total
    )
    yield _own_chart(
        "Theo địa phương", [_Part(link.label, f"ở {link.label}", _count(link)) for link in provinces], total
    )


def _count(link: Link) -> Decimal:
    return Decimal(link.count or 0)


def _own_chart(title: str, parts: list[_Part], total: int) -> Chart:
    full = _sorted(part for part in parts if part.number)
    sum_ = sum((part.number for part in full), Decimal(0))
    # A model in two provinces counts in both, so the parts may add up to more than there are models.
    whole = max(sum_, Decimal(total))
    return Chart(
        title=title,
        finding=_finding(full, whole),
        bars=tuple(_bars(full, whole)),
        total=write_number(total),
        sum=write_number(sum_),
        gap=_SHARED if sum_ > total else "",
    )
