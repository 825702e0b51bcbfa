"""Asks whether an editor has looked if people are on a photograph."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.photo_missing import shown_photos
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "nguoi_trong_anh"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi ảnh chụp nên nói rõ trong ảnh có người hay không.

    Ghi `nguoi` là `khong`, `tap-the` (đông người, không rõ mặt ai) hoặc `nhan-dien-duoc` (nhận ra được). Nhờ vậy không
    ai bị đưa ảnh lên mạng mà không được hỏi. Tranh minh họa thì không cần.

    Sai: ảnh chụp không có dòng `nguoi`. Đúng: `nguoi: tap-the`.
    """
    for photo in shown_photos(submission):
        is_photograph = "loai" not in photo.cells or photo.value("loai") == "anh"
        if is_photograph and "nguoi" not in photo.cells:
            sentence = "Ảnh chụp này chưa nói trong ảnh có người không. Hãy thêm 'nguoi: khong', 'nguoi: tap-the' hoặc 'nguoi: nhan-dien-duoc'."
            yield submission.advice(NAME, photo.node, sentence)
