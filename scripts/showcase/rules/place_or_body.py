"""Asks whether what has a place is of either a place or a body without territory, as models, events and reports are."""

from collections.abc import Iterator

from showcase.reading.form import DOCUMENT, EVENT, PLACE, REPORT
from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.asking import misspelt
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem

NAME = "pham_vi"

_NEITHER = (
    "{what} này chưa có 'noi'. Hãy thêm tên địa phương: 'noi: xã …, tỉnh …'; nếu là của một cơ quan không có địa bàn riêng "
    "thì thêm tên cơ quan: 'pham_vi: …'{country}."
)
_COUNTRY = {REPORT: "; nếu là của cả nước thì thêm 'pham_vi: cả nước'"}
_KEYS = {"noi", "pham_vi"}
_OF_THE_COUNTRY = {
    DOCUMENT: "Văn bản của cả nước thì bỏ dòng này.",
    EVENT: "Hãy ghi tên cơ quan đứng ra làm, hoặc nơi diễn ra ở 'noi'.",
    PLACE: "Hãy ghi tên cơ quan đứng ra làm, hoặc từng nơi có mô hình ở 'noi'.",
}
_ONLY_WITH_A_PLACE = ("tai", "hien_nay")


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Mỗi địa điểm của mô hình, mỗi sự kiện, mỗi báo cáo số liệu có đúng một trong hai: `noi` hoặc `pham_vi`.

    `noi` là một địa phương. `pham_vi` là tên một cơ quan, đơn vị không có địa bàn riêng; thêm `tinh` nếu cơ quan ấy của một
    tỉnh, thành phố, để bài được xếp ở đó. Văn bản không ghi cả hai là văn bản của cả nước; số liệu của cả
    nước thì ghi `pham_vi: cả nước`. Bài có `pham_vi` không xếp vào xã, phường, đặc khu nào.

    Sai: `pham_vi: quận Tây Hồ, Hà Nội`. Đúng: `pham_vi: Bộ Tư lệnh Thủ đô Hà Nội` và `tinh: Hà Nội`.
    """
    for record in submission.records:
        if record.form.by_key.keys() >= _KEYS:
            for key, sentence in _faults(record, setting):
                yield submission.error(NAME, record.node_at(key) if key else record.node, sentence)
            if sentence := _of_a_province(record, setting):
                yield submission.advice(NAME, record.node_at("pham_vi"), sentence)


def _faults(record: Record, setting: Setting) -> Iterator[tuple[str, str]]:
    """Yield (key, sentence) of what is wrong in one place."""
    body = record.text("pham_vi")
    if "noi" not in record.cells and "pham_vi" not in record.cells:
        if record.form is not DOCUMENT and not _KEYS.intersection(misspelt(record).values()):
            yield "", _NEITHER.format(what=record.form.what.capitalize(), country=_COUNTRY.get(record.form, ""))
    elif "noi" in record.cells and "pham_vi" in record.cells:
        yield (
            "pham_vi",
            f"{record.form.what.capitalize()} này có cả 'noi' và 'pham_vi'. Hãy giữ một: 'noi' cho địa phương, 'pham_vi' cho cơ quan.",
        )
    elif body:
        yield from _of_a_body(record, body, setting)
    if "tinh" in record.cells and "pham_vi" not in record.cells:
        yield "tinh", "Dòng 'tinh' chỉ đi cùng 'pham_vi'. Hãy ghi tỉnh ở cuối dòng 'noi' và bỏ dòng này."


def _of_a_body(record: Record, body: str, setting: Setting) -> Iterator[tuple[str, str]]:
    province = record.text("tinh")
    is_country = setting.gazetteer.is_country(body)
    if is_country and record.form is REPORT:
        if province:
            yield "tinh", "Số liệu của cả nước thì không có 'tinh'. Hãy bỏ dòng này."
    elif is_country and (way_out := _OF_THE_COUNTRY.get(record.form)):
        yield "pham_vi", f"{quote(body)} không phải là một cơ quan. {way_out}"
    elif setting.gazetteer.is_place(body):
        yield "pham_vi", f"{quote(body)} không phải là một cơ quan. Nếu là địa phương, hãy ghi ở 'noi'."
    for key in _ONLY_WITH_A_PLACE:
        if key in record.cells:
            yield key, f"Có 'pham_vi' thì không có '{key}'. Hãy bỏ dòng này."
    if province and not setting.gazetteer.province_alone(province):
        yield "tinh", f"{quote(province)} không phải là tên một tỉnh, thành phố.{_meant(province, setting)}"


def _of_a_province(record: Record, setting: Setting) -> str:
    """Ask for the province of a body whose own name says that it is of one, and which is sorted nowhere; '' of others."""
    body = record.text("pham_vi")
    if (
        not body
        or "tinh" not in record.form.by_key
        or {"tinh", "noi"} & record.cells.keys()
        or setting.gazetteer.is_place(body)
    ):
        return ""
    words = body.split()
    for start in range(1, len(words)):
        if province := setting.gazetteer.province_alone(" ".join(words[start:])):
            return f"{quote(body)} có tên tỉnh, thành phố. Hãy thêm 'tinh: {province.full_name}' để bài được xếp ở đó; nếu cơ quan ấy của cả nước thì để nguyên."
    if words[-1].casefold() == "tỉnh":
        return f"{quote(body)} chưa nói là tỉnh nào. Hãy thêm 'tinh: tỉnh …' để bài được xếp ở đó."
    return ""


def _meant(province: str, setting: Setting) -> str:
    names = setting.gazetteer.resolve(province).candidates[:1]
    return ask(names[0]) if names and "," not in names[0] else " Hãy ghi như 'tỉnh Nghệ An'."
