"""Asks whether something lies in the folder that is neither the file nor a photo."""

import re
from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.photo_missing import file_names
from showcase.rules.photo_unused import is_picture
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.filenames import original_of
from showcase.words.problem import Problem

NAME = "tep_thua"

_MODEL = re.compile(r"model.*\.(?:ya?ml|txt)\b", re.IGNORECASE)
_TEXT = re.compile(r"\.ya?ml\b", re.IGNORECASE)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong thư mục của mô hình chỉ nên có `model.yaml` và ảnh, của sự kiện thì `su-kien.yaml` và ảnh.

    Tệp Word, PDF, bảng tính, `Thumbs.db` không hiện trên trang nhưng ai cũng tải được từ kho dữ liệu, có khi lộ điều
    không nên lộ. Hãy đưa nội dung cần thiết vào `model.yaml` rồi xóa tệp. Còn `model (1).yaml`, `Bản sao model.yaml` có
    khi là bản mới hơn: hãy so hai bản trước khi bỏ bản nào.

    Sai: `bao-cao.docx` nằm cạnh `model.yaml`. Đúng: chỉ có `model.yaml` và ảnh.
    """
    named = {name for _, name in file_names(submission)}
    for facts in submission.photos:
        if submission.record and facts.name not in named and not is_picture(facts):
            yield submission.advice(NAME, None, f"Tệp {quote(facts.name)} {_what_of(facts.name, submission)}")


def _what_of(name: str, submission: Submission) -> str:
    """Say what a file seems to be, and what to do; a text may be newer than the one that is read."""
    original = original_of(name)
    own = submission.file
    if _MODEL.search(name) or (original and _TEXT.search(name)):
        return f"trông như một bản khác của {own}: giữ bản mới hơn dưới tên {own}, rồi chuyển bản kia ra ngoài."
    if submission.kind != "model" and _TEXT.search(name):
        return f"không được đọc. Trong thư mục này chỉ {own} được đọc: hãy chuyển tệp này ra ngoài."
    if _TEXT.search(name):
        return "không được đọc. Nếu là mô hình khác, hãy chuyển vào thư mục riêng dưới tên model.yaml; nếu là bản khác của mô hình này, giữ bản mới hơn dưới tên model.yaml."
    if original:
        return (
            f"trông như một bản khác của {quote(original)} và không được dùng đến. Hãy chuyển nó ra ngoài kho dữ liệu."
        )
    return "không phải là ảnh và không được dùng đến. Hãy xóa nó khỏi thư mục."
