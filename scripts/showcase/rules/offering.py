"""Asks whether what shall not be offered is neither put forward nor left without a word on why."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "de_xuat"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Bài ghi `khong_de_xuat: co` thì không mở đầu trang chủ, và nên nói vì sao.

    Một bài có thể được giữ lại chỉ để ghi nhớ, ví dụ khi chính sách của thời ấy nay đã đổi. Bài ấy vẫn ở trong các danh
    sách và ô tìm, nhưng không được giới thiệu ở đâu. Người mở bài cần biết lý do: hãy viết một, hai câu vào `luu_y`, trang
    đặt chúng lên đầu.

    Sai: `khong_de_xuat: co` cùng với `noi_bat: co`. Đúng: `khong_de_xuat: co` với `luu_y: Quy định nêu trong bài nay đã
    đổi.`
    """
    record = submission.record
    if record is None or record.value("khong_de_xuat") != "co":
        return
    if record.value("noi_bat") == "co":
        sentence = "'noi_bat' và 'khong_de_xuat' trái nhau. Hãy xóa một trong hai dòng."
        yield submission.error(NAME, record.node_at("noi_bat"), sentence)
    if "luu_y" not in record.cells:
        sentence = "Bài không được giới thiệu mà chưa nói vì sao. Hãy thêm 'luu_y', một hai câu cho người mở bài."
        yield submission.advice(NAME, record.node_at("khong_de_xuat"), sentence)
