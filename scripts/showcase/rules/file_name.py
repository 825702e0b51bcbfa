"""Asks whether a photo is named by a file of the same folder, by a name that every computer can hold."""

from collections.abc import Iterator
from itertools import islice

from showcase.reading.form import FILE_NAME
from showcase.record.submission import Submission
from showcase.rules.asking import typed
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.filenames import is_reserved
from showcase.words.problem import Problem
from showcase.words.text import nfc

NAME = "ten_tep"

_NOT_IN_NAMES = '<>:"|?*'


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    r"""Tên tệp ảnh phải là tên một tệp nằm ngay trong thư mục của mô hình, của sự kiện.

    Chỉ ghi tên tệp: không có đường dẫn, không có `../`, dấu gạch chéo xuôi hay ngược, không có những dấu
    `< > : " | ? *` mà Windows không nhận, không dài quá 120 ký tự. Hai tệp trong một thư mục không chỉ khác nhau ở chữ
    hoa, chữ thường.

    Sai: `tep: C:\Anh\cho.jpg`, `tep: ../chung/cho.jpg`. Đúng: `tep: cho.jpg`.
    """
    for cell in submission.cells_of(type(FILE_NAME)):
        name = typed(cell).strip()
        if cell.kind == FILE_NAME and name:
            # The first fault is told: a path has most of the others too.
            for fault in islice(faults(name, submission.file), 1):
                yield submission.error(NAME, cell.node, f"{quote(name)} {fault}")
    first: dict[str, str] = {}
    for facts in submission.photos:
        earlier = first.setdefault(nfc(facts.name).casefold(), facts.name)
        if earlier != facts.name:
            sentence = f"Tên tệp {quote(earlier)} và {quote(facts.name)} chỉ khác nhau ở chữ hoa, chữ thường hoặc cách ghi dấu nên nhiều máy coi là một. Hãy đổi tên hoặc xóa một tệp."
            yield submission.error(NAME, None, sentence)


def faults(name: str, own: str) -> Iterator[str]:
    """Yield what keeps a name from being that of a file beside `own`, each with the way out."""
    if "://" in name:
        yield f"là địa chỉ trên mạng. Hãy tải ảnh về, đặt cạnh {own} rồi ghi tên tệp."
    if "/" in name or "\\" in name:
        last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
        proposal = f"chỉ ghi {quote(last)}" if last.strip(".") else "chỉ ghi tên tệp"
        yield f"là một đường dẫn. Hãy đặt ảnh ngay cạnh {own} và {proposal}."
    if is_reserved(name):
        yield "là tên mà Windows giữ riêng. Hãy đổi tên tệp."
    if bad := [sign for sign in _NOT_IN_NAMES if sign in name]:
        yield f"có dấu {' '.join(bad)} mà Windows không nhận trong tên tệp. Hãy đổi tên tệp."
    if name.startswith(".") or name.endswith("."):
        yield "bắt đầu hoặc kết thúc bằng dấu chấm. Hãy đổi tên tệp."
    if len(name) > FILE_NAME.most:
        yield f"dài {len(name)} ký tự, tối đa {FILE_NAME.most}. Hãy đổi tên tệp cho ngắn."
