"""The pages of those who steer, of the whole and of each province, with their tables as CSV and, all at once, as a workbook."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.csv_file import csv_file
from showcase.publish.facts import catalogue
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.address import PlaceAddresses
from showcase.views.lacking_page import LackingPage, lacking_page, pages_of
from showcase.views.steering import COUNTRY, Steering, make_steering
from showcase.views.steering_counts import where_of
from showcase.views.steering_page import SteeringPage, steering_page, workbook_name
from showcase.views.steering_tables import steering_table, tables_of
from showcase.views.table import Table

_WORK_OF_WORKBOOK = 20
"""Pages: what a workbook of a few hundred rows takes."""


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages and files of the whole and of each province."""
    whole, gazetteer = context.shared(steering), context.reference.gazetteer
    for code in (COUNTRY, *(province.code for province in gazetteer.provinces)):
        where = where_of(whole, code)
        yield page(where, _page, code, about="dieu-hanh")
        for name in tables_of(code):
            yield Output(f"{where}{name}.csv", _csv, (name, code))
        yield Output(f"{where}{workbook_name(whole, code)}", _workbook, (code,), work=_WORK_OF_WORKBOOK)
        if code:
            first = PlaceAddresses(gazetteer).steering_lacking(gazetteer.province(code))
            for number in range(1, pages_of(whole, code) + 1):
                yield page(address.page(first, number), _lacking, code, number, about="dieu-hanh")


def steering(context: Context) -> Steering:
    """Give the catalogue as those see it who steer; shared."""
    return make_steering(context.shared(catalogue))


def page_of(context: Context, code: str) -> SteeringPage:
    """Give what the page of a province says, or that of the whole."""
    return steering_page(context.shared(steering), code, context.settings.site)


def lacking_page_of(context: Context, code: str, number: int) -> LackingPage:
    """Give what a page of the models that lack something says."""
    return lacking_page(context.shared(steering), code, number, context.settings.site)


def table_of(context: Context, name: str, code: str) -> Table:
    """Give a table of a province, or of the whole."""
    return steering_table(name, context.shared(steering), code, context.settings.site)


def _page(context: Context, code: str) -> bytes:
    return context.render("steering.html", context.fact(page_of, code))


def _lacking(context: Context, code: str, number: int) -> bytes:
    return context.render("lacking.html", context.fact(lacking_page_of, code, number))


def _csv(context: Context, name: str, code: str) -> bytes:
    table = context.fact(table_of, name, code)
    return csv_file(table.head, table.rows)


def _workbook(context: Context, code: str) -> bytes:
    title = context.fact(page_of, code).title
    return context.workbook(title, tuple(context.fact(table_of, name, code) for name in tables_of(code)))
