"""Of a parcel's model only what the form asks for is taken: its keys, each once and of its shape, and photos that `anh` names.

The form sends nothing else, so whatever else came was put there by hand, and may take a page down or lead one astray.
"""

from collections.abc import Iterable

from showcase.exchange.comparing import texts_of
from showcase.exchange.grid import RefusedError
from showcase.exchange.layout import Path
from showcase.exchange.parcel import Parcel
from showcase.reading.form import MODEL
from showcase.reading.kinds import Group, Many, Table
from showcase.reading.node import Scalar
from showcase.reading.record import Cell
from showcase.record.submission import MODEL_FILE, Submission, read_model
from showcase.views.data_tables import KEPT_BACK
from showcase.views.form_words import LEFT_TO_THE_FILE
from showcase.words.quoting import cut

__all__ = ["asked"]

_ASKED = frozenset(MODEL.by_key) - frozenset(LEFT_TO_THE_FILE)
_LEFT = frozenset(LEFT_TO_THE_FILE) - {"anh.tep"}
"""The form asks nobody how a photo's file is called, but sends it."""


def asked(parcel: Parcel) -> Submission:
    """Give the model of a parcel, read; raises RefusedError where the parcel holds what the form does not send."""
    came = read_model(MODEL_FILE, parcel.name, parcel.text)
    keys = [key.value for key, _ in came.node.pairs] if came.node else []
    # What no open data has the form does not know of a model that is there, so it sends no change of it.
    known = _ASKED - KEPT_BACK if parcel.is_change else _ASKED
    _need_known((*keys, *sorted(came.unread - {""})), known, came)
    if twice := next((key for number, key in enumerate(keys) if key in keys[:number]), ""):
        message = f"bài có hai lần mục {twice}, mà biểu mẫu chỉ gửi một lần, nên không nhận."
        raise RefusedError(message)
    if misshapen := next(filter(_is_misshapen, came.cells), None):
        message = f"bài có mục {misshapen.entry.key} không đúng dạng mà biểu mẫu gửi, nên không nhận."
        raise RefusedError(message)
    named = {photo.text("tep") for photo in came.record.records("anh")} if came.record else set()
    unnamed = next((name for name in parcel.photos if name not in named), "")
    if unnamed and not came.may_have("anh"):
        message = f"ảnh {unnamed} không được ghi ở mục anh của bài gửi tới, nên không nhận."
        raise RefusedError(message)
    return came


def _need_known(keys: Iterable[str], known: frozenset[str], came: Submission) -> None:
    within = (_dotted(path) for path, _ in texts_of(came.node)) if came.node else ()
    strange = next((key for key in keys if key not in known), "") or next((key for key in within if key in _LEFT), "")
    if strange:
        reason = f" ({LEFT_TO_THE_FILE[strange]})" if strange in LEFT_TO_THE_FILE else ""
        message = f"bài có mục {cut(strange)} mà biểu mẫu không gửi{reason}, nên không nhận."
        raise RefusedError(message)


def _dotted(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _is_misshapen(cell: Cell) -> bool:
    """Tell whether a list or a mapping stands where a text should, or the other way about."""
    is_text, is_for_text = isinstance(cell.node, Scalar), not isinstance(cell.kind, (Many, Group, Table))
    return cell.value is None and not cell.is_empty and not (is_text and is_for_text)
