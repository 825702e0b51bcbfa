"""Open data: the catalogue as JSON by the keys of the format, stable and versioned; it knows nothing of pages."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from showcase.reading import form as forms
from showcase.reading.kinds import Form, Group, Kind, Many
from showcase.record.catalogue import Catalogue
from showcase.record.model import Model
from showcase.record.units import Place, Unit
from showcase.views import address

VERSION = 1

_PLACED = (forms.PLACE, forms.COPY)


def models_json(catalogue: Catalogue) -> bytes:
    """Write `mo-hinh.json`: every model on show with the keys of its YAML, its id, its address, and places resolved."""
    models = [model_data(model) for model in sorted(catalogue.models, key=lambda model: model.id)]
    return _encoded("mo_hinh", models)


def addresses_json(addresses: Iterable[tuple[str, str]]) -> bytes:
    """Write `duong-dan.json` from (address, what it belongs to): the promise that no address is ever lost."""
    rows = [{"duong_dan": where, "thuoc_ve": about} for where, about in sorted(addresses)]
    return _encoded("duong_dan", rows)


def model_data(model: Model) -> dict[str, object]:
    """Give one model as plain data."""
    return {"id": model.id, "duong_dan": address.model(model.id), **_group(forms.MODEL, model)}


def _group(form: Form, value: object) -> dict[str, object]:
    data = {
        entry.key: _plain(entry.kind, part)
        for entry in form.entries
        if (part := getattr(value, entry.name)) not in ("", None, ())
    }
    if form in _PLACED:
        place = value.place  # type: ignore[attr-defined] # the two placed forms make classes with a place
        data["hien_nay"] = {"tinh": _unit(place.province), "xa": _unit(place.commune)}
        data["truoc_day"] = _former(place)
    return data


def _plain(kind: Kind, value: object) -> object:
    match kind, value:
        case Many(of=of), tuple():
            return [_plain(of, part) for part in value]
        case Group(form=form), _:
            return _group(form, value)
        case _, Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case _, date():
            return value.isoformat()
    return value


def _unit(unit: Unit | None) -> dict[str, str] | None:
    return {"ma": unit.code, "ten": unit.full_name} if unit else None


def _former(place: Place) -> dict[str, object] | None:
    units = (place.former_province, place.former_district, place.former_commune)
    if not any(units):
        return None
    return dict(zip(("tinh", "huyen", "xa"), map(_unit, units), strict=True))


def _encoded(key: str, rows: Iterable[Mapping[str, object]]) -> bytes:
    """Write one row a line: a change shows as a line, and json's fast encoder, which knows no indentation, is used."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"phien_ban": {VERSION}, "{key}": [\n{lines}\n]}}\n'.encode()
