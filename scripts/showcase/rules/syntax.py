"""Asks whether the file is YAML: the colons, quotes, indentation that hold it together."""

import re
from collections.abc import Iterator

from showcase.reading.fault import Fault, FaultKind
from showcase.record.submission import Submission
from showcase.rules.asking import tell
from showcase.rules.setting import Setting
from showcase.rules.wording import in_single_quotes
from showcase.words.problem import Problem, Severity, Spot

NAME = "cu_phap"

_SENTENCES = {
    FaultKind.TAB: ("Chỗ này thụt lề bằng phím Tab mà YAML chỉ nhận dấu cách. Hãy thay mỗi Tab bằng hai dấu cách."),
    FaultKind.NO_BREAK_SPACE: (
        "Ở đây có dấu cách không ngắt (thường do dán từ Word hay trang web): trông như dấu cách nhưng YAML không nhận. "
        "Hãy xóa nó rồi gõ dấu cách thường."
    ),
    FaultKind.OPEN_QUOTE: (
        "Dấu nháy {detail} mở ở đây không được đóng ở cuối giá trị. Hãy thêm {detail} vào cuối, hoặc bỏ dấu mở; "
        "để trích lời trong câu hãy dùng “ ”."
    ),
    FaultKind.OPEN_BRACKET: (
        "Dấu ngoặc {detail} mở ở đây không được đóng. Hãy đóng ngoặc; nếu ngoặc thuộc về câu văn, hãy đặt cả câu trong nháy đơn."
    ),
    FaultKind.TEXT_AFTER_BRACKET: (
        "Sau dấu ngoặc đóng vẫn còn chữ. Câu văn bắt đầu bằng [ hoặc {{ phải đặt cả câu trong nháy đơn: '[Hà Nội] Chợ văn minh'."
    ),
    FaultKind.NO_COLON: (
        "Dòng này thiếu dấu hai chấm và dấu cách sau khóa ('tieu_de: …'). "
        "Nếu đây là lời văn nối tiếp dòng trên, hãy thụt nó vào sâu hơn khóa của nó."
    ),
    FaultKind.NO_SPACE_AFTER_COLON: "Sau dấu hai chấm phải có một dấu cách: 'tieu_de: Chợ', không phải 'tieu_de:Chợ'.",
    FaultKind.INDENTATION: (
        "Dòng này không thẳng cột với dòng nào ở trên. Các khóa cùng nhóm phải thẳng cột, mỗi cấp thụt hai dấu cách; "
        "lời văn nhiều dòng phải thụt sâu hơn khóa của nó."
    ),
    FaultKind.DEEPER: (
        "Dòng này thụt sâu hơn dòng trên, mà dòng trên đã có giá trị. Hãy lùi nó ra cho thẳng cột; "
        "nếu đây là lời văn nối tiếp, hãy viết cả đoạn sau dấu '|'."
    ),
    FaultKind.BAD_ESCAPE: (
        "Trong nháy kép, dấu \\ mở đầu một mã riêng của YAML, và ở đây mã ấy không có. Hãy dùng nháy đơn thay cho nháy kép."
    ),
    FaultKind.DIRECTIVE: "Dòng bắt đầu bằng % là lệnh của YAML và không được dùng. Hãy xóa dòng này.",
    FaultKind.BLOCK_HEADER: (
        "Sau dấu | hoặc > phải xuống dòng ngay, lời văn ở các dòng dưới thụt vào hai dấu cách. "
        "Nếu dấu ấy thuộc về câu văn, hãy đặt cả câu trong nháy đơn."
    ),
    FaultKind.KEY_NOT_TEXT: (
        "Trước dấu hai chấm phải là một khóa như 'tieu_de', ở đây lại là ngoặc hoặc danh sách. "
        "Nếu đây là câu văn, hãy đặt cả câu trong nháy đơn."
    ),
    FaultKind.SYNTAX: (
        "Từ chỗ này tệp không đọc được theo YAML. Hãy so dòng này và dòng trên nó với mẫu: thụt lề, dấu hai chấm, dấu nháy."
    ),
}
_MENDED = {
    FaultKind.COLON_IN_VALUE: (
        "Giá trị có dấu hai chấm bên trong thì phải đặt trong nháy đơn.",
        "tieu_de: 'Đống Đa: chợ văn minh'",
    ),
    FaultKind.RESERVED_SIGN: (
        "Giá trị không được bắt đầu bằng dấu {sign} trừ khi đặt trong nháy đơn.",
        "tieu_de: '{sign} …'",
    ),
    FaultKind.TEXT_AFTER_QUOTE: (
        "Sau dấu nháy đóng vẫn còn chữ; lời trích trong câu dùng “ ”, không dùng nháy của máy chữ.",
        "tieu_de: “Dân vận khéo” ở Đống Đa",
    ),
}
"""Faults of a value, each with its cause and an example for the case that the line itself cannot be mended."""
_KEY_AND_VALUE = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_]\w*): +(?P<value>\S.*)", re.ASCII)
_LONGEST_MENDED = 90


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    r"""Tệp phải viết đúng cú pháp YAML: dấu hai chấm, dấu nháy, thụt lề.

    Mỗi dòng là `khóa: giá trị`, sau dấu hai chấm có một dấu cách. Thụt lề bằng dấu cách, không bằng phím Tab; các khóa
    cùng nhóm thẳng cột với nhau. Giá trị có dấu hai chấm, hoặc bắt đầu bằng một trong các dấu
    ``[ ] { } * & ! % @ ` | > ? , #``, phải đặt trong nháy đơn. Nháy đã mở thì phải đóng; để trích lời trong câu hãy
    dùng “ ”, không phải nháy kép của máy chữ.

    Sai: `tieu_de: Đống Đa: chợ văn minh`. Đúng: `tieu_de: 'Đống Đa: chợ văn minh'`.

    Sai: `tieu_de: "Dân vận khéo" ở Đống Đa`. Đúng: `tieu_de: “Dân vận khéo” ở Đống Đa`.
    """
    yield from tell(submission, NAME, _SENTENCES)
    for fault in submission.faults:
        if fault.kind in _MENDED:
            spot = Spot(submission.path, fault.line, fault.column)
            line = submission.text.splitlines()[fault.line - 1]
            yield Problem(spot, Severity.ERROR, NAME, _with_mended_line(fault, line))


