"""Asks whether every place is one of the State's lists, of today or of before July 2025."""

from collections.abc import Iterator

from showcase.record.place import Fault
from showcase.record.submission import Submission
from showcase.rules.places import MOST_REFUSED, places
from showcase.rules.setting import Setting
from showcase.rules.wording import listed, quote
from showcase.words.problem import Problem

NAME = "dia_diem"

SENTENCES = {
    Fault.UNKNOWN: "Không tìm thấy địa phương {written}. Ý bạn là {names}?",
    Fault.AMBIGUOUS: "{written} có thể là nhiều nơi: {names}. Hãy ghi đủ cả huyện và tỉnh.",
    Fault.DIVIDED: "{written} nay đã chia về nhiều nơi. Hãy thêm khóa 'hien_nay', là {names}.",
    Fault.NOT_A_SUCCESSOR: "{written} nay không thuộc {now}. Hãy ghi 'hien_nay' là {names}.",
    Fault.NOW_UNKNOWN: "Hiện nay không có nơi nào tên là {now}. Hãy ghi {names}.",
    Fault.NOW_AMBIGUOUS: "{now} có thể là nhiều nơi: {names}. Hãy ghi cả tên tỉnh.",
}
_AT_NOW = frozenset({Fault.NOT_A_SUCCESSOR, Fault.NOW_UNKNOWN, Fault.NOW_AMBIGUOUS})


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Mỗi địa phương phải có thật, và chỉ có thể hiểu là một nơi.

    `noi` viết từ nhỏ đến lớn, theo tên lúc đó hoặc tên hiện nay: `xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An`. Thôn,
    bản, khối ghi ở `tai`. Từ 01/07/2025 cả nước còn 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu; một xã cũ về trọn
    một xã mới thì máy tự biết, còn xã cũ đã chia về nhiều nơi thì phải ghi `hien_nay`.

    Sai: `noi: phường Đồng Xuân`. Đúng: `noi: phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội` và `hien_nay: phường Hoàn Kiếm`.
    """
    refused = 0
    for record, written, resolution in places(submission, setting):
        if resolution.fault:
            refused += 1
            at = record.node_at("hien_nay" if resolution.fault in _AT_NOW else "noi")
            sentence = _sentence(resolution.fault, written, record.text("hien_nay"), resolution.candidates)
            if refused == MOST_REFUSED:
                sentence += (
                    f" Các địa phương sau chỗ này chưa được xem; hãy sửa {MOST_REFUSED} chỗ đầu rồi kiểm tra lại."
                )
            yield submission.error(NAME, at, sentence)


def _sentence(fault: Fault, written: str, now: str, candidates: tuple[str, ...]) -> str:
    # A proposal is to be copied, so it is never shortened.
    names = listed([f"'{candidate}'" for candidate in candidates]) if candidates else ""
    if fault is Fault.UNKNOWN and not names:
        return f"Không tìm thấy địa phương {quote(written)}. Hãy viết từ nhỏ đến lớn: 'xã …, huyện …, tỉnh …'."
    return SENTENCES[fault].format(written=quote(written), now=quote(now), names=names or "tên xã, phường hiện nay")
