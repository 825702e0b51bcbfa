"""Asks whether a model names the same place twice."""

from collections.abc import Iterator

from showcase.reading.node import Node
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

    Sai: hai mục đều có `noi: quận Đống Đa, Hà Nội`. Đúng: chỉ một mục.
    """
    first: dict[object, Node] = {}
    for record, written, resolution in places(submission, setting) if submission.kind == "model" else ():
        if resolution.place:
            of_a_copy = record.text("don_vi"), record.value("nam"), "don_vi" in record.form.by_key
            # quận 2 and quận 9 both became thành phố Thủ Đức, and are two places.
            then = match_key(written) if resolution.place.unlisted else ""
            whole = resolution.place, then, match_key(record.text("tai")), of_a_copy
            earlier = first.setdefault(whole, record.node)
            if earlier is not record.node:
                sentence = f"{quote(written)} đã có ở dòng {earlier.line}. Hãy xóa một trong hai, hoặc ghi rõ 'tai'."
                yield submission.error(NAME, record.node_at("noi"), sentence)
