"""Asks whether a model names the same place twice."""

from collections.abc import Iterator

from showcase.reading.node import Node
from showcase.reading.record import Record
from showcase.record.place import Resolution
from showcase.record.submission import Submission
from showcase.rules.places import places
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem
from showcase.words.text import match_key

NAME = "dia_diem_lap"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Trong một mô hình không nơi nào được ghi hai lần.

    Cùng một xã với hai thôn khác nhau ở `tai` thì được. Cùng một nơi viết theo hai cách (“Hà Nội”, “thành phố Hà Nội”)
    vẫn là một nơi: hãy giữ một.

    Nơi đã làm theo mà chính là nơi của mô hình thì được nhắc: mô hình không làm theo mình.

    Sai: hai mục đều có `noi: quận Đống Đa, Hà Nội`. Đúng: chỉ một mục.
    """
    first: dict[object, Node] = {}
    named = tuple(places(submission, setting)) if submission.kind == "model" else ()
    own = {_where(record, resolution): record.node for record, _, resolution in named if not _is_copy(record)}
    for record, written, resolution in named:
        if resolution.place:
            there = own.get(_where(record, resolution)) if _is_copy(record) and resolution.place.commune else None
            if there:
                sentence = (
                    f"{quote(written)} là nơi của chính mô hình, ghi ở dòng {there.line}. "
                    "Nếu nơi khác trong đó làm theo, hãy ghi rõ ở 'tai'; nếu không, hãy xóa mục này."
                )
                yield submission.advice(NAME, record.node_at("noi"), sentence)
            of_a_copy = record.text("don_vi"), record.value("nam"), _is_copy(record)
            # quận 2 and quận 9 both became thành phố Thủ Đức, and are two places.
            then = match_key(written) if resolution.place.unlisted else ""
            whole = resolution.place, then, match_key(record.text("tai")), of_a_copy
            earlier = first.setdefault(whole, record.node)
            if earlier is not record.node:
                sentence = f"{quote(written)} đã có ở dòng {earlier.line}. Hãy xóa một trong hai, hoặc ghi rõ 'tai'."
                yield submission.error(NAME, record.node_at("noi"), sentence)


def _is_copy(record: Record) -> bool:
    return "don_vi" in record.form.by_key


def _where(record: Record, resolution: Resolution) -> tuple[object, str]:
    """Give what a place and a copy of it have in common: the place, and what is named in it."""
    return resolution.place, match_key(record.text("tai"))
