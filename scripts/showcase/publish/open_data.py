"""Open data: the catalogue as JSON by the keys of the format, stable and versioned; it knows nothing of pages.

Who is named on what ground stays out of it: that is for those who check, and no collection of people is given away.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import islice

from showcase.publish.context import Context
from showcase.publish.output import Output
from showcase.reading import form as forms
from showcase.reading.kinds import Form, Group, Kind, Many, Table
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.model import Model
from showcase.record.report import Report
from showcase.record.units import Body, Place, Unit
from showcase.views import address

MODELS, DOCUMENTS, EVENTS, REPORTS = "mo-hinh.json", "van-ban.json", "su-kien.json", "so-lieu.json"

_ROWS_AT_ONCE = 100
"""Half a megabyte."""
_NOTHINGS = ("", None, ())
_KEPT_BACK = frozenset({"nguoi_duoc_neu"})
_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def outputs(_context: Context) -> Iterator[Output]:
    """Yield the data of all models on show, of all documents, events and official figures."""
    yield Output(f"{address.DATA}{MODELS}", _models)
    yield Output(f"{address.DATA}{DOCUMENTS}", _documents)
    yield Output(f"{address.DATA}{EVENTS}", _events)
    yield Output(f"{address.DATA}{REPORTS}", _reports)


def _models(context: Context) -> Iterator[bytes]:
    return enclosed("mo_hinh", context.rows())


def _documents(context: Context) -> Iterator[bytes]:
    rows = (_record_row(forms.DOCUMENT, one, address.document(one.id)) for one in context.documents())
    return enclosed("van_ban", sorted(rows))


def _events(context: Context) -> Iterator[bytes]:
    rows = (_record_row(forms.EVENT, one, address.event(one.id)) for one in context.events())
    return enclosed("su_kien", sorted(rows))


def _reports(context: Context) -> Iterator[bytes]:
    rows = (_record_row(forms.REPORT, one, address.report(one.id)) for one in context.reports())
    return enclosed("so_lieu", sorted(rows))


def rows_file(key: str, rows: Iterable[dict[str, object]]) -> Iterator[bytes]:
    """Yield the parts of a file of the open data, of plain rows."""
    return enclosed(key, map(_row, rows))


def _record_row(form: Form, record: Document | Event | Report, where: str) -> bytes:
    return _row({"id": record.id, "duong_dan": where, **_group(form, record)})


def model_row(model: Model) -> bytes:
    """Write one model: the keys of its YAML, its id, its address, and its places resolved."""
    return _row(model_data(model))


def model_data(model: Model) -> dict[str, object]:
    """Give one model as plain data."""
    return {"id": model.id, "duong_dan": address.model(model.id), **_group(forms.MODEL, model)}


def _group(form: Form, value: object) -> dict[str, object]:
    data = {
        entry.key: _plain(entry.kind, part)
        for entry in form.entries
        if entry.key not in _KEPT_BACK and ((part := getattr(value, entry.name)) or part not in _NOTHINGS)
    }
    place = getattr(value, "place", None)
    if isinstance(place, Body):
        data["hien_nay"], data["truoc_day"] = {"tinh": _unit(place.province), "xa": None}, None
    elif place:
        data["hien_nay"] = {"tinh": _unit(place.province), "xa": _unit(place.commune)}
        data["truoc_day"] = _former(place)
    return data


def _plain(kind: Kind, value: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(kind, Many) and isinstance(value, tuple):
        return [_plain(kind.of, part) for part in value]
    if isinstance(kind, Table) and isinstance(value, tuple):
        return {key: _plain(kind.of, part) for key, part in value}
    if isinstance(kind, Group):
        return _group(kind.form, value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _unit(unit: Unit | None) -> dict[str, str] | None:
    return {"ma": unit.code, "ten": unit.full_name} if unit else None


def _former(place: Place) -> dict[str, object] | None:
    units = (place.former_province, place.former_district, place.former_commune)
    if not any(units):
        return None
    return dict(zip(("tinh", "huyen", "xa"), map(_unit, units), strict=True))


def _row(data: dict[str, object]) -> bytes:
    return _WRITER.encode(data).encode()


def enclosed(key: str, rows: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the parts of a file whose one list has a row a line, so that a change shows as a line; 70 MB are never held at once."""
    start = b'{"phien_ban": %d, "%s": [\n' % (address.DATA_VERSION, key.encode())
    remaining = iter(rows)
    while part := list(islice(remaining, _ROWS_AT_ONCE)):
        yield start + b",\n".join(part)
        start = b",\n"
    yield b"\n]}\n" if start == b",\n" else start + b"\n]}\n"