def _with_mended_line(fault: Fault, line: str) -> str:
    """Say what is wrong with a value, and write its line as it should be."""
    if fault.kind is FaultKind.RESERVED_SIGN and fault.detail == "-":
        return "Sau dấu hai chấm không viết '- ' trên cùng dòng. Hãy xuống dòng, mỗi mục một dòng bắt đầu bằng '- '."
    cause, example = (text.format(sign=fault.detail) for text in _MENDED[fault.kind])
    match = _KEY_AND_VALUE.fullmatch(line.rstrip())
    value = _mended(fault.kind, match["value"]) if match else ""
    if match and value and len(value) <= _LONGEST_MENDED:
        example = f"{match['key']}: {value}"
    return f"{cause} Hãy viết: {example}"


def _mended(kind: FaultKind, value: str) -> str:
    """Write a value as YAML takes it; '' where that is not sure."""
    if kind is not FaultKind.TEXT_AFTER_QUOTE:
        return "" if value.startswith(("'", '"', "|", ">")) else in_single_quotes(value)
    if value.startswith("'") and value.endswith("'"):
        return in_single_quotes(value[1:-1])
    if value.startswith('"') and value.endswith('"') and value.count('"') > 2:
        value = value[1:-1]
    pieces = value.split('"')
    if len(pieces) % 2 == 0 or "'" in value or ": " in value:
        return ""
    return "".join(piece if not number else f"{'“”'[(number + 1) % 2]}{piece}" for number, piece in enumerate(pieces))
