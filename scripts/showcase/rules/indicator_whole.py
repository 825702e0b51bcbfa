"""Asks whether a number has a fraction where its indicator is counted in whole."""

from collections.abc import Iterator
from decimal import Decimal

from showcase.record.submission import Submission
from showcase.rules.asking import typed
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "chi_so_nguyen"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Chỉ số đếm từng đơn vị một thì con số không có phần lẻ; con số của chỉ số nào cũng không nhỏ hơn 0.

    Hộ, người, cây đếm từng đơn vị một: danh mục ghi `nguyen: co`. Con số trung bình hay tỷ lệ không phải là chỉ số ấy, nên
    không ghi `loai_chi_so`.

    Sai: `loai_chi_so: ho-tham-gia` với `sau: 12,5`. Đúng: `sau: 12`.
    """
    terms = setting.vocabularies.indicators.terms
    for result in submission.record.records("ket_qua") if submission.record else ():
        term = terms.get(result.text("loai_chi_so"))
        for key in ("truoc", "sau") if term else ():
            cell = result.cells.get(key)
            if term is None or cell is None or not isinstance(cell.value, Decimal):
                continue
            if cell.value < 0:
                sentence = (
                    f"{quote(typed(cell))} nhỏ hơn 0, mà chỉ số {quote(term.key)} đếm cái có thật và được cộng lại. "
                    "Hãy bỏ dấu trừ; nếu là mức giảm thì bỏ dòng 'loai_chi_so'."
                )
                yield submission.error(NAME, cell.node, sentence)
            elif term.is_whole and cell.value != cell.value.to_integral_value():
                sentence = (
                    f"{quote(typed(cell))} có phần lẻ, mà chỉ số {quote(term.key)} đếm từng đơn vị một. "
                    "Hãy xem lại con số; nếu là số trung bình thì bỏ dòng 'loai_chi_so'."
                )
                yield submission.error(NAME, cell.node, sentence)
