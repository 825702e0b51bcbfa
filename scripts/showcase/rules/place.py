"""Asks whether every place is one of the State's lists, of today or of before July 2025, or is told to be one of before."""

from collections.abc import Iterator

from showcase.reading.form import COPY, DOCUMENT, PLACE, REPORT
from showcase.reading.record import Record
from showcase.record.place import Fault, Resolution
from showcase.record.submission import Submission
from showcase.rules.places import MOST_REFUSED, places
from showcase.rules.setting import Setting
from showcase.rules.wording import listed, quote
from showcase.words.problem import Problem

NAME = "dia_diem"

SENTENCES = {
    Fault.UNKNOWN: "Không tìm thấy địa phương {written}. Ý bạn là {names}?",
    Fault.AMBIGUOUS: "{written} có thể là nhiều nơi: {names}. Hãy viết đủ như tên của nơi ấy.",
    Fault.DIVIDED: "{written} nay đã chia về nhiều nơi. Hãy thêm dòng 'hien_nay', là {names}.",
    Fault.MERGED: "{written} là tên trước năm 2025, đã nhập vào nơi khác. Hãy thêm dòng 'hien_nay', có lẽ là {names}; hãy hỏi lại cho chắc.",
    Fault.NOT_A_SUCCESSOR: "{written} nay không thuộc {now}. Hãy ghi 'hien_nay' là {names}.",
    Fault.NOW_UNKNOWN: "Hiện nay không có nơi nào tên là {now}. Hãy ghi {names}.",
    Fault.NOW_AMBIGUOUS: "{now} có thể là nhiều nơi: {names}. Hãy ghi cả tên tỉnh.",
    Fault.COUNTRY: "{written} không phải là một địa phương. Hãy ghi từng nơi có mô hình, mỗi nơi một mục 'noi'{or_body}.",
    Fault.BODY: "{written} là tên cơ quan, đơn vị, không phải địa phương. Hãy ghi nơi làm{or_body}.",
    Fault.HOST: "{written} có tên cơ quan, đơn vị. Tên ấy ghi ở 'don_vi', còn 'noi' chỉ ghi {names}.",
    Fault.WHOLE: "{written} có chữ thừa. Hãy chỉ viết tên nơi ấy: {names}.",
    Fault.SEVERAL: "{written} là {count} nơi. Hãy ghi mỗi nơi một mục 'noi': {names}.",
    Fault.BELOW: "{written} có cả nơi nhỏ hơn xã, phường, đặc khu. Hãy ghi {detail} ở dòng 'tai', còn 'noi' chỉ ghi {names}.",
    Fault.JOINED: "{written} thiếu dấu phẩy giữa các cấp. Hãy viết {names}.",
    Fault.SHORTENED: "{written} có chữ viết tắt hoặc tên quen gọi. Hãy viết đủ {names}.",
    Fault.REVERSED: "{written} viết từ lớn đến nhỏ. Hãy viết từ nhỏ đến lớn: {names}.",
    Fault.ENGLISH: "{written} viết theo lối tiếng Anh. Hãy viết {names}.",
    Fault.UNMARKED: "{written} thiếu dấu tiếng Việt. Hãy viết {names}.",
    Fault.MIXED: "{written} ghép xã, phường, đặc khu hiện nay với quận, huyện hoặc tỉnh cũ. Tên hiện nay là {names}.",
}
_AT_NOW = frozenset({Fault.NOT_A_SUCCESSOR, Fault.NOW_UNKNOWN, Fault.NOW_AMBIGUOUS})
_NO_NAMES = {
    Fault.UNKNOWN: "Không tìm thấy địa phương {written}. Hãy viết từ nhỏ đến lớn: 'xã …, huyện …, tỉnh …'.",
    Fault.WHOLE: "{written} chưa nói là nơi nào. Hãy viết tên nơi ấy: 'tỉnh …', hoặc 'huyện …, tỉnh …'.",
}
_OF_ONE_PLACE = {
    Fault.COUNTRY: "{written} không phải là một địa phương. Hãy ghi nơi diễn ra, hoặc ghi cơ quan đứng ra làm ở 'pham_vi' thay cho 'noi'.",
    Fault.SEVERAL: "{written} là {count} nơi, mà ở đây chỉ ghi được một. Hãy ghi nơi gồm cả {count}, như huyện hoặc tỉnh.",
}
"""What is said of a file that has one place and no list of them."""
_OF_FORMS = {
    DOCUMENT: {Fault.COUNTRY: "{written} không phải là một địa phương. Văn bản của cả nước thì bỏ dòng này."},
    REPORT: {
        Fault.COUNTRY: "{written} không phải là một địa phương. Số liệu của cả nước thì ghi 'pham_vi: cả nước' thay cho dòng này."
    },
}
_OR_BODY = ", hoặc, nếu là của một cơ quan không có địa bàn riêng, ghi tên cơ quan ở 'pham_vi' thay cho 'noi'"
_OR_EARLIER = (
    " Nếu đó là tên trước năm 2025 mà nay không còn, hãy thêm dòng 'hien_nay' với tên xã, phường, đặc khu hiện nay."
)
_MOST_NAMES = 6


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Mỗi địa phương phải có thật, và chỉ có thể hiểu là một nơi.

    `noi` viết từ nhỏ đến lớn, theo tên lúc đó hoặc tên hiện nay: `xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An`. Thôn,
    bản, khối ghi ở `tai`. Từ 01/07/2025 cả nước còn 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu; một xã cũ về trọn
    một xã mới thì máy tự biết, còn xã cũ đã chia về nhiều nơi thì phải ghi `hien_nay`. Nơi đã đổi tên, lên phường, lên thị
    xã hoặc không còn từ trước năm 2025 cũng ghi theo tên lúc đó; tên nào máy không biết thì thêm `hien_nay` là được.

    Sai: `noi: phường Đồng Xuân`. Đúng: `noi: phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội` và `hien_nay: phường Hoàn Kiếm`.
    """
    refused = 0
    for record, written, resolution in places(submission, setting):
        if resolution.fault:
            refused += 1
            at = record.node_at("hien_nay" if resolution.fault in _AT_NOW else "noi")
            sentence = _sentence(record, written, resolution)
            if refused == MOST_REFUSED:
                sentence += (
                    f" Các địa phương sau chỗ này chưa được xem; hãy sửa {MOST_REFUSED} chỗ đầu rồi kiểm tra lại."
                )
            yield submission.error(NAME, at, sentence)


def _sentence(record: Record, written: str, resolution: Resolution) -> str:
    fault, candidates = resolution.fault or Fault.UNKNOWN, resolution.candidates[:_MOST_NAMES]
    # A proposal is to be copied, so it is never shortened.
    quoted = [f"'{candidate}'" for candidate in candidates]
    sentences = (
        SENTENCES if record.form in (PLACE, COPY) else SENTENCES | _OF_ONE_PLACE | _OF_FORMS.get(record.form, {})
    )
    sentence = sentences[fault] if quoted else _NO_NAMES.get(fault, sentences[fault])
    text = sentence.format(
        written=quote(written),
        now=quote(record.text("hien_nay")),
        names=listed(quoted, "và" if fault is Fault.SEVERAL else "hoặc")
        if quoted
        else "tên xã, phường, đặc khu hiện nay kèm tên tỉnh",
        count=len(quoted),
        detail=quote(resolution.detail),
        or_body=_OR_BODY if "pham_vi" in record.form.by_key else "",
    )
    return text + (_OR_EARLIER if resolution.may_be_earlier else "")
