"""Asks whether two reports give the same figure of one place, one year and one period: a line over the years has one point a year."""

from collections.abc import Iterator

from showcase.reading.record import Record
from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem
from showcase.words.text import match_key

NAME = "bao_cao_lap"


def check(intake: Intake, setting: Setting) -> Iterator[Problem]:
    """Một con số của một nơi, một năm, một kỳ chỉ đứng trong một báo cáo.

    Hai báo cáo cùng nơi, cùng năm, cùng `ky` mà đều có tổng của một `chi_tieu` và `doi_tuong` thì không ai biết số nào đúng, và
    đường qua các năm không biết đi qua điểm nào. Các nguồn nói khác nhau thì giữ số chắc hơn, kể số kia ở `ghi_chu`.

    Sai: hai tệp cùng `noi: quận Tây Hồ, Hà Nội`, `nam: 2022`, cùng `dang-ky`, `mo-hinh`. Đúng: một tệp với hai `nguon`; hoặc thêm
    `ky: 6 tháng đầu năm 2022` vào số của nửa năm.
    """
    first: dict[tuple[object, ...], Submission] = {}
    for report in intake.reports:
        if report.record:
            for figure in report.record.records("so_lieu"):
                key = (*_whose(report.record, setting), figure.text("chi_tieu"), figure.text("doi_tuong"))
                earlier = first.setdefault(key, report)
                if earlier is not report:
                    sentence = (
                        f"Con số này của nơi ấy, năm ấy đã có ở {earlier.path}. Hãy gộp hai báo cáo làm một; "
                        "nếu kỳ đếm khác nhau thì ghi 'ky' ở báo cáo không trọn năm."
                    )
                    yield report.error(NAME, figure.node, sentence)


def _whose(record: Record, setting: Setting) -> tuple[object, ...]:
    """Give place or body, year and period; a place is the same however it was written."""
    written = record.text("noi")
    place = setting.gazetteer.resolve(written, record.text("hien_nay") or None).place if written else None
    return place or match_key(written or record.text("pham_vi")), record.value("nam"), match_key(record.text("ky"))
