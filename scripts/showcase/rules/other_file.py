"""Asks whether something lies in the folder that is neither the file nor a photo."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.photo_missing import file_names
from showcase.rules.photo_unused import is_picture
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "tep_thua"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong thư mục của mô hình chỉ nên có `model.yaml` và ảnh.

    Tệp Word, PDF, bảng tính, `Thumbs.db` không hiện trên trang nhưng ai cũng tải được từ kho dữ liệu, có khi lộ điều
    không nên lộ. Hãy đưa nội dung cần thiết vào `model.yaml` rồi xóa tệp.

    Sai: `bao-cao.docx` nằm cạnh `model.yaml`. Đúng: chỉ có `model.yaml` và ảnh.
    """
    named = {name for _, name in file_names(submission)}
    for facts in submission.photos:
        if submission.record and facts.name not in named and not is_picture(facts):
            sentence = f"Tệp {quote(facts.name)} không phải là ảnh và không được dùng đến. Hãy xóa nó khỏi thư mục."
            yield submission.advice(NAME, None, sentence)
