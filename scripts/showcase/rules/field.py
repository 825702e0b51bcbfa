"""Asks whether the field is one of its vocabulary."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.vocabulary_key import keys_of
from showcase.words.problem import Problem

NAME = "linh_vuc"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Lĩnh vực của mô hình phải có trong danh mục lĩnh vực.

    Bốn lĩnh vực của phong trào là kinh tế, văn hóa - xã hội, quốc phòng - an ninh và xây dựng hệ thống chính trị. Trang
    nhóm mô hình theo lĩnh vực, nên mỗi mô hình có đúng một. Nguồn không nói lĩnh vực thì ban biên tập xếp và ghi rõ ở
    `ghi_chu`.

    Sai: `linh_vuc: quoc-phong`. Đúng: `linh_vuc: quoc-phong-an-ninh`.
    """
    yield from keys_of(submission, setting.vocabularies.fields, NAME, "lĩnh vực", setting)
