"""Asks whether there is a story at all."""

from collections.abc import Iterator

from showcase.reading.form import STORY
from showcase.record.submission import Submission
from showcase.rules.asking import misspelt
from showcase.rules.setting import Setting
from showcase.rules.wording import listed
from showcase.words.problem import Problem

NAME = "noi_dung"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Bài viết phải có ít nhất một mục.

    `noi_dung` gồm các mục `boi_canh`, `cach_lam`, `hieu_qua`, `bai_hoc`, `han_che`, `nhan_rong`; ghi những mục mà nguồn
    có nói, ít nhất một mục.

    Sai: `noi_dung: {}`. Đúng: `noi_dung:` và ở dưới, thụt vào hai dấu cách, `cach_lam: |` cùng lời kể.
    """
    story = submission.record.group("noi_dung") if submission.record else None
    if story is not None and not story.cells and not misspelt(story):
        keys = listed([f"'{entry.key}'" for entry in STORY.entries])
        yield submission.error(NAME, story.node, f"'noi_dung' chưa có mục nào. Hãy thêm ít nhất một mục: {keys}.")
