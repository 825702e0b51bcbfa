"""Asks whether every picture in a story is one of the photos beside it."""

from collections.abc import Iterator

from showcase.reading.story import picture_file
from showcase.record.submission import Submission
from showcase.rules.photo_missing import file_names, withdrawn_files
from showcase.rules.setting import Setting
from showcase.rules.story_text import sections
from showcase.rules.wording import did_you_mean, quote
from showcase.words.problem import Problem, Severity

NAME = "anh_trong_bai"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi ảnh chèn trong bài phải được ghi ở `anh`.

    Trong bài chỉ chèn được ảnh đã ghi ở `anh`, bằng đúng tên tệp: như vậy ảnh nào cũng có tác giả, giấy phép và sự đồng
    ý. Ảnh ở trang web khác không chèn được.

    Sai: `![Chợ](https://vi-du.vn/cho.jpg)`. Đúng: `![Chợ](cho.jpg)` với `tep: cho.jpg` ở `anh`.
    """
    if submission.may_have("anh"):
        return
    known = [name for _, name in file_names(submission)]
    withdrawn = withdrawn_files(submission)
    for node, facts in sections(submission):
        for target in dict.fromkeys(picture.target for picture in facts.pictures):
            if picture_file(target) in withdrawn:
                sentence = f"Ảnh {quote(target)} đã được rút khỏi trang ('rut_dong_y: co'). Hãy bỏ ảnh ấy khỏi bài."
                yield Problem(submission.spot_in(node, target), Severity.ERROR, NAME, sentence)
            elif picture_file(target) not in known:
                sentence = f"Ảnh {quote(target)} chèn trong bài không có trong 'anh'.{_way_out(target, known, submission.file)}"
                yield Problem(submission.spot_in(node, target), Severity.ERROR, NAME, sentence)


def _way_out(target: str, known: list[str], own: str) -> str:
    if "://" in target or target.startswith("//"):
        return f" Hãy tải ảnh về đặt cạnh {own}, thêm vào 'anh', rồi chèn bằng tên tệp."
    return did_you_mean(picture_file(target), known) or " Hãy thêm tệp ấy vào 'anh', hoặc bỏ ảnh khỏi bài."
