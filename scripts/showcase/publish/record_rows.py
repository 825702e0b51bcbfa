"""Rows of the data files that are made of one record alone: a model's when it is judged, beside which they then lie.

Rows of models are made once: a file is their sum, and none is made anew because of a sentence that is in none of its rows.
Who is named on what ground stays out of them: that is for those who check, and no collection of people is given away.
"""

import json
from datetime import date
from decimal import Decimal

from showcase.publish.csv_file import csv_lines
from showcase.reading import form as forms
from showcase.reading.kinds import Form, Group, Kind, Many, Table
from showcase.record.document import Document
from showcase.record.event import Event
from showcase.record.model import Model
from showcase.record.report import Report
from showcase.record.units import Body, Place, Unit
from showcase.views import address
from showcase.views.data_rows import rows_of_model

_NOTHINGS = ("", None, ())
_KEPT_BACK = frozenset({"nguoi_duoc_neu"})
_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_PACKER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def packed_rows(model: Model) -> bytes:
    """Write the rows that a model adds to the tables, as they are kept beside it: of each how many, and their lines of CSV."""
    return _PACKER.encode({name: (len(rows), csv_lines(rows)) for name, rows in rows_of_model(model).items()}).encode()


def model_row(model: Model) -> bytes:
    """Write one model."""
    return record_row(forms.MODEL, model, address.model(model.id))


def record_row(form: Form, record: Model | Document | Event | Report, where: str) -> bytes:
    """Write a record: the keys of its YAML, its id, its address, and its places resolved."""
    return row({"id": record.id, "duong_dan": where, **_group(form, record)})


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


def row(data: dict[str, object]) -> bytes:
    """Write a row of JSON."""
    return _WRITER.encode(data).encode()
