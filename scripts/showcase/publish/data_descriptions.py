"""The descriptions of the open data: its JSON Schema, Data Package, OpenAPI and DCAT, and the page for people."""

import json
from collections.abc import Iterator
from datetime import date

from showcase.publish.context import Context
from showcase.publish.data_changes import changes
from showcase.publish.data_files import file_of
from showcase.publish.facts import catalogue, shelves
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.data_api import openapi
from showcase.views.data_catalogue import dcat
from showcase.views.data_package import data_package
from showcase.views.data_page import Size, data_page
from showcase.views.data_schema import schema
from showcase.views.data_tables import TABLES

SCHEMA, PACKAGE, API, CATALOGUE = (
    f"{address.DATA}{name}" for name in ("schema.json", "datapackage.json", "openapi.json", "dcat.jsonld")
)


def outputs(context: Context) -> Iterator[Output]:
    """Yield them; the entry for portals needs whole addresses, so a site without one has none."""
    yield page(address.OPEN_DATA, _page, about="du-lieu")
    yield Output(SCHEMA, _schema)
    yield Output(PACKAGE, _package)
    yield Output(API, _api)
    if context.settings.site.url:
        yield Output(CATALOGUE, _catalogue)


def days(context: Context) -> tuple[date | None, date | None]:
    """Give the days of the first and the last change."""
    told = context.shared(changes)
    return (told[0].day, told[-1].day) if told else (None, None)


def size_of_table(context: Context, name: str) -> Size:
    """Tell how many rows a table has, and about how many bytes its file; of units the rows are always there."""
    rows, file = file_of(context, name)
    return rows, _about(len(file))


def size_of_models(context: Context) -> Size:
    """Tell how many models there are, and about how many bytes all that is known of them takes."""
    sizes = [len(row) for row in context.rows()]
    return len(sizes), _about(sum(sizes))


def _about(size: int) -> int:
    """Round to two digits: who is told so learns nothing anew when a sentence is corrected."""
    step = int(10 ** max(0, len(str(size)) - 2))
    return round(size / step) * step


def _page(context: Context) -> bytes:
    sizes = {table.file: context.fact(size_of_table, table.name) for table in TABLES}
    sizes["mo-hinh.json"] = context.fact(size_of_models)
    told = context.shared(changes)
    view = data_page(context.shared(catalogue), context.shared(shelves), told, sizes, context.settings.site)
    return context.render("data.html", view)


def _schema(context: Context) -> bytes:
    return _written(schema(context.settings.site.absolute(SCHEMA)))


def _package(context: Context) -> bytes:
    site = context.settings.site
    return _written(data_package(site, site.absolute(address.OPEN_DATA)))


def _api(context: Context) -> bytes:
    return _written(openapi(context.settings.site))


def _catalogue(context: Context) -> bytes:
    return _written(dcat(context.settings.site, *context.fact(days)))


def _written(data: object) -> bytes:
    """Write a description that people read too."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
