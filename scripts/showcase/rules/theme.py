"""Asks whether the theme is one of its vocabulary."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.vocabulary_key import keys_of
from showcase.words.problem import Problem

NAME = "chu_de"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Mỗi chủ đề phải có trong danh mục chủ đề.

    Chủ đề là điều người đọc đang cần giải quyết, cắt ngang các lĩnh vực. Chủ đề mới phải được thêm vào
    `_vocabulary/chu-de.yaml` trước khi dùng.

    Sai: `- chuyển đổi số`. Đúng: `- chuyen-doi-so`.
    """
    yield from keys_of(submission, setting.vocabularies.themes, NAME, "chủ đề", setting)
