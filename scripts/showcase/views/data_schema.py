"""The JSON Schema of the open data's files (draft 2020-12), made from the form of the format: what editors may write is what comes out.

It says what v1 promises and no more: keys may be added, so none are forbidden.
"""

from showcase.reading import form as forms
from showcase.reading.kinds import (
    Choice,
    Entry,
    Form,
    Group,
    Key,
    Kind,
    Many,
    Number,
    Pattern,
    Simple,
    Story,
    Table,
    Text,
    Whole,
)
from showcase.views.address import DATA_VERSION
from showcase.views.data_tables import KEPT_BACK

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]

_FILES = {"mo_hinh": forms.MODEL, "van_ban": forms.DOCUMENT, "su_kien": forms.EVENT, "so_lieu": forms.REPORT}
"""The lists that files hold, by key, and the form of a row."""
_OF_PLACES = frozenset({"hien_nay", "truoc_day"})
_WITH_PLACE = frozenset(map(id, (forms.PLACE, forms.COPY, forms.DOCUMENT, forms.EVENT, forms.REPORT)))
"""The forms that name a place: what it is today, and was, stands beside its name."""


def schema(where: str) -> Schema:
    """Make the schema that all files of records follow; `where` is its own whole address, '' where the site has none."""
    made: Schema = {
        "$schema": DRAFT,
        **({"$id": where} if where else {}),
        "title": "Dữ liệu mở, phiên bản 1",
        "description": "Tệp mo-hinh.json, van-ban.json, su-kien.json, so-lieu.json và du-lieu.json của từng mô hình.",
        "type": "object",
        "properties": {
            "phien_ban": {
                "const": DATA_VERSION,
                "description": "Phiên bản: chỉ thêm mục, không đổi nghĩa mục đã có.",
            },
            **{key: {"type": "array", "items": {"$ref": f"#/$defs/{key}"}} for key in _FILES},
            "go_bo": {"type": "array", "items": {"type": "object", "required": ["id"]}, "description": "Bài đã gỡ."},
        },
        "required": ["phien_ban"],
        "$defs": {**{key: _record(form) for key, form in _FILES.items()}, **_UNITS},
    }
    return made


def _record(form: Form) -> Schema:
    own: Schema = {
        "id": {
            "type": "string",
            "pattern": f"^{forms.ID.expression}$",
            "description": "Mã; chỉ đổi khi thật cần, và địa chỉ cũ vẫn dẫn tới bài.",
        },
        "duong_dan": {"type": "string", "description": "Địa chỉ của trang, tính từ gốc chuyên trang."},
    }
    return {
        "type": "object",
        "properties": {**own, **_properties(form)},
        "required": [*own, *(entry.key for entry in form.required)],
    }


def _properties(form: Form) -> Schema:
    properties: Schema = {entry.key: _entry(entry) for entry in form.entries if entry.key not in KEPT_BACK}
    if id(form) in _WITH_PLACE:
        properties |= {
            "hien_nay": {"$ref": "#/$defs/hien_nay"},
            "truoc_day": {"oneOf": [{"$ref": "#/$defs/truoc_day"}, {"type": "null"}]},
        }
    return properties


def _entry(entry: Entry) -> Schema:
    return {**_kind(entry.kind), "description": entry.about}


def _kind(kind: Kind) -> Schema:
    match kind:
        case Many(of=of):
            return {"type": "array", "items": _kind(of)}
        case Table(of=of):
            return {"type": "object", "additionalProperties": _kind(of)}
        case Group(form=form):
            required = [entry.key for entry in form.required]
            return {"type": "object", "properties": _properties(form), "required": required}
        case Number():
            return {"type": "number"}
        case Whole():
            return {"type": "integer"}
    return {"type": "string", **_limits(kind)}


def _limits(kind: Simple) -> Schema:
    """Say what else is true of a text."""
    match kind:
        case Choice(options=options):
            return {"enum": list(options)}
        case Key():
            return {"pattern": f"^{forms.ID.expression}$"}
        case Pattern(most=most):
            return {"maxLength": most}
        case Text(least=least, most=most) | Story(least=least, most=most):
            return {"minLength": least, **({"maxLength": most} if most else {})}
    return {"format": "date"}


def _units(*tiers: str) -> Schema:
    unit = {"oneOf": [{"$ref": "#/$defs/don_vi_hanh_chinh"}, {"type": "null"}]}
    return {"type": "object", "properties": dict.fromkeys(tiers, unit), "required": list(tiers)}


_UNITS: Schema = {
    "don_vi_hanh_chinh": {
        "type": "object",
        "properties": {
            "ma": {"type": "string", "pattern": r"^(\d{2}|\d{3}|\d{5})$", "description": "Mã hành chính của thời ấy."},
            "ten": {"type": "string", "description": "Tên đầy đủ."},
        },
        "required": ["ma", "ten"],
    },
    "hien_nay": {**_units("tinh", "xa"), "description": "Nơi ấy theo đơn vị hành chính hiện nay."},
    "truoc_day": {
        **_units("tinh", "huyen", "xa"),
        "description": "Nơi ấy theo đơn vị hành chính trước ngày 01/07/2025, khi nguồn ghi tên cũ.",
    },
}
