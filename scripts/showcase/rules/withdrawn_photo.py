"""Asks whether the file of a photo that was withdrawn still lies in the folder."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.photo_missing import withdrawn_files
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "anh_da_rut"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Ảnh đã rút thì nên xóa cả tệp.

    Người trong ảnh, hoặc cha mẹ các em, đổi ý thì ghi `rut_dong_y: co` ở ảnh ấy. Lần đăng kế tiếp, ảnh biến ngay khỏi
    trang, dữ liệu và bảng tin, như chưa từng có. Nhưng tệp vẫn nằm trong kho dữ liệu cho tới khi được xóa.

    Sai: `rut_dong_y: co` mà tệp vẫn còn. Đúng: xóa tệp, rồi xóa mục ấy ở `anh`.
    """
    files = {facts.name for facts in submission.photos}
    for photo in submission.record.records("anh") if submission.record else ():
        name = photo.text("tep")
        if name in files and name in withdrawn_files(submission):
            sentence = f"Ảnh {quote(name)} đã rút nên không còn trên trang, nhưng tệp vẫn nằm trong kho dữ liệu. Hãy xóa tệp và mục này."
            yield submission.advice(NAME, photo.node_at("tep"), sentence)
