"""Asks whether the parents of children on a photo have agreed."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "tre_em"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Ảnh có trẻ em phải có sự đồng ý của cha mẹ hoặc người giám hộ.

    Khi `tre_em: co` thì phải có `dong_y_phu_huynh: co`. Chưa hỏi được thì dùng ảnh khác, hoặc ảnh chụp từ phía sau và
    bỏ các em ra khỏi khung hình.

    Sai: `tre_em: co` mà không có `dong_y_phu_huynh`. Đúng: thêm `dong_y_phu_huynh: co` sau khi đã hỏi.
    """
    for photo in submission.record.records("anh") if submission.record else ():
        if photo.value("tre_em") == "co":
            if "dong_y_phu_huynh" not in photo.cells:
                sentence = "Ảnh có trẻ em thì phải có 'dong_y_phu_huynh: co'. Hãy hỏi cha mẹ các em; nếu chưa được đồng ý, hãy dùng ảnh khác."
                yield submission.error(NAME, photo.node, sentence)
            if photo.value("nguoi") == "khong":
                sentence = "Ảnh ghi 'nguoi: khong' mà lại ghi 'tre_em: co'. Hãy xem lại ảnh và sửa một trong hai."
                yield submission.advice(NAME, photo.node_at("nguoi"), sentence)
