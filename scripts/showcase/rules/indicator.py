"""Asks whether the indicator that a result names is one of its vocabulary."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.asking import typed
from showcase.rules.setting import Setting
from showcase.rules.vocabulary_key import keys_of
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "loai_chi_so"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Mỗi `loai_chi_so` phải có trong danh mục chỉ số.

    `loai_chi_so` cho biết con số đếm điều gì, để cộng được với con số cùng loại của mô hình khác. Chỉ ghi khi kết quả đúng là
    điều mà danh mục nói, và mỗi con số chỉ ghi ở một dòng: ghi cả tổng lẫn từng phần thì trang cộng hai lần. Chỉ số mới phải
    được thêm vào `_vocabulary/chi-so.yaml` trước khi dùng.

    Sai: `loai_chi_so: thoat-ngheo`. Đúng: `loai_chi_so: ho-thoat-ngheo`.
    """
    indicators = setting.vocabularies.indicators
    yield from keys_of(submission, indicators, NAME, "chỉ số", setting)
    if not indicators.terms:  # the one vocabulary that a catalogue may lack
        for result in submission.record.records("ket_qua") if submission.record else ():
            if (cell := result.cells.get("loai_chi_so")) and cell.value is not None:
                sentence = f"{quote(typed(cell))} chưa dùng được vì chưa có danh mục chỉ số nào đọc được. Hãy thêm {indicators.path} trước."
                yield submission.error(NAME, cell.node, sentence)
