"""Asks whether the Markdown of a story can be read at all."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.story_text import sections
from showcase.words.problem import Problem

NAME = "bai_qua_roi"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Bài viết không nên có danh sách lồng quá sâu hay quá nhiều dấu ngoặc vuông.

    Trích dẫn và danh sách lồng nhau quá mười cấp, hoặc hàng nghìn dấu `[` không đóng, không đọc được thành định dạng. Khi ấy
    cả mục hiện như chữ thường, không đậm, không liên kết.

    Sai: mười một cấp gạch đầu dòng. Đúng: một hoặc hai cấp.
    """
    for node, facts in sections(submission):
        if facts.plain:
            sentence = "Mục này có danh sách lồng quá sâu hoặc quá nhiều dấu ngoặc vuông nên sẽ hiện như chữ thường. Hãy viết đơn giản hơn."
            yield submission.advice(NAME, node, sentence)
