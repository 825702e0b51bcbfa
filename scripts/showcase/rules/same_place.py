"""Asks whether a model names the same place twice."""

from collections.abc import Iterator

from showcase.reading.node import Node
from showcase.record.submission import Submission
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
    for key in ("dia_diem", "da_nhan_rong"):
        places = submission.record.records(key) if submission.record else []
        if len(places) > 1:
            first: dict[object, Node] = {}
            for place in places:
                written = place.text("noi")
                found = setting.gazetteer.resolve(written, place.text("hien_nay") or None).place if written else None
                if found:
                    whole = (found, match_key(place.text("tai")), match_key(place.text("don_vi")), place.value("nam"))
                    earlier = first.setdefault(whole, place.node)
                    if earlier is not place.node:
                        sentence = (
                            f"{quote(written)} đã có ở dòng {earlier.line}. Hãy xóa một trong hai, hoặc ghi rõ 'tai'."
                        )
                        yield submission.error(NAME, place.node_at("noi"), sentence)
