"""Asks whether every key stands once."""

from collections.abc import Iterator

from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.asking import mappings
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "khoa_trung"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mục đứng đúng một lần trong nhóm của nó.

    Nếu một mục được viết hai lần, không ai biết giá trị nào là thật. Hãy giữ một và xóa dòng kia; nếu cần nhiều giá
    trị, hãy xem mục ấy có nhận danh sách không.

    Sai: `linh_vuc: kinh-te` rồi bên dưới lại `linh_vuc: van-hoa-xa-hoi`. Đúng: chỉ một dòng `linh_vuc`.
    """
    for mapping in mappings(submission):
        if len({key.value for key, _ in mapping.pairs}) == len(mapping.pairs):
            continue
        first: dict[str, Scalar] = {}
        for key, _ in mapping.pairs:
            earlier = first.setdefault(key.value, key)
            if earlier is not key:
                yield submission.error(
                    NAME, key, f"{quote(key.value)} đã có ở dòng {earlier.line}. Hãy giữ một dòng và xóa dòng kia."
                )
