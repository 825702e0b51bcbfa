"""Asks whether every photo that is named can become a picture."""

from collections.abc import Iterator

from showcase.record.photo_advice import explain
from showcase.record.submission import Submission
from showcase.rules.photo_missing import file_names
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "anh_hong"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi tệp ảnh phải mở được và dùng được.

    Trang nhận ảnh JPEG, PNG, WebP và AVIF, rộng ít nhất 320 và cao ít nhất 200 điểm ảnh, nặng tối đa 40 MB. Ảnh HEIC của
    iPhone, SVG, GIF, ảnh động, tệp tải lên dở dang không dùng được; lời nhắc nói cách sửa cho từng trường hợp.

    Sai: `tep: cho.heic`. Đúng: xuất ảnh ra JPEG rồi ghi `tep: cho.jpg`.
    """
    files = {facts.name: facts for facts in submission.photos}
    for cell, name in file_names(submission):
        if name in files and (sentence := explain(files[name])):
            yield submission.error(NAME, cell.node, f"{quote(name)}: {sentence}")
