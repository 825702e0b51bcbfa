"""The pages of figures: official ones, newest first, and one page for each report."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import catalogue, shelves
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.figures_page import ReportPage, figures_page, pages_of_figures, report_page


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of figures, and the page of each report."""
    for number in range(1, pages_of_figures(context.shared(catalogue)) + 1):
        yield page(address.page(address.FIGURES, number), _figures, number, about="so-lieu")
    for report in context.reports():
        yield page(address.report(report.id), _report, report.id, about=f"so-lieu:{report.id}")


def report_at(context: Context, report_id: str) -> ReportPage:
    """Give what the page of a report says."""
    everything = context.shared(catalogue)
    report = next(one for one in everything.reports if one.id == report_id)
    return report_page(report, everything, context.settings.site)


def _figures(context: Context, number: int) -> bytes:
    view = figures_page(context.shared(catalogue), context.shared(shelves), number, context.settings.site)
    return context.render("figures.html", view)


def _report(context: Context, report_id: str) -> bytes:
    return context.render("report.html", context.fact(report_at, report_id))
