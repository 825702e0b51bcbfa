"""Asks whether the file is saved as UTF-8."""

from collections.abc import Iterator

from showcase.reading.fault import FaultKind
from showcase.record.submission import Submission
from showcase.rules.asking import tell
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "ma_hoa"

_WAY_OUT = (
    "Hãy mở tệp bằng Notepad, chọn Tệp → Lưu dưới dạng, ở ô Mã hóa chọn UTF-8 rồi lưu; "
    "từ Word thì lưu kiểu Văn bản thuần và chọn Unicode (UTF-8)."
)
_SENTENCES = {
    FaultKind.UTF16: f"Tệp được lưu theo mã UTF-16, không phải UTF-8. {_WAY_OUT}",
    FaultKind.NOT_UTF8: f"Từ chỗ này tệp không phải là UTF-8 (byte {{detail}}), chữ Việt sẽ hỏng. {_WAY_OUT}",
}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Tệp phải được lưu theo mã UTF-8.

    UTF-8 là cách ghi chữ Việt mà mọi máy đều đọc được. Máy cũ có khi lưu theo bảng mã khác (Windows-1258, UTF-16),
    mở ở nơi khác thì chữ có dấu hỏng hết. Dấu BOM ở đầu tệp thì không sao.

    Trong Notepad: Tệp → Lưu dưới dạng → Mã hóa: UTF-8. Trong Word: lưu kiểu Văn bản thuần (.txt) rồi chọn Unicode
    (UTF-8). Trong Excel: chọn kiểu CSV UTF-8 rồi chép phần chữ sang.
    """
    yield from tell(submission, NAME, _SENTENCES)
