"""Asks whether a model that is counted in an official figure names a report that is there and counts its kind."""

from collections.abc import Iterator

from showcase.reading.form import MODEL_KINDS
from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import did_you_mean, quote
from showcase.words.problem import Problem

NAME = "thuoc_so_lieu"


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Báo cáo ghi ở `thuoc_so_lieu` phải có, và phải đếm đúng loại của bài.

    `thuoc_so_lieu` là tên tệp trong `_reports/`, bỏ đuôi `.yaml`. Chỉ ghi khi chính nguồn tính mô hình vào con số ấy; cùng
    nơi, cùng năm thì chưa đủ. Nhờ đó trang số liệu nói được “giới thiệu 2 trong số 199 mô hình đó”. Cách làm không thuộc số
    liệu chính thức nào.

    Sai: `thuoc_so_lieu: [tay-ho]` khi không có tệp ấy. Đúng: `thuoc_so_lieu: [tay-ho-2022]`.
    """
    counted = {report.name: _objects(report) for report in intake.reports}
    for model in intake.models:
        for said in model.counted_in:
            if said.value not in counted:
                near = did_you_mean(said.value, counted) or " Mã là tên tệp trong '_reports', bỏ đuôi '.yaml'."
                yield model.error(NAME, said, f"Không có báo cáo số liệu nào mang mã {quote(said.value)}.{near}")
            elif model.kind in MODEL_KINDS and model.kind not in counted[said.value]:
                what = MODEL_KINDS[model.kind].lower()
                sentence = f"Báo cáo {quote(said.value)} không đếm {what}. Hãy xóa dòng này, hoặc xem lại 'loai'."
                yield model.error(NAME, said, sentence)


def _objects(report: Submission) -> set[str]:
    figures = report.record.records("so_lieu") if report.record else ()
    return {figure.text("doi_tuong") for figure in figures}
