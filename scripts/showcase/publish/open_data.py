"""Open data: the catalogue as JSON by the keys of the format, stable and versioned; it knows nothing of pages."""

from collections.abc import Iterable, Iterator
from itertools import islice

from showcase.publish.context import Context
from showcase.publish.output import Output
from showcase.publish.record_rows import record_row, row
from showcase.reading import form as forms
from showcase.views import address

MODELS, DOCUMENTS, EVENTS, REPORTS = "mo-hinh.json", "van-ban.json", "su-kien.json", "so-lieu.json"

_ROWS_AT_ONCE = 100
"""Half a megabyte."""


def outputs(_context: Context) -> Iterator[Output]:
    """Yield the data of all models on show, of all documents, events and official figures."""
    yield Output(f"{address.DATA}{MODELS}", _models)
    yield Output(f"{address.DATA}{DOCUMENTS}", _documents)
    yield Output(f"{address.DATA}{EVENTS}", _events)
    yield Output(f"{address.DATA}{REPORTS}", _reports)


def _models(context: Context) -> Iterator[bytes]:
    return enclosed("mo_hinh", context.rows())


def _documents(context: Context) -> Iterator[bytes]:
    rows = (record_row(forms.DOCUMENT, one, address.document(one.id)) for one in context.documents())
    return enclosed("van_ban", sorted(rows))


def _events(context: Context) -> Iterator[bytes]:
    rows = (record_row(forms.EVENT, one, address.event(one.id)) for one in context.events())
    return enclosed("su_kien", sorted(rows))


def _reports(context: Context) -> Iterator[bytes]:
    rows = (record_row(forms.REPORT, one, address.report(one.id)) for one in context.reports())
    return enclosed("so_lieu", sorted(rows))


def rows_file(key: str, rows: Iterable[dict[str, object]]) -> Iterator[bytes]:
    """Yield the parts of a file of the open data, of plain rows."""
    return enclosed(key, map(row, rows))


def enclosed(key: str, rows: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the parts of a file whose one list has a row a line, so that a change shows as a line; 70 MB are never held at once."""
    start = b'{"phien_ban": %d, "%s": [\n' % (address.DATA_VERSION, key.encode())
    remaining = iter(rows)
    while part := list(islice(remaining, _ROWS_AT_ONCE)):
        yield start + b",\n".join(part)
        start = b",\n"
    yield b"\n]}\n" if start == b",\n" else start + b"\n]}\n"
