"""Asks whether each set of criteria is told once, with a name or by the document that holds it, and whether its groups hold as many as they say."""

import re
from collections.abc import Iterator

from showcase.reading.form import CRITERIA
from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.asking import misspelt
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem
from showcase.words.text import match_key

NAME = "tieu_chi"

_NUMBER = re.compile(r"(\d{1,2})\b")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi bộ tiêu chí có `ten`, hoặc `theo` là mã của văn bản giữ bộ ấy.

    Nguồn kể các tiêu chí thì ghi ở `muc` của từng nhóm, đủ như nguồn kể; nguồn chỉ nêu tên thì bỏ `muc`, trang sẽ nói “nguồn không liệt
    kê”. Đừng điền bằng phỏng đoán: cùng tên “5 không” mà mỗi nơi một khác.

    Sai: nhóm `6 không` với năm `muc`. Đúng: đủ sáu, hoặc không ghi `muc` khi nguồn không kể.
    """
    first: dict[str, Record] = {}
    for one in submission.records:
        if one.form is CRITERIA:
            yield from _of_set(one, submission)
            name = match_key(one.text("ten") or one.text("theo"))
            if name and (earlier := first.setdefault(name, one)) is not one:
                sentence = f"Bộ tiêu chí này đã có ở dòng {earlier.node.line}. Hãy gộp hai mục làm một."
                yield submission.error(NAME, one.node, sentence)


def _of_set(one: Record, submission: Submission) -> Iterator[Problem]:
    if "theo" in one.cells:
        for key in ("ten", "nhom"):
            if key in one.cells:
                sentence = f"Có 'theo' thì không có '{key}': bộ tiêu chí lấy từ văn bản. Hãy bỏ một trong hai dòng."
                yield submission.error(NAME, one.node_at(key), sentence)
    elif "ten" not in one.cells and not {"ten", "theo"}.intersection(misspelt(one).values()):
        sentence = "Bộ tiêu chí này chưa có tên. Hãy thêm 'ten', hoặc 'theo' với mã của văn bản giữ bộ ấy."
        yield submission.error(NAME, one.node, sentence)
    for group in one.records("nhom"):
        said, items = _NUMBER.match(group.text("ten")), group.items("muc")
        if said and items and int(said[1]) != len(items):
            sentence = (
                f"Nhóm {quote(group.text('ten'))} kể {len(items)} mục. Hãy ghi đủ {said[1]}; "
                "nếu nguồn chỉ kể chừng ấy, hãy nói ở 'ghi_chu'."
            )
            yield submission.advice(NAME, group.node_at("muc"), sentence)
