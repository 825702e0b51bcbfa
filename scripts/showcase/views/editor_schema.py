"""A JSON Schema for each kind of file of models/, for editors of code: what a key is, which values it may have, what is wrong, in Vietnamese.

It is for who writes, so it takes what the reader takes (a number with a comma, a year in quotes); `data_schema.py` is for who reads.
Messages are given as yaml-language-server knows them (`errorMessage`, `patternErrorMessage`, `enumDescriptions`), in the one draft
that it knows best. How many items a list may have it would say in English, so that is left to the checker; lengths are patterns.
"""

import re
from collections.abc import Iterable
from typing import Any

from showcase.reading import form as forms
from showcase.reading.kinds import (
    Choice,
    Date,
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
from showcase.record.vocabulary import Vocabularies, Vocabulary

__all__ = ["FILES", "editor_schema"]

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
FILES: dict[str, tuple[str, ...]] = {
    "mo-hinh": ("models/*/*/model.yaml", "models/*/*/*/model.yaml"),
    "su-kien": ("models/_events/*.yaml", "models/_events/*/su-kien.yaml"),
    "van-ban": ("models/_documents/*.yaml", "models/_documents/*/van-ban.yaml"),
    "so-lieu": ("models/_reports/*.yaml",),
    "danh-muc": (
        "models/_vocabulary/linh-vuc.yaml",
        "models/_vocabulary/chu-de.yaml",
        "models/_vocabulary/don-vi.yaml",
    ),
    "chi-so": ("models/_vocabulary/chi-so.yaml",),
}
"""The kinds of files, each with the paths of the files that are of it."""
_KINDS: dict[str, tuple[str, Form | Table]] = {
    "mo-hinh": ("Mô hình", forms.MODEL),
    "su-kien": ("Sự kiện", forms.EVENT),
    "van-ban": ("Văn bản", forms.DOCUMENT),
    "so-lieu": ("Báo cáo số liệu", forms.REPORT),
    "danh-muc": ("Danh mục", forms.VOCABULARY),
    "chi-so": ("Danh mục chỉ số", forms.INDICATORS),
}
_NOTHING = "null"
"""A key without a value is none: the checker says where one is missing."""
_WRITTEN = ["string", "number", "boolean", _NOTHING]
"""What YAML makes of a text that nobody put in quotes."""
_NUMBER = r"^\s*[-\u2212]?([1-9]\d{0,2}(\.\d{3})+|\d+)(,\d+)?\s*$"
_DATE = r"^\s*(\d{4}-\d{2}-\d{2}|\d{2}/\d{2}/\d{4})\s*$"
_YEAR = r"^\s*\d{1,4}\s*$"
_MOST_NAMED = 12
"""Keys that a message names."""


def editor_schema(name: str, vocabularies: Vocabularies) -> Schema:
    """Make the schema of a kind of files, one of `FILES`."""
    title, shape = _KINDS[name]
    made = _group(shape, vocabularies) if isinstance(shape, Form) else _table(shape, vocabularies)
    return {"$schema": DRAFT, "title": title, "description": f"Tệp {FILES[name][0]}.", **made}


def _group(form: Form, vocabularies: Vocabularies) -> Schema:
    required = [entry.key for entry in form.required]
    lacking = f", hoặc thiếu mục bắt buộc ({', '.join(required)})" if required else ""
    return {
        "type": ["object", _NOTHING],
        "properties": {entry.key: _entry(entry, vocabularies) for entry in form.entries},
        "required": required,
        "additionalProperties": False,
        "errorMessage": f"Trong “{form.what}” có mục mà mẫu không có{lacking}.",
    }


def _table(table: Table, vocabularies: Vocabularies) -> Schema:
    values = _kind(table.of, vocabularies)
    return {"type": ["object", _NOTHING], "additionalProperties": values, "errorMessage": f"Cần {table.description}."}


def _entry(entry: Entry, vocabularies: Vocabularies) -> Schema:
    must = " Bắt buộc." if entry.must else ""
    about = f"{entry.about}{must}\n\nCách ghi: {entry.kind.description}."
    return {"title": entry.label, "description": about, **_kind(entry.kind, vocabularies)}


def _kind(kind: Kind, vocabularies: Vocabularies) -> Schema:
    match kind:
        case Many(of=of):
            message = f"Cần {kind.description}; mỗi mục một dòng, bắt đầu bằng gạch ngang."
            return {"type": ["array", _NOTHING], "items": _kind(of, vocabularies), "errorMessage": message}
        case Table():
            return _table(kind, vocabularies)
        case Group(form=form):
            return _group(form, vocabularies)
        case Key(vocabulary=name):
            return _key(vocabularies.named(name))
    return _simple(kind)


def _key(vocabulary: Vocabulary) -> Schema:
    said = [f"{term.label}. {term.about}" if term.about else term.label for term in vocabulary.terms.values()]
    named = _listed(vocabulary.terms)
    return {
        "enum": [*vocabulary.terms],
        "enumDescriptions": said,
        "errorMessage": f"Danh mục {vocabulary.name} không có mã này. Cần một trong: {named}.",
    }


def _simple(kind: Simple) -> Schema:
    """Say of a plain value what it may be; one that is not so is told by what should stand there."""
    message = f"Cần {kind.description}."
    match kind:
        case Choice(options=options):
            labels = [f"{label[0].upper()}{label[1:]}" for label in options.values()]
            told = f"Cần một trong: {_listed(options)}."
            return {"enum": [*options], "enumDescriptions": labels, "errorMessage": told}
        case Number():
            return {"type": ["number", "string", _NOTHING], "pattern": _NUMBER, "errorMessage": message}
        case Whole():
            return {"type": ["integer", "string", _NOTHING], "pattern": _YEAR, "errorMessage": message}
        case Date():
            return {"type": ["string", _NOTHING], "pattern": _DATE, "errorMessage": message}
        case Pattern(expression=expression):
            pattern = rf"^\s*(?:{_in_javascript(expression)})\s*$"
            return {"type": _WRITTEN, "pattern": pattern, "errorMessage": message}
        case Text(least=least, most=most) | Story(least=least, most=most):
            bounds = {"pattern": rf"^[\s\S]{{{least},{most or ''}}}$", "patternErrorMessage": message}
            return {"type": _WRITTEN, **(bounds if most or least > 1 else {}), "errorMessage": message}
    raise TypeError(kind)


def _listed(keys: Iterable[str]) -> str:
    names = list(keys)
    return ", ".join([*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])])


def _in_javascript(expression: str) -> str:
    r"""Write an expression without what scripts do not know: `(?i:…)` of a word, and `\"`."""
    whole = re.sub(
        r"\(\?i:(\w+)(\??)\)",
        lambda found: "".join(f"[{sign.upper()}{sign.lower()}]" for sign in found[1]) + found[2],
        expression,
    )
    return whole.replace('\\"', '"')
