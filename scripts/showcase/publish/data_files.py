"""The files of the open data that are tables: CSV, one workbook, and of each province its models as CSV and as lines of JSON.

What a model adds to them lies beside it, see `record_rows`.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from showcase.publish.context import Context
from showcase.publish.csv_file import cells_of, csv_file, csv_lines, csv_of_lines
from showcase.publish.facts import catalogue, shelves
from showcase.publish.output import Output
from showcase.record.units import Gazetteer
from showcase.views import address, data_rows
from showcase.views.data_kinds import PROVINCES, WORKBOOK
from showcase.views.data_rows import UnitCounts
from showcase.views.data_tables import (
    BY_NAME,
    DOCUMENTS,
    EVENTS,
    FIGURES,
    MODELS,
    OF_MODELS,
    SPREADING,
    TABLES,
    TERMS,
    UNITS,
    DataTable,
)
from showcase.views.table import Row, Table
from showcase.words.cell import Cell

WORKBOOK_FILE = f"{address.DATA}mo-hinh.xlsx"
_WORK_OF_TABLE, _WORK_OF_WORKBOOK = 20, 100
"""Pages: what they take in a catalogue in which that counts."""
_LEVEL = 4
"""Of compression: half the time of the usual 6, and a quarter more bytes."""
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Deflated, at no time, by no system."""


def outputs(context: Context) -> Iterator[Output]:
    """Yield a CSV file of each table, the workbook, and the files of each province, of those kinds that the settings name."""
    kinds, gazetteer = context.settings.site.data, context.reference.gazetteer
    for table in TABLES:
        yield Output(f"{address.DATA}{table.file}", _csv, (table.name,), work=_WORK_OF_TABLE)
    if WORKBOOK in kinds:
        yield Output(WORKBOOK_FILE, _workbook, work=_WORK_OF_WORKBOOK)
    if PROVINCES in kinds:
        for province in gazetteer.provinces:
            where = address.province_data(gazetteer.slug_of(province))
            yield Output(f"{where}.csv", _province_csv, (province.code,), work=_WORK_OF_TABLE)
            yield Output(f"{where}.ndjson.gz", _province_lines, (province.code,), work=_WORK_OF_TABLE)


def models_of_province(context: Context, code: str) -> tuple[str, ...]:
    """Give the ids of the models on show that have a place in a province, sorted."""
    return tuple(sorted(model.id for model in context.shared(shelves).provinces.get(code, ())))


def spreading(context: Context) -> tuple[Row, ...]:
    """Give the rows of the copies."""
    return tuple(data_rows.spreading_rows(context.shared(catalogue)))


def unit_counts(context: Context) -> UnitCounts:
    """Count the models of each unit that has any."""
    return data_rows.unit_counts(context.shared(catalogue).models)


def rows_of(context: Context, name: str) -> Iterable[Row]:
    """Give the rows of a table but that of units, which is made as a file alone."""
    if (table := BY_NAME[name]) in OF_MODELS:
        return _rows(_lines(context.table_rows(), name), table)
    return _OTHERS[name](context)


def file_of(context: Context, name: str) -> tuple[int, bytes]:
    """Give how many rows a table has, and its file."""
    if BY_NAME[name] in OF_MODELS:
        parts = [json.loads(one)[name] for one in context.table_rows()]
        return sum(number for number, _ in parts), csv_of_lines(BY_NAME[name].head, [lines for _, lines in parts])
    return context.shared(_file_of_units) if name == UNITS.name else _file_of_others(context, name)


def _file_of_units(context: Context) -> tuple[int, bytes]:
    """The same of the units, made once for the table and for who tells its size."""
    counts = {key: (models, practices) for key, models, practices in context.fact(unit_counts)}
    lines = []
    for key, line in _lines_of_units(context.reference.gazetteer):
        models, practices = counts.get(key, (0, 0))
        lines.append(f"{line},{models},{practices}\r\n")
    return len(lines), csv_of_lines(UNITS.head, lines)


@lru_cache(maxsize=1)
def _lines_of_units(gazetteer: Gazetteer) -> tuple[tuple[str, str], ...]:
    """Give of each unit its id and its line but for what it counts: 14,000 that no model changes, which take 0.2 s."""
    return tuple([(key, csv_lines([row]).removesuffix("\r\n")) for key, row in data_rows.unit_rows(gazetteer)])


def _file_of_others(context: Context, name: str) -> tuple[int, bytes]:
    rows = list(_OTHERS[name](context))
    return len(rows), csv_file(BY_NAME[name].head, rows)


_OTHERS: Mapping[str, Callable[[Context], Iterable[Row]]] = {
    SPREADING.name: lambda context: context.fact(spreading),
    EVENTS.name: lambda context: data_rows.event_rows(context.events()),
    DOCUMENTS.name: lambda context: data_rows.document_rows(context.documents()),
    FIGURES.name: lambda context: data_rows.figure_rows(context.reports()),
    TERMS.name: lambda context: data_rows.term_rows(context.reference.vocabularies),
}


def _lines(packed: Iterable[bytes], name: str) -> Iterator[str]:
    return (json.loads(one)[name][1] for one in packed)


def _rows(parts: Iterable[str], table: DataTable) -> Iterator[Row]:
    """Read lines of CSV back into cells, numbers as numbers."""
    read = [_READERS.get(column.type, str) for column in table.columns]
    for row in cells_of(parts):
        yield tuple([reader(cell) if cell else "" for reader, cell in zip(read, row, strict=True)])


_READERS: Mapping[str, Callable[[str], Cell]] = {
    "integer": int,
    "number": lambda cell: int(cell) if cell.lstrip("-").isdigit() else float(cell),
}


def _csv(context: Context, name: str) -> bytes:
    return file_of(context, name)[1]


def _workbook(context: Context) -> bytes:
    """Write all tables but that of units, which is as long as all others; and what each column says."""
    told = [table for table in TABLES if table is not UNITS]
    tables = [
        Table(table.name, table.title, table.about, table.head, tuple(rows_of(context, table.name))) for table in told
    ]
    return context.workbook(f"{context.settings.site.name}: dữ liệu mở", [*tables, _dictionary(told)])


def _dictionary(tables: Iterable[DataTable]) -> Table:
    rows = [(table.name, column.key, column.about) for table in tables for column in table.columns]
    return Table(
        "tu-dien", "Từ điển", "Mỗi dòng một cột của các bảng và nghĩa của nó.", ("Bảng", "Cột", "Nghĩa"), tuple(rows)
    )


def _province_csv(context: Context, code: str) -> bytes:
    ids = context.fact(models_of_province, code)
    return csv_of_lines(MODELS.head, _lines(context.table_rows_of(ids), MODELS.name))


def _province_lines(context: Context, code: str) -> bytes:
    """Write a line for each model, compressed."""
    return _gzip(row + b"\n" for row in context.rows_of(context.fact(models_of_province, code)))


def _gzip(parts: Iterable[bytes]) -> bytes:
    """Compress by RFC 1952; nothing in its head says when or where, so the same parts give the same bytes, on any day."""
    compressor, total, size = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS), 0, 0
    told = [_GZIP_HEAD]
    for part in parts:
        told.append(compressor.compress(part))
        total, size = zlib.crc32(part, total), size + len(part)
    end = total.to_bytes(4, "little") + (size % 2**32).to_bytes(4, "little")
    return b"".join([*told, compressor.flush(), end])
