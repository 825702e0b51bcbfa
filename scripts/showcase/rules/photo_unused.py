"""Asks whether every photo in the folder is told about in the file."""

from collections.abc import Iterator

from showcase.record.photo import ENDINGS, PhotoFacts
from showcase.record.submission import Submission
from showcase.rules.photo_missing import file_meant, file_names
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.filenames import original_of
from showcase.words.problem import Problem
from showcase.words.text import nfc

NAME = "anh_thua"

_PICTURE_ENDINGS = frozenset(ending for endings in ENDINGS.values() for ending in endings) | {"heic", "heif"}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi ảnh nằm trong thư mục phải được ghi ở `anh`.

    Ảnh không ghi ở `anh` thì không có mô tả, tác giả, giấy phép và sự đồng ý, nên không được nằm trong kho dữ liệu.

    Sai: thư mục có `cho.jpg` mà `anh` không nhắc tới. Đúng: thêm một mục với `tep: cho.jpg`, hoặc xóa tệp.
    """
    if submission.record is None or not submission.photos or submission.may_have("anh"):
        return
    files = [facts.name for facts in submission.photos]
    named = {nfc(photo.text("tep")).casefold() for photo in submission.record.records("anh")}
    # The file that is proposed where a name was mistyped is told there.
    meant = {file_meant(name, files) for _, name in file_names(submission) if name not in files}
    for facts in submission.photos:
        if is_picture(facts) and nfc(facts.name).casefold() not in named and facts.name not in meant:
            original = original_of(facts.name)
            if original in files:
                sentence = f"Ảnh {quote(facts.name)} trông như một bản khác của {quote(original)}: giữ bản đúng dưới tên {quote(original)}, rồi chuyển bản kia ra ngoài."
            elif submission.kind == "document":
                sentence = f"Ảnh {quote(facts.name)} nằm trong thư mục của một văn bản, nơi không có ảnh. Hãy xóa tệp."
            else:
                sentence = f"Ảnh {quote(facts.name)} nằm trong thư mục nhưng không có trong 'anh'. Hãy thêm vào 'anh', hoặc xóa tệp."
            yield submission.error(NAME, None, sentence)


def is_picture(facts: PhotoFacts) -> bool:
    """Tell whether a file is a picture by its content or its name."""
    return facts.fault is None or facts.name.rpartition(".")[2].lower() in _PICTURE_ENDINGS
