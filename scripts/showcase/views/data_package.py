"""The tables of the open data for machines: a Data Package 2.0 (https://datapackage.org), with columns and foreign keys."""

from showcase.views.data_tables import TABLES, Column, DataTable, ForeignKey
from showcase.views.page import SiteFacts

Data = dict[str, object]
LICENCE: Data = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Ghi công 4.0 Quốc tế",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def data_package(site: SiteFacts, page: str) -> Data:
    """Describe all tables; `page` is the whole address of the page about them, '' where the site has none."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "dan-van-kheo",
        "title": f"{site.name}: dữ liệu mở",
        "description": site.description,
        **({"homepage": page} if page else {}),
        "version": "1.0.0",
        "licenses": [LICENCE],
        "contributors": [{"title": site.name, "roles": ["publisher"]}],
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: DataTable) -> Data:
    schema: Data = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.foreign:
        schema["foreignKeys"] = [_foreign(key, table) for key in table.foreign]
    return {
        "name": table.name,
        "title": table.title,
        "description": table.about,
        "path": table.file,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> Data:
    required = {"constraints": {"required": True}} if column.must else {}
    return {"name": column.key, "type": column.type, "description": column.about, **required}


def _foreign(key: ForeignKey, table: DataTable) -> Data:
    """Write a foreign key; one that leads into its own table names none."""
    reference: Data = {"fields": [key.there]}
    if key.table != table.name:
        reference["resource"] = key.table
    return {"fields": [key.column], "reference": reference}
