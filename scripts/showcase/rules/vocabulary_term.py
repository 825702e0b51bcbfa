"""Asks whether the keys of a vocabulary are well formed."""

from collections.abc import Iterator

from showcase.reading.form import ID
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem
from showcase.words.text import slug

NAME = "khoa_danh_muc"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mã của danh mục phải viết đúng cách.

    Mã là một phần của địa chỉ trang (`/chu-de/chuyen-doi-so/`): chữ thường không dấu, chữ số và gạch nối giữa các từ.

    Sai: `Chuyển đổi số:`. Đúng: `chuyen-doi-so:`.
    """
    if submission.terms is not None and submission.node is not None:
        for key, _ in submission.node.pairs:
            if ID.read(key.value) != key.value:
                meant = slug(key.value)
                proposal = ask(meant) if meant else ""
                sentence = f"Mã {quote(key.value)} chỉ được gồm chữ thường không dấu, chữ số và gạch nối.{proposal}"
                yield submission.error(NAME, key, sentence)
