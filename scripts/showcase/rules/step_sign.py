"""Asks whether a step begins with a number or a sign of its own: the page numbers the steps."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.list_sign import without_list_sign
from showcase.words.problem import Problem

NAME = "dau_buoc"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Bước làm không mang sẵn số thứ tự hay dấu đầu dòng.

    Trang tự đánh số các bước. Bước chép từ Word hay gõ kèm “1.”, “Bước 2:”, “-”, “a)” thì người đọc thấy hai lần số.

    Sai: `- "1. Họp thôn"`, `- "Bước 2: Chia đoạn đường"`. Đúng: `- Họp thôn`, `- Chia đoạn đường`.
    """
    guide = submission.record.group("lam_theo") if submission.record else None
    for number, cell in enumerate(guide.items("buoc") if guide else (), 1):
        step = cell.value if isinstance(cell.value, str) else ""
        bare = without_list_sign(step, number)
        if bare != step:
            sentence = f"Trang tự đánh số các bước nên bước này không cần số hay dấu ở đầu. Hãy chỉ ghi {quote(bare)}."
            yield submission.advice(NAME, cell.node, sentence)
