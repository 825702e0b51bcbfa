"""The data of each model in a file of its own beside its page, and the index that tells of each which edition of it stands there."""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from showcase.publish.context import Context
from showcase.publish.open_data import enclosed, rows_file
from showcase.publish.output import Output
from showcase.record.summary import Codes, Summary
from showcase.views import address
from showcase.views.data_kinds import MODELS

INDEX = "chi-muc.json"
_KEY = "mo_hinh"


class Edition(NamedTuple):
    """What a model's file is now: its SHA-256 in hexadecimal digits, and how many bytes it has."""

    digest: str
    size: int


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index, and where the settings say so the file of each model: of former ids too, and of those taken down."""
    yield Output(f"{address.DATA}{INDEX}", _index)
    if MODELS not in context.settings.site.data:
        return
    for model in context.summaries().values():
        make = _gone if model.taken_down else _model
        for key in (model.id, *model.former_ids):
            yield Output(address.model_data(key), make, (model.id,))


def editions(context: Context) -> dict[str, Edition]:
    """Give what the file of each model on show is, by its id, in their order; shared."""
    shown = sorted(model.id for model in context.summaries().values() if not model.taken_down)
    files = (b"".join(enclosed(_KEY, [row])) for row in context.rows())
    return {key: Edition(sha256(file).hexdigest(), len(file)) for key, file in zip(shown, files, strict=True)}


def _model(context: Context, model_id: str) -> Iterator[bytes]:
    return enclosed(_KEY, context.rows_of([model_id]))


def _gone(context: Context, model_id: str) -> bytes:
    """Say that there is nothing any more: of what was taken down its id and the day."""
    takedown = context.summary(model_id).takedown
    gone = {"id": model_id, "ngay": takedown.day.isoformat() if takedown else None}
    return json.dumps({"phien_ban": address.DATA_VERSION, _KEY: [], "go_bo": [gone]}).encode() + b"\n"


def _index(context: Context) -> Iterator[bytes]:
    known, summaries = context.shared(editions), context.summaries()
    return rows_file("chi_muc", (_row(summaries[key], edition) for key, edition in known.items()))


def _row(model: Summary, edition: Edition) -> dict[str, object]:
    former = {"duong_dan_cu": model.former_ids} if model.former_ids else {}
    learned = {"hoc_tu": model.learned_from} if model.learned_from else {}
    return {
        "id": model.id,
        "duong_dan": address.model(model.id),
        "tieu_de": model.title,
        "tom_tat": model.summary,
        "loai": model.kind,
        "linh_vuc": model.field,
        "chu_de": model.themes,
        "noi": [_codes(codes) for codes in model.places],
        "ngay_dang": date.fromordinal(model.published).isoformat(),
        "cap_nhat": date.fromordinal(model.updated).isoformat() if model.updated else None,
        "sha256": edition.digest,
        "byte": edition.size,
        **former,
        **learned,
    }


def _codes(codes: Codes) -> dict[str, str | None]:
    """Give the codes of today's units, and those of before where a former name was written."""
    return {
        "tinh": codes.province or None,
        "xa": codes.commune or None,
        "tinh_cu": codes.former_province or None,
        "huyen_cu": codes.former_district or None,
        "xa_cu": codes.former_commune or None,
    }
