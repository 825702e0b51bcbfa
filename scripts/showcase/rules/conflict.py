"""Asks whether git left a conflict in the file, whose two sides nobody has chosen between."""

from collections.abc import Iterator

from showcase.reading.fault import FaultKind
from showcase.record.submission import Submission
from showcase.rules.asking import tell
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "xung_dot"

_SENTENCES = {
    FaultKind.CONFLICT: ("Ở đây còn dấu xung đột của git (<<<<<<<, =======, >>>>>>>): giữ một bên, xóa ba dòng dấu.")
}

_SENTENCES_OF_LEDGERS = {
    FaultKind.CONFLICT: (
        "Ở đây còn dấu xung đột của git (<<<<<<<, =======, >>>>>>>): trong sổ này hãy giữ cả hai bên, chỉ xóa ba dòng dấu."
    )
}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Tệp không còn dấu xung đột của git.

    Khi hai người cùng sửa một chỗ, git ghi cả hai cách viết vào tệp, ngăn bằng ba dòng dấu `<<<<<<<`, `=======`,
    `>>>>>>>`. Phải có người chọn: giữ cách viết đúng, xóa cách viết kia và cả ba dòng dấu. Lời nhắc này cũng có cho danh
    mục, số liệu và các trang trong `docs/`.

    Sai: `<<<<<<< HEAD` nằm giữa hai dòng. Đúng: chỉ còn lời văn của một bên.
    """
    is_ledger = submission.path.endswith(".tsv")
    yield from tell(submission, NAME, _SENTENCES_OF_LEDGERS if is_ledger else _SENTENCES)
