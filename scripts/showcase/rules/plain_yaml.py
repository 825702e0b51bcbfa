"""Asks whether the file keeps to the plain part of YAML that the format allows."""

from collections.abc import Iterator

from showcase.reading.fault import FaultKind
from showcase.record.submission import Submission
from showcase.rules.asking import tell
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "yaml_don_gian"

_IN_QUOTES = "nếu dấu ấy thuộc về câu văn, hãy đặt cả câu trong nháy đơn."
_SENTENCES = {
    FaultKind.ANCHOR: (
        f"'{{typed}}' là neo (anchor) của YAML và không được dùng. Hãy bỏ nó và chép lại nội dung ở mỗi chỗ cần; {_IN_QUOTES}"
    ),
    FaultKind.ALIAS: (
        f"'{{typed}}' trỏ tới một neo (alias) của YAML và không được dùng. Hãy chép nội dung vào đây; {_IN_QUOTES}"
    ),
    FaultKind.TAG: f"'{{typed}}' là thẻ (tag) của YAML và không được dùng. Hãy xóa nó; {_IN_QUOTES}",
    FaultKind.MERGE: "'<<' (gộp mục) không được dùng. Hãy viết đủ các mục ở đây.",
    FaultKind.SECOND_DOCUMENT: (
        "Từ đây là phần thứ hai của tệp, sau dòng '---' hoặc '...'; mỗi tệp chỉ có một phần. "
        "Hãy xóa dòng ấy, hoặc chuyển phần này sang tệp riêng."
    ),
    FaultKind.TOO_DEEP: "Đến đây các nhóm lồng nhau quá 8 cấp; mẫu không có chỗ nào sâu như vậy. Hãy so lại thụt lề với mẫu.",
}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Tệp phải giữ YAML ở mức đơn giản.

    Neo `&ten`, bí danh `*ten`, gộp mục `<<`, thẻ `!ten`, phần thứ hai sau dòng `---` và lồng nhau quá 8 cấp không được
    dùng: chúng làm cho tệp khó đọc với người duyệt và có thể gây hại khi máy đọc.

    Câu văn mở đầu bằng những dấu ấy thì đặt trong nháy đơn. Sai: `ghi_chu: *Số liệu năm 2022`.
    Đúng: `ghi_chu: '*Số liệu năm 2022'`.
    """
    yield from tell(submission, NAME, _SENTENCES)
