"""Asks whether there is a file of text at all, with keys in it."""

from collections.abc import Iterator

from showcase.reading.fault import FaultKind
from showcase.record.submission import Submission
from showcase.rules.asking import tell
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "tep"

_SENTENCES = {
    FaultKind.TOO_LARGE: (
        "Tệp nặng hơn 256 KB. Hãy rút gọn bài viết; ảnh phải là tệp riêng đặt cạnh model.yaml, không dán vào đây."
    ),
    FaultKind.NOT_TEXT: (
        "Tệp này không chỉ gồm chữ: có lẽ là tệp Word, Excel, PDF hoặc ảnh được đổi tên. "
        "Hãy chép phần chữ sang một tệp mới bằng Notepad, theo mẫu của hướng dẫn."
    ),
    FaultKind.LFS_POINTER: (
        "Đây mới là con trỏ của Git LFS: tệp thật chưa được tải về máy này. Hãy chạy 'git lfs pull' rồi kiểm tra lại."
    ),
    FaultKind.EMPTY: "Tệp trống. Hãy chép mẫu từ một tệp đã có rồi điền vào, hoặc xóa tệp này.",
    FaultKind.NOT_A_MAPPING: (
        "Tệp phải gồm những dòng 'tên mục: giá trị' như 'tieu_de: Chợ văn minh', bắt đầu từ đầu dòng; ở đây không có mục nào. "
        "Hãy chép mẫu từ một tệp đã có."
    ),
    FaultKind.OUR_MISTAKE: "{detail}",
}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Tệp phải chỉ gồm chữ, có nội dung và có mục.

    Mỗi tệp chỉ gồm chữ, nặng tối đa 256 KB, gồm những dòng `tên mục: giá trị`. Tệp trống, tệp Word đổi tên
    thành `model.yaml` hay tệp chỉ có lời văn mà không có mục thì không đọc được.

    Sai: `Chợ văn minh ở phường Đống Đa`. Đúng: `tieu_de: Chợ văn minh ở phường Đống Đa`.
    """
    yield from tell(submission, NAME, _SENTENCES)
