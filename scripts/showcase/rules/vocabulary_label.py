"""Asks whether two terms of a vocabulary bear the same name."""

from collections.abc import Iterator

from showcase.reading.node import Node
from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem
from showcase.words.text import match_key

NAME = "ten_danh_muc"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi tên trong danh mục chỉ có một mục.

    Hai mục cùng `ten` thì người đọc không phân biệt được: đó là lỗi. Một cách viết ở `ten_khac` mà mục khác cũng có thì
    gợi ý khi gõ sai sẽ chọn nhầm: đó là lời nhắc.

    Sai: hai chủ đề đều có `ten: Y tế`. Đúng: gộp làm một, hoặc đặt tên khác nhau.
    """
    labels: dict[str, tuple[str, Node]] = {}
    spellings: dict[str, tuple[str, Node]] = {}
    for key, cell in (submission.terms or {}).items():
        term = cell.value
        if isinstance(term, Record):
            if label := term.text("ten"):
                holder, node = labels.setdefault(match_key(label), (key, term.node_at("ten")))
                if holder != key:
                    sentence = f"Tên {quote(label)} đã là tên của {quote(holder)} ở dòng {node.line}. Hãy đặt tên khác, hoặc gộp hai mục."
                    yield submission.error(NAME, term.node_at("ten"), sentence)
            for item in term.items("ten_khac"):
                if isinstance(item.value, str):
                    holder, node = spellings.setdefault(match_key(item.value), (key, item.node))
                    if holder != key:
                        sentence = f"Cách viết {quote(item.value)} đã ở mục {quote(holder)}, dòng {node.line}. Hãy giữ ở một mục."
                        yield submission.advice(NAME, item.node, sentence)
