"""Asks whether the file is YAML: the colons, quotes, indentation that hold it together."""

import re
from collections.abc import Iterator

from showcase.reading.fault import Fault, FaultKind
from showcase.record.submission import Submission
from showcase.rules.asking import tell
from showcase.rules.setting import Setting
from showcase.rules.wording import in_single_quotes, without_comment
from showcase.words.problem import Problem, Severity, Spot

NAME = "cu_phap"

_SENTENCES = {
    FaultKind.TAB: (
        "Chỗ này thụt lề bằng phím Tab mà YAML chỉ nhận dấu cách. Hãy thay mỗi Tab bằng hai dấu cách; ở đầu một đoạn văn thì xóa hẳn nó."
    ),
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
        "Dòng này thiếu dấu hai chấm và dấu cách sau tên mục ('tieu_de: …'). "
        "Nếu đây là lời văn nối tiếp dòng trên, hãy thụt nó vào sâu hơn tên mục của nó; "
        "lời văn nhiều đoạn thì viết sau dấu '|', như 'boi_canh: |'."
    ),
    FaultKind.NO_SPACE_AFTER_COLON: "Sau dấu hai chấm phải có một dấu cách: 'tieu_de: Chợ', không phải 'tieu_de:Chợ'.",
    FaultKind.INDENTATION: (
        "Dòng này không thẳng cột với dòng nào ở trên. Các mục cùng nhóm phải thẳng cột, mỗi cấp thụt hai dấu cách; "
        "lời văn nhiều dòng phải thụt sâu hơn tên mục của nó."
    ),
    FaultKind.DEEPER: (
        "Dòng này thụt sâu hơn dòng trên, mà dòng trên đã có giá trị. Hãy lùi nó ra cho thẳng cột; "
        "nếu đây là lời văn nối tiếp, hãy viết cả đoạn sau dấu '|'."
    ),
    FaultKind.NOT_INDENTED: (
        "Dòng này nằm trong nháy hoặc ngoặc mở ở dòng trên nên phải thụt vào sâu hơn tên mục của nó, bằng dấu cách."
    ),
    FaultKind.GLUED_COMMENT: (
        "Dấu # viết sát ngay sau giá trị. Nếu sau nó là chú thích, hãy thêm một dấu cách trước #; "
        "nếu nó thuộc về giá trị, hãy đưa nó vào trong nháy."
    ),
    FaultKind.LOST_LINE: (
        "Dòng này bị coi là chú thích và mất khỏi bài, vì dòng trống ở trên nó có nhiều dấu cách hơn. "
        "Hãy xóa dấu cách ở dòng trống ấy."
    ),
    FaultKind.LINE_CUT_OFF: (
        "Dòng này bị coi là chú thích và mất khỏi bài, vì dòng {detail} mở đầu lời văn lại thụt sâu hơn nó. "
        "Hãy lùi dòng {detail} ra cho thẳng cột với dòng này; nếu đúng là chú thích, hãy đặt dấu # thẳng cột với tên mục."
    ),
    FaultKind.CUT_SHORT: (
        "Từ dấu # này đến hết dòng bị coi là chú thích và cắt ngang câu, nên lời văn ở dòng dưới không nối được vào. "
        "Hãy đặt cả câu trong nháy đơn; nếu đúng là chú thích, hãy chuyển nó lên một dòng riêng ở trên mục này."
    ),
    FaultKind.DASH_OF_WORD: (
        "Dấu {detail} ở đầu dòng trông như gạch đầu dòng nhưng YAML chỉ nhận gạch ngắn. Hãy thay nó bằng '- ' (gạch ngắn và một dấu cách)."
    ),
    FaultKind.GLUED_DASH: "Sau dấu gạch đầu dòng phải có một dấu cách: '- ten: Chợ', không phải '-ten: Chợ'.",
    FaultKind.WIDE_COLON: (
        "Dấu hai chấm ở đây là dấu toàn hình '：' của bộ gõ tiếng Trung, tiếng Nhật; YAML không nhận. "
        "Hãy thay nó bằng ': ' (hai chấm thường và một dấu cách)."
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
        "Trước dấu hai chấm phải là một tên mục như 'tieu_de', ở đây lại là ngoặc hoặc danh sách. "
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
    FaultKind.CURLY_QUOTES: (
        "Giá trị này nằm trong nháy cong của Word và có dấu hai chấm; YAML chỉ nhận nháy thẳng.",
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
_KEY_AND_VALUE = re.compile(r"(?P<before> *(?:- +)*(?P<key>[A-Za-z_]\w*): +)(?P<value>\S.*)", re.ASCII)
_KEY_OF_TEXT = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_]\w*):(?: +(?!['\"|>\[{])\S.*| *$)", re.ASCII)
_LONGEST_MENDED = 90
_FENCE = "```"
"""What programs put around a text that is to be copied."""


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    r"""Tệp phải viết đúng cú pháp YAML: dấu hai chấm, dấu nháy, thụt lề.

    Mỗi dòng là `tên mục: giá trị`, sau dấu hai chấm có một dấu cách. Thụt lề bằng dấu cách, không bằng phím Tab; các mục
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
            lines = submission.text.splitlines()
            yield Problem(spot, Severity.ERROR, NAME, _with_mended_line(fault, lines))


def ends_on_its_line(lines: list[str], number: int) -> bool:
    """Tell whether a value ends on the line of its key, counted from 0."""
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    key = lines[number].lstrip(" -")
    return len(below) - len(below.lstrip(" ")) <= len(lines[number]) - len(key)


def _with_mended_line(fault: Fault, lines: list[str]) -> str:
    """Say what is wrong with a value, and write its line as it should be."""
    line = lines[fault.line - 1]
    if fault.kind is FaultKind.RESERVED_SIGN and fault.detail == "-":
        return "Sau dấu hai chấm không viết '- ' trên cùng dòng. Hãy xuống dòng, mỗi mục một dòng bắt đầu bằng '- '."
    if line.strip(" ").startswith(_FENCE):
        return f"Dòng {_FENCE} là dấu của nơi đã chép đoạn này (ứng dụng trò chuyện, trang web). Hãy xóa dòng ấy."
    cause, example = (text.format(sign=fault.detail) for text in _MENDED[fault.kind])
    # What stands behind " #" may belong to the sentence: a proposal shortens no value.
    match = _KEY_AND_VALUE.fullmatch(line.rstrip())
    value = _mended(fault.kind, match["value"].replace("\t", " ")) if match else ""
    runs_on = bool(value) and not ends_on_its_line(lines, fault.line - 1)
    if key := match["key"] if match and runs_on else "" if match else _key_above(fault, lines):
        return f"{cause} Giá trị này dài nhiều dòng: hãy viết '{key}: |' rồi xuống dòng, cả đoạn thụt vào hai dấu cách."
    if match and value and len(value) <= _LONGEST_MENDED:
        example = f"{match['key']}: {value}"
    return f"{cause} Hãy viết: {example}"


def _key_above(fault: Fault, lines: list[str]) -> str:
    """Give the key whose text goes on in a line with a colon, '' where that is not sure."""
    line = lines[fault.line - 1]
    indentation = len(line) - len(line.lstrip(" "))
    above = (
        one
        for one in reversed(lines[: fault.line - 1])
        if one.strip() and len(one) - len(one.lstrip(" ")) < indentation
    )
    match = _KEY_OF_TEXT.match(next(above, "")) if fault.kind is FaultKind.COLON_IN_VALUE else None
    return match["key"] if match else ""


def in_quotes(kind: FaultKind, line: str) -> str:
    """Write a line of which the value needs quotes with them; '' where that is not sure, as of one with a `#`.

    What stands behind it may be a comment or the rest of the sentence, and only a person knows.
    """
    line, comment = without_comment(line)
    match = _KEY_AND_VALUE.fullmatch(line) if not comment else None
    value = _mended(kind, match["value"]) if match and kind is not FaultKind.TEXT_AFTER_QUOTE else ""
    return f"{match['before']}{value}" if match and value else ""


def _mended(kind: FaultKind, value: str) -> str:
    """Write a value as YAML takes it; '' where that is not sure."""
    if kind is FaultKind.CURLY_QUOTES:
        return in_single_quotes(value[1:-1])
    if kind is not FaultKind.TEXT_AFTER_QUOTE:
        return "" if value.startswith(("'", '"', "|", ">")) else in_single_quotes(value)
    if value.startswith("'") and value.endswith("'"):
        return in_single_quotes(value[1:-1])
    if value.startswith('"') and value.endswith('"') and value.count('"') > 2:
        value = value[1:-1]
    pieces = value.split('"')
    if len(pieces) % 2 == 0 or "'" in value or ": " in value:
        return ""
    curly = "".join(piece if not number else f"{'“”'[(number + 1) % 2]}{piece}" for number, piece in enumerate(pieces))
    return in_single_quotes(curly) if without_comment(curly)[1] else curly
