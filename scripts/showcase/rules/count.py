"""Asks whether every list holds neither too few nor too many items."""

from collections.abc import Iterator

from showcase.reading.kinds import Many, Table
from showcase.reading.node import Mapping, Node, Sequence
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.numbers import write_number
from showcase.words.problem import Problem

NAME = "so_luong"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi danh sách phải có đủ mục và không quá nhiều mục.

    Địa điểm 1–20, đơn vị 1–10, lịch sử 1–40, nguồn 1–20, chủ đề tối đa 6, kết quả tối đa 20, ảnh tối đa 12, các bước làm
    theo 2–12. Lời nhắc chỉ vào mục đầu tiên bị thừa.

    Sai: `nguon: []`. Đúng: ít nhất một nguồn có `ten` và `co_quan`.
    """
    for cell in submission.cells_of(Many, Table):
        if isinstance(cell.kind, Many) and isinstance(cell.node, Sequence):
            key, count, kind = quote(cell.entry.key), len(cell.node.items), cell.kind
            if count < kind.least:
                many = "có 1 mục" if count else "chưa có mục nào"
                sentence = f"{key} {many}, cần ít nhất {kind.least}. Hãy thêm mục, mỗi mục bắt đầu bằng dấu gạch."
                yield submission.error(NAME, cell.node, sentence)
            if kind.most is not None and count > kind.most:
                extra: Node = cell.node.items[kind.most]
                sentence = (
                    f"{key} có {write_number(count)} mục, tối đa {kind.most}. Hãy bớt từ mục này trở đi, hoặc gộp lại."
                )
                yield submission.error(NAME, extra, sentence)
        elif isinstance(cell.kind, Table) and isinstance(cell.node, Mapping) and not cell.node.pairs:
            sentence = f"{quote(cell.entry.key)} chưa có phần nào. Hãy ghi mỗi phần một dòng, như 'tinh: 565'."
            yield submission.error(NAME, cell.node, sentence)
