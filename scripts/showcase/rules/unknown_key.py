"""Asks whether every key is one that the format knows."""

from collections.abc import Iterator

from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import propose, quote
from showcase.words.problem import Problem

NAME = "khoa_la"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi khóa phải là một khóa của định dạng, viết đúng từng chữ, không dấu.

    Khóa lạ thường là khóa gõ nhầm (`tieude` thay cho `tieu_de`) hoặc đặt nhầm chỗ (thụt lề sai). Hãy sửa theo gợi ý;
    nếu muốn thêm thông tin chưa có khóa, hãy viết vào nội dung bài.
    """
    for record in submission.all_records():
        for key, _ in record.node.pairs:
            if key.value not in record.form.by_key:
                known = [entry.key for entry in record.form.entries if entry.key not in record.cells]
                yield submission.error(
                    NAME,
                    key,
                    f"{quote(key.value)} không phải là khóa của {record.form.what}.{propose(key.value, known)}",
                )
