"""Asks whether everybody who can be recognised on a photo has agreed."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.photo_missing import shown_photos
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "dong_y"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Ảnh nhận ra được người phải có sự đồng ý của họ.

    Khi `nguoi: nhan-dien-duoc` thì phải có `dong_y: co`, nghĩa là người trong ảnh đã đồng ý cho đăng. Chưa hỏi được thì
    dùng ảnh khác. Đừng ghi `co` khi chưa hỏi.

    Sai: `nguoi: nhan-dien-duoc` mà không có `dong_y`. Đúng: thêm `dong_y: co` sau khi đã hỏi.
    """
    for photo in shown_photos(submission):
        told = photo.cells.get("dong_y")
        if photo.value("nguoi") == "nhan-dien-duoc" and told is None:
            sentence = "Ảnh nhận ra được người thì phải có 'dong_y: co'. Hãy hỏi người trong ảnh; nếu chưa được đồng ý, hãy dùng ảnh khác."
            yield submission.error(NAME, photo.node, sentence)
