"""Asks whether the children on a photo and their parents have agreed."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.photo_missing import shown_photos
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "tre_em"

_MISSING = {
    "dong_y_phu_huynh": "Ảnh có trẻ em thì phải có 'dong_y_phu_huynh: co'. Hãy hỏi cha mẹ các em; nếu chưa được đồng ý, hãy dùng ảnh khác.",
    "dong_y_cua_tre": "Ảnh có trẻ em thì phải có 'dong_y_cua_tre: co' sau khi đã hỏi cả các em, hoặc 'dong_y_cua_tre: duoi-7-tuoi' nếu mọi em đều dưới 7 tuổi.",
}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Ảnh có trẻ em phải có sự đồng ý của cha mẹ hoặc người giám hộ, và của chính các em từ 7 tuổi trở lên.

    Khi `tre_em: co` thì phải có `dong_y_phu_huynh: co`, và `dong_y_cua_tre` là `co` hoặc `duoi-7-tuoi`. Chưa hỏi được thì
    dùng ảnh khác, hoặc ảnh chụp mà không có các em trong khung hình.

    Sai: `tre_em: co` mà chỉ có `dong_y_phu_huynh: co`. Đúng: thêm `dong_y_cua_tre: co` sau khi đã hỏi các em.
    """
    for photo in shown_photos(submission):
        if photo.value("tre_em") == "co":
            for key, sentence in _MISSING.items():
                if key not in photo.cells:
                    yield submission.error(NAME, photo.node, sentence)
            if photo.value("nguoi") == "khong":
                sentence = "Ảnh ghi 'nguoi: khong' mà lại ghi 'tre_em: co'. Hãy xem lại ảnh và sửa một trong hai."
                yield submission.advice(NAME, photo.node_at("nguoi"), sentence)
