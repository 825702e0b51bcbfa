"""Asks whether the parts of a figure that is divided by place are places within its own, each once."""

from collections.abc import Iterator

from showcase.reading.node import Mapping as MappingNode
from showcase.reading.node import Scalar
from showcase.reading.record import Record
from showcase.record.part_place import PartPlace, lies_in, part_place
from showcase.record.place import Body, Fault, Place
from showcase.record.submission import Submission
from showcase.rules.places import MOST_REFUSED
from showcase.rules.report_part import breakdowns
from showcase.rules.setting import Setting
from showcase.rules.wording import listed, quote
from showcase.words.problem import Problem

NAME = "phan_dia_phuong"

_BELOW = "Dưới cấp xã thì chia theo 'khoi' và viết bằng lời."
_SENTENCES = {
    Fault.UNKNOWN: "Không tìm thấy địa phương {written}.",
    Fault.AMBIGUOUS: "{written} có thể là nhiều nơi.",
    Fault.BELOW: f"{{written}} nằm dưới cấp xã. {_BELOW}",
    Fault.COUNTRY: "{written} không phải là một địa phương.",
}
_OTHER = "{written} viết chưa đúng cách."


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Chia theo địa phương thì mỗi phần là một nơi nằm trong nơi của báo cáo, và mỗi nơi chỉ đứng một lần.

    Ở `chieu: dia-phuong` chỉ cần tên của từng nơi, như `huyện Mỹ Đức`; máy tự hiểu là của tỉnh, thành phố ghi ở `noi`. Báo
    cáo của cả nước hay của một cơ quan thì viết đủ: `huyện Mỹ Đức, Hà Nội`. Phần không phải là một nơi, như “các cơ quan
    thành phố”, thì chia theo `khoi`.

    Sai: `huyện Diễn Châu: 12` trong báo cáo có `noi: thành phố Hà Nội`. Đúng: `huyện Mỹ Đức: 12`.
    """
    if submission.record is None:
        return
    whole = _whole(submission.record, setting)
    for breakdown in breakdowns(submission):
        parts = breakdown.node_at("phan")
        if breakdown.text("chieu") == "dia-phuong" and isinstance(parts, MappingNode):
            for key, sentence in _faults([name for name, _ in parts.pairs], submission.record, whole, setting):
                yield submission.error(NAME, key, sentence)


def _whole(record: Record, setting: Setting) -> Place | Body | None:
    """Give the place or body that the report is of; None where another rule tells that it is none."""
    if written := record.text("noi"):
        return setting.gazetteer.resolve(written, record.text("hien_nay") or None).place
    province = setting.gazetteer.province_alone(record.text("tinh")) if record.text("tinh") else None
    return Body(record.text("pham_vi"), province)


def _faults(
    names: list[Scalar], record: Record, whole: Place | Body | None, setting: Setting
) -> Iterator[tuple[Scalar, str]]:
    first: dict[Place, Scalar] = {}
    refused = 0
    for name in names:
        found = part_place(name.value, record.text("noi"), setting.gazetteer)
        if found.place is None:
            refused += 1
            yield name, _unfound(name.value, found)
        elif whole and not lies_in(found.place, whole, setting.gazetteer):
            yield name, _outside(name.value, found.place, whole, record)
        elif (earlier := first.setdefault(found.place, name)) is not name:
            yield name, f"{quote(name.value)} đã đứng ở dòng {earlier.line}. Hãy cộng hai số lại, hoặc xóa một dòng."
        if refused == MOST_REFUSED:
            return


def _unfound(written: str, found: PartPlace) -> str:
    told = _SENTENCES.get(found.fault or Fault.UNKNOWN, _OTHER).format(written=quote(written))
    if found.fault is Fault.BELOW:
        return told
    if not found.candidates:
        return f"{told} Hãy viết như 'huyện Mỹ Đức'; phần không phải là một nơi thì chia theo 'khoi'."
    names = listed([f"'{name}'" for name in found.candidates], "hoặc")
    return f"{told} Ý bạn là {names}?" if found.fault is Fault.UNKNOWN else f"{told} Hãy viết {names}."


def _outside(written: str, part: Place, whole: Place | Body, record: Record) -> str:
    if part == whole:
        return f"{quote(written)} là cả nơi của báo cáo, không phải một phần. Con số của cả nơi ấy ghi ở 'tong'."
    if isinstance(whole, Body):
        return f"{quote(written)} không nằm trong {record.text('tinh')}. Hãy xem lại tên, hoặc sửa dòng 'tinh' của báo cáo."
    if whole.former_commune or (whole.commune and not whole.former_district):
        return f"{quote(written)} không nằm trong {record.text('noi')}. {_BELOW}"
    return (
        f"{quote(written)} không phải là một phần của {record.text('noi')}. "
        "Hãy xem lại tên, hoặc viết đủ cả huyện và tỉnh; nếu đúng là nơi ấy, hãy sửa dòng 'noi' của báo cáo."
    )
