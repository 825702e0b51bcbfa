"""Asks whether a result that names an indicator counts in the indicator's unit."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "don_vi_chi_so"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Kết quả có `loai_chi_so` phải dùng đúng đơn vị tính của chỉ số ấy.

    Con số cùng loại được cộng với nhau, nên phải cùng một đơn vị: mét không cộng với ki-lô-mét. Hãy đổi con số sang đơn vị
    của danh mục; không đổi được thì bỏ `loai_chi_so`, con số vẫn hiện trên trang.

    Sai: `loai_chi_so: dat-hien` với `don_vi_tinh: ha`. Đúng: `don_vi_tinh: m²`, con số tính bằng m².
    """
    terms = setting.vocabularies.indicators.terms
    for result in submission.record.records("ket_qua") if submission.record else ():
        term, unit = terms.get(result.text("loai_chi_so")), result.text("don_vi_tinh")
        if term and term.unit and unit != term.unit:
            spot = result.node_at("don_vi_tinh" if unit else "loai_chi_so")
            told = f"đơn vị tính ở đây là {quote(unit)}" if unit else "ở đây chưa có don_vi_tinh"
            sentence = (
                f"Chỉ số {quote(term.key)} tính bằng {quote(term.unit)}, {told}. "
                f"Hãy ghi 'don_vi_tinh: {term.unit}' và con số theo đơn vị ấy, hoặc bỏ dòng 'loai_chi_so'."
            )
            yield submission.error(NAME, spot, sentence)
