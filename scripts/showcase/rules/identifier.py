"""Asks whether an id is one: of a model's folder, of a report's file, of another model that is named."""

import re
from collections.abc import Iterator

from showcase.reading.characters import BLANK
from showcase.reading.form import ID
from showcase.record.submission import Submission
from showcase.rules.asking import typed
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote, quote_name
from showcase.words.filenames import is_reserved
from showcase.words.problem import Problem
from showcase.words.text import slug

NAME = "ma"

SHORTEST = 3
_OWN = frozenset({"duong_dan_cu"})
"""Keys under which a file says its own ids; under all others stands the id of something else."""
# "/mo-hinh/trang-2/" is the second page of the list of models.
_PAGE = re.compile(r"trang-\d+")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mã phải viết đúng cách: tên thư mục của mô hình, tên tệp số liệu, văn bản và sự kiện, mã ở `hoc_tu` và `duong_dan_cu`.

    Mã là địa chỉ của trang và giữ nguyên mãi mãi: 3–80 ký tự, chỉ gồm chữ thường không dấu `a`–`z`, chữ số và gạch nối
    giữa các từ, không có dấu cách, kể cả ở đầu và ở cuối tên. Những tên mà Windows giữ riêng (`con`, `aux`, `nul`,
    `com1`…) không dùng được.

    Sai: thư mục `Cho_Van Minh`. Đúng: thư mục `cho-van-minh`.
    """
    if submission.kind != "vocabulary":
        place = "Tên thư mục" if submission.has_folder else "Tên tệp"
        for fault in _faults(submission.name):
            yield submission.error(NAME, None, f"{place} {quote_name(submission.name)} {fault}")
    for cell in submission.cells_of(type(ID)):
        if cell.kind is ID or cell.kind == ID:
            for fault in _faults(typed(cell).strip(), is_own=cell.entry.key in _OWN):
                yield submission.error(NAME, cell.node, f"Mã {quote(typed(cell))} {fault}")


def _faults(name: str, *, is_own: bool = True) -> Iterator[str]:
    """Yield at most one way in which a name is no id, and the way out; an unseen character in it another rule has told.

    Of one that is not the file's own to choose none is made up: rules of the catalogue know which there are.
    """
    if not name or BLANK in name:
        return
    if name != name.strip():
        yield f"có dấu cách ở đầu hoặc ở cuối, mắt khó thấy.{ask(slug(name)) if slug(name) else ''}"
        return
    meant = slug(name)[: ID.most].strip("-")
    proposal = ask(meant) if len(meant) >= SHORTEST and meant != name else ""
    proposal = proposal if is_own else " Hãy chép đúng mã đã có: đó là tên thư mục hoặc tên tệp của nó."
    if len(name) > ID.most:
        yield f"dài {len(name)} ký tự, tối đa {ID.most}.{proposal}"
    elif ID.read(name) is None:
        yield f"chỉ được gồm chữ thường không dấu, chữ số và gạch nối giữa các từ.{proposal}"
    elif len(name) < SHORTEST:
        yield f"ngắn quá, cần ít nhất {SHORTEST} ký tự. Hãy thêm tên địa phương, như 'dong-xuan-pho-am-thuc'."
    elif is_reserved(name):
        yield "là tên mà Windows giữ riêng nên không máy Windows nào mở được. Hãy thêm tên địa phương vào trước."
    elif _PAGE.fullmatch(name):
        yield "trùng với địa chỉ các trang tiếp theo của danh sách. Hãy thêm tên địa phương vào trước."
