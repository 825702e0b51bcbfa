"""Asks whether the parts of a total add up to it."""

from collections.abc import Iterator
from decimal import Decimal

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.numbers import write_number
from showcase.words.problem import Problem

NAME = "tong_lech"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Các phần cộng lại phải bằng tổng, hoặc có lời giải thích.

    Số liệu của nguồn có khi lệch thật. Khi ấy giữ nguyên số của nguồn và ghi lý do vào `ghi_chu_lech`; không sửa số cho
    khớp.

    Sai: `tong: 385` với các phần cộng lại là 55 mà không có lời giải thích. Đúng: thêm `ghi_chu_lech: Nguồn chỉ chia
    theo lĩnh vực những mô hình đăng ký ở thị xã`.
    """
    for figure in submission.record.records("so_lieu") if submission.record else ():
        total = figure.value("tong")
        for breakdown in figure.records("chia_theo"):
            numbers = [cell.value for cell in breakdown.table("phan").values()]
            parts = [number for number in numbers if isinstance(number, Decimal)]
            if isinstance(total, Decimal) and parts and len(parts) == len(numbers):
                added, note = sum(parts, Decimal(0)), breakdown.text("ghi_chu_lech")
                if added != total and not note:
                    sentence = (
                        f"Các phần cộng lại là {write_number(added)}, tổng là {write_number(total)}, lệch {write_number(abs(total - added))}. "
                        "Hãy xem lại số; nếu nguồn ghi đúng như vậy, hãy thêm 'ghi_chu_lech' nói vì sao."
                    )
                    yield submission.error(NAME, breakdown.node_at("phan"), sentence)
                if added == total and note:
                    sentence = "Các phần cộng lại đúng bằng tổng nên không cần 'ghi_chu_lech'. Hãy xóa dòng này."
                    yield submission.advice(NAME, breakdown.node_at("ghi_chu_lech"), sentence)
